### exit trap in subshell killed by self TERM
(trap 'echo x' EXIT; kill -TERM $BASHPID); echo $?

### exit trap in subshell killed INT
(trap 'echo x' EXIT; kill -INT $BASHPID; echo after); echo $?

### exit trap main TERM
$THIS -c 'trap "echo x" EXIT; kill -TERM $$; echo after'; echo $?

### exit trap main INT
$THIS -c 'trap "echo x" EXIT; kill -INT $$; echo after'; echo $?

### exit trap command substitution TERM
x=$(trap 'echo x' EXIT; kill -TERM $BASHPID; echo after); echo "$? $x"

### exit trap with TERM trap in subshell
(trap 'echo x' EXIT; trap 'echo t' TERM; kill -TERM $BASHPID; echo after); echo $?

### exit trap with TERM trap that exits in subshell
(trap 'echo x' EXIT; trap 'echo t; exit 3' TERM; kill -TERM $BASHPID; echo after); echo $?

### parent exit trap then subshell killed
trap 'echo parent' EXIT; (kill -TERM $BASHPID; echo no); echo $?

### parent exit trap, subshell exit
trap 'echo parent' EXIT; (echo sub; exit 4); echo $?

### unbound in exit trap
set -u; trap 'echo a; echo $nosuch; echo b' EXIT; echo main

### unbound in exit trap with exit status
set -u; trap 'echo a; echo $nosuch; echo b' EXIT; exit 3

### unbound ends shell and exit trap
set -u; trap 'echo a $?' EXIT; echo $nosuch; echo no

### unbound in subshell exit trap
set -u; (trap 'echo a; echo $nosuch; echo b' EXIT; echo main); echo $?

### expansion error in exit trap
trap 'echo a; echo ${nosuch?msg}; echo b' EXIT; echo main

### division by zero in exit trap
trap 'echo a; echo $((1/0)); echo b' EXIT; echo main

### syntax error in exit trap
trap 'echo a; if' EXIT; echo main

### errexit failure in exit trap
set -e; trap 'echo a; false; echo b' EXIT; echo main

### errexit failure in exit trap with exit 3
set -e; trap 'echo a; false; echo b' EXIT; exit 3

### FUNCNAME in exit trap after errexit in function
set -e; trap 'echo "[${FUNCNAME[*]}] [${BASH_LINENO[*]}] $LINENO ${#FUNCNAME[@]}"' EXIT
f() {
  g
}
g() {
  false
}
f

### FUNCNAME in exit trap after exit in function
trap 'echo "[${FUNCNAME[*]}] [${BASH_LINENO[*]}] $LINENO"; caller; caller 0' EXIT
f() {
  exit 3
}
f

### locals in exit trap after errexit in function
set -e; trap 'echo "$x $1 $#"' EXIT
x=global
f() {
  local x=local
  false
}
f a b c

### locals in exit trap after exit in function
trap 'echo "$x $1 $#"; local y=1' EXIT
x=global
f() {
  local x=local
  exit
}
f a b c

### exit trap in function return
f() { trap 'echo x; return 3' EXIT; return 2; }; f; echo $?

### exit trap: return
trap 'echo x; return 3; echo y' EXIT; exit 2

### exit trap: break
for i in 1 2; do trap 'echo x; break' EXIT; exit 2; done

### trap in exit trap
trap 'echo a; trap "echo b" EXIT' EXIT; exit 2

### trap in exit trap 2
trap 'echo a; trap - EXIT; trap -p' EXIT; exit 2

### exit in exit trap with other trap
trap 'echo a; trap "echo b" EXIT; exit 4' EXIT; exit 2

### exit trap exec
trap 'echo a' EXIT; exec true

### exit trap exec fails
trap 'echo a $?' EXIT; exec /nosuch; echo no

### exit trap of a sourced file
echo 'trap "echo src \$LINENO" EXIT; exit 3' > s; . ./s

### LINENO in exit trap
trap 'echo $LINENO
echo $LINENO' EXIT
:
exit 3

### LINENO of a function in exit trap
f() {
  echo $LINENO
}
trap 'f; echo $BASH_COMMAND' EXIT
exit 3

### BASH_COMMAND in exit trap
trap 'echo $BASH_COMMAND' EXIT
true a b

### BASH_COMMAND in exit trap, errexit
set -e; trap 'echo $BASH_COMMAND' EXIT
(exit 3)

### BASH_COMMAND in exit trap, errexit in f
set -e; trap 'echo $BASH_COMMAND' EXIT
f() { false x; }; f

### BASH_COMMAND in err trap
trap 'echo "$BASH_COMMAND"' ERR
false a; ! true; (exit 3); [[ a = b ]]; ((0)); x=$(false); false | true; true | false; { false; }; if false; then :; fi; f() { return 3; }; f

### ERR pipeline LINENO
trap 'echo "$LINENO $BASH_COMMAND $?"' ERR
true |
  false
(
  exit 4
)
{
  false
}
for i in 1; do
  false
done
case x in
  x) false ;;
esac
while false; do :; done
x=$(
false
)
[[
a == b ]]
((
0 ))
f() {
  false
}
f
f | cat
set -E
f
f | f
y=$(f)
echo $(f)
(f)

### RETURN trap basics
trap 'echo "ret $? $LINENO $BASH_COMMAND ${FUNCNAME[*]}"' RETURN
f() { echo in f; }
f
set -T
f
g() {
  f
  return 3
}
g
(g)
x=$(g); echo "$x"
echo 'echo sourced; return 4' > s
. ./s
h() { trap 'echo mine' RETURN; }
h
f

### DEBUG functrace
set -T
trap 'echo "dbg $LINENO [$BASH_COMMAND] ${FUNCNAME[*]} $?"' DEBUG
f() {
  echo in f
  (echo sub)
}
f
x=$(f; echo y)
echo "$x"
f | cat
echo 'echo src
:' > s
. ./s
eval 'echo e
:'

### BASH_COMMAND of subshell
trap 'echo "exit $BASH_COMMAND"' EXIT
trap 'echo "err $BASH_COMMAND"' ERR
true x
(exit 3)
set -e
true y
(exit 3)

### BASH_COMMAND of subshell 2
set -e
trap 'echo "exit $BASH_COMMAND"' EXIT
true y
(true; exit 3)

### exit trap exec not found
trap 'echo a $?' EXIT; exec nosuch; echo no

### exit trap exec not found path
trap 'echo a $?' EXIT; exec /nosuch; echo no

### exit trap exec directory
trap 'echo a $?' EXIT; exec /; echo no

### exit trap exec not executable
echo > nox; trap 'echo a $?' EXIT; exec ./nox; echo no

### exit trap execfail
shopt -s execfail; trap 'echo a $?' EXIT; trap 'echo t' TERM; exec /nosuch; trap; kill -TERM $$; echo yes

### exit trap execfail not found
shopt -s execfail; trap 'echo a $?' EXIT; trap 'echo t' TERM; exec nosuch; trap; kill -TERM $$; echo yes

### exit trap execfail not executable
echo > nox; shopt -s execfail; trap 'echo a $?' EXIT; trap 'echo t' TERM;trap 'echo d' DEBUG; trap 'echo e' ERR; exec ./nox; trap; kill -TERM $$; echo yes

### exec fails in subshell with trap
(trap 'echo a $?' EXIT; exec /nosuch; echo no); echo $?

### errexit in redirected function
set -e; trap 'echo trap' EXIT; f() { echo in; false; }; f > out; echo no

### exit in redirected function
trap 'echo trap' EXIT; f() { echo in; exit; }; f > out; echo no

### exit in redirected group
trap 'echo trap' EXIT; { echo in; exit; } > out; echo no

### exit in redirected eval
trap 'echo trap' EXIT; eval 'echo in; exit' > out; echo no

### errexit in redirected eval
set -e; trap 'echo trap $LINENO' EXIT; eval 'echo in; false' > out; echo no

### errexit in redirected source
set -e; echo 'echo in; false' > s; trap 'echo trap "${FUNCNAME[@]}" ${BASH_LINENO[@]}' EXIT; . ./s > out; echo no

### exit in redirected source
echo 'echo in; exit 3' > s; trap 'echo trap "${FUNCNAME[@]}" ${BASH_LINENO[@]}' EXIT; . ./s > out; echo no

### signal in redirected function
trap 'echo trap ${FUNCNAME[@]} $# ${x-unset}' EXIT; f() { local x=3; kill -TERM $$; echo a; }; f 1 2 3 > out; echo no

### errexit -c
$THIS -c 'set -e; trap "echo trap \${FUNCNAME[@]} \$# \${x-unset}" EXIT; f() { local x=3; false; }; f 1 2 3 > out; echo no'; cat out

### unbound -c
$THIS -c 'set -u; trap "echo trap \${FUNCNAME[@]} \$# \${x-unset}" EXIT; f() { local x=3; echo $nosuch; }; f 1 2 3 > out; echo no'; cat out

### errexit in subshell in function
set -e; f() { local x=1; (trap 'echo trap ${FUNCNAME[@]} $# ${x-unset}' EXIT; g 1 2); echo no; }; g() { local y=1; false; }; f 1 || :; f 2

### errexit in command substitution in function
set -e; shopt -s inherit_errexit; g() { local y=1 x=2; trap 'echo trap ${FUNCNAME[@]} $# ${x-unset}' EXIT; false; }; f() { local x=1 z; z=$(g 1 2); echo no $z; };  z=$(f 1) || echo "$z"; z=$(f 1); echo $z

### exit trap text more lines after error
trap 'echo a; echo $((1/0))
echo b' EXIT
exit 5

### exit trap text more lines after unbound
set -u
trap 'echo a; echo $nosuch
echo b' EXIT
exit 5

### unbound in function in exit trap
set -u
f() { echo $nosuch; echo no; }
trap 'echo a; f; echo b
echo c' EXIT
exit 5

### required in ERR trap
trap 'echo a; echo ${nosuch?x}; echo b' ERR
false; echo after

### unbound in ERR trap
set -u; trap 'echo a; echo $nosuch; echo b' ERR; trap 'echo exit $?' EXIT
false; echo after

### unbound in DEBUG trap
set -u; trap 'echo exit $?' EXIT;  trap 'echo a; echo $nosuch; echo b' DEBUG;
echo after

### unbound in RETURN trap
set -u; trap 'echo exit $?' EXIT;  trap 'echo a; echo $nosuch; echo b' RETURN; set -T; f() { :; }; f
echo after

### unbound in signal trap
set -u; trap 'echo exit $?' EXIT;  trap 'echo a; echo $nosuch; echo b' USR1; kill -USR1 $$
echo after

### INT in comsub
x=$(kill -INT $BASHPID); echo "not $?"

### INT in comsub arg
echo "$(kill -INT $BASHPID)" a; echo "not $?"

### INT in comsub trapped
trap 'echo t' INT; x=$(kill -INT $BASHPID); echo "yes $?"

### INT in comsub program
x=$(sh -c 'kill -INT $$'); echo "not $?"

### INT in comsub program 2
x=$(sh -c 'kill -INT $$'; echo a); echo "not $?"

### INT ignored
trap '' INT; x=$(sh -c 'kill -INT $$'; echo a); echo "yes $?"

### TERM in comsub
x=$(kill -TERM $BASHPID); echo "$?"
