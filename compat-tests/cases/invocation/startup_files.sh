### BASH_ENV runs before a script, a string and standard input
echo 'echo env $* $-; x=5' > e; BASH_ENV=e $THIS -c 'echo $x' a b; BASH_ENV='$HOME/e' $THIS -c 'echo $x'; echo 'echo script $x' > s;  BASH_ENV=e $THIS s 1 2; echo 'echo stdin $x' | BASH_ENV=e $THIS

### BASH_ENV is traced and shown with the rest
echo 'echo env' > e; BASH_ENV=e $THIS -x -c 'echo t'; BASH_ENV=e $THIS -v -c 'echo t'; BASH_ENV=e $THIS -n -c 'echo t'; BASH_ENV=e $THIS -e -c 'false; echo no'

### BASH_ENV runs as a sourced file
echo 'echo $BASH_SOURCE ${FUNCNAME[@]} $LINENO ${BASH_LINENO[@]} ; caller; nosuch' > e; BASH_ENV=e $THIS -c 'echo ${#BASH_SOURCE[@]}'

### BASH_ENV is not for POSIX mode or a privileged shell, and ENV not for a script
echo 'echo env' > e; BASH_ENV=e $THIS --posix -c 'echo p'; ENV=e $THIS --posix -c 'echo p'; ENV=e $THIS -c 'echo p'; BASH_ENV=e POSIXLY_CORRECT=1 $THIS -c 'echo $POSIXLY_CORRECT; set -o | grep posix'; BASH_ENV=e $THIS -p -c 'echo priv'

### a login shell reads the first of its three files and logs out
for f in bash_profile bash_login profile; do echo "echo $f; x=$f" > ~/.$f; done; echo 'echo logout $?' > ~/.bash_logout; $THIS -l -c 'echo $x' | grep -v etc; rm ~/.bash_profile; $THIS -l -c 'echo $x'; rm ~/.bash_login; $THIS -l -c 'echo $x';  $THIS --noprofile -l -c 'echo [$x]'; $THIS -l -c 'exit 3'; echo $?; $THIS -l -c '(exit 3); f() { exit 4; }; f'; echo $?; $THIS -l -c 'logout 5'; echo $?;  $THIS -c logout; echo $?; echo 'echo hi' | $THIS -l; echo $?; (exec -a -bash $THIS -c 'echo $x $0; shopt login_shell'); $THIS -l -c 'trap "echo trap" EXIT; exit 2'; echo $?

### a failing profile does not end the shell, and exit does
echo 'false; nosuch' > ~/.profile; $THIS -l -c 'echo $?'; echo 'exit 3' > ~/.profile; $THIS -l -c 'echo no'; echo $?

### a login shell reads BASH_ENV too
echo 'echo env' > e; echo 'echo prof' > ~/.profile; BASH_ENV=e $THIS -l -c 'echo x'

### a directory in the place of a profile is told
mkdir ~/.bash_profile; echo 'echo prof' > ~/.profile; $THIS -l -c 'echo x'

### called sh it reads the plain profile, and ENV not for a script
ln -s "$(command -v $THIS)" sh; echo 'echo env' > e; echo 'echo prof $SHELLOPTS' > ~/.profile; echo bp > ~/.bash_profile; ENV=e ./sh -c 'echo $SHELLOPTS $POSIXLY_CORRECT $-'; BASH_ENV=e ./sh -c 'echo $0'; ./sh -l -c 'echo l'; ./sh +o posix -c 'echo $SHELLOPTS'; rm sh

### SHELLOPTS turns options on and stays exported
env SHELLOPTS=nounset:noglob $THIS -c 'echo $- $SHELLOPTS; env | grep SHELLOPTS'; env SHELLOPTS=bad:errexit $THIS -c 'echo $-'; env SHELLOPTS= $THIS -c 'echo $-; env | grep ^SHELLOPTS'; export SHELLOPTS; set -u; $THIS -c 'echo $-'; env SHELLOPTS=errexit $THIS +e -c 'echo $-'; SHELLOPTS=x; echo $?

### SHELLOPTS may trace, show and set POSIX mode
env SHELLOPTS=xtrace $THIS -c 'echo $-'; env SHELLOPTS=verbose $THIS -c 'echo a'; env SHELLOPTS=posix $THIS -c 'set -o | grep posix; echo $POSIXLY_CORRECT';  env SHELLOPTS=braceexpand $THIS -c 'echo $-'; env SHELLOPTS=monitor:emacs:history $THIS -c 'echo $-' 2>/dev/null

### BASHOPTS turns options of shopt on
env BASHOPTS=extglob:nullglob $THIS -c 'shopt extglob nullglob; echo $BASHOPTS; env | grep BASHOPTS'; env BASHOPTS=bad $THIS -c 'echo x'; shopt -s dotglob; export BASHOPTS; $THIS -c 'shopt dotglob'; BASHOPTS=; echo $?; env BASHOPTS=login_shell:restricted_shell:expand_aliases $THIS -c 'shopt login_shell restricted_shell expand_aliases'

