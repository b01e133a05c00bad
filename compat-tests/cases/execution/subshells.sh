### subshell environment: fd via exec
x=$(exec 3>f; echo hi >&3; echo out); echo "$x"; cat f; { echo y >&3; } 2>/dev/null || echo closed
(exec 4>g; echo a >&4); cat g; { : >&4; } 2>/dev/null || echo closed4
(exec >h; echo in h); echo out; cat h
x=$(exec 2>&1; echo err >&2); echo "[$x]"

### subshell environment: traps
trap 'echo p' USR1; (trap 'echo c' USR1; trap -p USR1); trap -p USR1; x=$(trap - USR1; trap -p USR1); echo "[$x]"; trap -p USR1
(trap '' USR1; sh -c 'kill -USR1 $$; echo alive'); sh -c 'kill -USR1 $$; echo alive' 2>/dev/null; echo $?

### subshell environment: ulimit
ulimit -n 100; (ulimit -n 50; ulimit -n); ulimit -n; x=$(ulimit -n 60; ulimit -n); echo $x; ulimit -n

### subshell environment: seconds random
SECONDS=100; (SECONDS=5; echo $SECONDS); echo $SECONDS; RANDOM=42; a=$RANDOM; RANDOM=42; (echo $RANDOM >/dev/null; RANDOM=1); b=$RANDOM; [ $a = $b ] && echo same || echo differ

### subshell environment: getopts
set -- -a -b -c; getopts abc o; echo $o $OPTIND; (getopts abc o; echo $o $OPTIND); echo $o $OPTIND; getopts abc o; echo $o $OPTIND; x=$(getopts abc o; echo $o); echo $x; getopts abc o; echo $o; getopts abc o; echo $? $o

### subshell environment: getopts clustered
set -- -abc; getopts abc o; echo $o; (getopts abc o; echo $o; getopts abc o; echo $o); getopts abc o; echo $o $OPTIND

### subshell environment: shopt set
(shopt -s nullglob extglob; set -f -u -e; set -o pipefail; shopt -q nullglob && echo $-); echo $-; shopt nullglob extglob; set -o | grep pipefail
x=$(set -x; set -o noglob; echo *); echo "$x"; echo *

### subshell environment: functions aliases hash
f() { echo outer; }; (f() { echo inner; }; f; unset -f f; f 2>/dev/null || echo gone); f; shopt -s expand_aliases; alias a='echo al'
(unalias a; alias b=c; alias); alias
(hash -p /bin/ls foo; hash -t foo); hash -t foo 2>/dev/null || echo unhashed
x=$(f() { echo x; }; f); echo $x; f
(declare -fx f; declare -ft f); declare -F f; declare -F -p f

### subshell environment: arrays
a=(1 2 3); (a[1]=x; a+=(4); unset 'a[0]'; echo ${a[@]} ${!a[@]}); echo ${a[@]} ${!a[@]}; declare -A h=([a]=1); (h[b]=2; h[a]=3; echo ${#h[@]} ${h[a]}); echo ${#h[@]} ${h[a]}; x=$(a=(); echo ${#a[@]}); echo $x ${#a[@]}
(unset a; echo ${a-unset}); echo ${a-unset}
(a=str; declare -p a); declare -p a

### subshell environment: local in functions
f() { local v=1; (local v=2; w=3; echo $v $w); echo $v $w; x=$(v=5; local z=6; echo $v $z); echo $x $v $z; (unset v; echo ${v-un}); echo $v; }; v=0; f; echo $v $w
g() { local a=1; h; echo $a; }; h() { (a=2; local a=3; echo $a; unset a; echo $a); a=4; }; g

### subshell environment: positional
set -- a b c; (set -- x; echo $# $1; shift; echo $#); echo $# $1; x=$(shift 2; echo $1); echo $x $1; f() { (shift; echo $1); echo $1; (set -- q; echo $1); echo $1; }; f m n; echo $1

### subshell environment: ifs locale
(IFS=:; x=a:b; echo $x); x=a:b; echo $x; (LC_ALL=C; x=é; echo ${#x}); x=é; echo ${#x}; y=$(LC_ALL=C; echo ${#x}); echo $y ${#x}

### subshell environment: oldpwd dirs
mkdir -p d/e; pushd d >/dev/null; (pushd e >/dev/null; dirs | sed 's/[^ ]*in/T/g'; popd >/dev/null; popd >/dev/null; dirs | wc -w); dirs | wc -w; x=$(popd); dirs | wc -w; (cd e); [ "${OLDPWD##*/}" = in ] && echo ok

### subshell environment: bang and underscore
: a; (echo b >/dev/null); echo $_; true & p=$!; (true & q=$!; [ $q != $p ] && echo differ); [ $! = $p ] && echo same; x=$(true & echo $!); [ $! = $p ] && echo same; wait

### subshell environment: pipestatus
false | true; (true | false | true; echo ${PIPESTATUS[@]}); echo ${PIPESTATUS[@]}
false | true; x=$(true | false; echo ${PIPESTATUS[@]}); echo ${PIPESTATUS[@]} $x
true | false; x=$(:) ; echo ${PIPESTATUS[@]}

### subshell environment: rematch
[[ abc =~ b(c) ]]; ([[ xyz =~ y(z) ]]; echo ${BASH_REMATCH[1]}); echo ${BASH_REMATCH[1]}; x=$([[ q =~ (q) ]]; echo ${BASH_REMATCH[0]}); echo $x ${BASH_REMATCH[0]}

### subshell environment: readonly
(readonly r=1; r=2; echo no); echo $?; r=3; echo $r; x=$(readonly s=1; echo $s); s=5; echo $s $x; declare -r t=1; (unset t); echo $t
f() { (readonly lv=1); lv=2; echo $lv; }; f

### subshell environment: attributes
x=5; (declare -i x; x=2+3; echo $x); x=2+3; echo $x; (export x; sh -c 'echo "[$x]"'); sh -c 'echo "[$x]"'; (declare -u x; x=abc; echo $x); x=abc; echo $x; (declare -n ref=x; ref=new; echo $x); echo $x ${ref-unset}

### subshell environment: errors half way
x=$(echo a; exec 3>f; echo ${nosuch?bad} 2>/dev/null; echo no) 2>/dev/null; echo $? "[$x]"
(echo a; cd /; readonly q=1; q=2; echo no) 2>/dev/null; echo $?; echo ${PWD##*/}; q=3; echo $q
(set -e; cd /; false; echo no); echo $? ${PWD##*/}
x=$(set -u; y=1; echo $nosuch) 2>/dev/null; echo $? "[$y]"

### subshell environment: break continue
for i in 1 2 3; do (break; echo no) 2>/dev/null; echo $i $?; done
for i in 1 2; do x=$(continue; echo after) 2>/dev/null; echo $i "$x"; done
while :; do (exit 3); echo $?; (break 2); break; done 2>&1
for i in 1 2; do (for j in a b; do break; done; echo in $j); done

### subshell environment: return in subshell
f() { (return 3; echo no); echo $?; x=$(return 4; echo no); echo $? "[$x]"; return 5; }; f; echo $?
(return 2) 2>/dev/null; echo $?

### subshell environment: deep nesting
x=$(echo $(echo $(echo $(echo $(echo $(echo deep)))))); echo $x; ((((((echo sub $BASH_SUBSHELL)))))); (((echo a)); echo) 2>/dev/null
( ( ( ( exit 7 ) ) ) ); echo $?
a=1; (a=2; (a=3; (a=4; echo $a); echo $a); echo $a); echo $a

### subshell environment: BASH_SUBSHELL
echo $BASH_SUBSHELL; (echo $BASH_SUBSHELL; (echo $BASH_SUBSHELL); x=$(echo $BASH_SUBSHELL); echo $x); echo $BASH_SUBSHELL | cat; { echo $BASH_SUBSHELL; } | cat; { echo $BASH_SUBSHELL; } & wait; cat <(echo $BASH_SUBSHELL); f() { echo $BASH_SUBSHELL; }; (f); f | cat; echo $(f)

### subshell environment: dollar dollar
p=$$; ([ $$ = $p ] && echo same); [ $(echo $$) = $p ] && echo same; ([ $BASHPID != $p ] && echo differ); [ $BASHPID = $$ ] && echo same; x=$(echo $BASHPID); [ $x != $$ ] && echo differ
sh -c 'echo $PPID' | { read q; [ "$q" != "$$" ] && echo stage; }; (sh -c 'echo $PPID'; :) | { read q; [ "$q" = "$p" ] && echo bad || echo ok; }

### subshell environment: unset
x=1; (unset x; echo ${x-un}; x=2; echo $x); echo $x; f() { :; }; (unset -f f); type -t f; unset x; (x=new); echo ${x-still}

### subshell environment: options of eval
(eval 'x=1; set -f'; echo $-$x); echo $-${x-un}; x=$(eval 'cd /; echo $PWD'); echo $x ${PWD##*/}; echo 'y=2; cd /' > s; (. ./s; echo $y $PWD); echo ${y-un} ${PWD##*/}

### subshell environment: temp env
x=1; (x=2 eval 'echo $x'; echo $x; x=3 f 2>/dev/null; echo $x); echo $x; y=$(x=9 printenv x; echo $x); echo $y

### subshell environment: read mapfile
(read v <<< hello; echo $v); echo ${v-un}; (mapfile -t m <<< $'a\nb'; echo ${#m[@]}); echo ${#m[@]}; echo abc | (read v; echo $v); x=$(read v <<< z; echo $v); echo $x ${v-un}; (printf -v pv %d 5; echo $pv); echo ${pv-un}

### subshell environment: let and arith
i=1; (let i++; ((i+=5)); echo $i $((i++)) $i); echo $i; x=$((i++)); echo $i; y=$(echo $((i=10))); echo $y $i; (for ((i=0;i<3;i++)); do :; done; echo $i); echo $i; (: $((z=7)) ${w:=8}; echo $z $w); echo ${z-un} ${w-un}

### subshell environment: for variable, select, case
for i in a b; do :; done; (for i in c d; do :; done; echo $i); echo $i; (select s in x y; do break; done <<< 1 2>/dev/null; echo $s $REPLY); echo ${s-un} ${REPLY-un}

### subshell environment: special vars
(PS4='x '; IFS=,; PATH=/nowhere; type -p ls); type -p ls > /dev/null && echo found; echo "$PS4"; (PATH=/nowhere; ls) 2>/dev/null; echo $?; ls >/dev/null; echo $?; (HOME=/x; echo ~); [ ~ = /x ] && echo bad; (OPTIND=5; OPTARG=q); echo $OPTIND ${OPTARG-un}

### subshell environment: closed stdout
(exec >&-; echo x) 2>/dev/null; echo $?; (exec 1>&2; echo to err) 2>/dev/null; echo still; x=$(exec >&2; echo err) 2>/dev/null; echo "[$x]"

### subshell environment: redirect group in subst
x=$( { echo a; echo b >&2; } 2>&1 ); echo "$x"; x=$( (echo a; echo b >&2) 2>/dev/null); echo "$x"; x=$({ echo a >&3; } 3>&1); echo "$x"; x=$(echo a > f; cat f; echo b); echo "$x"; x=$(echo q 1>&2 2>/dev/null); echo "[$x]"

### subshell environment: subst stdin
echo line | { x=$(cat); echo "[$x]"; }; printf 'a\nb\nc\n' | { read l; x=$(read m; echo $m); echo $l $x; cat; }; printf 'a\nb\nc\n' > f; { (read l; echo $l); read m; echo $m; } < f

### subshell environment: exit trap in nested
(trap 'echo e1' EXIT; (trap 'echo e2' EXIT); (:)); x=$(trap 'echo e3' EXIT; echo b); echo "$x"; (trap 'exit 7' EXIT; exit 2); echo $?; (trap 'echo $?' EXIT; false); (trap 'echo $?' EXIT; exec true)

### subshell environment: set -e combos
set -e; x=$(false; echo c) || echo $x; (false; echo d) || echo $?; y=$( (exit 4) ) || echo $?; (set +e; false; echo e); echo $-

### subshell environment: lastpipe jobs
shopt -s lastpipe; echo a | read v; echo $v; echo b | (read v; echo $v); echo $v; printf 'x\ny\n' | while read l; do n=$((n+1)); done; echo $n; echo c | { read v; exit 3; }; echo no

### subshell environment: dynamic fd
(exec {fd}>f; echo $((fd>=10)); echo a >&$fd); echo ${fd-un}; cat f; x=$(exec {fd}<f; cat <&$fd); echo $x

### subshell environment: set -- in subst with $_
set -- 1 2; x=$(set -- "$@" 3; echo $#); echo $x $#; echo $(for a; do echo $a; shift; done; echo $#) $#

### subshell environment: export func
f() { echo ef; }; (export -f f; $THIS -c f); $THIS -c f 2>/dev/null; echo $?; (export E=1; $THIS -c 'echo $E'); $THIS -c 'echo [$E]'; x=$(export E=2; printenv E); echo $x; printenv E; echo $?

### subshell environment: xtrace level
set -x; (echo a); x=$(echo b; (echo c)); x=`echo d`; set +x

### subshell environment: time and disown
(sleep 0 & disown; jobs; wait); jobs; x=$(sleep 0 & wait $!; echo $?); echo $x

### subshell environment: assignments before subst
a=1; a=$(a=2; echo $a)$a; echo $a; b=$(c=5; echo x) d=$c; echo "$b[$d]"; e=${f:=$(f=inner; echo sub)}; echo $e $f

### subshell environment: in parameter ops
unset u; echo ${u:-$(u=1; echo dflt)} ${u-un}; echo "${x:=$(cd /; pwd)}" ${PWD##*/}; v=abc; echo ${v/$(echo b)/$(echo X)} ${v:$(echo 1)}; a[$(echo 2)]=z; echo ${!a[@]}
