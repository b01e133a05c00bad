### keys of an associative array are known while it is declared
declare -A c=([x]=1 ['k']=v ["a b"]=2); declare -p c
f() { local -A d=([q]=1); declare -p d; }; f
x=5; declare -A e=([$x]=1); declare -p e; declare -a g=([x]=1); declare -p g

### PIPESTATUS is set by simple commands, tests and subshells, not by groups and loops
false | true; x=1; echo "${PIPESTATUS[@]}"; false|true; [[ a = b ]]; echo ${PIPESTATUS[@]}
false | true; ((0)); echo ${PIPESTATUS[@]};  false|true; (exit 3); echo ${PIPESTATUS[@]}
false|false; for i in; do :; done; echo ${PIPESTATUS[@]}; false|false; ! true; echo ${PIPESTATUS[@]}

### behind command and builtin words are split, even where they look like assignments
x='y z'; builtin export e=$x; command export f=$x; echo "$e|$f"; declare h=$x; echo "$h"

### an empty pattern that is anchored matches
x=abc; echo "${x/#/z}" "${x/%/z}"; x=/a/; echo "${x/#//_}" "${x/%//_}"

### trap prints, resets and refuses
trap 'echo y' int SIGTERM 15 exit; trap; trap int; trap -p; trap -p FOO; echo $?; trap '' QUIT
(trap; trap 'echo b' USR1; trap); trap 2 3; trap -p; trap -; echo $?; trap 'x' FOO TERM; echo $?; trap -Z; echo $?

### jobs are listed, waited for and forgotten
sleep 1 & jobs; kill %1; wait %1; echo $?; jobs; (exit 3) & wait $!; echo $?; wait $!; echo $?
sleep 5 & kill -TERM $!; wait $!; echo $?; wait 999999; echo $?; wait abc; echo $?; wait %3; echo $?

### wait -n and -p
sleep 0.1 & p=$!; wait -n -p v; echo $? $((v==p)); wait -n; echo $?

### BASH_COMMAND in a DEBUG trap
f() { echo "$BASH_COMMAND"; }; trap 'echo "[$BASH_COMMAND]"' DEBUG; x=1; for i in 1; do echo $i; done; f b >&2
