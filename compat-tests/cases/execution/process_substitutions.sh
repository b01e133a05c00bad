### procsub fd open after
x=<(echo a)
:
[ -e $x ] && echo there || echo gone
cat $x

### procsub in function argument
f() { cat $1; [ -e $1 ] && echo there; }; f <(echo a) 

### procsub in function local
f() { local x=<(echo a); cat $x; }; f; 

### procsub two in function
f() { local x=<(echo a); local y=<(echo b); cat $x $y; echo $x $y; }; f; 

### procsub same line
x=<(echo a); cat $x
x=<(echo b); cat $x; echo $x
y=<(echo c); echo $y; cat $x $y

### procsub in loop
for i in 1 2 3; do x=<(echo $i); cat $x; echo $x; done

### procsub in while
while read -r l; do echo "$l"; done < <(echo a; echo b)

### procsub in for words
for f in <(echo a) <(echo b); do cat $f; echo $f; done; [ -e $f ] && echo there || echo gone

### procsub in redirect of group
{ read a; read b; } < <(echo 1; echo 2); echo $a $b; ls /proc/$$/fd | grep -c 63

### procsub in array
a=( <(echo a) <(echo b) ); cat ${a[@]}; echo ${a[@]}

### procsub in array next command
a=( <(echo a) <(echo b) )
cat ${a[@]}; echo ${a[@]}

### procsub in case
case <(echo a) in /dev/fd/*) echo yes;; esac

### procsub in [[
[[ <(echo a) == /dev/fd/* ]] && echo yes

### procsub in [
[ -e <(echo a) ] && echo yes

### procsub in here string
cat <<< <(echo a)

### procsub wait
cat <(exit 3); wait $!; echo $?

### procsub wait 2
: <(sleep 0.1; exit 3); wait $!; echo $?; wait $!; echo $?

### procsub out wait
echo a > >(cat; exit 4); wait $!; echo $?

### procsub nested
cat <(cat <(echo a))

### procsub in eval
eval 'x=<(echo a); cat $x'; [ -e $x ] && echo there || echo gone

### procsub in sourced
echo 'x=<(echo a); cat $x' > s; . ./s;  [ -e $x ] && echo there || echo gone

### procsub in function then after
f() { x=<(echo a); [ -e $x ] && echo there; }; f;  [ -e $x ] && echo there || echo gone

### procsub in group
{ x=<(echo a); [ -e $x ] && echo there; cat $x; };  [ -e $x ] && echo there || echo gone

### procsub in if
if x=<(echo a); then [ -e $x ] && echo there; cat $x; fi;  [ -e $x ] && echo there || echo gone

### procsub in and list
x=<(echo a) && cat $x && [ -e $x ] && echo there

### procsub in subshell
( x=<(echo a); cat $x; :; [ -e $x ] && echo there )

### procsub in command substitution
y=$( x=<(echo a); cat $x; :; [ -e $x ] && echo there ); echo "$y"

### procsub assignment prefix
x=<(echo a) sh -c 'cat $x; echo $x'

### procsub declare
declare x=<(echo a); cat $x; echo $x

### procsub set
set -- <(echo a) <(echo b); cat $1; echo $1 $2

### procsub in printf
printf '%s\n' <(:) <(:) >(:)

### procsub pid list
: <(sleep 0.1; exit 5) <(sleep 0.1; exit 6); wait $!; echo $?; jobs

### taken number
exec 63</dev/null; echo <(:); exec 63<&-; echo <(:)

### coproc numbers
coproc cat; echo ${COPROC[@]}; echo <(:); exec {COPROC[1]}>&-; wait

### nested function
g() { cat $1 <(echo g); }; f() { g <(echo f); cat $1; }; f <(echo a)

### pass through variable
f() { local a=$1; shift; cat $a; [ $# -gt 0 ] && f "$@"; }; f <(echo 1) <(echo 2) <(echo 3)

### read from twice
f() { read a < $1; read b < $1; echo $a $b; }; f <(echo 1; echo 2)

### procsub status
set -o pipefail; cat <(false); echo $?

### errexit inside
set -e; cat <(false; echo no); echo yes

### big
cat <(seq 1 100000) | tail -1; f() { tail -1 $1; }; f <(seq 1 100000)

### mapfile
mapfile -t a < <(printf 'a\nb\n'); echo ${a[@]} ${#a[@]}; wait $!; echo $?

### diff
diff <(echo a; echo b) <(echo a; echo c)

### comm in loop
for i in 1 2 3; do comm -12 <(seq 1 $i) <(seq 2 3); done

### exec out
exec 3> >(cat >o); echo hi >&3; exec 3>&-; wait $!; cat o
