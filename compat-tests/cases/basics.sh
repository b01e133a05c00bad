### a while loop with arithmetic
x=5; while [ $x -gt 0 ]; do x=$((x-1)); done; echo $x
### a function returns its status
f() { echo "f $1"; return 3; }; f a; echo $?
### a subshell keeps its changes to itself
x=1; (x=2; cd /; echo $x $PWD); echo $x
### a command substitution of builtins and programs
echo "$(echo one; echo two | tr a-z A-Z)"
### case patterns
for w in abc xyz; do case $w in a*) echo a;; *) echo other;; esac; done
### a pipeline's status is that of its last command
false | true; echo $? "${PIPESTATUS[@]}"
### errexit ends the shell
set -e; echo before; false; echo after
### errexit does not see tests
set -e; if false; then :; fi; false || echo or; ! true; echo end
### command not found
nosuchcommand; echo $?
### here-documents expand unless quoted
x=1; cat <<A; cat <<'B'
$x
A
$x
B
### redirections to files
echo one >f; echo two >>f; cat <f; ls
### and-or lists
true && echo yes || echo no; false && echo yes || echo no
### a group in a pipeline
{ echo b; echo a; } | sort
### eval and source
eval 'x=3; echo $x'; echo 'echo sourced $1' >s; . ./s arg
### break and continue with levels
for i in 1 2; do for j in 1 2; do [ $j = 2 ] && continue 2; echo $i$j; done; done
### arithmetic for
for ((i=0;i<3;i++)); do echo $i; done
### indexed arrays
a=(x y z); a[5]=w; echo "${#a[@]} ${a[-1]} ${!a[*]}"
### exec replaces the shell
exec echo replaced; echo never
