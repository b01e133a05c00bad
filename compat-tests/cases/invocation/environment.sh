### PWD is taken over where it names the directory
mkdir a; ln -s a b; cd b; $THIS -c 'echo ${PWD##*/}; pwd | sed s,.*/,,; pwd -P | sed s,.*/,,'; env PWD=/nosuch $THIS -c 'echo ${PWD##*/}'; env PWD=. $THIS -c 'echo ${PWD##*/}'; env PWD=$PWD/../b $THIS -c 'echo ${PWD##*/}; echo $PWD' | sed 's,^/.*/in,,'; env -u PWD $THIS -c 'echo ${PWD##*/}; env | grep -c ^PWD'; env PWD=/tmp $THIS -c 'echo ${PWD##*/}'; env PWD= $THIS -c 'echo ${PWD##*/}'; env PWD="$PWD/" $THIS -c 'echo ${PWD##*/in}'; env PWD="$PWD/." $THIS -c 'echo ${PWD##*/in}'; env PWD="/$PWD" $THIS -c 'echo ${PWD##*/in}'

### OLDPWD is taken over where it names a directory
env OLDPWD=/tmp $THIS -c 'echo $OLDPWD; cd -'; env OLDPWD=/nosuch $THIS -c 'echo "[$OLDPWD]"; cd -'; env -u OLDPWD $THIS -c 'declare -p OLDPWD; echo ${OLDPWD-unset}; env | grep OLDPWD'; env OLDPWD=rel $THIS -c 'echo "[$OLDPWD]"'; echo > file;  env OLDPWD=$PWD/file $THIS -c 'echo "[${OLDPWD##*/}]"'; env OLDPWD= $THIS -c 'declare -p OLDPWD'

### a name that is no variable cannot be assigned
env a.b=1 $THIS -c 'a.b=2; unset a.b; env | grep "^a[.]b"'

### an exported function is taken over
env 'BASH_FUNC_f%%=() { echo f; }' $THIS -c 'f; declare -f f; declare -F; export -f | head -3'

### a function goes through the environment unchanged
f() { local x=1; case $x in 1) echo "one $1";; esac; cat <<E
here $x
E
}; export -f f; $THIS -c 'f arg'; $THIS -c '$THIS -c "f x"'

### carriage returns are part of the words
printf 'echo a\r\n' > s; $THIS s | od -c; printf '#!/bin/bash\r\necho x\r\n' > s; $THIS s | od -c

### a text without an interpreter is run by the shell
printf 'echo "hi $0 $*"; x=1; f 2>&1\n' > s; chmod +x s; f() { echo func; }; ./s a b; export -f f; ./s

### exported variables reach children as they are then
A=1 B='x y' C= $THIS -c 'env | grep -E "^[ABC]=" | sort'; env A=1 $THIS -c 'A=2; $THIS -c "echo \$A"; unset A; $THIS -c "echo [\$A]"'

### OPTIND and OPTERR are not taken over
OPTIND=5 OPTERR=0 IFS=x PS4=y $THIS -c 'echo "$OPTIND $OPTERR"; printf "%q\n" "$IFS"'

### SHLVL counts shells and starts anew where it makes no sense
for v in -5 999 5x '' 9999999999 -1 08 1+1 abc 0; do SHLVL= ; export SHLVL=$v; env SHLVL="$v" $THIS -c 'echo "$SHLVL"'; done

### SHLVL does not count a shell that is replaced
env SHLVL=3 $THIS -c 'env; :' | grep SHLVL; env SHLVL=3 $THIS -c 'exec env' | grep SHLVL; env SHLVL=3 $THIS -c 'true && env' | grep SHLVL

### names that are no variables are handed on
env 'a.b=1' 'x-y=2' $THIS -c 'env | grep -E "^(a.b|x-y)=" | sort; set | grep -E "^(a.b|x-y)"'

### a definition with more behind it is not taken over
env 'BASH_FUNC_f%%=() { echo f; }; echo no' $THIS -c 'echo $?; f'; env 'BASH_FUNC_f%%=() { :;}; echo no' $THIS -c 'echo $?'

### a definition that is not closed is not taken over
env 'BASH_FUNC_f%%=() { echo f' $THIS -c 'f; echo $?'

### a variable is no function without the form of one
env 'BASH_FUNC_f%%=echo hi' $THIS -c 'f; echo $?'; env 'BASH_FUNC_f()=() { echo f; }' $THIS -c 'f; echo $?'; env 'f=() { echo f; }' $THIS -c 'f; echo $?; echo "$f"'

### functions may have names that are no variables
env 'BASH_FUNC_a-b%%=() { echo ab; }' $THIS -c 'a-b'; env 'BASH_FUNC_a/b%%=() { echo ab; }' $THIS -c 'echo $?'; env 'BASH_FUNC_a-b%%=() { echo ab; }' $THIS --posix -c 'echo $?'

### a function of the environment covers a command
env 'BASH_FUNC_ls%%=() { echo myls; }' $THIS -c 'ls; $THIS -c ls'

### functions of a string come from environment and of standard input from main
$THIS -c 'f() { echo $BASH_SOURCE; nosuch; }; f'; echo 'f() { echo $BASH_SOURCE; nosuch; }; f' | $THIS

### TERM and SHELL have values that are not exported
env -u TERM -u SHELL $THIS -c 'echo $TERM; export' | grep -E 'dumb|TERM|SHELL='

### a working directory that is gone is told
mkdir gone; cd gone; rmdir ../gone; $THIS -c 'echo hi'

### an empty PATH finds nothing
PATH=; nosuch; echo $?; /bin/echo found

### what the shell sets stays exported
for v in OPTIND OPTERR IFS PS4 BASH_VERSION; do env $v=zz $THIS -c "declare -p $v"; done; PS4=x $THIS -c 'env' | grep PS4
