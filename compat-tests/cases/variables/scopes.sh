### locals of arrays
declare -A m=([a]=1); f() { local m; m=5; declare -p m; }; f; g() { local -A m; m[z]=1; declare -p m; }; g; declare -p m; h() { m[b]=2; local m=q; declare -p m; }; h; declare -p m
### locals made of what they hide
a=(1 2 3); f() { local a=("${a[@]}" 4); declare -p a; }; f; declare -p a; g() { local x=$x y=$x; echo "$x $y"; }; x=1; g; h() { local a=${a[1]}; echo $a; }; h
### a recursive function counts in its locals
x=1; f() { local x=$((x+1)); echo $x; if ((x<4)); then f; fi; echo "back $x"; }; f; echo $x
### recursion with results
f() { local n=$1; ((n<=1)) && { echo 1; return; }; echo $((n * $(f $((n-1))))); }; f 6; fib() { local n=$1; if ((n<2)); then r=$n; else fib $((n-1)); local a=$r; fib $((n-2)); r=$((a+r)); fi; }; fib 10; echo $r
### names put together at run time
eval "x=(1 2)"; eval 'declare -A m=([a]=b)'; echo ${m[a]}; eval "y=\$(echo '\$HOME')"; echo $y; v=x; eval "$v[2]=z"; declare -p x; eval "echo \${$v[2]} \${#$v[@]}"; eval "$v+=(w)"; echo ${x[@]}; printf -v "$v[0]" q; echo ${x[0]}; declare "$v[1]=r"; echo ${x[1]}; read "$v[3]" <<< s; echo ${x[3]}; unset "$v[3]"; echo ${!x[@]}; declare -n ref=$v; ref[9]=nine; echo ${x[9]}
### operators in operators
x=abc; echo "${x:0:1}${x:1}" "${x/${x:0:1}/Z}" "${x#${x%c}}" "${x%"${x#a}"}" ${x:${#x}-1} "${x^^[${x:1:1}]}"; p=b; echo ${x//$p/[$p]} ${x//[$p]/-} ${x/$p*/} ${x#*$p}
### arrays as words
a=("a b" c); printf '<%s>' "${a[@]}" "${a[*]}" ${a[@]} "x${a[@]}y" "${a[@]:1}" "${#a[@]}" "${a[@]/c/d e}" ${a[@]/c/d e}; echo; b=("${a[@]/%/!}"); printf '<%s>' "${b[@]}"; c=$(printf '%q ' "${a[@]}"); eval "d=($c)"; declare -p d; echo "${a[@]@Q}"; eval "e=(${a[@]@Q})"; declare -p e
### words split at many separators
IFS=, ; a="1,2,,3"; set -- $a; echo $#; b=($a); echo ${#b[@]}; IFS=; set -- $a; echo $#; unset IFS; set -- $a; echo $#; IFS=$'\t'; x=$'a\t\tb'; set -- $x; echo $#; IFS=' ,'; y='a , b,c  d'; set -- $y; echo $# "$@"; IFS=:; echo a:b $(echo c:d); echo "$(echo c:d)"; for i in a:b $PATH_NONE x:y; do echo $i; done; z=a:b; echo $z ${z} "$z"
### assigning defaults
unset x; echo ${x=a} ${x=b} ${x:=c}; unset y; f() { echo ${y:=$1}; }; f 1; f 2; echo $y; (echo ${w:=sub}); echo ${w-unset}; echo $(echo ${w:=sub2}) ${w-unset}; a=(); echo ${a[3]:=x} ${!a[@]}; declare -A m; echo ${m[k]:=v} ${m[k]}; declare -i n; echo ${n:=2+3}; declare -u u; echo ${u:=abc}
### positional parameters by number
set -- one two three; echo ${!#} ${@: -1} ${*: -2:1} $# ${#1} ${1:1} ${2^} ${3%e*}; i=2; echo ${!i} "${@:i:1}" ${@:$i}; shift $(($#-1)); echo $1; set -- "$@" "$@"; echo $*; for a do echo -n "$a,"; done; echo; f() { echo "${@:2}"; }; f 1 2 3; set -- ; echo "[${1-}][${@-}][$#]"
### what children see
export A=1; f() { local A=2; $THIS -c 'echo $A'; unset A; $THIS -c 'echo ${A-none}'; }; f; $THIS -c 'echo $A'; g() { local -x B=3; h; }; h() { $THIS -c 'echo $B'; }; g; $THIS -c 'echo ${B-none}'; A=(1 2); $THIS -c 'echo ${A-none}'; unset A; declare -x A; $THIS -c 'echo ${A-none}'; export C; C=5; $THIS -c 'echo $C'; readonly D=6; export D; $THIS -c 'echo $D; D=7; echo $D'
### typeset
f() { typeset x=1; typeset -g y=2; typeset -i z=1+1; echo $x $y $z; }; f; echo "$x|$y|$z"; typeset -p y; typeset -r k=1; k=2
### expressions as values of integers
declare -i a=010 b=0x1F c=2#101 d=16#ff e='1 + 2' f=3*3; echo $a $b $c $d $e $f; a+=1; b=b+1; c=c; d=$((d))+1; echo $a $b $c $d; declare -i g; g=g+1; echo $g; g="1,2"; echo $g; g='(1+2)*3'; echo $g; g=-5; echo $g; g=g--; echo $g; declare -i h=5/2; echo $h; h='h>1?10:20'; echo $h
### quotes that come from values
x='$(echo hi) `echo ho` $HOME ${y}'; echo "$x"; eval "echo \"$x\"" | sed "s,$HOME,H,"; y='"quoted" '"'single'"; echo $y; z="a\\b\$c\`d\"e"; echo "$z"; printf '%s\n' "$z"; w='a\nb'; echo "$w"; echo -e "$w"; v=$'a\\nb'; echo "$v"
### an exported variable shows through locals that are not exported
export A=1; f() { local A=2; declare +x A; env | grep ^A=; unset A; env | grep ^A=; A=3; env | grep ^A=; local A; export A; env | grep ^A=; }; f; g() { local A; env | grep ^A=; A=5; env | grep ^A=; h; }; h() { local A=6; unset A; env | grep ^A=; unset A; env | grep ^A=; }; g
### unset and unexported in temporary environments
export B=1; f() { local -a B=(1 2); env | grep ^B=; }; f; C=1 eval 'unset C; env | grep ^C='; D=1; f() { declare +x D; env | grep ^D=; D=9; env | grep ^D=; }; D=2 f; env | grep ^D=
### a readonly variable ends lines, not the script
readonly a=1; a=2
echo "next $?"
f() { a=3; echo no; }
f
echo "next2 $?"; (a=4; echo no); echo "sub $?"
x=1 a=5 y=2; echo no
echo "$x|$y"
a=6 || echo no
if a=7; then echo no; fi
echo end
### assignments in front of builtins that assign
x=5 y=6 readonly z=7; echo $x $y $z; x=8 export w=$x; echo $w; x=9 eval 'export v=$x'; echo $v; unset x; x=1 declare -p x; declare -p x; echo $?
### locals made one after the other
f() { local a=$1 b=${2:-$a} c=${a}x$b; echo $a $b $c; local d e=; echo "${d-unset}" "${e-unset}"; local -a l=($1 "$2"); echo ${#l[@]}; local IFS=:; echo "${l[*]}"; }; f 1; f 'p q' r
### subscripts are expressions
a[1]=b; a[x]=c; echo ${a[@]}; x=1; a[x]=d; a[x+1]=e; a["x"]=f; a[$x]+=g; declare -p a; a[~0]=h 2>/dev/null; echo $?; a[1,2]=i; declare -p a; a[ 5 ]=j; echo ${a[5]} ${a[ 5 ]} ${a[2+3]}; ((a[7]=9, a[8]=a[7]*2)); echo ${a[8]}; let a[9]=1; echo ${a[9]}
### keys of every spelling
declare -A m; m['a b']=1; m["c d"]=2; m[e f]=3; m[$'g\th']=4; m[i]+=5; m[i]+=6; m["j'k"]=7; m['l"m']=8; for k in "${!m[@]}"; do echo "$k=${m[$k]}"; done | sort; [[ -v m['a b'] ]] && echo v1; [[ -v 'm[e f]' ]] && echo v2; k='n]o'; m[$k]=9; echo "${m[$k]}" "${m["n]o"]}"; echo ${#m[@]}; m[@]=x 2>/dev/null; echo $?; echo ${m['@']}; unset "m[a b]"; echo ${m['a b']-gone}; m[$(echo p q)]=r; echo ${m[p q]}
### patterns in values
set -f; set -- *; echo "$@"; set +f; x='*'; touch aa ab; echo $x "$x" ${x} a${x} "a"$x; y='a*'; echo $y; z=$y; echo "$z"; arr=(a*); echo ${arr[@]}; arr=("a*"); echo ${arr[@]} "${arr[@]}"; for i in a*; do echo $i; done; case ab in $y) echo m;; esac; [[ ab == $y ]] && echo m2; [[ ab == "$y" ]] || echo n; echo ${u:-a*} "${u:-a*}"; w=a*; echo $w "$w"
### slices by expressions
a=(1 2 3 4 5); echo ${a[@]:1:3} ${a[@]: -2} ${a[@]:(-3):2} "${a[*]:2}" ${a[@]::2} ${a[@]:0} ${a[@]:4:9}; s=([2]=x [5]=y [9]=z); echo ${s[@]:1} ${s[@]:3:1} ${s[@]: -1} ${!s[@]} ${#s[@]}; x=hello; echo ${x::2} ${x:3:} 2>&1; n=1; echo ${x:n} ${x:n+1:n*2} ${x: -n} ${x:$n:-$n}
### failures of assignments and the ERR trap
trap 'echo "E:$? ${BASH_COMMAND}"' ERR; false; (exit 3); x=$(exit 4); f() { false; }; f; [[ a == b ]]; ((0)); ! true; false || :; a[1/0]=1 2>/dev/null; echo "n $?"
echo end
