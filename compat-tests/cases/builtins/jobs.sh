### jobs lists what runs in the background
sleep 50 & sleep 60 & jobs; kill %1 %2
### job specifications
sleep 50 & sleep 60 & jobs %1; jobs %%; jobs %+; jobs %-; jobs '%?60'; jobs 1; kill %1 %2
### ambiguous and unknown job specifications
sleep 50 & sleep 60 & jobs %sleep; echo $?; jobs %9; echo $?; jobs x; echo $?; kill %1 %2
### jobs -r and -s
sleep 50 & jobs -s; jobs -r; kill %1
### jobs -p is a number a job
sleep 50 & jobs -p | grep -c '^[0-9]*$'; [ "$(jobs -p)" = $! ]; echo $?; kill %1
### jobs shows once what has ended
(exit 3) & sleep 0.5; jobs >o; cut -c 1-3,5- o; jobs; true & sleep 0.5; jobs >o; cut -c 1-3,5- o; rm o
### a job that has ended is not the previous one
(exit 3) & sleep 0.5; sleep 50 & jobs; kill %2
### jobs -x replaces job specifications
sleep 50 & jobs -x echo %1 | grep -c '^[0-9]*$'; jobs -x echo a b; jobs -x; echo $?; kill %1
### compound commands in the list
{ sleep 50; } & (sleep 50) & f() { sleep 50; }; f & for i in 1; do sleep 50; done & sleep 50 && true & jobs; kill %1 %2 %3 %4 %5
### fg and bg need job control
sleep 50 & fg; echo $?; bg; echo $?; fg %1; echo $?; kill %1
### fg with job control waits for the job
set -m; (sleep 0.7; exit 3) & fg; echo $?; sleep 0.7 & fg %1; echo $?
### fg and bg without a job
set -m; fg; echo $?; bg; echo $?; fg x; echo $?
### a stopped job goes on in the background
set -m; sleep 50 & kill -STOP $!; sleep 0.5; jobs; bg; jobs; kill %1; wait
### bg of a job that runs
set -m; sleep 50 & bg; echo $?; kill %1; wait
### disown forgets jobs
sleep 9 & disown; jobs; sleep 9 & disown %1; jobs; sleep 9 & disown $!; jobs; sleep 9 & disown -a; jobs; sleep 9 & disown -r; jobs
### disown -h keeps the job in the list
sleep 9 & disown -h; jobs
### disown of nothing
disown; echo $?; disown %1; echo $?; disown x; echo $?; disown 99999999; echo $?
### wait gives the status
(exit 7) & wait $!; echo $?; (exit 8) & wait %1; echo $?; (exit 9) & wait; echo $?
### wait remembers what has ended
(exit 7) & p=$!; sleep 0.1; wait $p; echo $?; wait $p; echo $?
### wait without an id forgets what has ended
(exit 7) & p=$!; (exit 8) & wait; wait $p 2>/dev/null; echo $?
### wait for several gives the last one's status
(exit 3) & p=$!; (exit 4) & wait $! $p; echo $?
### wait for what is no child
wait 99999999; echo $?; wait %9; echo $?; wait x; echo $?; wait -1; echo $?; wait 1.5; echo $?; wait ''; echo $?
### an unknown id after a known one
(exit 4) & wait $! 99999999; echo $?; (exit 4) & wait 99999999 $!; echo $?
### wait -n gives the first that ends
(sleep 1; exit 3) & (exit 4) & wait -n; echo $?; wait -n; echo $?; wait -n; echo $?
### wait -n of ids
(sleep 1; exit 3) & p=$!; (exit 4) & wait -n $p $!; echo $?; wait -n $p; echo $?
### wait -n of what nobody knows
wait -n 99999999; echo $?; wait -n x; echo $?; wait -n %3; echo $?
### wait -p names who ended
(exit 3) & wait -p v $!; echo $? $((v == $!)); (exit 4) & wait -n -p v; echo $? $((v == $!)); v=old; wait -n -p v; echo $? ${v-unset}
### wait -p of a name that is none
wait -p 1x; echo $?; wait -p; echo $?; readonly r; wait -p r; echo $?
### wait -f
(exit 2) & wait -f $!; echo $?; (exit 3) & wait -fn; echo $?
### a job that is killed
sleep 50 & kill $!; wait $!; echo $?; sleep 50 & kill -INT $!; sleep 50 & kill -HUP $!; wait $! 2>/dev/null; echo $?
### kill takes names and numbers
trap 'echo got' USR1; kill -USR1 $$; kill -s USR1 $$; kill -s usr1 $$; kill -n 10 $$; kill -10 $$; kill -SIGUSR1 $$; kill -sUSR1 $$; kill -n10 $$
### kill with a signal that is none
kill -s nope $$; echo $?; kill -nope $$; echo $?; kill -n 999 $$; echo $?; kill -s9 $$; echo $?; kill -s '' $$; echo $?
### kill without a process
kill; echo $?; kill -9; echo $?; kill -s TERM; echo $?; kill -s; echo $?; kill -n; echo $?; kill --; echo $?
### kill of what is no process
kill x; echo $?; kill ''; echo $?; kill 1.5; echo $?; kill %1; echo $?; kill -0 99999999; echo $?
### kill succeeds if it reached one
kill -0 99999999 $$; echo $?; kill -0 x $$; echo $?; kill -0 $$; echo $?; kill -EXIT $$; echo $?
### kill -l translates
kill -l 9 15 HUP SIGTERM int 137 0; kill -l EXIT DEBUG ERR; kill -l RTMIN RTMAX 34 64
### kill -l of what is no signal
kill -l 999; echo $?; kill -l nope; echo $?; kill -l -1; echo $?; kill -l 1 nope 2; echo $?
### kill -l lists all, as trap -l does
kill -l; trap -l >l; kill -l | cmp - l; kill -L | head -n 1; rm l
### background commands do not get the terminal's signals
sleep 1 & sleep 0.5; kill -INT $!; wait $!; echo $?; sleep 1 & sleep 0.5; kill -QUIT $!; wait $!; echo $?
### logout is for login shells
logout; echo $?; logout 3; echo $?
### logout of a login shell
$THIS --noprofile -lc 'logout 4; echo no'; echo $?; $THIS --noprofile -lc 'logout x; echo no'; echo $?; $THIS --noprofile -lc 'logout 1 2; echo no'; echo $?
### suspend needs job control
suspend; echo $?; suspend x; echo no
### times prints two lines
times | grep -c '^[0-9]*m[0-9]*\.[0-9]*s [0-9]*m[0-9]*\.[0-9]*s$'; times x >/dev/null; echo $?
