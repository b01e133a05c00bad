### coproc and its descriptors
coproc cat; echo hi >&${COPROC[1]}; read x <&${COPROC[0]}; echo $x; exec {COPROC[1]}>&-; wait; echo $?; echo "${COPROC[@]}"

### a named coprocess
coproc X { read a; echo "got $a"; }; echo b >&${X[1]}; read r <&${X[0]}; echo $r; wait $X_PID; echo $?; echo "[${X[@]}]" "${X_PID-unset}"

### a coprocess that was waited for
coproc cat a; echo; wait; coproc true; wait $!; echo $?

### the status of a coprocess
coproc { exit 3; }; wait $COPROC_PID; echo $?

### a bad name
coproc 1x { :; }; echo $?

### a name from a variable
x=foo; coproc $x { :; }; echo $?

### a coprocess with a redirection
coproc echo a >out; wait; cat out

### select reads until end of file
select x in a b c; do echo "$REPLY:$x"; done <<< $'1\n\n9\n3\nfoo'

### PS3 and the status
PS3='pick> '; select x in a b; do echo $x; done <<< 2; echo $?

### columns of a menu
select x in one two three four five six seven eight nine ten eleven twelve thirteen; do break; done <<< 1

### COLUMNS
COLUMNS=40; select x in $(seq 1 25); do break; done <<< 1

### long words
COLUMNS=20; select x in aaaaaaaaaaaaaaaaaaaaaaaaaa b c; do break; done <<< 1

### select without words
select x in; do echo no; done; echo $?

### select at end of file
select x in a; do :; done </dev/null; echo $?

### status of select
select x in a b; do false; break; done <<< 1; echo $?; select x in a b; do false; done <<< 1; echo $?

### continue in select
select x in a b; do continue; done <<< $'1\n2'; echo "$x $REPLY"

### wide characters and tabs
TMOUT=1; select x in é "ü ü" $'a\tb'; do echo "$x"; break; done <<< 2

### blanks around the answer
select x in a b; do echo "[$x]"; done <<< ' 2 '

### answers that are no number
select x in a b; do echo "[$x][$REPLY]"; done <<< $'0\n-1\n01\n2x\n1 2'

