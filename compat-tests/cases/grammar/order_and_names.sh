### redirections do not see the assignments of a builtin
a=foo echo x >$a; ls

### words, then assignments, then redirections
a=$(echo 1 >&2) echo $(echo 0 >&2) >$(echo 2 >&2; echo f); a=$(echo 1 >&2) cat $(echo 0 >&2) </dev/null >$(echo 2 >&2; echo f); f() { :; }; a=$(echo 1 >&2) f $(echo 0 >&2) >$(echo 2 >&2; echo f);  a=$(echo 1 >&2) nocmd $(echo 0 >&2) >$(echo 2 >&2; echo f); a=$(echo 1 >&2) >$(echo 2 >&2; echo f)

### redirections do not see the assignments of a program
a=foo cat </dev/null >$a; ls

### redirections do not see the assignments of a function
f() { :; }; a=foo f >$a; ls

### a command is traced before its redirections
set -x; a=1 echo b >nodir/x; a=1 cat >nodir/x; f() { :; }; a=1 f >nodir/x; a=1 >nodir/x

### a readonly assignment does not keep the command from running
readonly r=1; r=2 echo x >f; ls; r=2 cat >g; ls

### an assignment in an assignment
unset x; x=${x:=3} echo $x > $x; ls

### names of functions in POSIX mode
set -o posix
a-b() { :; }
echo after $?

### names of for in POSIX mode
set -o posix
for a-b in x; do :; done
echo after

### quoted names of functions
'q'() { :; }; echo $?; "q"x() { :; }; echo $?; q\x() { :; }; echo $?; $q() { :; }; echo $?; function 'z' { :; }; echo $?; function `x` { :; }; echo $?

### ANSI-C quotes in arithmetic
echo $(( $'3' + 1 ))

### ANSI-C quotes in arithmetic commands
(( x = $'3' )); echo $?

### double quotes in arithmetic
echo $(( "3" + 1 )) $(( $"3" + 1 ))

### errexit ends at an error in a sourced text
set -e
. /dev/stdin <<< ')'
echo no

### errexit ends at an error in eval
set -e; eval 'echo (' 

### errexit ends at an error in a script
set -e
echo )

### an error in eval that is tested
set -e
eval ')' || echo or
echo no

### an error in a compound assignment drops the line
a=(1 ; 2)
echo x $?
echo y

### an error in a compound assignment in eval
eval 'a=(1 ; 2)'; echo $?

### an error in a compound assignment in a function
f() { a=(1 ; 2); }
echo x

### an error in a compound assignment with -c
$THIS -c 'a=(1 ; 2); echo no'; echo $?
$THIS -c 'a=(1 ; 2)
echo yes'; echo $?

### an error in a compound assignment of declare
declare a=(1 ; 2); echo $?
echo n

### an error in a compound assignment over several lines
a=(1
2 &
3)
echo m

### errexit ends at an error in a compound assignment
set -e
a=(;)
echo $?

### messages in functions of -c
$THIS -c 'f() { nocmd; echo ${x?y}; }; f'

### each trap names itself
trap ')' RETURN; f() { :; }; f; set -T; f

