### programs only
echo b a c | tr ' ' '\n' | sort | tail -n 2; echo "${PIPESTATUS[@]}"

### a program that is not there, in the middle and at the end
cat </dev/null | nosuch1 | cat; echo "${PIPESTATUS[@]}"; cat </dev/null | cat | nosuch2; echo "$? ${PIPESTATUS[@]}"; /no/such/file | cat; echo "${PIPESTATUS[@]}"

### a file that cannot be executed
echo text >f; ./f | cat; echo "${PIPESTATUS[@]}"; chmod +x f; echo 'echo ran $1' >f; ./f a | cat; echo "${PIPESTATUS[@]}"; mkdir d; ./d | cat; echo "${PIPESTATUS[@]}"

### words from variables
a='-n 2' f=/etc/passwd; seq 5 | tail $a | cat; c=cat; seq 2 | $c | "$c" -; set -- x y; printf '%s\n' 1 | cat - /dev/null | tr 1 "$1"; e=; seq 1 | $e cat

### words that would change the shell
seq 1 | cat ${x:=/dev/null} | cat; echo "[$x]"; seq 1 | cat $((y=0)) 2>/dev/null | cat; echo "[$y]"

### functions and builtins come first
cat() { echo mine; }; seq 1 | cat; unset -f cat; seq 1 | cat

### the place of a program is not remembered
hash -r; seq 1 | cat | tr 1 2; hash

### pipefail and errexit
set -o pipefail; false | cat; echo $?; cat /nosuch 2>/dev/null | cat; echo $?; set -e; /bin/false | cat; echo not reached

### negated and timed
! cat </dev/null | /bin/false; echo $?; TIMEFORMAT=; time /bin/echo x | cat

### in substitutions and subshells
x=$(seq 3 | tail -n 1); echo $x; (seq 3 | tail -n 1; exit 3); echo $?; echo "$(seq 2 | cat | cat)"; f() { seq 4 | tail -n 1; }; f | cat

### assignments in front and traps
A=1 env | grep '^A=' | cat; trap 'echo bye' EXIT; /bin/echo x | cat

### lastpipe
shopt -s lastpipe; seq 3 | cat | read x; echo $x

### globs and tildes
touch a1 a2; /bin/ls a* | cat; HOME=/h; /bin/echo ~ a? | cat; /bin/echo nothing* | cat; shopt -s nullglob; /bin/echo nothing* | cat

### closed descriptors
/bin/echo x <&- | cat; (exec 0<&-; /bin/echo y | cat); (exec 1>&-; /bin/echo z | cat >&2) 2>&1; { seq 3 | tail -n 1; } 3<&- 4<&-

### the line of a message
x=1

cat </dev/null | nosuch3 | cat

### background and wait
/bin/echo x | cat & wait $!; echo $?

### exported functions and environment reach the program
g() { echo exported; }; export -f g; export V=5; /bin/true </dev/null | bash -c 'g; echo $V'

### redirections to descriptors and to the null device
ls /nosuch 2>&1 | grep -c nosuch; seq 3 | cat >/dev/null | cat; seq 2 | cat 2>/dev/null | cat 1>&2 2>/dev/null; ls /nosuch |& grep -c nosuch; cat </dev/null | cat | wc -c
