### coproc basics
coproc cat; echo hi >&${COPROC[1]}; read x <&${COPROC[0]}; echo $x; exec {COPROC[1]}>&-; wait $COPROC_PID; echo $?; echo "[${COPROC[@]}] [$COPROC_PID]"

### coproc named
coproc NAME { read a; echo "got $a"; exit 3; }; echo x >&${NAME[1]}; read y <&${NAME[0]}; echo $y; wait $NAME_PID; echo $?; echo "[${NAME[@]-unset}] [${NAME_PID-unset}]"

### coproc end seen at next command
coproc :; p=$COPROC_PID; wait $p; echo "${COPROC[0]-unset} ${COPROC_PID-unset}"

### coproc ends in subshell
coproc cat; ( echo hi >&${COPROC[1]}; exec {COPROC[1]}>&-; read x <&${COPROC[0]}; echo "sub $x" ); exec {COPROC[1]}>&-; wait; echo end

### coproc in pipeline
coproc cat; echo hi >&${COPROC[1]}; exec {COPROC[1]}>&-; cat <&${COPROC[0]} | tr a-z A-Z

### coproc fds in child
coproc sleep 0.1; look='for fd; do [ -e /proc/self/fd/$fd ]; echo $?; done'; sh -c "$look" sh ${COPROC[@]}; wait

### coproc fds in subshell
coproc sleep 0.1; look='for fd; do [ -e /proc/self/fd/$fd ]; echo $?; done'; ( sh -c "$look" sh ${COPROC[@]} ); wait

### coproc fds in cs
coproc sleep 0.1; look='for fd; do [ -e /proc/self/fd/$fd ]; echo $?; done'; x=$(sh -c "$look" sh ${COPROC[@]}); echo "$x"; wait

### coproc redirect
coproc { echo err >&2; echo out; } 2>f; wait; cat f

### coproc redirect out
coproc cat > f; echo hi >&${COPROC[1]}; exec {COPROC[1]}>&-; wait; cat f

### coproc redirect in
echo data > f; coproc cat < f; read x <&${COPROC[0]}; echo $x; wait

### coproc while
coproc while read x; do echo "<$x>"; done; echo a >&${COPROC[1]}; read y <&${COPROC[0]}; echo $y; exec {COPROC[1]}>&-; wait; echo $?

### coproc if
coproc if read x; then echo "<$x>"; fi; echo a >&${COPROC[1]}; read y <&${COPROC[0]}; echo $y; wait

### coproc for
coproc for i in 1 2; do echo $i; done; cat <&${COPROC[0]}; wait

### coproc case
coproc case x in x) echo y;; esac; cat <&${COPROC[0]}; wait

### coproc subshell
coproc ( echo $BASH_SUBSHELL; exit 4 ); cat <&${COPROC[0]}; wait $COPROC_PID; echo $?

### coproc arith
coproc ((0)); wait $COPROC_PID; echo $?

### coproc cond
coproc [[ a == b ]]; wait $COPROC_PID; echo $?

### coproc function
f() { echo f $1; }; coproc f a; cat <&${COPROC[0]}; wait

### coproc name simple
coproc NAME cat; echo $?; wait

### coproc pipeline
coproc echo a | cat; wait; cat <&${COPROC[0]}

### coproc and list
coproc false && echo yes; wait

### coproc or list
coproc false || echo no; wait; echo $?

### coproc bang
! coproc :; echo $?; wait

### coproc jobs
coproc sleep 0.05; jobs; wait

### coproc jobs named
coproc X { sleep 0.05; }; jobs; wait

### coproc PID
coproc sleep 0.05; [ $! = $COPROC_PID ] && echo same; wait

### coproc -n wait
coproc { exit 7; }; wait -n; echo $?

### coproc wait %
coproc { exit 7; }; wait %1; echo $?

### coproc unset
coproc cat; unset COPROC; echo ${COPROC[0]-unset}; kill $COPROC_PID; wait; echo end

### coproc local
f() { local C; coproc C { cat; }; echo ${#C[@]}; exec {C[1]}>&-; wait; }; f; echo ${#C[@]}

### coproc in function
f() { coproc C { cat; }; }; f; echo ${#C[@]};  exec {C[1]}>&-; wait; echo ${#C[@]}

### coproc array prior
COPROC=(1 2 3 4); coproc cat; echo ${#COPROC[@]}; exec {COPROC[1]}>&-; wait;

### coproc nameref
declare -n C=D; coproc C { cat; }; echo ${#D[@]} ${D_PID+set} ${C_PID+set}; exec {D[1]}>&-; wait

### coproc exit code of command
coproc nosuch; echo $?; wait $COPROC_PID; echo $?

### coproc read eof
coproc { :; }; read x <&${COPROC[0]}; echo $?; wait

### coproc closed number
coproc cat; fd=${COPROC[1]}; exec {COPROC[1]}>&-; echo "${COPROC[1]}"; wait; echo "${COPROC[1]-unset}"

### coproc exec move
coproc cat; exec 3>&${COPROC[1]}- 4<&${COPROC[0]}-; echo "${COPROC[@]}"; echo hi >&3; exec 3>&-; read x <&4; echo $x; wait

### coproc print
f() { coproc X { cat; }; coproc cat < f; }; declare -f f

### coproc set -e
set -e; coproc false; wait $COPROC_PID || echo $?; echo here

### coproc declare
coproc cat; declare -p COPROC COPROC_PID | sed 's/"[0-9]*"$/N/'; exec {COPROC[1]}>&-; wait

### cs
coproc cat; x=$(echo hi >&${COPROC[1]}); read -t 1 y <&${COPROC[0]}; echo "$y"; kill $COPROC_PID

### cs 2
coproc cat; echo hi >&${COPROC[1]};  x=$(read -t 1 y <&${COPROC[0]}; echo $y);  echo "$x"; kill $COPROC_PID

### cs 3
coproc cat; echo hi >&${COPROC[1]};  x=$(head -1 <&${COPROC[0]});  echo "$x"; kill $COPROC_PID

### procsub
coproc cat; echo hi >&${COPROC[1]};  read x < <(head -1 <&${COPROC[0]});  echo "$x"; kill $COPROC_PID

### bg simple
coproc cat; echo hi >&${COPROC[1]}; head -1 <&${COPROC[0]} & wait $!; kill $COPROC_PID

### bg group
coproc cat; echo hi >&${COPROC[1]}; { head -1 <&${COPROC[0]}; } & wait $!; kill $COPROC_PID

### bg builtin
coproc cat; echo hi >&${COPROC[1]} &
wait $!;  read -t 1 y <&${COPROC[0]}; echo "$y"; kill $COPROC_PID

### pipe builtin
coproc cat; echo hi | read x >&${COPROC[1]}; echo hi >&${COPROC[1]} | :;  read -t 1 y <&${COPROC[0]}; echo "$y"; kill $COPROC_PID

### pipe group
coproc cat; { echo hi; } >&${COPROC[1]} | :;  read -t 1 y <&${COPROC[0]}; echo "$y"; kill $COPROC_PID

### fg program
coproc cat; sh -c 'echo hi' >&${COPROC[1]};  head -1 <&${COPROC[0]}; kill $COPROC_PID

### function
coproc cat; f() { echo hi >&${COPROC[1]}; read y <&${COPROC[0]}; echo $y; }; f;  kill $COPROC_PID

### function subshell
coproc cat; f() ( echo hi >&${COPROC[1]}; ); f; kill $COPROC_PID

### dup first then subshell
coproc cat; exec 5>&${COPROC[1]} 6<&${COPROC[0]}; (echo hi >&5; head -1 <&6 ); kill $COPROC_PID

### var in subshell
coproc cat; (echo ${COPROC[@]} ${COPROC_PID+set}); x=$(echo ${COPROC[@]} ${COPROC_PID+set}); echo $x;  kill $COPROC_PID

### lastpipe
shopt -s lastpipe; coproc cat; : | echo hi >&${COPROC[1]}; read -t 1 x <&${COPROC[0]}; echo "$x"; kill $COPROC_PID
