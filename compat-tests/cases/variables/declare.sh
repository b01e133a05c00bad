### the order of the attributes' letters
declare -a a; declare -A m; declare -irx n=5; declare -lrx l=A; declare -ux u=b; declare -t t=1; declare -ai ai=(1); declare -Ax mx=([a]=1); declare -n nr=n; declare -c c=hello; declare -p a m n l u t ai mx nr c
### attributes taken away
declare -ixlt x=5; declare +i x; declare -p x; declare +x +l +t x; declare -p x; x=A+1; echo $x; declare -u y=abc; declare +u y; y=abc; echo $y; declare -l z; declare -u z; z=aB; declare -p z; declare -lu w=aB; declare -p w; declare -cu v=aB; declare -p v
### integers on every assignment
declare -i n; n=2+3; echo $n; n+=4; echo $n; n=x; echo $n; x=7; n=x; echo $n; n=; echo "[$n]"; n=0x1f; echo $n; n=08 2>/dev/null; echo "s $?"; declare -i m=1/0 2>/dev/null; echo "s $?"
### integers by read, printf and for
declare -i n; read n <<< 3+4; echo $n; printf -v n %s 5*2; echo $n; for n in 1+1 2*3; do echo $n; done; echo ${u:=x}; declare -i k; : ${k:=4+4}; echo $k; n=(1+1); declare -p n; declare -i a; a[2]=3*3; a[1+1]+=1; declare -p a
### case on every assignment
declare -u s; read s <<< abc; echo $s; printf -v s %s def; echo $s; for s in gh; do echo $s; done; s+=ij; echo $s; s=(kl mn); declare -p s; s[1]+=op; echo ${s[1]}; declare -l t=ABC; : ${t2:=$t}; echo $t2; mapfile -t s <<< $'q\nr'; declare -p s; declare -u e=éà; echo $e
### declare without names lists by attribute
unset ${!BASH_@} 2>/dev/null; declare -i int1=1; declare -r ro1=2; declare -x ex1=3; declare -l lo1=4; declare -A as1=([k]=v); declare -i | grep int1; declare -r | grep ro1; declare -x | grep ex1; declare -l; declare -A | grep as1; declare -n; declare -t; typeset -ir | grep -c ro1
### declare -p with attributes
declare -x ex=1; declare -i in=2; declare -p -x | grep ' ex='; declare -px ex; declare -pi in; declare -pA; declare -p -r | grep -c UID; declare -p nosuch ex; echo $?
### export and readonly listings
export zz=1 yy; readonly ww='a b' vv; export -p | grep -E ' (zz|yy)'; export | grep -E ' (zz|yy)'; readonly -p | grep -E ' (ww|vv)'; readonly | grep ww; readonly -a ra=(1); readonly -a | grep ra; readonly -A rm=([x]=1); readonly -A; set -o posix; export -p | grep -E ' (zz|yy)'; readonly -p | grep -E ' (ww|vv|ra|rm)'; readonly -a | grep ra
### export -n and -f
f() { echo hi; }; export -f f; $THIS -c f; export -fn f; $THIS -c f 2>/dev/null; echo $?; export x=1; export -n x; env | grep -c '^x='; declare -p x; export -n y=5; declare -p y; export -f nosuch; echo $?; declare -fx f; declare -F f; declare -pF | grep ' f$'; export -fp | tail -1
### exported functions in the environment
f() { echo "a  b"; cat <<E
x $1
E
}; export -f f; env | sed -n '/^BASH_FUNC_f/,/^}/p'; $THIS -c 'f 5; declare -F f; declare -fp f | tail -1'; env 'BASH_FUNC_g%%=() { echo g; }' $THIS -c g; env 'BASH_FUNC_g%%=() { echo g; }; echo bad' $THIS -c 'g; echo $?' 2>/dev/null; env 'BASH_FUNC_h()=() { echo h; }' $THIS -c 'h' 2>/dev/null; echo $?
### set lists variables and functions
zz_a='x y'; zz_b=$'t\tn\n'; zz_c=(1 'a b'); declare -A zz_d=([k]='v w'); zz_e=; zz_f="it's"; declare zz_g; zz_h='a$b'; zz_i='~x'; zz_j=é; zz_f2() { :; }; set | grep -a -A2 '^zz_'; declare | grep -a '^zz_[a-e]'; set -o posix; set | grep -c '^zz_f2'
### declare -p quoting
a='x y' b=$'t\tn\n' c="it's" d='a$b`c"d\e!' e= f=é g=$'\x80' h='~' i='*' j=$'\e[0m'; declare -p a b c d e f g h i j; LC_ALL=C; declare -p f g
### declare -f and -F
f() { :; }; g() { local x=1; }; declare -F; declare -F f; declare -F nosuch; echo $?; declare -f f g; declare -f nosuch; echo $?; unset -f f; declare -F; readonly -f g; g() { :; }; echo $?; unset -f g; echo $?; declare -fr; declare -rf | head -1; typeset -fF
### local lists and options
f() { local a=1 b; local -i c=3; local; local -p; declare -p a; }; f; g() { local -; set -f; echo "$-" | grep -c f; set -u; }; g; echo "$-" | grep -c f; h() { local - x=2; local; }; h
### local outside of functions
local x=1; echo $?; eval 'local y'; echo $?; (local z); echo $?
### local -I and localvar_inherit
declare -i n=5; declare -x e=q; a=(1 2); f() { local -I n e a nosuch; declare -p n e a nosuch; n=2+2; echo $n; a[5]=x; }; f; declare -p n a; g() { shopt -s localvar_inherit; local n a; declare -p n a; local e=new; declare -p e; local -a n2; declare -p n2; }; g; h() { local a; local -I a; declare -p a; }; h
### dynamic scope
f() { local x=f; g; echo "f $x"; }; g() { echo "g $x"; x=g; h; }; h() { local x=h; i; echo "h $x"; }; i() { x=i; unset x; echo "i ${x-unset}"; }; x=top; f; echo $x; g; echo $x
### local of a readonly
readonly r=1; f() { local r=2; echo "in $r"; }; f; echo $?; g() { local -r q=1; q=2; echo no; }; g; echo "after $?"; h() { local -r s=1; i; }; i() { local s=2; echo $s; }; h; declare -g gg=1 2>/dev/null; echo $gg
### declare -g
f() { declare -g a=1; local b=l; declare -g b=g; echo $b; declare -gi c=2+3; declare -gA m=([k]=v); declare -ga arr=(1 2); declare -gx ex=1; }; f; echo $a $b $c; declare -p m arr ex c; g() { local a=5; declare -g a; echo $a; declare -g a+=x; echo $a; }; g; echo $a; declare -g top=1; echo $top
### unset of locals and later assignment
f() { local x=1; unset x; echo ${x-U}; x=2; declare -p x; g; }; g() { echo "g $x"; }; x=G; f; echo $x; h() { local -i n=1; unset n; n=1+1; echo $n; }; h; k() { local a=(1 2); unset 'a[0]'; declare -p a; unset a; declare -p a; }; k
### unset of several, functions and variables
x=1 y=2; f() { :; }; unset x y f; echo ${x-U} ${y-U}; f 2>/dev/null; echo $?; x=1; x() { echo fx; }; unset x; echo ${x-U}; x; unset x; x 2>/dev/null; echo $?; unset -v nosuch; echo $?; unset -f nosuch; echo $?; unset; echo $?; unset nosuch[1]; echo $?
### assignments that fail in declare go on
declare a=1 1b=2 c=3; echo $? $a $c; export d=1 2e=2 f=3; echo $? $d $f; readonly g=1; declare g=2 h=3; echo $? $h; local 2>/dev/null; echo $?
### words of declare are not split
x='a b  c' ; y='*'; declare v=$x w=$y; echo "$v|$w"; export e=$x; echo "$e"; f() { local l=$x; echo "$l"; local $x 2>&1; }; f; declare $(echo p=1 q=2); echo $p $q; d=declare; $d r=$x; echo "$r"; command declare s=$x; echo "$s"; builtin export t=$x; echo "$t"; \declare z=$x; echo "$z"; declare "n m"=1; echo $?
### lists in strings
declare -a "a=(1 2 'b c')"; declare -p a; x='(3 4)'; declare -a b=$x; declare -p b; declare -A m='([k]=v)'; declare -p m; declare c='(1 2)'; declare -p c; declare -a d; d='(1 2)'; declare -p d; declare d='(5 6)'; declare -p d; export -a e='(1 2)'; declare -p e; readonly -a f='(7 8)'; declare -p f; local_() { local -a g='(9)'; declare -p g; }; local_
### appending attributes and values
declare -i n=1; declare n+=5; declare -p n; declare -u s=a; declare s+=b; declare -p s; export s+=c; declare -p s; declare -a a=(1); declare a+=2; declare -p a; x=q; declare -i x; x+=1; declare -p x; declare -x y+=z; declare -p y
### tests of variables
x=; a=(1); declare -A m=([k]=1); declare d; declare -n r=x; for v in x a 'a[0]' 'a[1]' 'a[@]' m 'm[k]' 'm[q]' 'm[@]' d nosuch r; do [[ -v $v ]]; echo -n "$? "; test -v "$v"; echo -n "$? "; [[ -R $v ]]; echo "$? $v"; done; set -- p; [[ -v 1 ]]; echo $?; [[ -v 2 ]]; echo $?; [[ -v @ ]]; echo $?
### allexport
set -a; x=1; a=(1); f() { :; }; declare d=2; read r <<< 3; for i in 4; do :; done; printf -v p 5; set +a; y=1; declare -p x a d r i p y; declare -F f; set -a; b[0]=1; declare -A m; m[k]=1; mapfile q <<< 1; declare -p b m q
### assignment forms
x = 1 2>/dev/null; echo $?; x=1 y=2; echo $x$y; x=$y y=$x; echo $x$y; x=a x+=b; echo $x; x="a" "y"=2 2>/dev/null; echo $?; 'x'=5 2>/dev/null; echo $?; x\=5 2>/dev/null; echo $?; $nosuch x=9; echo $?; a=x; $a=5 2>/dev/null; echo $?; x=5 $nosuch; echo $x; x+=; echo $x; x+y=1 2>/dev/null; echo $?; _=1; a_1=2; echo $a_1; x=a=b=c; echo $x; x==; echo $x
### deep function and array limits
a[9223372036854775807]=x; echo ${!a[@]}; echo ${#a[@]}; a+=(y) 2>/dev/null; echo $?; b[4294967296]=1; echo ${!b[@]}; b[1]=2; echo "${b[@]}"; unset 'b[4294967296]'; declare -p b
### positional parameters
set -- a b c; shift; echo $1 $#; shift 5; echo $? $#; set -- "$@" d; echo "$*"; set - x y; echo "$*"; set -- -a; echo $1; f() { echo $# "$*"; set -- q; shift 0; echo "$1"; }; f 1 2; echo "$*"; eval "set -- $(printf "%q " 'a b' "c'd" '')"; echo "$#" "$2"
### SHLVL of children
SHLVL=5; env | grep SHLVL; (env | grep SHLVL); x=$(env | grep SHLVL); echo $x; (exec env) | grep SHLVL; $THIS -c 'env' | grep SHLVL; $THIS -c 'env; :' | grep SHLVL;

### braces in declare are split
y="a b"; declare x={1,2}$y; declare -p x

### braces in local are split
f() { local v={a,b}$*; local; }; set -- p q; f p q

### braces in export and readonly are split
y="a b"; export x={1,2}$y; declare -p x b; readonly u={1,2}$y; declare -p u; declare x=a{1,2}`echo c d`; declare -p x

### an assignment that splitting makes
y="a b=c"; declare x={1,2}$y; declare -p x b

### braces and splitting in a local array
f() { local -a v={a,b}$*; declare -p v; }; f 1 "2 3"

### without braceexpand declare does not split
set +B; y="a b"; declare x={1,2}$y; declare -p x; export e={a,b}; echo $e

### braces that come to nothing
y="a b"; declare x={1}$y z={a$y q={a..$y}; declare -p x z q

### bad substitution shows the argument of declare
declare v=${x!y}; echo $?

### bad substitution shows one argument
echo a; declare v=a${x!y}b w=2; echo $?

### bad substitution in local
f() { local v=${a b}; echo hm; }; f; echo "after $?"

### append evaluates the old value first
set -u; v=unsetname; declare -ix v+=X; echo $?; declare -p v

### braces with quotes in declare
y="a b"; declare x={1,2}"$y"; declare -p x; declare x={1,2}'c d'; declare -p x; x=5; declare z={$x,"$y"}; declare -p z; declare k={a,b}*; declare -p k

### bad substitution among several
declare v=1 w="${x!y} k"; echo $?
