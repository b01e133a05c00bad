### EXIT trap: trap: basic
trap 'echo exit $? $LINENO $BASH_COMMAND' EXIT
false

### EXIT trap: trap: with exit
trap 'echo exit $?' EXIT
(exit 3)
exit 5

### EXIT trap: exit in trap
trap 'echo a; exit 9; echo b' EXIT
exit 5

### EXIT trap: in function
f() { trap 'echo bye $? ${FUNCNAME[*]}' EXIT; return 3; }
f
echo $?

### EXIT trap: lineno
echo 1
trap 'echo $LINENO' EXIT

:

### EXIT trap: lineno multi
trap 'echo a $LINENO
echo b $LINENO
' EXIT
:
:
exit 2

### EXIT trap: in subshell
trap 'echo outer' EXIT
(trap 'echo inner $?' EXIT; exit 4)
echo $?
(echo no trap)
x=$(trap 'echo subst' EXIT; echo hi)
echo "$x"

### EXIT trap: not inherited
trap 'echo outer' EXIT
(exit 1) ; (:) ; echo $(echo x) ; { :; } | :

### ERR trap: basic
trap 'echo err $? $LINENO $BASH_COMMAND' ERR
false
(exit 3)
! true
false || true
if false; then :; fi
while false; do :; done
false | true
true | false
x=$(false)
[[ a = b ]]
((0))
f() { false; echo f; return 2; }
f
let 0
nosuchcommand
echo end

### ERR trap: errtrace
set -E
trap 'echo err $? $LINENO ${FUNCNAME[*]} -- $BASH_COMMAND' ERR
f() { false; echo f; return 2; }
f
(false; echo sub)
x=$(false; echo a)
echo "$x"
{ false; } | cat
g() { f; }
g
echo end

### ERR trap: no errtrace
trap 'echo err $? $LINENO ${FUNCNAME[*]} -- $BASH_COMMAND' ERR
f() { false; echo f; return 2; }
f
(false; echo sub)
(false)
x=$(false; echo a)
echo "$x"
x=$(false)
{ false; } | cat
{ false; }
for i in 1; do false; done
if true; then false; fi
case a in a) false;; esac
while :; do false; break; done
g() { f; }
g
f | cat
cat < /nonexistent
{ echo a; } < /nonexistent
echo end

### ERR trap: set in function
f() { trap 'echo err $LINENO' ERR; false; }
f
false
trap -p

### ERR trap: with set -e
set -e
trap 'echo err $? $LINENO' ERR
trap 'echo exit $?' EXIT
f() { return 3; }
f
echo no

### ERR trap: return inside
trap 'echo err; return 7' ERR
set -E
f() { false; echo no; }
f
echo $?

### ERR trap: exit inside
trap 'exit 7' ERR
echo a; false; echo no

### DEBUG trap: basic
trap 'echo "D:$LINENO:$BASH_COMMAND"' DEBUG
echo a
x=1
x=2 y=3
f() { echo in f; }
f
for i in 1 2; do echo $i; done
for ((i=0;i<2;i++)); do echo $i; done
while [ $x -lt 4 ]; do x=$((x+1)); done
if true; then echo t; else echo e; fi
case a in b) ;; a) echo c;; esac
[[ a = a ]]
((1+1))
(echo sub)
{ echo grp; }
echo a | cat
echo $(echo subst)
true && echo and || echo or
! true
until true; do :; done
select s in a; do break; done <<< 1

### DEBUG trap: functrace
set -T
trap 'echo "D:$LINENO:${FUNCNAME[*]}:$BASH_COMMAND"' DEBUG
f() { echo in f
 echo 2
}
f
(echo sub
echo sub2)
echo $(echo subst)
g() { f; }
g
echo a | cat
f | cat

### DEBUG trap: extdebug skip
shopt -s extdebug
trap '[[ $BASH_COMMAND != *skip* ]]' DEBUG
echo a
echo skip
echo b
x=skip
echo "x=$x"
for i in skip 2; do echo $i; done
f() { echo f; echo skip; echo g; }
f
f skip
echo end

### DEBUG trap: extdebug return 2
shopt -s extdebug
trap '[[ $BASH_COMMAND != *ret* ]] || (exit 2)' DEBUG
f() { echo f; echo ret; echo g; }
f; echo $?
echo ret
echo end

### DEBUG trap: not in functions
trap 'echo "D $BASH_COMMAND"' DEBUG
f() { echo in; }
f
declare -ft f
f

### RETURN trap: basic
trap 'echo R $? $LINENO ${FUNCNAME[*]} $BASH_COMMAND' RETURN
f() { echo f; return 3; }
f
declare -ft f
f
echo ':' > x
. ./x
g() { trap 'echo RG $LINENO' RETURN; :; }
g
f
set -T
h() { :; }
h

### RETURN trap: set inside function
f() { trap 'echo ret' RETURN; echo a; }
f
f2() { echo b; }
f2
trap -p

### RETURN trap: functrace
set -T
trap 'echo R $? $LINENO ${FUNCNAME[*]}' RETURN
f() { 
echo f
return 3
}
f
g() { f
}
g
(f)
x=$(f); echo "$x"
echo 'return 4' > x
. ./x; echo $?
eval 'f'

### trap: p
trap 'echo "a b" '\''q'\''' EXIT INT
trap '' HUP
trap -p
trap -p HUP
trap -p SIGINT 0
trap
trap - INT
trap
trap -p FOO
trap 'x' FOO
trap 'x' 99
trap -l | head -2
trap x
trap INT
trap -x
trap 'a
b' TERM
trap -p TERM
trap 'tab	x' TERM
trap -p TERM
trap - EXIT

### trap: numbers
trap 'echo x' 2 15
trap
trap 2
trap
trap 2 15
trap
trap -- '-x' 3
trap

### trap: subshell p
trap 'echo hi' INT
trap '' HUP
(trap)
echo ---
(trap - INT; trap)
echo ---
(trap 'a' USR1; trap)
echo ---
x=$(trap -p); echo "$x"
echo ---
trap | cat
echo ---
(trap -p INT)
(trap 'b' EXIT; trap -p; trap - EXIT)

### trap: signals self
trap 'echo got USR1 $LINENO' USR1
kill -USR1 $$
echo after
f() { kill -USR1 $$; echo f; }
f
sh -c "kill -USR1 $$"
echo st=$?
(kill -USR1 $$)
echo st=$?

### signal from a child: the trap sees the status of the child
trap 'echo "USR1 trap status=$?"' USR1
sh -c "kill -USR1 $$; exit 3"
echo "status=$?"
sh -c "kill -USR1 $$"
echo "status=$?"

### trap: order
trap 'echo usr1' USR1
trap 'echo usr2' USR2
trap 'echo term' TERM
sh -c "kill -USR2 $$; kill -TERM $$; kill -USR1 $$"
echo done

### trap: caught reset in child
trap 'echo x' USR1
sh -c 'kill -USR1 $$; echo alive2'
echo $?
(kill -USR1 $BASHPID; echo alive3)
echo $?

### trap: nested
trap 'echo in; kill -USR1 $$; echo out' USR1
trap 'echo two' USR2
n=0
trap 'n=$((n+1)); echo in $n; [ $n -lt 3 ] && kill -USR1 $$; echo out $n' USR1
kill -USR1 $$
echo end

### errexit in trap
set -e
trap 'false; echo no' USR1
kill -USR1 $$
echo no2

### return in signal trap in function
f() { kill -USR1 $$; echo no; }
trap 'return 5' USR1
f
echo $?

### break in trap
trap 'break' USR1
for i in 1 2 3; do echo $i; kill -USR1 $$; done
echo end

### continue in trap
trap 'continue' USR1
for i in 1 2 3; do kill -USR1 $$; echo $i;  done
echo end

### trap: status
trap 'echo in $?; (exit 4)' USR1
(exit 7); kill -USR1 $$; echo $?
false
kill -USR1 $$
echo $?

### trap: exit without arg
trap 'exit' USR1
false
kill -USR1 $$

### EXIT trap: trap: on signal
trap 'echo bye $?' EXIT
kill -TERM $$
echo no

### EXIT trap: trap: on INT
trap 'echo bye $?' EXIT
kill -INT $$
echo no

### trap: INT and exit
trap 'echo int; exit 3' INT
trap 'echo bye $?' EXIT
kill -INT $$

### trap: syntax error
trap 'if' USR1
kill -USR1 $$
echo after $?
trap 'echo "' EXIT

### trap: lineno in functions
trap 'echo L$LINENO F${FUNCNAME[0]} B${BASH_LINENO[*]}' USR1
f() {
  :
  kill -USR1 $$
  :
}
f
kill -USR1 $$
