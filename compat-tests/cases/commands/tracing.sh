### assignments and declarations
set -x; a=1; b="x y"; c=(1 2 "3 4"); declare d=5; declare -a e=(1 "2 3"); local z 2>/dev/null; export f=g h; readonly i="j k"

### += and elements of arrays
set -x; a+=1; c+=(q); c[1]=z; c[x]+=4; declare -A m=([k]=v ["a b"]="c d"); m[q r]=s; m+=([x]=y)

### for and arithmetic for
set -x; for i in a "b c" *; do :; done; for ((i=0;i<2;i++)); do :; done

### case
set -x; case "a b" in x|"a b") :;; esac; case $x in a);; *) ;; esac

### conditional expressions
set -x; [[ a == b || -n "c d" && ! -f x ]]; [[ a =~ ^(b|c)$ ]]; [[ $x == "a b"* ]]; [[ -v x ]]; [[ x -eq 1+2 ]]; [[ "a*" == a\** ]]; [[ (a) ]]

### arithmetic commands
set -x; (( 1 + 2 )); (( a = 3 , b++ )); let x=1+2 "y = 3"; : $((1+2))

### words that need quotes
set -x; echo 'a b' "c'd" $'e\nf' '' \$x '*' 'a"b' '~' '#x' 'x#' '!' '{a,b}' 'a=b' $'\001' é ';' '&' '|' '<' '>' '(' '[x]' '?' '^' '%' '@' ','

### functions, subshells, substitutions
f() { echo $1; }; set -x; f a; (echo b); { echo c; }; x=$(echo d); echo $(echo $(echo e)); `echo echo f`

### assignments in front of commands
set -x; a=1 b="2 3" echo c; a=1 f=2 eval 'echo $a'; a=$(echo x) :; 

### PS4 with LINENO and FUNCNAME
PS4='+$LINENO:$FUNCNAME '; f() { echo a
echo b; }; set -x; f

### the first character of PS4 repeats
PS4='xy '; set -x; echo $(echo a; echo $(echo b))

### BASH_XTRACEFD
exec 5>log; BASH_XTRACEFD=5; set -x; echo a; set +x; cat log; unset BASH_XTRACEFD; set -x; echo b

### if, while, until
set -x; if true; then echo a; fi; while false; do :; done; until true; do :; done

### select
set -x; select x in a b; do break; done <<< 1

### redirections are not shown
set -x; echo a >x 2>&1 <<< b; cat <<E
b
E

### empty values
set -x; x=; y=''; z=$x; w="$y$z"

### locals and return
set -x; f() { local a=1 b; local -a c=(1 2); return 3; }; f; unset a; shift 0; set -- a "b c"; set +x; echo no

### set -n
set -n
echo no

### -n, -v and -x of the command line
$THIS -n -c 'echo a; if'; echo $?; $THIS -nc 'echo a'; $THIS -vc 'echo a
echo b'; $THIS -xc 'echo "a b"'

### set -xv
set -xv
echo a "b"

### arrays and integers
set -x; a=(1 2 3); a=("${a[@]}" 4); a=(); a=([2]=x [5]="y z"); unset 'a[2]'; declare -i n=3+4; n=5*6; declare -r q=1

### for without in
set -x; for i; do :; done; set -- p q; for i; do :; done; for i in "$@"; do :; done

### more conditional expressions
set -x; [[ -z $x ]]; [[ $x ]]; [[ ! $x ]]; [[ -n a && -n b ]]; [[ a < b ]]; [[ a > b ]]; [[ a != b ]]; [[ x -ef y ]]; [ a = b ]; test -n ""

### patterns and regular expressions
set -x; [[ $(echo a) == a ]]; [[ "x y" == x* ]]; [[ 'x$y' = "$z"* ]]; [[ a =~ "b.c" ]]; [[ a =~ b"."c ]]; p='[a-c]'; [[ b == $p ]]; [[ b == "$p" ]]; [[ b =~ $p ]]

### quotes in values
set -x; x="a'b"; y=$'a\nb'; z='a"b$c`d\e'; echo "$x" "$y" "$z"

### the DEBUG trap is a level deeper
set -x; trap 'echo dbg' DEBUG; echo a; trap - DEBUG

### nested loops
set -x; for i in 1; do for j in 2; do echo $i$j; done; done; (( i )) && (( j ))

### trace of a redirected group
set -x; { echo a; } 2>/dev/null; echo b 2>/dev/null

### export, declare and readonly
set -x; export A="b c" B; declare -x C=d; declare -p A; typeset -l L=ABC; readonly R

### aliases and other builtins
set -x; alias q='echo x'; unalias q; type echo; hash -r; cd .; pwd >/dev/null; umask >/dev/null

### commands of several lines
set -x
echo a \
 b
f() 
{ 
:
}
f

### arithmetic of several lines
set -x; ((i=0,
i<2)); echo $((1 +
2))

### substitutions that read files
set -x; : "$(<../case.sh)" ; x=$(</dev/null)

### PS4 with BASH_SOURCE
PS4='+ ${BASH_SOURCE##*/}:${LINENO}: '; set -x; echo a
echo b

### levels of subshells, substitutions and evals
PS4='++x '; set -x; (echo a; (echo b)); $(echo echo c); eval 'eval "echo d"'

### set -o xtrace
set -o xtrace; echo a; set +o xtrace; echo b; set -x; { set +x; } 2>/dev/null; echo c

### builtins that assign
set -x; a[0]=1; a["x"]=2; a[$i]=3; declare "b[1]=2"; printf -v c %s x; read d <<< y; mapfile e <<< z; getopts a f -a

### tildes and globs in assignments
set -x; x=~ y=a:~:b; echo ~/z >/dev/null; z=*; z={a,b}

### a loop that reads
set -x; while read l; do echo "$l"; done <<< $'a\nb'


### a nameref in front of a command is shown by its own name
a=(1 2); declare -n n=a; set -x; n+=1 eval 'echo $n'; n=8 true
