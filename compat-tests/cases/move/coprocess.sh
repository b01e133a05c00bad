### a coprocess is written to and read from
coproc { read x; echo "got $x"; read z; }
echo hi >&"${COPROC[1]}"
read y <&"${COPROC[0]}"
echo "$y"
echo end >&"${COPROC[1]}"
wait

### the numbers of a coprocess
coproc named { cat; }
echo "${named[@]}"
in=${named[1]}
echo line >&"$in"
exec {in}>&-
read -u "${named[0]}" x; echo "$x"

### a coprocess's end is moved to a number
coproc { while read line; do echo "<$line>"; done; }
exec 5>&"${COPROC[1]}" 6<&"${COPROC[0]}"
echo one >&5; read -u 6 a; echo "$a"
