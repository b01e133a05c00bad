### a restricted shell does not change its directory
$THIS -r -c 'cd /; echo $?; cd; cd -; pushd /; popd; dirs; pwd >/dev/null; echo $?'

### a restricted shell runs no command with a slash in its name
$THIS -r -c '/bin/echo a; echo $?; ./x; echo $?; type /bin/echo; command /bin/echo x; echo $?; command -v /bin/ls; exec /bin/ls; echo no $?; builtin /x'

### commands with a slash are refused in pipelines, subshells and the background
$THIS -r -c '/bin/echo a | cat; echo $?; x=$(/bin/echo b); echo "$x $?"; (/bin/echo c); /bin/echo x &
wait; if /bin/true; then echo yes; else echo no; fi'

### hash -p takes no path in a restricted shell
$THIS -r -c 'hash -p /bin/ls ls; echo $?; hash -p ls ls; echo $?; hash ls; echo $?; hash -r; hash -p x/y z; echo $?'

### exec takes no command in a restricted shell
$THIS -r -c 'exec ls; echo $?; exec; echo $?; exec -a x ls; echo $?; exec 3<&0; echo $?'

### builtins are neither loaded nor enabled in a restricted shell
$THIS -r -c 'enable -f x y; echo $?; enable -d x; echo $?; enable -n test; enable test; echo $?'

### command -p is refused in a restricted shell
$THIS -r -c 'command -p ls; echo $?; command -pv ls; echo $?; command -v ls >/dev/null; echo $?; command echo hi'

### nothing lifts the restriction
$THIS -r -c 'set +r; echo $?; set +o restricted; echo $?; shopt -u restricted_shell; echo $?; shopt restricted_shell; echo $-; set -r; echo $?; set -o | grep restr'

### functions are not taken from the environment
f() { echo f; }; export -f f; $THIS -r -c 'f; echo $?'; $THIS -c 'f'; $THIS -p -c 'f; echo $?'

### options are not taken from the environment
env SHELLOPTS=errexit BASHOPTS=extglob $THIS -r -c 'echo $-; shopt extglob; echo $SHELLOPTS'; env SHELLOPTS=errexit:noglob BASHOPTS=extglob $THIS -p -c 'echo $-; shopt extglob; echo $SHELLOPTS'

### a script that is run is not restricted
printf '#!/bin/sh\necho child $-\ncd /; pwd\n' > s; chmod +x s; PATH=$PWD:$PATH $THIS -r -c 's'

### set -r restricts from there on
set -r; echo $-; cd /; echo $?; PATH=x; echo no

### a failed assignment drops its line alone
set -r; PATH=x
echo next $?; /bin/echo a
echo end $?; set +r
echo end2 $?

### start-up files are not restricted
echo 'cd /; PATH=/xx; echo env $-' > e; BASH_ENV=$PWD/e $THIS -r -c 'echo $PATH; pwd; cd /tmp'

### traps are restricted
$THIS -r -c 'trap "cd /" EXIT; exit 4'; echo $?

### a login shell may be restricted
$THIS -rl -c 'echo $-; cd /'

### what the shell itself does is free
$THIS -r -c 'umask 022; trap "" INT; alias x=/bin/ls; shopt -s expand_aliases; echo $?'

### an alias does not get round a slash
$THIS -r -c 'shopt -s expand_aliases
alias x=/bin/echo
x hi; echo $?'

### variables that decide what runs are readonly in a restricted shell
for v in PATH SHELL ENV BASH_ENV HISTFILE; do $THIS -r -c "$v=/x; echo no"; $THIS -r -c "unset $v; echo \$?"; done

### readonly cannot be got round in a restricted shell
$THIS -r -c 'export PATH=/x; echo $?; declare SHELL=/x; echo $?; declare +r PATH; echo $?; printf -v ENV x; echo $?'

### a restricted shell writes to no file
$THIS -r -c 'for c in "echo >f" "echo >>f" "echo >|f" "echo &>f" "echo >&f" "echo <>f" "echo 2>f" "echo &>>f" "echo >/dev/null"; do eval "$c"; echo $?; done'

### a restricted shell reads files and moves descriptors
$THIS -r -c 'cat </dev/null; echo $?; echo a >&2; echo b 2>&1; cat <<<c'
