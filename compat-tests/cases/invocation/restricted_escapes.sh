### no assignment of any kind reaches PATH
cd / ; for c in 'PATH=/x' 'PATH+=:/x' 'PATH=/x true' 'export PATH=/x' 'declare PATH=/x' 'declare -g PATH=/x' 'typeset -x PATH=/x' 'f() { local PATH=/x; }; f' 'readonly PATH=/x' 'read PATH <<<x' 'mapfile PATH <<<x' 'printf -v PATH x' 'getopts x PATH -x' 'let PATH=1' '((PATH=1))' 'for PATH in x; do :; done' 'declare -n r=PATH; r=/x' ': ${r:=x}; unset PATH' 'declare +x PATH; env | grep -c ^PATH=' 'env PATH=/x true'; do $THIS -r -c "$c; echo \$?; [[ \$PATH == x ]] && echo changed"; done

### nor SHELL, ENV, BASH_ENV and HISTFILE
for v in SHELL ENV BASH_ENV HISTFILE; do for c in "$v=x" "export $v=x" "$v=x true" "read $v <<<x" "declare -n r=$v; r=x" "for $v in x; do :; done" "unset $v"; do $THIS -r -c "$c; echo \$?"; done; done

### BASH_CMDS and BASH_ALIASES name no file
$THIS -r -c 'BASH_CMDS[x]=/bin/echo; x hi; echo $?'
$THIS -r -c 'BASH_CMDS[x]=echo; x hi; echo $?'
$THIS -r -c 'shopt -s expand_aliases; BASH_ALIASES[x]=/bin/echo
x hi; echo $?'

### source takes no path
echo 'echo sourced' > f; $THIS -r -c '. ./f; echo $?'; $THIS -r -c 'source /dev/null; echo $?'; $THIS -r -c '. f; echo $?'

### the history is not written to a path
$THIS -r -c 'set -o history; history -w ./h; echo $?; history -w h; echo $?; history -a /tmp/h; echo $?; history -r ./f; echo $?'; ls

### functions and aliases do not hide a slash
$THIS -r -c 'function /bin/x { echo fn; }; /bin/x; echo $?'
$THIS -r -c 'x() { /bin/echo in; }; x; echo $?'
$THIS -r -c 'c=/bin/echo; $c hi; "$c" hi; \/bin/echo; eval "$c" hi; command $c; builtin $c; exec $c'

### commands that run commands
$THIS -r -c 'command -p echo hi; echo $?'
$THIS -r -c 'exec echo hi; echo $?'
$THIS -r -c 'coproc /bin/echo; echo $?'
$THIS -r -c 'coproc X { /bin/echo; }; wait; echo $?'
$THIS -r -c 'trap "/bin/echo trapped" EXIT; :'
$THIS -r -c '! /bin/echo; echo $?'
$THIS -r -c 'x=$(/bin/echo) y=`/bin/echo`; echo $?'
$THIS -r -c 'cat <(/bin/echo); echo $?'
$THIS -r -c 'PROMPT_COMMAND=/bin/echo; compgen -C /bin/echo; echo $?'
$THIS -r -c 'fc -e /bin/cat; fc -s; echo $?'
$THIS -r -c 'mapfile -C /bin/echo -c 1 a <<<x; echo $?'

### output goes to no file by any spelling
for c in 'echo >f' 'echo >|f' 'echo >>f' 'echo &>f' 'echo >&f' 'echo 1<>f' ': {n}>f' 'exec 3>f' 'exec >f' '{ echo; } >f' '(echo) >f' 'f() { echo; } >f; f' 'while false; do :; done >f' 'x=f; echo >$x' 'echo 2>>f' 'echo &>>f' '>f' 'eval "echo >f"' 'coproc echo >f; wait $!' 'echo | tee >f'; do $THIS -r -c "$c; echo \$?"; done; ls

### neither set nor shopt lifts it
for c in 'set +r' 'set +o restricted' 'shopt -u restricted_shell' 'shopt -s restricted_shell' 'set +ru' 'SHELLOPTS=' 'set -p; set +p'; do $THIS -r -c "$c; echo \$?; cd /; echo \$?"; done

### what it starts by name is as free as elsewhere
echo 'cd /; pwd; echo $-' >s; $THIS -r -c "$THIS s" | head -1; PATH=$PATH:. $THIS -r -c 'echo in; hash'

### hash and enable
$THIS -r -c 'hash -p /bin/echo x; x; echo $?; hash -p ./x x; echo $?; hash -l; enable -f ./x.so x; echo $?; enable -d echo; echo $?; enable -n cd; cd; echo $?'

### called as rbash
ln -s "$(type -p $THIS)" rbash 2>/dev/null; [ -e rbash ] || ln -s $THIS rbash; ./rbash -c 'cd /; echo $?; shopt restricted_shell'; rm rbash
