### errexit: 34
set -o errexit
f() { set -e; false; echo no; }
if f; then echo y; else echo n; fi
f || echo or
echo end

### errexit: set in tested fn
f() { set -e; false; echo after; }
if f; then echo y; fi
false
echo not

### errexit: set in tested fn 2
f() { set -e; false; echo after; }
f || echo or
f && echo and
! f
echo $-
false
echo not

### errexit: corners
set -e
! true; echo 1
! false; echo 2
false || true; echo 3
if false; then :; fi; echo 4
while false; do :; done; echo 5
until true; do :; done
false && true; echo 6
true && false || true; echo 7
{ false && true; }; echo 8
(false && true); echo 9

### errexit: and list last
set -e
true && false
echo no

### errexit: and list in group
set -e
{ true && false; }
echo no

### errexit: and in subshell
set -e
( false && true )
echo yes

### errexit: and in fn
set -e
f() { false && true; }
f
echo no

### errexit: brace fail
set -e
{ false; echo a; } || echo b
(false; echo a) || echo b
f() { false; echo a; }
f || echo b
if ! f; then echo c; fi
x=$(false; echo a) || echo b
echo "$x"
echo $(false; echo a)
x=$(false)
echo no

### errexit: assign
set -e
f() { local x=$(false); echo local; }
f
export y=$(false); echo export
declare z=$(false); echo declare
echo $(false); echo arg
: $(false); echo colon
a=$(false) b=$(true)
echo two
b=$(true) a=$(false)
echo no

### errexit: inherit
set -e
shopt -s inherit_errexit
echo $(false; echo no)
x=$(false; echo no)
echo end

### errexit: inherit posix
set -e
set -o posix
echo $(false; echo no)
x=$(false; echo no) || echo or
echo end

### errexit: subst no inherit
set -e
echo $(echo $-; false; echo yes)
echo $(set -e; false; echo no)
echo `false; echo yes`
cat <(false; echo yes)
x=$(f() { false; echo f; }; f)
echo "$x"

### errexit: pipefail
set -e
false | true
echo a
set -o pipefail
false | true || echo or
! false | true
echo b
false | true
echo no

### errexit: pipeline element
set -e
{ false; echo no; } | cat
echo a
true | { false; echo no; } 
echo no2

### errexit: arithmetic
set -e
((1))
((0)) || echo a
let 1
(( 0 ))
echo no

### errexit: let
set -e
let 0
echo no

### errexit: cond
set -e
[[ a == b ]] || echo a
[[ a == b ]]
echo no

### errexit: case/for
set -e
for i in 1 2; do [ $i = 3 ] && echo three; done
echo for

### errexit: for 2
set -e
for i in 1 2; do false; done
echo no

### errexit: case
set -e
case a in a) false || true;; esac
case a in a) ! true;; esac
echo 1
case a in a) false;; esac
echo no

### errexit: subshell
set -e
(exit 3)
echo no

### errexit: subshell 2
set -e
(set +e; false; echo a)
echo b
( false; echo no )
echo no2

### errexit: bg
set -e
false &
wait $! || echo w $?
false & wait
echo a
{ false; echo no; } &
wait $!
echo no

### errexit: func not found
set -e
nosuch 2>/dev/null || echo or
nosuch
echo no

### errexit: redirect
set -e
echo a < /nonexistent || echo or
{ echo a; } < /nonexistent || echo or
while read x; do :; done < /nonexistent || echo or
: > /nonexistent/x
echo no

### errexit: group redirect
set -e
{ echo a; } < /nonexistent
echo no

### errexit: eval
set -e
eval false || echo or
eval 'false; echo a' || echo or
if eval 'false; echo b'; then echo c; fi
eval 'false; echo no'
echo no2

### errexit: source
set -e
echo 'false; echo src' > x
. ./x || echo or
if . ./x; then echo then; fi
. ./x
echo no

### errexit: command
set -e
command false || echo or
builtin false || echo or
command false
echo no

### errexit: trap
set -e
trap 'echo exit $?' EXIT
trap 'echo err $?' ERR
f() { false; }
f

### errexit: negate group
set -e
! { false; echo a; }
! (false; echo b)
echo c

### errexit: exit trap sub
set -e
(trap 'echo sub' EXIT; false; echo no)
echo no2

### errexit: return
set -e
f() { return 3; }
f || echo $?
f
echo no

### errexit: while cond
set -e
while { false; echo x; break; }; do :; done
echo a
i=0
while [ $i -lt 2 ]; do i=$((i+1)); false || :; done
echo b

### errexit: in PS4/prompt
set -e
trap 'false; echo d' DEBUG
echo a

### errexit: time
set -e
TIMEFORMAT=; time false || echo or
TIMEFORMAT=
time false
echo no

### errexit: lastpipe
set -e
shopt -s lastpipe
true | { false; echo no; }
echo no2

### errexit: unset -v
set -e
unset -f nosuch
unset nosuch
readonly r=1
unset r
echo no

### errexit: cd
set -e
cd /nonexistent
echo no

### errexit: test
set -e
test -f /nonexistent || echo a
[ a = b ]
echo no

### errexit: read eof
set -e
read x < /dev/null
echo no

### errexit: expr subst in cond
set -e
if [ "$(false; echo hi)" = hi ]; then echo yes; fi
[ -n "$(false)" ] || echo no
echo "${x:-$(false)}"
echo end

### errexit: array assign
set -e
a=($(false)); echo 1
a=([0]=$(false)); echo 2
a[0]=$(false)
echo no

### errexit: posix special
set -o posix
set -e
f() { local x=$(false); echo l; }
f
readonly y=$(false); echo r

### errexit: fn cond nested
set -e
g() { false; echo g; }
f() { g; echo f; }
f || true
f && true
f && g || echo z
h() { if f; then :; fi; g; echo no; }
h
echo no

### errexit: $- in subshell
set -e
echo $-
(echo $-)
echo $(echo $-)
set +e
echo $-

### errexit: after or in subst assign
set -e
x=$(exit 3) || echo "or $?"
x=`exit 4` || echo "or $?"
y=$(echo a; exit 5)
echo no

### errexit: coproc/procsub
set -e
cat <(exit 3)
echo a

### errexit: xargs
set -e
f() { cat; return 1; }
echo hi | f || echo or
echo hi | f
echo no
