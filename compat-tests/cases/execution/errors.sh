### nounset: basics
set -u
echo ${x-a} ${x:-b} "${x+c}" "${#@}" "$@" $* "${@:1}" $#
echo $x
echo no

### nounset: 1
set -u; echo $1
echo no

### nounset: arr
set -u; a=(); echo "${a[@]}" "${a[*]}" ${#a[@]}; echo ${a[0]}; echo no

### nounset: arr2
set -u; declare -a a; echo "${a[@]}"; echo "${!a[@]}"; echo ${#a}; echo no

### nounset: len
set -u; echo ${#x}
echo no

### nounset: len2
set -u; echo ${#x[@]}; echo ok

### nounset: idx
set -u; a=(1); echo ${a[1]}
echo no

### nounset: assoc
set -u; declare -A a=([x]=1); echo ${a[x]}; echo ${a[y]}
echo no

### nounset: unset arr
set -u; echo "${nosuch[@]}"; echo after; echo "${nosuch[*]}"; echo ${nosuch[0]}; echo no

### nounset: arith
set -u; echo $((x+1))
echo no

### nounset: arith2
set -u; ((x+1)); echo $?
echo no

### nounset: arith3
set -u; x=y; echo $((x))
echo no

### nounset: let
set -u; let x+1; echo $?
echo no

### nounset: ops
set -u; echo ${x%a}
echo no

### nounset: ops2
set -u; echo ${x:0:1}
echo no

### nounset: ops3
set -u; echo ${x/a/b}
echo no

### nounset: ops4
set -u; echo ${x^^}
echo no

### nounset: ops5
set -u; echo ${x@Q} ; echo b

### nounset: indirect
set -u; echo ${!x}
echo no

### nounset: indirect2
set -u; y=x; echo ${!y}
echo no

### nounset: in subshell
set -u; (echo $x; echo no); echo $?
y=$(echo $x; echo no); echo $?
echo $x | cat; echo ${PIPESTATUS[@]}
echo end

### nounset: in function
set -u; f() { echo $x; echo no; }; f || echo or
echo no

### nounset: in cond
set -u; if [ "$x" ]; then :; fi; echo no

### nounset: in trap
set -u; trap 'echo exit $?' EXIT; echo $x

### nounset: eval
set -u; eval 'echo $x'; echo no

### nounset: source
set -u; echo 'echo $x' > f; . ./f; echo no

### nounset: special
set -u; echo $! ; echo no

### nounset: special2
set -u; echo $_ $- $? $0 >/dev/null; echo ok

### nounset: heredoc
set -u
cat <<X
$x
X
echo after

### nounset: for
set -u; for i in $x; do :; done; echo no

### nounset: case
set -u; case $x in *) echo m;; esac; echo no

### nounset: assign
set -u; y=$x; echo no

### nounset: local
set -u; f() { local y; echo "$y"; }; f; echo no

### nounset: declare
set -u; declare y; echo "$y"; echo no

### nounset: dbracket
set -u; [[ $x = a ]]; echo no

### nounset: redirect
set -u; echo a > $x; echo no

### nounset: c
$THIS -uc 'echo $x; echo no'; echo $?
$THIS -uc '(echo $x; echo no); echo $?'; echo $?
$THIS -uc 'y=$(echo $x; echo no); echo $?'; echo $?
$THIS -uc 'f() { echo $x; }; f; echo no'; echo $?
$THIS -uc 'eval "echo \$x"; echo no'; echo $?
$THIS -c 'echo ${x?}; echo no'; echo $?
$THIS -c 'echo ${x:?foo bar}; echo no'; echo $?
$THIS -c '(echo ${x:?foo bar}); echo a $?'; echo $?
echo 'echo $x' | $THIS -u; echo $?

### nounset: posix
set -o posix; set -u; echo $x; echo no

### ends or goes on: colon
echo ${x:?}
echo no

### ends or goes on: bad subst
echo ${x y}
echo after $?

### ends or goes on: bad subst fn
f() { echo ${x!}; echo no; }
f; echo $?
echo next $?

### ends or goes on: div0
echo $((1/0))
echo after $?

### ends or goes on: div0 fn
f() { echo $((1/0)); echo no; }
f; echo no2
echo after $?

### ends or goes on: div0 sub
(echo $((1/0)); echo no); echo $?
x=$(echo $((1/0)); echo no); echo $?

### ends or goes on: div0 for
for i in 1 2; do echo $((1/0)); echo no; done; echo no
echo after $?

### ends or goes on: div0 eval
eval 'echo $((1/0)); echo no'; echo no2
echo after $?

### ends or goes on: div0 source
echo 'echo $((1/0)); echo no
echo line2' > f
. ./f; echo same
echo after $?

### ends or goes on: readonly
readonly r=1
r=2; echo no
echo after $?

### ends or goes on: readonly fn
readonly r=1
f() { r=2; echo no; }
f; echo no
echo after $?

### ends or goes on: readonly sub
readonly r=1
(r=2; echo no); echo $?
x=$(r=2; echo no); echo $?

### ends or goes on: readonly posix
set -o posix
readonly r=1
r=2
echo no

### ends or goes on: div posix
set -o posix
echo $((1/0))
echo no

### ends or goes on: special builtin posix
set -o posix
shift 5
echo a
export 1x
echo b
. /nonexistent
echo no

### ends or goes on: special builtin posix 2
set -o posix
set -o nosuch
echo no

### ends or goes on: special builtin posix 3
set -o posix
exec 3< /nonexistent
echo no

### ends or goes on: exec redirect
exec 3< /nonexistent
echo no

### ends or goes on: exec cmd
exec /nonexistent
echo no

### ends or goes on: exec cmd 2
shopt -s execfail
exec /nonexistent
echo yes $?

### ends or goes on: special redirect posix
set -o posix
: < /nonexistent
echo no

### ends or goes on: eval syntax posix
set -o posix
eval 'if'
echo no

### ends or goes on: eval syntax
eval 'if'
echo yes $?
eval 'echo a
)
echo b'
echo yes $?

### ends or goes on: source syntax
echo 'echo a
)
echo b' > f
. ./f
echo yes $?

### ends or goes on: unset readonly posix
set -o posix
readonly r=1
unset r
echo no

### ends or goes on: return outside
return 3
echo a $?
break
echo b $?
continue 2
echo c $?

### ends or goes on: shift
set -- a b
shift 3; echo $?
shift x; echo $?
shift -1; echo $?

### ends or goes on: break arg
for i in 1; do break 0; echo a; done
echo $?
for i in 1; do break x; echo a; done
echo $?

### ends or goes on: continue arg
for i in 1 2; do continue x; echo a; done
echo $?

### ends or goes on: exit arg
(exit x); echo $?
(exit 1 2); echo $?
(exit -1); echo $?
(exit 256); echo $?
exit 3 4
echo $?
exit x
echo no

### ends or goes on: return arg
f() { return x; }; f; echo $?
f() { return 1 2; }; f; echo $?
f() { return -1; }; f; echo $?
f() { return 300; }; f; echo $?
echo end

### ends or goes on: command special posix
set -o posix
command shift 5; echo $?
command . /nonexistent; echo $?
command exec /nonexistent; echo $?

### noexec
set -n
echo no
set +n
echo no

### noexec2
$THIS -nc 'echo a; if'; echo $?
$THIS -n -c 'echo a; echo b'; echo $?

### unset func posix name
set -o posix
f() { :; }
function a-b { :; }
echo $?

### cmd not found statuses
nosuch; echo $?
/; echo $?
./x; echo $?
touch y; ./y; echo $?
echo 'echo hi' > z; chmod +x z; ./z; echo $?
'' ; echo $?
nosuch/x; echo $?

### function recursion bad
f() { f() { echo inner; }; f; }
f; f
unset -f f
f
echo $?

### for readonly
readonly i=1
for i in a b; do echo $i; done
echo $?

### temp env readonly
readonly r=1
r=2 env | grep ^r=
r=2 true; echo $?
f() { echo "f $r"; }
r=2 f
echo $?
r=2 eval 'echo $r'
echo $?
