### : and true and false
:; echo $?; true a b; echo $?; false --help; echo $?; : ${x:=set}; echo $x
### .: a script with and without arguments
echo 'echo "$# $1"; return 3' >s; set -- a b; . ./s; echo $?; . ./s x; echo $?; . ./none; echo $?
### [: expressions
[ a = a ] && echo same; [ 1 -lt 2 -a -n x ] && echo both; [ -d / ] && echo folder; [ a; echo $?; [ 1 -eq x ]; echo $?
### alias: defined, shown, used from the next line on
shopt -s expand_aliases
alias hi='echo hello' e=echo
hi there; alias; alias e; alias none; echo $?
### bg and fg without job control
sleep 0 & bg; echo $?; fg; echo $?; wait
### break: levels
for i in 1 2 3; do for j in 1 2 3; do [ $j = 2 ] && break 2; echo $i$j; done; done; echo $?; break; echo $?; for i in 1; do break 0; echo no; done; true
### builtin
echo() { builtin echo "mine: $*"; }; echo x; builtin nosuch; builtin echo $?
### caller
f() { caller; caller 0; g; }
g() { caller 1; }
f; caller; echo $?
### cd: options, CDPATH, OLDPWD
mkdir -p a/b c; ln -s a/b l; cd a; cd ..; cd l; echo ${PWD##*/}; cd -P .; echo ${PWD##*/}; cd - >/dev/null; echo ${PWD##*/}; cd /none; echo $?; cd a b; echo $?
### command
ls() { echo function; }; ls; command ls; command -v ls cd if nosuch; echo $?; command -V cd; command nosuch; echo $?
### compgen of words
compgen -W 'alpha beta alps' al; echo $?; compgen -W 'x' y; echo $?
### continue
for i in 1 2 3; do [ $i = 2 ] && continue; echo $i; done; for i in 1 2; do for j in a b; do continue 2; done; done; echo $i$j
### declare: attributes and -p
declare -i n=2+3; declare -r r=1; declare -x e=1; declare -a a=(x y); declare -A h=([k]=v); declare -l lo=ABC; declare -u up=abc; declare -n ref=n
declare -p n r e a h lo up ref; r=2; echo $?
### declare -f
f() { if true; then echo "a b"; else :; fi; for x in 1 2; do case $x in 1|2) echo $x;; *) ;; esac; done >out 2>&1; }; declare -f f; declare -F f; declare -f none; echo $?
### dirs, pushd and popd
cd /; pushd /usr >/dev/null; pushd /tmp; dirs -v; pushd; popd; dirs +1; popd; popd; echo $?
### disown
sleep 30 & disown; jobs; disown %5; echo $?; kill $!; wait
### echo: options and escapes
echo -n a; echo -e 'b\tc\x41\0101\u00e9\c no'; echo; echo -E '\t'; echo -x; echo -nn -e; shopt -s xpg_echo; echo 'a\tb'
### enable
enable -n echo; type -t echo; enable echo; type -t echo; enable -n nosuch; echo $?
### eval
x='echo "a  b"'; eval $x; eval "$x"; eval; echo $?; eval 'exit 3'; echo no
### exec: redirections and replacement
exec 3>f; echo text >&3; exec 3>&-; cat f; (exec nosuchprogram; echo no); echo $?; (exec -a name sh -c 'echo $0'); (exec -c env)
### exit: status and EXIT trap
trap 'echo trap $?' EXIT; (exit 300); echo $?; exit 4
### exit: not a number
exit x; echo no
### export
export A=1 B; B=2; sh -c 'echo $A$B'; export -n A; sh -c 'echo ${A-unset}'; export 1x; echo $?; f() { echo exported; }; export -f f; $THIS -c f
### getopts
while getopts ab:c o -a -b x -d -b; do echo "$o ${OPTARG-none} $OPTIND"; done; echo $? $OPTIND
set -- -ab val rest; OPTIND=1; while getopts :ab:x o; do echo $o $OPTARG; done; shift $((OPTIND-1)); echo $1
### hash
hash; hash ls; hash -t ls >/dev/null; echo $?; hash nosuch; echo $?; hash -r; hash
### help says something about every builtin
for b in : . [ alias cd echo printf set trap wait; do help -s "$b" >/dev/null || echo "no help: $b"; done; help nosuch 2>/dev/null; echo $?
### jobs
sleep 0.2 & jobs | cut -c1-3; wait; jobs
### kill: names of signals
kill -l 15; kill -l TERM; kill -l 143; kill -l NOSUCH; echo $?; sleep 5 & kill $!; wait $!; echo $?; kill -0 $$; echo $?; kill; echo $?
### let
let x=1+2 'y = x * 2'; echo $x $y $?; let 0; echo $?; let 1/0; echo $?; let; echo $?
### local
x=1; f() { local x=2 y; echo $x ${y-unset}; g; echo $x; }; g() { x=3; }; f; echo $x; local z; echo $?
### logout
logout; echo $?
### mapfile and readarray
printf 'a\nb\nc' >f; mapfile -t m <f; declare -p m; mapfile -n 1 m <f; declare -p m; readarray -O 1 -s 1 -d c m <f; declare -p m
### printf: conversions
printf '%s|%5s|%-5s|%.2s\n' a b c defg; printf '%d %i %o %x %X %#x %u\n' 10 -3 8 255 255 255 7; printf '%e %.3f %g\n' 1.5 2.25 0.0001
printf '%b|%q|%c\n' 'a\tb' "a 'b" xyz; printf '%s-' 1 2 3; echo; printf '%*d|%05d|%+d\n' 4 1 42 7; printf -v v %03d 7; echo $v; printf '%d\n' x; echo $?; printf '%(%Y)T\n' 0
### pwd
mkdir a; ln -s a l; cd l; p=$(pwd); echo ${p##*/}; p=$(pwd -P); echo ${p##*/}; pwd -x; echo $?
### read: fields, options
echo ' a  b c ' | { read x y; echo "[$x][$y]"; }; echo 'a\tb' | { read x; echo "$x"; }; echo 'a\tb' | { read -r x; echo "$x"; }
printf 'a:b:c' | { IFS=: read -ra p; echo $? ${#p[@]} ${p[2]}; }; echo abcdef | { read -n 3 x; echo $x; }; printf 'x;y' | { read -d ';' x; echo $x; }; read x </dev/null; echo $? "[$x]"
### readonly
readonly x=1; x=2; echo no
### readonly: -p and unset
readonly a=1; readonly -p | grep ' a='; unset a; echo $?
### return
f() { return 5; echo no; }; f; echo $?; g() { false; return; }; g; echo $?; return 2; echo $?
### set: options, parameters
set -- a b; echo $#; set -o noglob; echo *; set +f; set -u; set -- ; echo ${1-none}; set -e; set +e; echo $-; set -o nosuch; echo $?; set -; echo $-
### shift
set -- a b c; shift; echo $*; shift 5; echo $? $*; shift x; echo $?
### shopt
shopt nullglob; echo $?; shopt -s nullglob; echo none*; shopt -q nullglob; echo $?; shopt -u nullglob; shopt -s nosuch; echo $?; shopt -o errexit
### source
echo 'echo $BASH_SOURCE $1' >s; source ./s a; PATH=$PWD:$PATH; source s b
### suspend without job control
suspend; echo $?
### test
test a; echo $?; test; echo $?; test a = b -o c; echo $?; test ! a; echo $?; test \( a = a \); echo $?; >f; test -s f; echo $?; test f -nt none; echo $?; test -v PATH; echo $?
### times
times | wc -l
### trap: set, shown, reset
trap 'echo bye' EXIT; trap 'echo usr' USR1; trap -p; kill -USR1 $$; trap - USR1; trap -p USR1; trap '' TERM; trap -p TERM; trap x NOSUCH; echo $?; (trap -p)
### trap: ERR, DEBUG and RETURN
trap 'echo err $?' ERR; false; false || :; f() { false; }; f; trap - ERR; trap 'echo debug' DEBUG; :; trap - DEBUG; trap 'echo return' RETURN; f; trap - RETURN
### type
f() { :; }; alias a=b; type -t f if cd ls; type cd; type nosuch; echo $?; type -a true | head -n 1; type f
### typeset
typeset -i n=1+1; echo $n; f() { typeset x=1; }; f; echo ${x-unset}
### ulimit
ulimit -n 64; ulimit -n; ulimit -Sn; ulimit -c 0; ulimit -c; ulimit -x 2>/dev/null >/dev/null; echo $?; ulimit -n x; echo $?
### umask
umask 027; umask; umask -S; >f; mkdir d; umask u=rwx,g=,o=; umask; umask 9; echo $?
### unalias
shopt -s expand_aliases; alias a=b; unalias a; alias a; echo $?; unalias none; echo $?; alias x=y; unalias -a; alias
### unset
x=1 y=(a b c); f() { :; }; unset x y[1]; echo ${x-unset} ${y[*]} ${!y[*]}; unset -f f; type f; echo $?; unset -v none; echo $?
### wait: statuses
(exit 3) & wait $!; echo $?; (exit 4) & (exit 4) & wait -n; echo $?; wait; echo $?; wait 99999; echo $?; wait %9; echo $?
### bind without line editing
bind 'set bell-style none'; echo $?
### complete and compopt outside of a completion
complete -W 'a b' prog; complete -p; complete -r prog; complete -p; compopt -o nospace; echo $?
### fc without history
fc -l; echo $?
### history in a script
history; echo $?; history -c; echo $?
### trap: EXIT runs when a signal ends a loop of builtins
$THIS -c 'trap "echo bye" EXIT; echo up; while :; do :; done' >f & while ! [ -s f ]; do :; done; kill $!; wait $!; echo $?
