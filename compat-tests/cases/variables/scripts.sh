### assignments before commands with functions that change them
x=1; f() { x=2; echo "$x"; }; x=3 f; echo $x; g() { unset x; x=5; echo "$x"; }; x=3 g; echo $x; h() { local x=7; i; echo $x; }; i() { x=8; }; x=3 h; echo $x
### IFS as a temporary variable
f() { echo "$*"; set -- $1; echo $#; }; IFS=: f a:b c; IFS=: eval 'set -- a b; echo "$*"'; IFS=: ; echo "$*"; unset IFS; x=a:b; IFS=: read p q <<< $x; echo $p $q; IFS=: printf '%s\n' $x; IFS=: set -- $x; echo $#; IFS=, declare y="$*"; echo $y
### PATH as a temporary variable
mkdir b; printf '#!/bin/sh\necho mine\n' > b/cmd; chmod +x b/cmd; PATH=$PWD/b:$PATH cmd; PATH=$PWD/b command cmd; cmd 2>/dev/null; echo $?; PATH=$PWD/b eval cmd; f() { cmd; }; PATH=$PWD/b f; PATH= type ls 2>/dev/null; echo $?
### LC_ALL as a temporary variable
x=é; f() { echo ${#x}; }; LC_ALL=C f; f; LC_ALL=C eval 'echo ${#x}'; LC_ALL=C printf '%d\n' "'é"; echo ${#x}; local_() { local LC_ALL=C; echo ${#x}; }; local_; echo ${#x}
### HOME as a temporary variable
HOME=/x eval 'echo ~'; f() { echo ~/a; }; HOME=/y f; HOME=/z echo ~ | grep -c /z
### functions see the environment of their caller
f() { g; }; g() { env | grep '^v='; h; }; h() { local v=2; env | grep '^v='; }; v=1 f; env | grep -c '^v='; export v=0; f; v=5 f; echo $v
### readonly in functions
f() { readonly x=1; }; f; x=2; echo "no $x"
### readonly local
f() { local x=1; readonly x; x=2; echo no; }; f
echo "next ${x-unset}"; g() { local -r y=1; echo $y; }; g; g; y=3; echo $y
### declare -r in a function is local
f() { declare -r z=1; }; f; z=2; echo $z; f; echo $z
### unset of readonly
readonly x=1; unset x; echo $? $x; f() { local y=2; readonly y; unset y; echo $? $y; }; f; unset -v x; unset -n x; echo $?; declare -r a=(1 2); unset 'a[0]'; echo $? ${a[@]}; unset a; echo $?
### set -u with arrays and defaults
set -u; a=(); echo "${a[@]}" "${#a[@]}" "${a[@]:1}" "${a[*]-d}"; set --; echo "$@" "$*" "${@:1}" $#; declare b; echo "${b-x}" "${b:-y}" "${b+z}"; declare -A m=(); echo "${m[@]}" "${!m[@]}"; f() { local l; echo "${l-unset}"; }; f; echo "${a[0]:-q}" ; (echo "${a[0]}") 2>/dev/null; echo $?; (echo $b) 2>/dev/null; echo $?; (: $((b+1))) 2>/dev/null; echo $?; ((c=1)); echo $c; x=1; echo ${x[0]} ${x[@]}; (echo ${x[1]}) 2>/dev/null; echo $?
### set -e and assignments
set -e; x=$(false) || echo caught; f() { local y=$(false); echo "local hides $?"; }; f; declare z=$(false); echo "declare too"; y=1 true; readonly r=1; (r=2; echo no) || echo "ro $?"; x=$(exit 3); echo no
### status of assignments
x=$(exit 3); echo $?; x=$(exit 3) y=$(exit 4); echo $?; x=$(exit 3) y=2; echo $?; x=1; echo $?; a=($(exit 5)); echo $?; a[$(echo 1; exit 6)]=2; echo $?; export x=$(exit 7); echo $?; x=`exit 8`; echo $?; : $(exit 9); echo $?; $(exit 10); echo $?; x=$(exit 11) > /dev/null; echo $?; local_() { local v=$(exit 12); echo $?; }; local_; x=$((1)); echo $?; x+=$(exit 13); echo $?
### arguments changed while they are used
f() { set -- x y; echo "$@"; }; set -- a b; f "$@"; echo "$@"; for i; do set --; echo $i; done; echo $#; set -- 1 2 3; while [ $# -gt 0 ]; do echo $1; shift; done; set -- a b; for i in "$@"; do shift; echo "$i $#"; done
### getopts changes
f() { local OPTIND=1 o; while getopts ab:c o "$@"; do echo "$o ${OPTARG-none} $OPTIND"; done; shift $((OPTIND-1)); echo "rest $*"; }; f -a -b x -c y; f -bx -ac z; f -x 2>/dev/null; f -b 2>/dev/null; OPTERR=0; f -q; echo $OPTIND; while getopts :ab: o -z -b; do echo "$o $OPTARG"; done
### read into all kinds
read a b c <<< '1 2 3 4'; echo "$a|$b|$c"; IFS=, read -r x y <<< 'a\b,c,d'; echo "$x|$y"; read -a arr <<< 'p q r'; declare -p arr; read 'arr[1]' <<< z; declare -p arr; declare -A m; read 'm[k]' <<< v; echo ${m[k]}; declare -i n; read n <<< 2+2; echo $n; declare -u u; read u <<< abc; echo $u; read; echo $REPLY; read -d : w <<< 'a b:c'; echo "$w"; while read -r l; do echo "[$l]"; done <<< $'  a \n\tb'; while IFS= read -r l; do echo "[$l]"; done <<< $'  a \n\tb'
### mapfile into all kinds
mapfile -t a <<< $'1\n2\n3'; declare -p a; mapfile -t -O 5 a <<< x; declare -p a; mapfile -t -n 1 b <<< $'p\nq'; declare -p b; mapfile -s 1 -t c <<< $'p\nq'; declare -p c; mapfile -d : -t d <<< 'x:y'; declare -p d; declare -A m; mapfile m <<< 1; echo $?; declare -u u; mapfile -t u <<< abc; declare -p u; mapfile <<< q; declare -p MAPFILE; f() { local -a l; mapfile -t l <<< z; declare -p l; }; f; declare -p l
### printf -v into all kinds
printf -v a '%s-%s' x y; echo $a; printf -v 'b[2]' %d 5; declare -p b; declare -A m; printf -v 'm[a b]' q; declare -p m; printf -v c %s; declare -p c; i=1; printf -v 'b[i+1]' z; declare -p b; declare -n r=d; printf -v r hi; echo $d; printf -v 'e[$i]' w; declare -p e; f() { local g; printf -v g loc; echo $g; }; f; echo "[$g]"
### newlines in values
x=$'a\nb'; echo $x; echo "$x"; for i in $x; do echo "<$i>"; done; y=($x); echo ${#y[@]}; z="$x"; [ "$z" = "$x" ] && echo same; case $x in a*b) echo m;; esac; echo ${x//$'\n'/,} "${x%%$'\n'*}"
### arrays copied, edited and packed
a=(1 2 3); b=("${a[@]}"); c=(${a[@]/#/x}); d=("${a[@]/%/y}"); echo "${b[*]}" "${c[*]}" "${d[*]}"; e=([0]=z "${a[@]:1}"); echo "${e[@]}"; for ((i=0;i<${#a[@]};i++)); do a[i]=$((a[i]*2)); done; echo ${a[*]}; unset 'a[1]'; echo ${!a[@]}; a=("${a[@]}"); echo ${!a[@]}; echo "${a[-1]}" ${a[@]: -1}
### associative arrays as counters and sets
declare -A m; while read -r k v; do m[$k]=$v; done <<< $'a 1\nb 2\na 3'; for k in $(printf '%s\n' "${!m[@]}" | sort); do echo "$k=${m[$k]}"; done; [[ -v m[a] ]] && echo has; [[ -v m[z] ]] || echo hasnt; [[ ${m[a]+x} ]] && echo set; unset 'm[a]'; echo ${#m[@]}; ((m[cnt]++)); ((m[cnt]+=5)); echo ${m[cnt]}; m[x y]=1; k='x y'; echo "${m[$k]}" "${m[x y]}" "${m['x y']}" "${m["x y"]}"; echo $((m[cnt]+1)) $((${m[cnt]}+1))
### associative arrays copied and passed by name
declare -A m=([a]=1); m+=([b]=2); for k in "${!m[@]}"; do printf '%s:%s ' "$k" "${m[$k]}"; done; echo; declare -A c; for k in "${!m[@]}"; do c[$k]=${m[$k]}; done; declare -p c; n=$(declare -p m); eval "${n/ m=/ q=}"; declare -p q; declare -A e=(); echo ${#e[@]} "${e[@]}" ; f() { local -n r=$1; for k in "${!r[@]}"; do echo $k; done; }; f m
### a local IFS
f() { local IFS=,; echo "$*"; }; f a b c; g() { local IFS; IFS=-; echo "$*"; }; g a b; echo "$*" x; set -- 1 2; echo "$*"; h() { local IFS=$'\n'; local a=($1); echo ${#a[@]}; }; h $'a b\nc'
### defaults of every kind
default() { : "${1:=x}"; } 2>/dev/null; default 2>/dev/null; echo $?; v=${nosuch:-$(echo d)}; echo $v; : ${a:=1} ${b:=${a}2}; echo $a $b; unset a; echo ${a:-${b:+yes}} ${a+no}; x=; echo "${x:-empty}" "${x-set}" "${x:+no}" "${x+yes}"; echo ${x:=new} $x; (echo ${nosuch:?gone}) 2>&1 | sed 's/.*line/line/'; echo "${@:-none}" "${1-none}"
### paths, addresses and trimming
path=/a/b/c.tar.gz; echo ${path##*/} ${path%/*} ${path%%.*} ${path##*.} ${path%.*}; f=${path##*/}; echo ${f%.tar.gz} ${f%%.*} ${f#*.}; d=${path%"/$f"}; echo $d; url=http://u:p@h:80/x?y=z; proto=${url%%://*}; rest=${url#*://}; echo $proto ${rest%%@*} ${rest##*@} ${rest#*@} ; hp=${rest#*@}; hp=${hp%%/*}; echo ${hp%:*} ${hp#*:}; s='  trim  '; s="${s#"${s%%[![:space:]]*}"}"; s="${s%"${s##*[![:space:]]}"}"; echo "[$s]"
### characters one by one
s=hello; for ((i=0;i<${#s};i++)); do echo -n "${s:i:1}."; done; echo; r=; for ((i=${#s}-1;i>=0;i--)); do r+=${s:$i:1}; done; echo $r; printf -v pad '%*s' 5 ''; echo "[${pad// /-}]"; echo "${s^}" "${s^^}" "${s/l/L}" "${s//l/L}" ${s: -2} ${s:1:-1}; IFS=. read -r a b c <<< 1.2.3; echo $a$b$c; v=1.2.3; echo ${v//./ } ${v%%.*} ${v##*.}; [[ $s == h*o ]] && echo y; [[ $s =~ ^h(.*)o$ ]] && echo ${BASH_REMATCH[1]}
### the environment of children
env -i PATH="$PATH" A=1 "B=x y" $THIS -c 'echo "$A|$B"; export -p | grep -E " [AB]="; env | grep -E "^[AB]="'; env -i PATH="$PATH" "1bad=x" "a-b=y" $THIS -c 'env | grep -E "bad|a-b"'; X=1 Y=2 $THIS -c 'echo $X$Y; unset X; env | grep -c ^X='; export E=$'a\nb'; $THIS -c 'echo "$E"; declare -p E'
### FUNCNAME in nested calls
f() { echo "${FUNCNAME[0]} ${FUNCNAME[1]} ${#FUNCNAME[@]}"; }; g() { f; }; g; f; h() { local FUNCNAME=x; echo $FUNCNAME; } 2>/dev/null; h 2>/dev/null; eval 'f'; . /dev/stdin <<< 'echo ${FUNCNAME[0]} ${BASH_SOURCE[0]}; f'; (f); x=$(f); echo $x; f | cat; trap f EXIT
### BASH_SOURCE of sourced files
echo "${BASH_SOURCE[0]##*/}" "${BASH_SOURCE##*/}" "$0" $LINENO
echo 'echo "${BASH_SOURCE[0]}" "${BASH_SOURCE[1]##*/}" $LINENO "$0" $# $*; return 3; echo no' > inc; . ./inc a b; echo $? $#; source ./inc; echo $?
f() { . ./inc x; echo "in f $? $#"; }; f q
### variables of pipelines with and without lastpipe
shopt -s lastpipe; echo a b | read x y; echo "$x $y"; echo 1 | while read v; do z=$v; done; echo $z; shopt -u lastpipe; echo c | read x; echo $x; { read x; echo $x; } <<< d; x=$(read y <<< e; echo $y); echo $x; f() { read l; echo "f:$l"; }; echo g | f; f <<< h
### subshells change nothing outside
x=5; (x=6; echo $x); echo $x; { x=7; }; echo $x; x=8 | cat; echo $x; y=$(x=9; echo $x); echo $x $y; (a=(1 2); a+=(3); echo ${a[@]}); echo ${a[@]-none}; a=(x); (a[0]=y; unset 'a[0]'); echo ${a[@]}; declare -A m=([k]=v); (m[k]=w; m[l]=1; unset m); declare -p m; f() { local l=1; (l=2; x=3; g); echo $l $x; }; g() { l=5; x=6; local l=7; }; f
### subshells change no attributes, options and places
(export A=1; declare -i n=2+2; readonly r=5; IFS=:; set -f; shopt -s nullglob; cd /; trap : USR1; umask 077; alias q=r; f() { :; }); echo "${A-none} ${n-none} ${r-none}" "$IFS" | od -c | head -1; echo $- | grep -c f; shopt -q nullglob; echo $?; echo ${PWD##*/} | grep -c .; type f 2>/dev/null; r=1; echo $r
### FUNCNEST bounds calls
FUNCNEST=3; f() { echo $1; f $(($1+1)); echo no; }; f 1; echo "then $?"
echo "next $?"; FUNCNEST=x; g() { echo g; }; g; FUNCNEST=0; g; unset FUNCNEST; g
### GLOBIGNORE
touch a b .c; GLOBIGNORE=a; echo *; GLOBIGNORE='b:.*'; echo * .*; GLOBIGNORE=; echo * ; unset GLOBIGNORE; echo *; shopt dotglob; GLOBIGNORE=x; shopt dotglob; unset GLOBIGNORE; shopt dotglob
### BASH_ENV
echo 'echo env; x=5' > e; BASH_ENV=$PWD/e $THIS -c 'echo $x'; BASH_ENV='$HOME/e' $THIS -c 'echo $x'; BASH_ENV=/nosuch $THIS -c 'echo ok'
### HISTCMD COLUMNS LINES
echo "[$HISTCMD]" "[${COLUMNS-u}]" "[${LINES-u}]"; COLUMNS=5; echo $COLUMNS; declare -p COLUMNS; echo "${HISTFILE-u}" "${HISTSIZE-u}" "${PROMPT_COMMAND-u}" "${PS1-u}" "${PS2-u}" "$PS4" "${MAILCHECK-u}" "${BASH_ENV-u}" "${TIMEFORMAT-u}" "${CDPATH-u}"
### declare of special variables
declare -i IFS2; declare -x IFS=:; echo "$IFS"; declare -r OPTIND; OPTIND=5; echo no
### PATH unset and empty
unset PATH; ls 2>/dev/null; echo $?; PATH=; ls 2>/dev/null; echo $?; PATH=/bin:/usr/bin; ls; type -t ls; hash -r
### OPTIND and OPTERR set by hand
OPTIND=2; getopts a o x -a; echo $o $OPTIND; OPTIND=1; OPTERR=0; getopts a o -b; echo $o; OPTERR=1; OPTIND=1; getopts a o -b; OPTIND=abc; echo $OPTIND; getopts a o -a; echo $o $OPTIND; OPTIND=0; getopts a o -a; echo $o $OPTIND; OPTIND=-1; getopts a o -a; echo $o $OPTIND
### REPLY
select x in a b; do echo "$x $REPLY"; break; done <<< 2 2>/dev/null; read <<< '  a b  '; echo "[$REPLY]"; read -r <<< 'a\b'; echo $REPLY; REPLY=5; echo $REPLY; unset REPLY; read x <<< y; echo ${REPLY-unset}
### PIPESTATUS everywhere
false | true; a=("${PIPESTATUS[@]}"); echo ${a[@]}; true | false | (exit 3); echo "${PIPESTATUS[@]}" "${#PIPESTATUS[@]}" "$PIPESTATUS"; ! false | true; echo ${PIPESTATUS[@]}; (false|true; exit 4); echo ${PIPESTATUS[@]}; { false | exit 5; }; echo ${PIPESTATUS[@]}; if false | true; then echo ${PIPESTATUS[@]}; fi; x=$(false | true; echo ${PIPESTATUS[@]}); echo $x ${PIPESTATUS[@]}; false && true; echo ${PIPESTATUS[@]}; f() { return 6; }; f; echo ${PIPESTATUS[@]}; f | f; echo ${PIPESTATUS[@]}; x=1; echo ${PIPESTATUS[@]}; [[ a == b ]]; echo ${PIPESTATUS[@]}; ((0)); echo ${PIPESTATUS[@]}; for i in 1; do false; done; echo ${PIPESTATUS[@]}; nosuch 2>/dev/null | cat; echo ${PIPESTATUS[@]}; eval 'false | true'; echo ${PIPESTATUS[@]}; case a in a) false|true;; esac; echo ${PIPESTATUS[@]}; while false; do :; done; echo ${PIPESTATUS[@]}; echo $(exit 3) ${PIPESTATUS[@]}
### BASH_REMATCH kinds
[[ abc123 =~ ([a-z]+)([0-9]+)(x)? ]]; declare -p BASH_REMATCH; echo "${BASH_REMATCH[@]:1}" ${#BASH_REMATCH[@]}; [[ x =~ y ]]; echo "${#BASH_REMATCH[@]}"; r='(.)(.)'; [[ ab =~ $r ]] && echo ${BASH_REMATCH[2]}${BASH_REMATCH[1]}; f() { [[ q =~ (q) ]]; }; f; echo ${BASH_REMATCH[1]}; ([[ z =~ z ]]; echo $BASH_REMATCH); echo $BASH_REMATCH; BASH_REMATCH=(a b); declare -p BASH_REMATCH; readonly BASH_REMATCH; [[ n =~ n ]]; echo $? $BASH_REMATCH
### LINENO everywhere
echo $LINENO; f() {
echo $LINENO
echo "$LINENO" \
  $LINENO
}
f; eval 'echo $LINENO
echo $LINENO'
x=$(echo $LINENO
echo $LINENO); echo $x
cat <<E
$LINENO
E
(echo $LINENO); { echo $LINENO; }; for i in $LINENO; do
echo $i $LINENO; done; trap 'echo t$LINENO' USR1; kill -USR1 $$
if [ $LINENO = 18 ]; then echo yes; fi; a=($LINENO
$LINENO); echo ${a[@]}; echo $((LINENO)); case $LINENO in *) echo $LINENO;; esac
