### values are expressions
a=b b=c c=d d=7; echo $((a)) $((a+1)); x=x; echo $((x))

### a value keeps its precedence and a text does not
a='1+2'; echo $((a*3)) $(($a*3)); b='c=5'; echo $((b)) $c; x='y['; echo $((x))

### expansions within expressions
echo $(( $(echo 3) + `echo 4` )) $(( $((1+2)) * 2 )) $(( ${x:-5} + ${#HOME}*0 )) $(( "3" + 4 )) $(( '3' ))

### elements in expressions
a=(1 2 3); echo $((a)) $((a[1])) $((a[a[0]])) $((a[-1])) $((a[1]++)) ${a[@]} $((a[5]=9)) ${a[@]} $((a[9]+0)); echo $((a[-10]))

### elements of associative arrays in expressions
declare -A m=([x]=1 [a b]=2 ["]"]=3); k=x; echo $((m[x])) $((m[$k])) $((m["a b"])) $((m[y]=4)) ${m[y]} $((m[x]++)) ${m[x]}; echo $((m[k]))

### a key that an expansion gives is taken as it is
declare -A m; k='a]b'; m[$k]=5; echo $((m[$k])) ; ((m[$k]++)); echo ${m[$k]}; k='$(echo hi)'; ((m[$k]=3)); declare -p m

### arithmetic for loops
for ((i=0;i<3;i++)); do echo $i; done; for ((;;)); do break; done; for ((i=0,j=5; i<j; i++, j--)); do echo $i $j; done; for ((i=0; i<3; )); do ((i++)); done; echo $i

### the old form in brackets
echo $[1+2] $[ 3*4 ] $[x=5] $x "$[2**3]"; echo $[1+]; echo s $?

### offsets and lengths are expressions
s=abcdefgh; i=2; echo ${s:i:i+1} ${s:1+1} ${s: -3} ${s:(-3):2} ${s:i?1:2} ${s:0:-2} ${s:$i:${i}}; echo ${s:1/0}; echo no

### integer variables evaluate what they get
declare -i x; x=1+2; echo $x; x+=4; echo $x; x='2*(3+4)'; echo $x; x=nope; echo $x; x='1 +'; echo "s $? $x"

### arrays of integers
declare -ai a=(1+1 2*3); a[2]=4+4; a+=(1+2); echo ${a[@]}; a[0]+=5; echo ${a[0]}

### subscripts are expressions
a[1+1]=x; a[i=4]=y; echo "${!a[@]} $i"; echo ${a[1+1]} ${a[i]} ; a[1/0]=3; echo s $?

### blanks in a value
x=' 5 '; echo $((x+1)); x='5 6'; echo $((x)); echo s $?

### special parameters
echo $(( $# + $? )) ; set -- 4 5; echo $(( $1 * $2 )) $(($#)); echo $((RANDOM*0)) $((LINENO)) $(( ${#} ))

### conditional operators evaluate both sides
[[ 1+1 -eq 2 ]]; echo $?; x=5; [[ x -gt 3 ]]; echo $?; [[ '1 +' -eq 2 ]]; echo $?; [ 1+1 -eq 2 ]; echo $?; [[ 1/0 -eq 1 ]]; echo $?; [[ "" -eq 0 ]]; echo $?; [ "" -eq 0 ]; echo $?

### a hundred variables that name each other
v1=1; for i in {2..100}; do declare "v$i=v$((i-1))+1"; done; echo $((v100))

### let takes several expressions
let a=1 b=a+1 c=b*2; echo $a $b $c $?; let a=1 b=0; echo $?; let; echo $?; let -- a=3; echo $? $a; let - 1; echo $?

