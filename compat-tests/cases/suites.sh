### a quoted character in a bracket expression that starts with a bracket
[[ '\' =~ [^]"."] ]] && echo backslash; [[ . =~ [^]"."] ]] || echo no dot; [[ ']' =~ [^]"."] ]] || echo no bracket
[[ ']' =~ []"."] ]] && echo bracket
### declare -f refuses attributes of variables once
declare -f -i b c; echo $?
declare -f -a b c; echo $?
### a length of an operator is a bad substitution
set -- a b
eval 'echo ${#/}'; echo $?
eval 'echo ${#%}'; echo $?
eval 'echo ${#=}'; echo $?
eval 'echo ${#+}'; echo $?
echo ${#-} ${##} ${#+x} ${#%2} ${#/2/3}
### an assignment to a readonly variable before a command in POSIX mode
set -o posix; readonly x=4
x=8 echo hi; echo dropped
echo $?
f() { echo f; }; x=8 f
echo $?
x=8 command eval echo hi
echo $?
x=8 /bin/echo hi
echo $?
(set -e; x=8 echo hi
echo no); echo $?
x=8 eval echo hi
echo not reached
### a backslash between inner quotes of an operand in quotes quotes every character
x=; y=q
printf '<%s>\n' "${x:-"\a\'\"\$\\"}" "${x:-\a\'\"\$}" "${y:+a"\p"}" "${x:-"\{ \} $(echo "\a")"}" "${x:="\z"}" "$x"
cat <<E
${u:-"\a\'\"\$"}
E
echo "${y#"\q"}" "${y/q/"\w"}"
### the redirections of command exec stay
exec 9>&2
command exec 2>file
echo in the file >&2
exec 2>&9
cat file
command exec 3<file; cat <&3; command -p exec 3<&-; { cat <&3; } 2>/dev/null || echo closed
### a restricted shell remembers no paths
PATH=/nowhere:/bin
set -r
hash -p /bin/sh sh; echo $?
hash -p nosuchfile a; echo $?
a -c 'echo hello'; echo $?
hash -p cat b; b /dev/null; echo $?
### command -p finds nothing, with and without PATH
command -p nosuchcommand; echo $?
unset PATH; command -p nosuchcommand; echo $?; command nosuchcommand; echo $?
### statuses of stages that end while the last one runs in the shell
shopt -s lastpipe
true | false | /bin/true; echo $? ${PIPESTATUS[@]}
(exit 3) | (exit 4) | { sleep .1; /bin/true; x=$(echo hi); (exit 5); }; echo ${PIPESTATUS[@]}
f() { echo hi | { sleep .05; exit 3; } | read x; return ${PIPESTATUS[1]}; }; (exit 2) | f; echo $? ${PIPESTATUS[@]}
### pipelines of a shell whose standard input is closed
exec <&-; echo a | { cat; } | { cat; }; echo b | (cat) | while read x; do echo $x; done; echo $(echo c | cat)
shopt -s lastpipe; echo d | { cat; } | { read y; echo $y; }; echo e | read z; echo $z; read q; echo $?
### pipelines of a shell whose outputs are closed
exec 3>&1 >&- 2>&-; echo a | { cat; } | cat >&3; x=$(echo b | { cat; }); echo $x >&3; cat <(echo c) >&3
### a backslash from a variable before a slash of a pattern
mkdir -p t/a/b; touch t/a/b/c
bs='\'
echo ./t${bs}/a/b/* ./t$bs/*/b/c ./t/*$bs
### a delimiter that begins with a tab
cat <<-'	END'
	hello
END
	 END
	END
echo after
### more here-documents on a line than there may be
cat <<E <<E <<E <<E <<E <<E <<E <<E <<E <<E <<E <<E <<E <<E <<E <<E <<E
E
echo not reached
### a function whose name the environment cannot have is not exported
function foo=bar { echo equals; }
export -f 'foo=bar'; echo $?
foo\=bar
function a/b { echo slash; }
export -f a/b; echo $?
export -nf a/b; echo $?
env | grep -c BASH_FUNC_
### a definition in the environment is of the name that it is under
env $'BASH_FUNC_  foo  %%=() { echo no; }' $THIS -c foo 2>/dev/null; echo $?
env $'BASH_FUNC_#name%%=() { :; }\nfoo () { echo no; }' $THIS -c foo 2>/dev/null; echo $?
env 'BASH_FUNC_a-b%%=() { echo yes; }' $THIS -c a-b
### continue in the test of until ends the loop, and succeeds
for i in 1 2; do until continue; do echo body; done; echo after $i; done
until false || continue; do echo body; done; echo $?
for a in 1 2; do until continue 2; do :; done; echo no; done; echo $? $a
until break; do echo no; done; echo $?
e=''; while echo $?; test $e && break; true; do e=1; false; continue; done
for i in 1 2 3; do echo $?; false; continue; done; for ((i = 0; i < 2; i++)); do echo $?; false; continue; done
### assignments in front of exec without a command are gone afterwards
export a=b
a=e exec 1>&1; echo $a; env | grep ^a=
V=1 exec 3>&1; echo "[$V]"; V=1 exec; echo "[$V]"; V=2 command exec 3>&1; echo "[$V]"
V=1 exec 3</nonexistent; echo "[$V]"
V=3 exec 4<<<"$V x"; cat <&4
### assignments in front of exec in POSIX mode stay
set -o posix
V=1 exec 3>&1; echo "[$V]"; W=2 command exec; echo "[$W]"
### an operand in quotes that comes to no fields is an empty one
n() { echo "$#:$*"; }
set --; x=1; a=()
n "${u-$@}"; n "${u:-$@}"; n ${u-"$@"}; n "${u-"$@"}"; n "${x+$@}"; n "${x:+"$@"}"; n "${u-$@$@}"; n "${u-${a[@]}}"; n "${@+}"; n "${@:+x}"
set -- ''; n "${@:+x}"; n "${@+x}"; n "${u-$@}"
### a child that has ended is not there for kill and test
sleep .1 & p=$!
i=0; while kill -0 $p 2>/dev/null; do ((i++ > 300000)) && { echo never; break; }; done; echo gone
sleep .1 & q=$!
i=0; while [ -d /proc/$q ]; do ((i++ > 300000)) && { echo never; break; }; done; echo gone
wait $p; echo $?; wait $q; echo $?
### backslashes before quotes between backquotes of a here-document
x=
cat <<E
`echo v'-\t-\\-\"-\x-\$-'`
`echo "a\"b"` "`echo "\"c\""`" ${x:-`echo "\"d\""`} "${x:-`echo "\"d\""`}"
E
### a parameter over several lines
set -- 1 22 333
echo 3:$\
{\
#\
3\
}
echo ${\
#} ${#\
} ${!\
1} ${\
!\
1} ${1\
}
### OPTERR is a number
for OPTERR in abc 0 00 2 -1 '' ' 0' 0x; do OPTIND=1; getopts "a:" v -x; echo "$OPTERR:$? $v"; done
### mapfile with an origin keeps a string as the first element
m=hello; mapfile -t -O 2 m < <(echo a; echo b); declare -p m
m=hello; mapfile -t m < <(echo a); declare -p m
### type -P and a remembered place
hash -p /some/ls ls; type -P ls; type -P -a ls; type -p ls
### a nameref to an element is no variable for -v, and may be unset
a=(1 2); declare -n r='a[1]'; [[ -v r ]]; echo $?; test -v r; echo $?; echo ${r+x} $r
set -u; declare -n q='a[9]'; echo "[$q]"
### a prompt for traces that cannot be expanded
PS4='+$((1/0)) '; set -x; echo one
### operands are not expanded where there is nothing to edit
i=0; unset v; : ${v#$((i++))} ${v/$((i++))/x} ${v/x/$((i++))} ${v^^$((i++))}; echo $i
v=; : ${v%$((i++))}; echo $i; : ${v/$((i++))/x}; echo $i
set --; a=(); : ${@#$((i++))} ${a[@]/$((i++))/x}; echo $i
set -- ''; : ${@#$((i++))}; echo $i
### what exec becomes gets no underscore
(exec env) | grep ^_=; $THIS -c 'echo x; exec env' | grep ^_=; env | grep ^_= | wc -l
### an interactive shell names itself without its directory
mkdir d; ln -s "$(command -v "$THIS")" d/sh1; $PWD/d/sh1 -ic 'nosuchcommand' 2>&1 | tail -1; d/sh1 -ic 'cd /nonexistent; echo $0' 2>&1 | tail -2; rm -r d
### what is expanded in a subscript of an expression is not expanded again
i='$( echo >&2 run )'; a=(5 6); declare -A h
echo $(( a[$i] ))
: $(( a[$i]=5 ))
echo $((1+a[\$i]))
echo ${a[a[$i]]}
h[$i]=3; echo $((h[$i])) $((h[\$i])); ((h[$i]++)); [[ h[$i] -eq 4 ]]; echo $?; [[ -v h[$i] ]]; echo $?
declare -p h
### a subscript of a test in double brackets is not expanded again
i='$( echo >&2 run )'; a=(5 6)
[[ a[$i] -eq 5 ]] 2>/dev/null
echo end
### subscripts that are expanded once
declare -A h=([a]=1); a=(1 2 3); i=1
echo $((a[i]+a[$i]*a[${i}])) $((a[$i+1])) $((h[a])) $((h['a'])) $((a[${#a[@]}-1])) $((a[$((i+1))])) $((a[h[a]])) $((a[a[0]]))
(( a[$i]++, a[i+1]+=5 )); echo ${a[@]}; (( h[b] = 3, h[$i]++ )); declare -p h
[[ a[$i] -eq 3 && ${a[$i]} -eq a[i] && h[b] -eq 3 && "i" -eq 1 && i+1 -eq 2 && "a[$i]" -eq 3 && a[${#a[@]}-1] -eq 8 ]]; echo $?
n=-1; echo $((a[$n])) $((a[n])); [[ -v a[$n] && -v a[i] && -v h[b] && ! -v h[c] ]]; echo $?
for k in '"' "'" '\' ']' '[' "80's" '`' '$x'; do h[$k]=4; [[ -v h[$k] ]] && ((h[$k]++)); echo "$k ${h[$k]}"; done
### a quote or backquote in the quotes of a subscript
declare -A d; d["'"]=1 d['`']=2 d['"']=3; declare -p d; echo "${d['`']}" ${d['`']} ${d[\`]}; ((d[\`]++)); unset "d['\`']"; declare -p d
d['$(']=4; d['${']=5; declare -p d; [[ -v d['`'] ]]; echo $?
### a subshell behind a pipe: what it puts into the background reads from the pipe
echo a | ( cat & wait )
echo b | ( :; (true); { cat & wait; } ) | cat
echo c | ( (cat) & wait ); x=$(echo d | (cat & wait)); echo $x
echo e | ( (cat & wait) ); echo f | { (cat & wait); }; (cat & wait) | cat; echo g | ( ( cat & wait ) & wait )
coproc { { read l; echo $l; } & wait; }; exec 5<&${COPROC[0]}; echo h >&${COPROC[1]}; read l <&5; echo $l
### getopts of a caller goes on where it was when OPTIND was local to a function
f() { local OPTIND=1 opt; while getopts "abc" opt; do echo "inner $opt"; done; }
while getopts "xyz" o -xyz && ((++n < 9)); do echo "outer $o $OPTIND"; f -abc; done
g() { local OPTIND; h; echo back; }; h() { getopts ab o -ab; echo $o; }; OPTIND=1; getopts ab o -ab; echo $o; g; getopts ab o -ab; echo $o $OPTIND
r() { typeset OPTIND=1 opt; while getopts ":abc" opt; do echo "$# $opt $OPTIND"; if [[ $opt = b && $# -lt 2 ]]; then r -ac x; fi; done; }; r -abc
