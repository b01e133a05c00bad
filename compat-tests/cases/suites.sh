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
