### substitution: status and output
x=$(echo a; exit 3); echo $? "$x"; echo $(exit 4) $?; x=`exit 5`; echo $?; y=$(x=$(exit 6)); echo $?; : $(exit 7); echo $?; x=$(exit 8) true; echo $?; a=$(exit 1) b=$(exit 2) c=; echo $?

### substitution: newlines and blanks
x=$(printf 'a\n\n\n'); echo "[$x]"; x=$(printf '\n\na'); echo "[$x]"; echo "[$(printf ' a  b ')]" [$(printf ' a  b ')]; x="$(printf 'a\nb\n')c"; echo "$x"; echo $(printf '*\n'); echo "$(echo "$(echo "a b")")"

### substitution: arithmetic or command
echo $((1+2)) $( (echo sub) ) $((echo a); echo b) $(( (1) )) "$(( 3 ))"

### substitution: case inside
x=$(case a in a) echo yes;; (b) echo no;; esac); echo $x; y=$(if true; then echo "a)"; fi # comment )
); echo $y; z=$(cat <<E
here ) doc
E
); echo "$z"

### substitution: quotes inside backticks
echo `echo "a \`echo b\` c"`; echo "`echo \"q\"`"; echo `echo '$HOME' | tr a-z A-Z`; echo "`echo '\\$x' \\\\`"; x=5; echo `echo $x \$x \\$x`

### trap: in a function stays
f() { trap 'echo bye $?' EXIT; }; f; echo main; (exit 3)

### trap: EXIT order with subshell exit
trap 'echo out' EXIT; (trap 'echo in' EXIT; exit 2); echo $?; { trap 'echo replaced' EXIT; }; exit 4

### trap: EXIT trap sees positional and options
set -- a b; set -u; trap 'echo "$@" $# $-' EXIT; exit

### trap: reset in function
trap 'echo x' USR1; f() { trap - USR1; }; f; trap -p USR1; trap 'echo y' USR1; (f; trap -p); trap -p

### trap: RETURN and local
f() { local v=1; trap 'echo r $v; trap - RETURN' RETURN; v=2; }; f; echo ${v-un}; g() { :; }; g

### trap: DEBUG counts
n=0; trap 'n=$((n+1))' DEBUG; :; :; : | :; { :; :; }; (:;:); trap - DEBUG; echo $n

### trap: DEBUG with return status ignored
trap 'false' DEBUG; echo a; echo $?; false; echo $?; trap - DEBUG

### trap: DEBUG sees last status
trap 'echo "s=$?"' DEBUG; false; true; (exit 3); :; trap - DEBUG

### trap: ERR in pipefail and negation
set -o pipefail; trap 'echo err $?' ERR; false | true; ! false | true; false | false || true; if false | true; then :; fi; echo end

### trap: ERR in command substitution with errtrace
set -E; trap 'echo err >&2' ERR; x=$(false; echo a); echo $x; y=$(f() { false; }; f; echo b); echo $y; (false); echo end

### trap: ERR status variables
trap 'echo "$? ${PIPESTATUS[*]} $BASH_COMMAND"' ERR; (exit 3) | (exit 4); false; [[ x = y ]]; ((0)); test 1 = 2; unknowncmd 2>/dev/null

### trap: ERR and while
trap 'echo err' ERR; while false; do :; done; until true; do :; done; for i in 1; do false; true; done; case x in x) false;; esac; echo end

### trap: ERR with exec failing and cd
trap 'echo err $?' ERR; cd /nonexistent; . /nonexistent; eval false; command false; builtin false; let 0; read x < /dev/null; test; export 1x; echo end

### trap: error in trap command
trap 'nosuchcmd; echo after' USR1; kill -USR1 $$; echo main $?

### trap: multi-line action prints
trap 'echo one
echo two' USR1; trap; kill -USR1 $$

### trap: action with quotes
v=later; trap "echo $v; echo '\$v'" USR1; v=now; trap 'echo $v "a  b"' USR2; kill -USR1 $$; kill -USR2 $$; trap -p

### trap: number names
trap 'echo x' 1 SIGHUP hup int sigint; trap; trap 'echo z' 0; trap - exit; trap -p; trap 'echo q' RTMIN RTMIN+1 64; trap; trap - RTMIN RTMIN+1 RTMAX

### trap: KILL and STOP
trap 'echo no' KILL; echo $?; trap 'echo no' STOP; echo $?; trap -p KILL; trap; (trap '' KILL; echo $?); true

### trap: empty and dash
trap '' INT; trap - INT; trap -p INT; trap '' 2; trap -p; trap 2; trap; trap -- - INT; trap; trap - - 2>&1; echo $?

### trap: exit code through
trap 'true' EXIT; (exit 7)

### trap: exit code replaced
trap 'exit 9' EXIT; (exit 7)

### trap: exit code errexit
trap 'echo $?; exit 9' EXIT; set -e; (exit 7); echo no

### trap: exit in ERR then EXIT
trap 'echo err; exit 5' ERR; trap 'echo exit $?' EXIT; false; echo no

### trap: return in EXIT
f() { trap 'return 3' EXIT; }; f; trap 'echo a; return 2; echo b' EXIT; exit 1

### trap: signal inside EXIT trap
trap 'echo usr' USR1; trap 'kill -USR1 $$; echo exiting' EXIT; echo main

### trap: set inside trap
trap 'echo first; trap "echo second" USR1' USR1; kill -USR1 $$; kill -USR1 $$

### trap: loop control inside
trap 'break' USR1; for i in 1 2; do kill -USR1 $$; echo no; done; echo after; f() { for i in 1 2; do kill -USR1 $$; echo no; done; echo in f; }; f

### trap: signal in arithmetic loop
trap 'x=1' USR1; x=0; n=0; (sleep 0.3; kill -USR1 $$) & while ((x==0)); do ((n++)); done; echo out $((n>0))

### trap: child inherits default
trap 'echo p' TERM; sh -c 'kill -TERM $$'; echo $?; (kill -TERM $BASHPID); echo $?; sh -c 'trap' ; $THIS -c 'trap'

### trap: function named as signal handler with args
cleanup() { echo "cleanup $1 $? ${FUNCNAME[0]} ${#FUNCNAME[@]}"; }; trap 'cleanup EXIT' EXIT; trap 'cleanup USR1; exit 2' USR1; kill -USR1 $$; echo no

### ends: return at top of sourced
echo 'echo a; return 3; echo b' > s; . ./s; echo $?; . ./s || echo or; f() { . ./s; echo in f $?; return 4; }; f; echo $?

### ends: exit in sourced, eval, function, pipe, loop
(echo 'exit 3' > s; . ./s; echo no); echo $?; (eval 'exit 4'; echo no); echo $?; (f() { exit 5; }; f; echo no); echo $?; (echo | exit 6; echo yes $?); (for i in 1 2; do exit 7; done; echo no); echo $?; ({ exit 8; }; echo no); echo $?

### ends: break levels
for i in 1 2; do for j in a b; do break 2; done; echo no; done; echo out; for i in 1 2; do for j in a b; do continue 2; done; echo no; done; echo $i$j; for i in 1; do break 99; done; echo $?; while true; do eval 'break'; echo no; done; echo e; f() { break; }; for i in 1 2; do f; echo $i; done 2>/dev/null

### ends: loops and status
for i in; do :; done; echo $?; false; for i in; do :; done; echo $?; while false; do :; done; echo $?; for i in 1; do false; done; echo $?; if false; then :; fi; echo $?; case x in y) false;; esac; echo $?; f() { return; }; false; f; echo $?; { false; }; echo $?

### set -o: listing and interplay
set -o errexit -o nounset; set +o | grep -E 'errexit|nounset'; set +e +u; set -o | grep -E 'errexit|nounset'; set -eu; echo $-; set +eu; echo $-; set -o nosuch; echo $?; set -Q; echo $?; set -o pipefail; shopt -o pipefail; shopt -uo pipefail; shopt -qo pipefail; echo $?

### set -n and -v
$THIS -v -c 'echo a
echo b'; $THIS -n -c 'echo no'; echo $?; set -v; echo c; set +v; echo d

### set -k -h -f -C
set -f; echo *; set +f; set -C; echo a > f; echo b > f; echo $?; echo c >| f; cat f; set +C; echo d > f; cat f; set -k; sh -c 'echo [$Z]' Z=5; set +k

### set -a
set -a; x=1; f() { :; }; set +a; y=2; printenv x; printenv y; echo $?; declare -p x y

### LINENO: after heredocs and continuations
cat <<A; echo $LINENO
1
2
A
echo $LINENO
x="a\
b"; echo $LINENO
: \
\
; echo $LINENO

### LINENO: in trap actions of several lines
trap 'echo $LINENO
echo $LINENO' USR1
kill -USR1 $$

kill -USR1 $$
echo $LINENO

### LINENO: in a function called from traps
f() { echo f $LINENO ${BASH_LINENO[*]}; }
trap f USR1
trap f EXIT
trap 'f' ERR
kill -USR1 $$
false

### LINENO: messages of builtins
cd /nosuch
shift x
f() {
  cd /nosuch
  unset -z
}
f
eval 'cd /nosuch

cd /nosuch2'
$(cd /nosuch)
(
cd /nosuch
)
{
cd /nosuch
} 2>&1 | cat
for i in 1
do cd /nosuch
done
x=$(
cd /nosuch
)
if cd /nosuch
then :
fi
[ 1 -eq x ]
[[ 1 -eq 1+ ]]
((1+))
let 1+
printf %d x
read -z
test a b c
kill -9 x

### xtrace: of everything
set -x
x=1 y="a b"
echo "$x" '$y' "it's" $'a\nb' ""
[[ $x == 1 && -n $y ]]
((x+1))
for i in 1 2; do :; done
case $x in 1) :;; esac
if [ $x = 1 ]; then :; fi
while false; do :; done
f() { echo in; }
f a b
a=(1 2 "3 4")
a[1]=z
declare -i n=3
export E=5
echo $(echo sub) > /dev/null
cat <<< "here" > /dev/null
! true
x=2 env > /dev/null
eval 'echo ev'
(echo s)
set +x

### xtrace: file
exec 9> tr; BASH_XTRACEFD=9; set -x; echo a; (echo b); x=$(echo c); set +x; unset BASH_XTRACEFD; cat tr

### xtrace: tests and their patterns
x=1; y="a b"; set -x
[[ $x == 2 || ! -z $y ]]
[[ $y = a* ]]
[[ $y =~ ^a.b$ ]]
[[ $x -eq 1+0 ]]
[[ ( a < b ) && ! a = b ]]
[[ $x ]]
[[ "" ]]
[[ $y == "a b" || $y == 'a'* ]]
[[ -v x ]]
[[ a == "$y" ]]
case $x in 1) :;; esac
case "$y" in *) :;; esac

### xtrace: select
exec 2>&1
set -x; select i in a b; do break; done <<< 1

### xtrace: levels of nesting
PS4='+$LINENO '
set -x
eval 'echo a; eval "echo b"'
echo 'echo c' > xx; . ./xx
(echo d; x=$(echo e; echo $(echo f)))
f() { echo g; }; f
x=`echo h`
echo "${y:=$(echo j)}"
eval 'x=$(echo k)'
trap 'echo ex' EXIT
PS4='abc '
eval echo hi
PS4=
eval echo hi
PS4='é '
eval echo hi

### substitution: a file read by backquotes
printf 'l1\nl2\n' > f; x=`<f`; echo "$x"; g=f; y=` < $g`; echo "$y"; z=`<f;`; echo "[$z]"

### redirections: those of a file are expanded by its process
(cat <<< ${y:=5}; echo ${y-un}); (: <<< ${y:=5}; echo ${y-un}); (cat < ${x?msg}; echo after $?); (i=0; /bin/echo a > f$((i++)); echo $i); (set -u; cat <<< $nosuch; echo after $?)

### substitution: tested where its command is tested
(set -e; shopt -s inherit_errexit; x=$(false; echo no) || echo or; echo "$x"; if [ "$(false; echo b)" ]; then echo yes; fi; echo end)
(set -e; x=$(set -e; false; echo y) || echo or; echo $x; y=$(set -e; false; echo z); echo no)

### BASH_SUBSHELL: stages, groups, background
f() { echo f $BASH_SUBSHELL; }
echo a $BASH_SUBSHELL | cat
{ echo b $BASH_SUBSHELL; } | cat
{ echo c $BASH_SUBSHELL; } & wait
echo d $BASH_SUBSHELL & wait
(echo e $BASH_SUBSHELL) & wait
(echo e2 $BASH_SUBSHELL) | cat
f | cat
f & wait
echo $(f)
eval 'echo k $BASH_SUBSHELL' | cat
( echo o $BASH_SUBSHELL | cat )

### background: what is ignored is shown
f2() { trap; }
f2 & wait
echo --
trap & wait
echo --
(trap) & wait; echo --
{ trap; } & wait; echo --
{ trap; } | cat & wait; echo --
(trap 'echo t' INT; kill -INT $BASHPID; echo x) & wait
{ trap 'echo q' QUIT; trap; kill -QUIT $BASHPID; echo y; } & wait

### background: standard input
echo data > f
f() { cat & wait; }
f < f; echo "fn redirect"
exec 3<&0 < f; cat & wait; echo "exec redirect"; exec <&3
{ { cat & wait; } ; } < f; echo nested
for i in 1; do cat & wait; done < f; echo for
{ (cat & wait); } < f; echo sub
echo in | f ; echo pipefn
echo in | eval 'cat & wait'; echo pipeeval
if true; then cat & wait; fi < f

### job control: what is told of jobs that end
exec 2>&1
set -m
sleep 2 & kill -TERM %1; wait; echo $?

### ERR trap: lines of compound commands
set -E
trap 'echo err $LINENO -- $BASH_COMMAND' ERR
f() {
 :
 
 [[ a = b ]]

 ((0))

 (
 exit 3
 )
 for i in 1
 do
  ((0))
 done
 case a in
 a) [[ a = b ]] ;;
 esac
 { echo x
 } < /nonexistent
 x=1
}
f
[[ a = b &&
a = b ]]
((
0
))
(
exit 3

)
g() {
 :
 return 3
}

g \
 a
false | {
 false
 }
false | (false
 )
x=1 \
y=$(exit 4)
eval 'false

false'
. /dev/stdin <<< '
false'

### EXIT trap: where exit was called
f() { local v=loc; exit 3; }
trap 'echo "ex ${FUNCNAME[*]} v=$v $?" $# $1' EXIT
f a b

### EXIT trap: errors that end
trap 'echo "ex v=$v $?"' EXIT
set -e
f() { local v=loc; false; }
f

### signals: a child's signal waits for its end
trap 'echo "usr $?"' USR1
sh -c "kill -USR1 $$; exit 3"; echo $?
sh -c "kill -USR1 $$" | cat; echo $?
x=$(sh -c "kill -USR1 $$; echo out; exit 4"); echo $? $x
(sh -c "kill -USR1 $$; exit 5"; exit 6); echo $?

### signals: a child ends its shell
trap 'echo bye $?' EXIT; (exit 4); sh -c 'kill -TERM $PPID; sleep 0.3'; echo no
