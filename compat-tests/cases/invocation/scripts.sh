### a script that is not there ends with 127
$THIS nosuch; echo $?; $THIS ./nosuch; echo $?; $THIS /a/b/c; echo $?

### a directory is no script
mkdir d; $THIS d; echo $?; $THIS ./d/; echo $?; $THIS /; echo $?

### a program is no script
cp /bin/true b; $THIS b; echo $?; $THIS /bin/true; echo $?; $THIS true; echo $?

### a null byte in the first line makes a file binary
printf 'echo a\0b\n' > b; $THIS b; echo $?; printf 'echo a\necho \0b\n' > b; $THIS b; echo $?

### a script is looked for in PATH
mkdir p; echo 'echo "in path $0 $BASH_SOURCE"' > p/myscr; PATH=$PWD/p:$PATH $THIS myscr

### a script here comes before the one in PATH
mkdir p; echo 'echo "in path $0 $BASH_SOURCE"' > p/myscr; echo 'echo here $0'>myscr; PATH=$PWD/p:$PATH $THIS myscr

### an empty script succeeds
: > s; $THIS s; echo $?; $THIS /dev/null; echo $?

### an empty string succeeds
$THIS -c ''; echo $?; $THIS -c '#c'; echo $?

### an empty name is no script
$THIS ''; echo $?

### a script's name may look like an option behind two dashes
$THIS -- -c 'echo a'; echo $?


### a script may come from a descriptor
printf 'echo "$#"\n' > s; $THIS /dev/fd/3 a b 3<s; $THIS <(echo 'echo piped $#') 1 2; cat s | $THIS /dev/stdin a

### a script reads its own standard input
printf 'read x; echo "[$x]"; cat\n' > s; printf 'one\ntwo\n' | $THIS s

### options behind the script are its parameters
echo 'echo $- $*' > s; $THIS -u s -e -- -x
