### jobs: formats
sleep 2 & sleep 2 & 
jobs; jobs -r; jobs -s; jobs %1; jobs %+ %-; jobs -n; jobs -n; kill %1 %2; wait

### jobs: long pids
sleep 2 & jobs -l | sed 's/  *[0-9][0-9]* / PID /'; [ "$(jobs -p)" = $! ] && echo same; jobs -p %1 | grep -c .; kill $!; wait $! ; echo $?

### jobs: pipeline
sleep 3 | cat & jobs; jobs -l | sed 's/ *[0-9][0-9][0-9]*/ PID/'; [ $(jobs -p) != $! ] && echo differ; kill %1 2>/dev/null; wait; echo $?

### jobs: commands text
(sleep 3; echo a) & { sleep 3; } & for i in 1; do sleep 3; done & while sleep 3; do :; done & if sleep 3; then :; fi & f() { sleep 3; }; f a "b c" & x=1 sleep 3 > /dev/null 2>&1 & sleep 2 && echo a || echo b & ! sleep 2 & [[ -n $(sleep 3) ]] & case a in a) sleep 3;; esac & time sleep 2 & coproc sleep 3
jobs
kill $(jobs -p) 2>/dev/null; wait 2>/dev/null

### jobs: invalid
jobs %9; echo $?; jobs -z; echo $?; jobs foo; echo $?; sleep 2 & jobs %sl; jobs '%?ee'; jobs %x; kill %sle; wait %sle; echo $?; kill %nosuch; echo $?; kill %1; echo $?

### jobs: -x
sleep 2 & jobs -x echo %1 | grep -c '^[0-9]*$'; jobs -x echo a b; echo $?; jobs -x false; echo $?; jobs -x echo %9; kill %1; wait

### jobs: ambiguous
sleep 2 & sleep 2 & jobs %sleep; echo $?; kill %sleep; echo $?; kill %1 %2; wait

### jobs: terminated message for wait pid
sleep 2 & kill $!; wait $!; echo $?

### jobs: killed message script
sh -c 'kill -9 $$' 2>&1 | sed 's/ *[0-9][0-9][0-9]*/ PID/'; { sh -c 'kill -9 $$'; echo $?; } 2>&1 | sed 's/  *[0-9][0-9]* / PID /'; { (kill -ABRT $BASHPID); echo $?; } 2>&1 | sed 's/  *[0-9][0-9]* / PID /'

### jobs: killed messages all
for s in HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT XCPU XFSZ VTALRM PROF IO PWR SYS RTMIN; do { sh -c "ulimit -c 0; kill -$s \$\$; :"; echo $s $?; } 2>&1 | sed 's/line 1: *[0-9][0-9]* /PID /'; done

### jobs: killed bg messages
for s in HUP INT QUIT ABRT KILL USR1 SEGV PIPE ALRM TERM; do { sh -c "ulimit -c 0; sleep 0.4; kill -$s \$\$; :" & wait $!; echo $s $?; } 2>&1 | sed 's/line 1: *[0-9][0-9]* /PID /'; done

### jobs: killed in function multi-line
{ f() {
 sh -c 'kill -9 $$'
}
f
(
sh -c 'kill -9 $$'
)
if sh -c 'kill -9 $$'; then :; fi
x=$(sh -c 'kill -9 $$')
echo $?
{ sh -c 'kill -9 $$'; } > /dev/null
for i in 1; do sh -c 'kill -9 $$'; done
while sh -c 'kill -9 $$'; do :; done
sh -c 'kill -9 $$' || echo or
sh -c 'kill -9 $$' && echo and
! sh -c 'kill -9 $$'
sh -c 'kill -9 $$' > /dev/null 2>&1 < /dev/null
A=1 sh -c 'kill -9 $$' "a  b" $HOME
eval "sh -c 'kill -9 \$\$'"
(sh -c 'kill -9 $$'; :)
} 2>&1 | sed 's/\(line [0-9]*:\) *[0-9][0-9]* /\1 PID /'

### wait: -n
(sleep 0.2; exit 2) & (exit 3) & wait -n; echo $?; wait -n; echo $?; wait -n; echo $?; wait -n 2>&1; echo $?

### wait: -p
(exit 3) & p=$!; wait -p v $p; echo $? $((v == p)); (exit 4) & p=$!; wait -n -p v; echo $? $((v == p)); v=x; wait -n -p v; echo $? "${v-unset}"; (exit 5) & wait -p a[1] $!; echo $? ${a[1]:+set}; wait -p 1x; echo $?; true & wait -p w; echo "${w-unset}"

### wait: -f
(exit 3) & wait -f $!; echo $?; wait -fn; echo $?

### wait: after reaped
true & p=$!; sleep 0.2; false; true; wait $p; echo $?; wait $p; echo $?; (exit 9) & p=$!; sleep 0.2; jobs >/dev/null; wait $p; echo $?; wait $p; echo $?

### wait: many remembered
for i in 1 2 3 4 5; do (exit $i) & p[i]=$!; done; sleep 0.2; for i in 5 4 3 2 1; do wait ${p[i]}; echo $?; done

### wait: interrupted by trap
trap 'echo usr' USR1; sleep 2 & p=$!; (sleep 0.2; kill -USR1 $$) & wait $p; echo $?; kill $p; wait $p 2>/dev/null; echo $?

### wait: interrupted by trap, no args
trap 'echo usr' USR1; (sleep 1; exit 3) & (sleep 0.2; kill -USR1 $$) & wait; echo $?; wait; echo $?

### wait: -n interrupted
trap 'echo usr' USR1; (sleep 1; exit 3) & p=$!; { sleep 0.2; kill -USR1 $$; sleep 1; } & wait -n; echo $?; wait $p; echo $?

### wait: ignored signal does not interrupt
trap '' USR1; (sleep 0.2; exit 3) & p=$!; kill -USR1 $$; wait $p; echo $?

### wait: CHLD trap
trap 'echo chld' CHLD; true; (exit 1); x=$(true); true & wait; echo a; sleep 0.2 & wait $!; echo $?

### wait: CHLD trap count
trap 'n=$((n+1))' CHLD; n=0; true & true & true & wait; sleep 0.2; echo $n
n=0; true & wait $!; echo $n

### wait: CHLD in set -m
set -m; trap 'echo chld' CHLD; /bin/true; echo a; /bin/true & wait; echo b

### wait: process substitution
cat <(exit 3); echo $!  | grep -c '[0-9]'; wait $!; echo $?; : > >(cat >/dev/null; exit 4); wait $!; echo $?; wait; echo $?

### background stdin
echo input | { cat & wait; }; echo data > f; cat < f & wait; { cat & wait; } < f; read x < f & wait; (cat) < f & wait

### background ignores INT and QUIT
sh -c 'kill -INT $$; kill -QUIT $$; echo alive' & wait $!; echo $?; { trap; sh -c 'kill -INT $$; echo alive'; } & wait; (trap 'echo t' INT; kill -INT $BASHPID; echo x) & wait; { trap - INT; sh -c 'kill -INT $$; echo alive3'; } & wait

### job control: fg
set -m; (sleep 0.7; exit 3) & fg %1; echo $?; sleep 0.7 & fg; echo $?; sleep 2 & bg %1; echo $?; wait

### job control: stop
set -m; sleep 2 & kill -STOP %1; sleep 0.2; jobs; bg; sleep 0.4; jobs; kill %1; wait; echo $?

### job control: stopped fg
set -m; sh -c 'kill -STOP $$; echo resumed'; echo $?; jobs; fg; echo $?

### job control: groups
set -m; sh -c 'cut -d " " -f 5 /proc/$$/stat; echo $$' | { read a; read b; [ $a = $b ] && echo own || echo shared; }; sleep 1 & [ $(cut -d ' ' -f 5 /proc/$!/stat) = $! ] && echo own; kill %1; set +m; sleep 1 & [ $(cut -d ' ' -f 5 /proc/$!/stat) = $! ] || echo shared; kill $!

### no job control
fg; echo $?; bg; echo $?; fg %1; echo $?; sleep 1 & fg %1; echo $?; bg %1; echo $?; suspend; echo $?; kill %1

### sigpipe silence
yes | head -1; echo ${PIPESTATUS[@]}; set -o pipefail; yes | head -1 >/dev/null; echo $?; trap '' PIPE; yes 2>/dev/null | head -1; echo ${PIPESTATUS[@]}; (trap 'echo p >&2' PIPE; while echo x; do :; done 2>/dev/null | head -1)

### builtin write to closed pipe
{ echo a; sleep 0.2; echo b; echo "st $?" >&2; } | true; echo ${PIPESTATUS[@]}

### signal in read
trap 'echo usr' USR1; (sleep 0.2; kill -USR1 $$) & read x < <(sleep 1; echo line); echo $? $x; wait

### signal in read, exit in trap
trap 'echo usr; exit 3' USR1; (sleep 0.2; kill -USR1 $$) & read x < <(sleep 2; echo line); echo no

### signal in loop
trap 'echo usr; done=1' USR1; (sleep 0.2; kill -USR1 $$) & while [ -z "$done" ]; do :; done; echo out

### signal in foreground command
trap 'echo usr $?' USR1; (sleep 0.2; kill -USR1 $$) & sleep 1; echo $?; wait

### signal in command substitution
trap 'echo usr $?' USR1; (sleep 0.2; kill -USR1 $$) & x=$(sleep 1; echo out); echo $x $?; wait

### signal in pipeline
trap 'echo usr $?' USR1; (sleep 0.2; kill -USR1 $$) & sleep 1 | cat; echo $?; wait

### subshell trap and signal
(trap 'echo sub' TERM; (sleep 0.2; kill -TERM $BASHPID) ; sh -c 'kill -TERM $PPID'; echo after); echo $?

### background: $!
echo "[$!]"; true & [ -n "$!" ] && echo set; p=$!; (echo $! | grep -qx $p && echo inherited); f() { true & }; f; [ $! != $p ] && echo new; wait; { true & } ; wait

### exit with running jobs
sleep 1 & exit 3

### trap EXIT waits not
trap 'echo bye' EXIT; (sleep 0.2; echo late) & echo main; wait
