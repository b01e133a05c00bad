### BASH_SUBSHELL counts subshells and takes a value
echo $BASH_SUBSHELL $(echo $BASH_SUBSHELL) $( (echo $BASH_SUBSHELL) ); (echo $BASH_SUBSHELL; (echo $BASH_SUBSHELL)); BASH_SUBSHELL=9; echo $BASH_SUBSHELL; unset BASH_SUBSHELL; (echo "[$BASH_SUBSHELL]")
### RANDOM repeats with the same seed
RANDOM=42; echo $RANDOM $RANDOM $RANDOM; RANDOM=42; echo $((RANDOM)) $RANDOM; RANDOM=0; echo $RANDOM $RANDOM; RANDOM=-5; echo $RANDOM; RANDOM=abc; echo $RANDOM; RANDOM=1+1; echo $RANDOM; RANDOM=99999999999; echo $RANDOM
### RANDOM loses its meaning by unset
unset RANDOM; echo "[$RANDOM]"; RANDOM=5; echo $RANDOM $RANDOM; declare -p RANDOM
### RANDOM in a subshell
RANDOM=1; (echo $RANDOM) >/dev/null; echo $RANDOM
### attributes of dynamic variables
declare -p RANDOM SECONDS LINENO BASHPID PPID UID EUID SHELLOPTS BASHOPTS BASH_SUBSHELL BASH_COMMAND HISTCMD | sed 's/=.*//'
### SECONDS counts from what it is given
SECONDS=100; echo $SECONDS; SECONDS=abc; echo $SECONDS; unset SECONDS; echo "[$SECONDS]"; SECONDS=x; echo $SECONDS; declare -p SECONDS
### UID is readonly
UID=5; echo $?; echo after
### readonly numbers of the process
EUID=5 true; echo $?; PPID=1; echo no
### LINENO can be set and unset
echo $LINENO
echo $LINENO; LINENO=100; echo $LINENO
echo $LINENO; unset LINENO; echo "[$LINENO]"; LINENO=5; echo $LINENO
### the call stack
f() { echo ${FUNCNAME[@]} ${BASH_LINENO[@]} ${BASH_SOURCE[@]}; g; }
g() {
 echo ${FUNCNAME[@]} ${BASH_LINENO[@]} ${BASH_SOURCE[@]}; }
f
echo ${FUNCNAME[@]} "[${BASH_LINENO[@]}]" ${BASH_SOURCE[@]} ; declare -p FUNCNAME BASH_SOURCE BASH_LINENO
### FUNCNAME takes no value
FUNCNAME=x; echo $?; f() { FUNCNAME=y; echo $FUNCNAME; FUNCNAME[0]=z; echo $?; declare -p FUNCNAME; local FUNCNAME; }; f; unset FUNCNAME; f
### PIPESTATUS is made by every pipeline
true | false | true; echo ${PIPESTATUS[@]}; false; echo ${PIPESTATUS[@]}; ! true; declare -p PIPESTATUS; PIPESTATUS=5; echo ${PIPESTATUS[@]}; (exit 3) | x=5; echo "${PIPESTATUS[*]}"; PIPESTATUS=(1 2); echo ${PIPESTATUS[@]}; unset PIPESTATUS; true|false; echo "[${PIPESTATUS[@]}]"
### BASH_REMATCH is global
[[ abc =~ (b)(c) ]]; declare -p BASH_REMATCH; BASH_REMATCH=5; declare -p BASH_REMATCH; unset BASH_REMATCH; [[ abc =~ b ]]; declare -p BASH_REMATCH; f() { local BASH_REMATCH; [[ q =~ q ]]; echo $BASH_REMATCH; }; f; echo $BASH_REMATCH; [[ a =~ x ]]; declare -p BASH_REMATCH
### the last argument
: start; echo $_; echo a b; echo $_; : x y; echo $_; f() { echo $_ ; : inner; }; f 1 2; echo $_; x=5; echo $_; (: sub); echo $_; _=foo; echo $_
### the last argument cannot be unset
: start; declare -p _; unset _; echo "[$_]"; echo hi; echo "[$_]"
### SHELLOPTS follows set
echo "$SHELLOPTS"; set -f; echo "$SHELLOPTS"; SHELLOPTS=x; echo no
### BASHOPTS is readonly
BASHOPTS=x; echo no
### BASHOPTS follows shopt
echo $BASHOPTS; shopt -s nullglob extglob; echo $BASHOPTS; shopt -u sourcepath; echo $BASHOPTS
### BASH_COMMAND in a DEBUG trap
echo $BASH_COMMAND; trap 'echo T: $BASH_COMMAND' DEBUG; echo x; x=5; [[ a == a ]]; f() { :; }; f; for i in 1; do :; done; case a in a) ;; esac; ((1)); trap - DEBUG; BASH_COMMAND=x; echo $BASH_COMMAND
### BASH_VERSINFO is readonly
echo ${BASH_VERSINFO[0]} ${BASH_VERSINFO[1]} ${BASH_VERSINFO[3]} ${BASH_VERSINFO[4]} ${BASH_VERSINFO[5]} ${#BASH_VERSINFO[@]}; echo $BASH_VERSION | cut -d. -f1,2; BASH_VERSINFO[0]=1; echo no
### the machine's names
echo $HOSTTYPE $OSTYPE $MACHTYPE; HOSTTYPE=x; echo $HOSTTYPE; unset OSTYPE; echo "[$OSTYPE]"; [ "$HOSTNAME" = "$(hostname)" ]; echo $?; declare -p HOSTTYPE MACHTYPE
### SHLVL is one more than it was
echo $SHLVL; $THIS -c 'echo $SHLVL'; SHLVL=x; $THIS -c 'echo $SHLVL'; SHLVL=999 $THIS -c 'echo $SHLVL'; SHLVL=-5 $THIS -c 'echo $SHLVL'; SHLVL=1000 $THIS -c 'echo $SHLVL'; unset SHLVL;  $THIS -c 'echo $SHLVL'; SHLVL= $THIS -c 'echo $SHLVL'; SHLVL=' 5 ' $THIS -c 'echo $SHLVL';(echo $SHLVL)
### DIRSTACK shows and changes the stack
declare -p DIRSTACK; DIRSTACK[0]=x; echo ${DIRSTACK[@]}; pushd / >/dev/null; declare -p DIRSTACK; DIRSTACK[1]=/tmp; dirs; DIRSTACK=5; dirs; unset DIRSTACK; echo "[${DIRSTACK[@]}]"
### BASH_ALIASES shows and defines aliases
alias a=b c='d e'; declare -p BASH_ALIASES; BASH_ALIASES[x]='y z'; alias x; unset 'BASH_ALIASES[a]'; alias; echo ${BASH_ALIASES[c]} ${!BASH_ALIASES[@]}; BASH_ALIASES=5; declare -p BASH_ALIASES; unset BASH_ALIASES; echo ${BASH_ALIASES[@]}
### BASH_CMDS shows and sets paths
hash -p /bin/ls foo; declare -p BASH_CMDS; BASH_CMDS[q]=/bin/echo; q hi; echo ${!BASH_CMDS[@]}; unset 'BASH_CMDS[q]'; hash
### BASH_ARGV0 sets the name
BASH_ARGV0=foo; echo $0 $BASH_ARGV0; nosuchcmd; unset BASH_ARGV0; BASH_ARGV0=x; echo $0
### BASH_ARGV and BASH_ARGC under extdebug
shopt -s extdebug; f() { declare -p BASH_ARGV BASH_ARGC; g x; }; g() { declare -p BASH_ARGV BASH_ARGC; }; f a b c; declare -p BASH_ARGV BASH_ARGC
### BASH_ARGV and BASH_ARGC of the script
set -- p q; declare -p BASH_ARGV BASH_ARGC; f() { declare -p BASH_ARGV BASH_ARGC; }; f a; BASH_ARGC=5; echo $?; 
### BASH_EXECUTION_STRING and the source of functions in it
echo "$BASH_EXECUTION_STRING"; $THIS -c 'echo "$BASH_EXECUTION_STRING"; declare -p BASH_EXECUTION_STRING'; $THIS -c 'echo $BASH_SOURCE $FUNCNAME $BASH_LINENO; f() { echo $BASH_SOURCE $FUNCNAME ${BASH_LINENO[@]}; }; f'
### REPLY, OPTARG and OPTIND
REPLY=x; read <<< 'a b'; echo "$REPLY"; OPTARG=5; getopts a: x -a 3; echo $OPTARG $OPTIND $x; OPTIND=1; getopts a: x; echo $OPTIND "[$x]" "[$OPTARG]"; unset OPTIND; getopts a x -a; echo "$OPTIND"; declare -p OPTIND OPTERR
### IFS empty, unset and from the environment
IFS=; declare -p IFS; unset IFS; declare -p IFS; x='a b'; set -- $x; echo $#; echo "$*"; IFS=''; set -- $x; echo $#; echo "$*"; export IFS=:; $THIS -c 'declare -p IFS'
### PS4 empty, unset and expanded
PS4='> '; set -x; echo a; x='a b'; set +x; unset PS4; set -x; echo b; PS4='+$x '; echo c
### BASH_XTRACEFD
exec 5>out; BASH_XTRACEFD=5; set -x; echo a; set +x; cat out; BASH_XTRACEFD=; set -x; echo b; set +x; BASH_XTRACEFD=99; set -x; : c
### TZ has an effect if it is exported
TZ=UTC0; printf '%(%H)T\n' 0; TZ=XXX-5; printf '%(%H %Z)T\n' 0; export TZ=XXX-7; printf '%(%H %Z)T\n' 0; unset TZ; printf '%(%H)T\n' 0; TZ=XXX-3 printf '%(%H)T\n' 0
### locals of dynamic variables
f() { local SECONDS=5; echo $SECONDS; local RANDOM=3; declare -p RANDOM; }; f; [ "$SECONDS" -lt 5 ] && echo ok; local_r() { local RANDOM; echo "[$RANDOM]"; }; local_r; echo ${RANDOM:+y}
### clocks and SRANDOM take no value
[[ $EPOCHSECONDS =~ ^[0-9]+$ ]] && echo ok; [[ $EPOCHREALTIME =~ ^[0-9]+\.[0-9]{6}$ ]] && echo ok; EPOCHSECONDS=5; [[ $EPOCHSECONDS != 5 ]]&& echo ok; unset EPOCHSECONDS; EPOCHSECONDS=5; echo $EPOCHSECONDS; [[ $SRANDOM != $SRANDOM ]] && echo ok; declare -p EPOCHREALTIME | sed 's/=.*//'
### BASHPID takes no value
[ $BASHPID = $$ ] && echo same; (  [ $BASHPID = $$ ] || echo diff ); BASHPID=5; echo $?; [ $BASHPID = $$ ] && echo same; unset BASHPID; echo "[$BASHPID]"
### POSIXLY_CORRECT and posix mode
set -- a; POSIXLY_CORRECT=1; set -o | grep posix; unset POSIXLY_CORRECT; set -o | grep posix; set -o posix; declare -p POSIXLY_CORRECT; set +o posix; declare -p POSIXLY_CORRECT
### dynamic variables in front of a command
RANDOM=5 ; f() { echo $RANDOM; }; RANDOM=7 f; BASH_SUBSHELL=3 eval 'echo $BASH_SUBSHELL'; LINENO=55 eval 'echo $LINENO'; SECONDS=50 eval 'echo $SECONDS'
### SHELLOPTS takes no value
SHELLOPTS= ; 
### SHELLOPTS and BASHOPTS of the environment
$THIS -c 'declare -p SHELLOPTS'; export SHELLOPTS; set -u; $THIS -c 'declare -p SHELLOPTS'; shopt -s nullglob; export BASHOPTS; $THIS -c 'shopt nullglob'
### SHELLOPTS and BASHOPTS in front of a command
SHELLOPTS=nounset:errexit true; env SHELLOPTS=nounset:noglob $THIS -c 'echo $SHELLOPTS; echo *'; env BASHOPTS=dotglob:foo $THIS -c 'echo $BASHOPTS'
### PWD and OLDPWD
PWD=/x; echo $PWD; pwd | sed 's,.*/,,' ; unset PWD; cd .; echo ${PWD##*/}; OLDPWD=/q; cd - ; echo $?; declare -p OLDPWD; env OLDPWD=/nosuch $THIS -c 'echo "[$OLDPWD]"; declare -p OLDPWD'; env OLDPWD=/tmp $THIS -c 'echo "[$OLDPWD]"; declare -p OLDPWD'; env -u OLDPWD $THIS -c 'declare -p OLDPWD'
### numbers of the process in the environment
env PPID=5 UID=7 RANDOM=3 BASH_VERSION=x $THIS -c 'declare -p UID | cut -c1-10; echo ${BASH_VERSION:0:3}; declare -p RANDOM | cut -c1-12; declare -p PPID | cut -c1-12'

### a name that no alias has in BASH_ALIASES
BASH_ALIASES['a b']=x; echo "st $?"; BASH_ALIASES=([q r]=5 [ok]=z); echo "st $?"; alias

### the same in a function and by declare
f() { local x; BASH_ALIASES['a b']=x || echo fail; echo on; }; f; declare 'BASH_ALIASES[a/b]=5'; echo $?
