### q ops
x='a b'; y=$'t\t'; z="it's"; echo "${x@Q} ${y@Q} ${z@Q} ${nosuch@Q} [${nosuch@A}] ${x@A} ${x@a} ${x@E} ${x@U} ${x@u} ${x@L} ${x@K} ${x@k} ${x@P}"; declare -ix n=5; echo ${n@A} ${n@a} ${n@Q}; declare -r r; echo "${r@A} ${r@a}"; declare -u u=x; echo ${u@A}
### q ops on positional
set -- 'a b' '' "c'd"; echo "${@@Q}"; echo ${*@Q}; echo "${@@A}"; echo "${*@A}"; echo "${@@U}" "${@@a}" "${@@K}" "${@@k}" "${@@E}" "${@@P}"; echo ${1@Q} ${1@A} ${#@}; set --; echo "[${@@Q}] [${@@A}]"
### q ops on arrays
a=('x y' '' z); echo "${a[@]@Q}" "${a[*]@Q}" "${a@Q}" "${a[1]@Q}" "${a@A}" "${a[@]@A}" "${a[*]@A}" "${a[1]@A}" "${a[@]@a}" "${a@a}" "${a[5]@Q}" "${a[5]@A}" "${a[@]@u}" "${a@K}" "${a[@]@K}" "${a[*]@k}"; declare -A m=([k]='v w'); echo "${m[@]@K}" "${m[@]@k}" "${m@A}" "${m[@]@A}" "${m[@]@a}" "${m@a}" "${m[k]@A}" "${m[k]@a}"; declare -a e=(); echo "[${e[@]@A}] [${e@A}] [${e@a}] [${e[@]@Q}]"; declare -a un; echo "[${un[@]@A}] [${un@A}] [${un@a}] [${un[@]@a}]"; for i in "${a[@]@Q}"; do echo "<$i>"; done; for i in "${m[@]@k}"; do echo "<$i>"; done; for i in "${a[@]@A}"; do echo "<$i>"; done
### E op
x='a\tb\x41\u00e9\n\\ \q \0101 \c'; echo "${x@E}" | od -c | head -5
### prefix names
abc1=1 abc2=2 abc_x=3; declare abcdecl; declare -a abcarr=(1); echo ${!abc*} ; echo "${!abc@}"; for i in "${!abc@}"; do echo "<$i>"; done; IFS=-; echo "${!abc*}"; echo ${!nosuch*}; echo "[${!nosuch@}]"; set -- "${!nosuch@}"; echo $#; f() { local abcl=1; echo "${!abc@}"; }; f
### keys
a=([3]=x [1]=y); echo ${!a[@]} ${!a[*]}; for i in "${!a[@]}"; do echo "<$i>"; done; IFS=,; echo "${!a[*]}"; x=s; echo ${!x[@]} "[${!nosuch[@]}]"; declare -A m=(["a b"]=1 [c]=2); for i in "${!m[@]}"; do echo "<$i>"; done; for i in ${!m[@]}; do echo "<$i>"; done
### case mod
x='hello World ÀÉî straße'; echo "${x^}" "${x^^}" "${x,}" "${x,,}" "${x~}" "${x~~}" "${x^^[aeiou]}" "${x^[h]}" "${x^[xyz]}" "${x^^l}" "${x,,[A-Z]}" "${x^?}" "${x^^*}" "${x^^?(l)}"; a=(ab cd); echo "${a[@]^}" "${a[*]^^b}" "${a[@]~~}"; set -- ab cd; echo "${@^}" "${*^^}"; p=l; echo "${x^^$p}" "${x^^"$p"}" "${x^^[$p]}"
### patsub
x=aXbXc; echo ${x/X} ${x/X/-} ${x//X/-} ${x/#a/Q} ${x/%c/Q} ${x//[a-c]/<&>} ${x//X/\&} "${x//X/\&}" ${x//X/"&"} ${x//X/'&'} ${x//X/\\&} "${x//X/\\&}"; r='[&]'; echo ${x//X/$r} "${x//X/$r}" ${x//X/"$r"}; r='\&'; echo ${x//X/$r} "${x//X/$r}"; shopt -u patsub_replacement; echo ${x//X/<&>} "${x//X/\&}"; echo ${x//} ${x/} ${x///} ${x//\//x} ${x/*/&} "${x/b/}" "${x/b}" ; y=a/b/c; echo ${y//\//-} ${y////-} "${y//"/"/_}" ${y/\//} ${y//[\/]/+}
### patsub 2
x='a*b?c'; echo "${x//\*/S}" "${x//'*'/S}" "${x//"?"/Q}" "${x/[*]/S}" "${x//?/.}" ; p='*'; echo "${x//$p/S}" "${x//"$p"/S}" ; y='{a}'; echo "${y/\}/x}" "${y/'}'/x}" "${y/{/x}" ; z="it's"; echo "${z/\'/x}" "${z/"'"/x}" ${z/\'/x}; w=$'a\nb'; echo "${w/$'\n'/-}"; e=; echo "[${e/x/y}] [${e/#/y}] [${e/%/y}] [${e//*/y}] [${e/*/y}]"; v=abc; echo ${v/#/x} ${v/%/x} ${v//#b/x} ${v/#b/x} ${v/b/'$x'} "${v/b/'$x'}" "${v/b/"q"}" ${v/b/~} "${v/b/~}" ${v/~/x}
### strip
x=/a/b.c.d; echo ${x#*/} ${x##*/} ${x%.*} ${x%%.*} ${x#/a} ${x#b} ${x%"d"} ${x%'d'} "${x%'d'}" "${x#"/"}" ${x##} ${x%%} ${x#*} ${x##*} ${x%?} ${x%%[.]*} ; p='*'; echo ${x#$p} ${x##$p} "${x#"$p"}" "${x##$p}"; a=(a.x b.y); echo ${a[@]%.*} "${a[@]#*.}"; set -- a.x b.y; echo ${@%.*} "${*#*.}"; y='a}b'; echo "${y%\}*}" ${y%\}*} "${y%'}'*}"; z='"q"'; echo "${z%\"}" ${z#\"} "${z#'"'}"; ext='!(x)'; shopt -s extglob; q=xyz; echo ${q##!(y)} ${q#@(x|xy)} ${q##@(x|xy)} ${q%%+(z)} ${q/@(x|y)/-} ${q//@(x|y)/-}
### substring
x=abcdef; echo ${x:2} ${x:2:2} ${x: -2} ${x: -3:2} ${x:0:-1} ${x:1:-1} "${x:6}" "${x:7}" "${x:0:0}" ${x:(-1)} ${x:${#x}-1} ${x:1?2:3} "${x: -9}" ${x:$((1+1)):1}; é=1 2>/dev/null; u=aéîb; echo ${u:1:2} ${u: -2} ${#u}; LC_ALL=C; echo ${#u} ${u:3:2}
### nested defaults
unset x y; echo ${x:-${y:-z}} ${x-"a  b"} ${x-a  b} "${x-"a  b"}" "${x-'a  b'}" ${x-'a  b'} "${x-\}}" ${x-\}} "${x-\"}" ${x:-"${y:-"q q"}"} "${x-$(echo "}")}" ${x-`echo \}`} "${x-~}" ${x-~} ${x-~/a:~} "${x:-a\b}" "${x:-a\\b}" "${x:-\$}" ${x:-\a} ${x-$'a\tb'} "${x-$'a\tb'}" ${x-{a,b}} ${x:-*} "${x:-*}" ${x+y} ${x:=v} $x ${x+'a b'} "${x+'a b'}" "${x+"a b"}"
### default splitting
IFS=' :'; unset x; set -- ${x-a:b c}; echo $#; set -- ${x-"a:b c"}; echo $#; set -- ${x-a:"b c"}; echo $# "$1|$2"; set -- "${x-a:b}"; echo $#; set -- p${x-a b}q; echo $# "$1|$2"; set -- ${x:-"$@"}; echo $#; set -- a b; set -- ${x:-"$@"} ; echo $#; set -- "${x:-"$@"}"; echo $#; set -- ${x:-$@}; echo $#; y='a b'; set -- ${y+"$y"} ${y+$y}; echo $#; set -- ${y:+a b} "${y:+a b}"; echo $#; set -- ${x-} "${x-}" ${x:-''} ${x:-""}; echo $#
### splitting basics
p() { printf '<%s>' "$#" "$@"; echo; }; x=' a  b '; p $x; p "$x"; p $x$x; p a$x; p $x"c"; p "$x"$x; IFS=:; x=':a::b:'; p $x; p $x$x; p "a"$x; x='a:b'; p $x:c; p -$x-; IFS=': '; x=' : a : b : '; p $x; x='a : : b'; p $x; x='a b:c d'; p $x; IFS=x; p axbxc; y=axbxc; p $y; IFS='x '; y='a x b xx c'; p $y; IFS=; y='a b'; p $y; unset IFS; p $y
### splitting with backslash ifs
p() { printf '<%s>' "$#" "$@"; echo; }; IFS='\'; x='a\b\\c'; p $x; IFS='\ '; x='a\ b \c'; p $x; IFS=$'\n'; x=$'a\nb\n\nc\n'; p $x; IFS=$' \n'; x=$'a \n b\n'; p $x; IFS='*'; x='a*b'; p $x; IFS='?'; x='a?b'; p $x; IFS=é; x=aébéc; p $x; IFS='a-c'; x='xaybz-q'; p $x; IFS='""'; x='a"b'; p $x
### at and star everywhere
p() { printf '<%s>' "$#" "$@"; echo; }; set -- 'a b' '' c; for IFS in ' ' ':' '' x; do p $@; p $*; p "$@"; p "$*"; p x$@y; p "x$@y"; p "x$*y"; p x"$@"y"$@"z; x=$@; p "$x"; x=$*; p "$x"; x="$@"; p "$x"; x="$*"; p "$x"; cat <<< $@; cat <<< $*; cat <<< "$@"; cat <<< "$*"; cat <<E
$@ $*
E
case $@ in *) p "$@";; esac; [[ $@ == 'a b  c' ]]; p $?; [[ "$*" == *:* ]]; p $?; p ${@:1:2} "${@:2}" "${*:1:2}"; p ${@#a} "${@#a}" "${*#a}"; p ${@-d} ${*:-d} "${@:+x}" ; p "${@:-}" ; done
### at and star empty
p() { printf '<%s>' "$#" "$@"; echo; }; set --; for IFS in ' ' ':' ''; do p $@; p "$@"; p "$*"; p $*; p x$@; p "x$@"; p ""$@; p "$@""$@"; p "$@"'' ; p "$@$*"; p "${@}" "${*}"; p "${@:1}" "${*:1}"; p ${@-d} "${@-d}" "${*-d}" ${*-d} "${@:-e f}" ${@:+y}; x=$@ y="$*"; p "$x" "$y"; p "$x$@" "$@$x"; p ''"$@"; p "${a[@]}" "${a[*]}" "x${a[@]}" "${a[@]}${a[@]}" ; done
### at and star with empties
p() { printf '<%s>' "$#" "$@"; echo; }; set -- ''; p $@; p "$@"; p $*; p "$*"; p x$@ "x$@"; p ${@-d} ${@:-d} "${@:-d}" ${@+y} ${@:+y}; set -- '' ''; p $@; p "$@"; p "$*"; p ${*-d} ${*:-d} "${*:-d}" ${@:-d} "${@:+y}"; IFS=; p $*; p "$*"; p ${*-d} "${*:-d}" ${*:+y} ${*:-d} ; set -- '' a ''; p $@; p $*; IFS=:; p $@; p $*; p "$*"; x=$*; p "$x" $x
### arrays in contexts
p() { printf '<%s>' "$#" "$@"; echo; }; a=('a b' '' c); for IFS in ' ' ':' ''; do p ${a[@]}; p ${a[*]}; p "${a[@]}"; p "${a[*]}"; p x${a[@]}y; p "x${a[@]}y"; x=${a[@]}; p "$x"; x=${a[*]}; p "$x"; x="${a[*]}"; p "$x"; b=("${a[@]}"); p "${b[@]}"; b=(${a[*]}); p "${b[@]}"; p ${a[@]/a/x}; p "${a[*]/a/x}"; y=${a[@]/a/x}; p "$y"; p ${!a[@]} "${!a[*]}"; p "${a[@]:1}" ${a[*]:0:2}; p "${a[@]-d}" "${a[@]:+x}" ${a[*]:-q}; z=${a[@]:1}; p "$z"; z="${a[*]:1}"; p "$z"; cat <<< "${a[@]}"; cat <<< ${a[*]}; done
### quote removal
p() { printf '<%s>' "$#" "$@"; echo; }; x='"a" \b '"'c'"; p $x; p "$x"; p \a "\a" '\a' "\"" "\\" "\$x" \\a $'\'' "it's" 'a''b'"c"; p a\
b "a\
b" 'a\
b'; p "" '' ""'' a"" ""$nosuch $nosuch"" $nosuch; p ~ "~" \~ ~'' '~'; p $'a\x41\u41\101\cA\e' | od -c | head -3; p $"hello $x"; p "$(echo "a  b")" $(echo "a  b") `echo "c  d"` "`echo \"e  f\"`" "`echo '\$x'`" "$(echo '$x')"
### tilde everywhere
HOME=/h; p() { printf '<%s>' "$@"; echo; }; p ~ ~/x ~root ~nosuchuser ~+ ~- a~ ~a/b "~" \~ ~"x" ~/"x y" x=~ x=~:~ a=b:~ --x=~ -x~ PATH=~/bin:~ :~ ~:~ {~,~/x} ~$x; x=~; p "$x"; x=~:~/b:c~; p "$x"; x="~"; p $x; x=a:~; p $x; x=~'a'; p $x; x=a=~; p $x; export y=~ z=a:~; p $y $z; declare w=~:~; p $w; y+=:~; p $y; a=(~ [3]=~ x=~); p "${a[@]}"; a[1]=~:~; p "${a[1]}"; case ~ in /h) p ok;; esac; case /h in ~) p ok2;; esac; [[ ~ == /h ]] && p ok3; [[ /h == ~ ]] && p ok4; cat <<< ~; p ${u-~} ${u-~:~} "${u-~}" ${u-a:~} ${u-x=~} ${u:=~/q} $u; for i in ~ ~/x; do p $i; done; p $(echo ~) ; env q=~ | grep ^q; q=~ env | grep ^q; echo x >~/nosuch 2>/dev/null; unset HOME; p ~ ; HOME=; p ~ ~/x; HOME=/; p ~/x ~; HOME='a b'; p ~ ~/c; HOME='*'; p ~
### tilde in assignments with defaults
HOME=/h; x=~:${undef-~:~}; echo $x; x=${undef-~:~}; echo $x; x=a:${u:-~}; echo "$x"; x="${u:-~}"; echo "$x"; x=${u:-"~"}; echo $x; x=${u:-a:~}; echo $x; set -o posix; echo x=~ ~; x=~:~; echo $x; export z=~; echo $z
### tilde dirs
cd /; cd /tmp; p() { printf '<%s>' "$@"; echo; }; p ~- ~+ ; pushd / >/dev/null; p ~0 ~1 ~2 ~-0 ~+1 ~-1/x; unset OLDPWD; p ~-; unset PWD; p ~+; p ~01 ~+01
### ansi c
printf '%s' $'\a\b\e\E\f\n\r\t\v\\\'\"\?\x41\x4g\x\u0041\u00e9\U1F600\101\08\c[\ca\z\8' | od -An -c; printf '%s' $'a\0b' $'\x00c' $'\u0' | od -An -c; printf %s $'\xe9' $'\u{41}' $'\x{41}' | od -An -c; echo "$'a'" ${x:-$'\t'}x "${x:-$'\t'}"; LC_ALL=C; printf %s $'\u00e9' $'\u20ac' | od -An -c
### here-doc expansions
x='a  b'; y='"q"'; cat <<E
$x "$x" '$x' ${x} ${z-"a b"} ${z-'a b'} ${z-\}} \$x \a \\ \" "\"" $(echo "$x") `echo "$x"` $((1+1)) ${x#a} ${x/ /"-"} ${x/ /'-'} ~ ${z-~} {a,b} * $'a' $"b" ${z-"}"} "${z-"a  b"}" ${z:-"$y"}
E
cat <<'E'
$x ${
E
cat <<"E F"
$x
E F
### length and specials
set -- a bb; echo ${#} ${#@} ${#*} ${#1} ${#2} ${#?} ${#-} ${##} ${#0} ${#!} ; x=(1 22 333); echo ${#x} ${#x[1]} ${#x[@]} ${#x[-1]} ${#x[9]} ${#nosuch} ${#nosuch[@]}; echo ${1}${2} $1$2 $10 ${10} $11; shift 3; echo $? $#; set -- {1..12}; echo $10 ${10} ${#10} ${12}

### between single quotes inside double quotes a double quote still quotes
up=x p='a*'
echo "${up:+'"'"$p"}" "${up:+'a b''"'"$p"}" "${up:+'a"b'"c d"}" "${up:+'a"b}c'}" "${up:+'\$up\"\}'}"
echo "${no:-'{"a":1}'}" "${no:-'{"a": "b c"}'}" "${no:='{"a":["b"]}'}" "$no"
cat <<X
${up:+'a"b'"c'd"} ${up:+'"{"k":1}"'} ${up:+'a}b'}
X
