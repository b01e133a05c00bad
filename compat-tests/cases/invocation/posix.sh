### posix: a wrong option of a special builtin ends the shell
set -o posix; set -Z; echo no

### posix: shift tells that there are too few parameters
set -o posix; shift 5; echo "after $?"

### posix: an export of what is no name
set -o posix; export 1a=2; echo no $?

### posix: an assignment to a readonly variable ends the shell
set -o posix; readonly x=1; x=2; echo no

### posix: unset of a readonly variable
set -o posix; readonly x=1; unset x; echo no $?

### posix: a file that dot does not find ends the shell
set -o posix; . nosuch; echo no

### posix: a file that dot does not find ends nothing elsewhere
. nosuch; echo yes $?

### posix: a syntax error in eval ends the shell
set -o posix; eval 'if'; echo no $?

### posix: a syntax error in eval ends nothing elsewhere
eval 'if'; echo yes $?

### posix: assignments before special builtins stay
set -o posix; x=1 :; echo "$x"; x=2 export y; echo $x; x=3 eval 'echo $x'; echo $x; x=4 true; echo $x; f() { :; }; x=5 f; echo $x

### posix: assignments before special builtins are temporary elsewhere
x=1 :; echo "[$x]"

### posix: functions have names of variables
set -o posix; a-b() { echo; }; echo no $?

### posix: functions have no names of special builtins
set -o posix; eval() { echo; }; echo no $?

### posix: special builtins come before functions
export() { echo mine; }; export x; set -o posix; export x; echo $?; unset -f export

### posix: functions with plain names
set -o posix; f1() { echo ok; }; f1; _x() { echo u; }; _x

### posix: aliases may not be reserved words
set -o posix; alias foo='echo hi'
foo
alias if='echo no'
if true; then echo yes; fi

### posix: aliases are listed without their command
set -o posix; alias a='b c'; alias; alias -p; set +o posix; alias

### posix: tildes stand at the start of a word or in assignments alone
set -o posix; x=~:~; echo "$x" | sed "s,$HOME,H,g"; echo a=~ | sed "s,$HOME,H,g"; echo a:~; export y=~; echo "$y" | sed "s,$HOME,H,g"

### posix: tildes behind an equals sign elsewhere
echo a=~ a:~ | sed "s,$HOME,H,g"; echo --x=~ | sed "s,$HOME,H,g"

### posix: kill lists the names in a line and takes none with SIG
set -o posix; kill -l | head -2; kill -l 15; kill -l TERM; kill -SIGTERM $$ 2>&1; trap | cat

### posix: kill -s takes no name with SIG
set -o posix; kill -s SIGTERM 0 ; echo $?

### posix: trap with a number alone
set -o posix; trap 'x' 2; trap 2; trap; 

### posix: export and readonly list themselves
set -o posix; x=1; export x; export -p | grep x=; readonly y=2; readonly -p | grep y=; declare -p x; declare -x | grep ' x='

### posix: export and readonly list declare elsewhere
x=1; export x; export -p | grep ' x='; readonly y=2; readonly -p | grep ' y='

### posix: set lists values in single quotes and no functions
set -o posix; f() { :; }; x='a b'; y="it's"; z=$'n\nl'; set | grep -E "^(x|y|z|f|it)"; 

### posix: set lists functions elsewhere
f() { :; }; x='a b'; set | grep -E "^(x|f)"

### posix: cd follows the logical path
set -o posix; mkdir a; ln -s a b; cd b; pwd | sed 's,.*/,,'; cd -P .; pwd | sed 's,.*/,,'

### posix: cd with an empty operand
set -o posix; cd ''; echo $?; mkdir -p x/y; CDPATH=x; cd y >/dev/null; pwd | sed 's,.*/in,,'

### posix: echo and xpg_echo
set -o posix; echo -n a; echo -e 'b\tc'; shopt -s xpg_echo; echo -n a; echo 'b\tc'; echo -e 'x\ty'

### posix: xpg_echo takes backslashes
shopt -s xpg_echo; echo -n a; echo 'b\tc'; echo -e 'x\ty'

### posix: type and command tell special builtins
set -o posix; type echo; type -t echo; command -v cd if ls | head -2; type if; type nosuch; f() { :; }; type f; command -V f; type export; command -V export

### posix: type without special builtins elsewhere
type export; f() { :; }; type f

### posix: ulimit in blocks of 512 bytes
set -o posix; ulimit -c 0; ulimit -c; ulimit -f unlimited; ulimit -f

### posix: umask
set -o posix; umask 022; umask; umask -S

### posix: unset takes functions away only with -f
set -o posix; f() { echo f; }; unset f; f; x=1; unset x; echo ${x-u}; f=1; unset f; f; unset f; type f

### posix: unset takes functions away elsewhere
f() { echo f; }; unset f; f

### posix: wait for what ended and for nobody
set -o posix; (exit 3) & wait $!; echo $?; wait; echo $?; wait 99999; echo $?

### posix: command keeps special builtins from ending the shell
set -o posix; command set -Z; echo alive $?; command export 1=2; echo alive2 $?; command . nosuch; echo alive3 $?; command eval 'if'; echo alive4 $?; command readonly x=1; command shift 9; echo $?

### posix: break outside of a loop says nothing
set -o posix; break; echo $?; continue; echo $?; break 0; echo no

### posix: return outside of a function ends the shell
set -o posix; return 3; echo after $?

### posix: return outside of a function ends nothing elsewhere
return 3; echo after $?

### posix: exec of what is not there ends the shell
set -o posix; exec nosuchcmd; echo no

### posix: a redirection error of a special builtin ends the shell
set -o posix; : > /nosuch/x; echo no

### posix: a redirection error of a special builtin ends nothing elsewhere
: > /nosuch/x; echo yes $?

### posix: redirection errors of other commands end nothing
set -o posix; true > /nosuch/x; echo yes $?; echo a > /nosuch/x; echo $?; { :; } > /nosuch/y; echo $?; exec > /nosuch/z; echo no

### posix: targets of redirections are not globbed
set -o posix; touch ab; echo x > a*; ls; cat a*

### posix: targets of redirections are globbed elsewhere
touch ab; echo x > a*; ls; cat a*

### posix: targets of redirections are not split
set -o posix; x='a b'; echo hi > $x; ls; x=; echo hi > $x; echo $?

### posix: process substitution stays
set -o posix; cat <(echo a); echo $?

### posix: negations
set -o posix; ! true; echo $?; ! ! true; echo $?

### posix: bash's own grammar stays
set -o posix; { echo a; }; function g { echo g; }; g; [[ a == a ]]; echo $?; select x in 1; do break; done <<< 1

### posix: single quotes in double-quoted expansions are characters
set -o posix; x=abc; echo "${x:-'a'}" "${y:-'a b'}" "${y:-"q"}" ${y:-'a b'}; echo "${x#'a'}" "${x%"c"}"

### posix: quotes in here-documents
set -o posix; cat <<E
${y:-'a'} ${y:-"b"} $'x' \$ \` "
E

### posix: patterns of conditionals
set -o posix; [[ a/b == a*b ]]; echo $?; case a/b in a*b) echo y;; esac; touch .x y; echo *; echo .*

### posix: a failed expansion in an assignment ends the shell
set -o posix; x=$((1/0)); echo no

### posix: a failed expansion in an assignment ends nothing elsewhere
x=$((1/0)); echo yes $?

### posix: a failed expansion ends the shell
set -o posix; echo $((1/0)); echo no

### posix: a bad substitution ends the shell
set -o posix; echo ${x!}; echo no

### posix: a readonly variable of for ends the shell
set -o posix; readonly i; for i in 1; do :; done; echo no

### posix: the name in a function
set -o posix; f() { echo $0; }; f

### posix: local variables
set -o posix; f() { local x=1; echo $x; }; f; echo "[$x]"

### posix: POSIXLY_CORRECT is the option
POSIXLY_CORRECT=1; set -o | grep posix; unset POSIXLY_CORRECT; set -o | grep posix; POSIXLY_CORRECT=; set -o | grep posix; set +o posix; echo ${POSIXLY_CORRECT-unset}; set -o posix; echo ${POSIXLY_CORRECT-unset}; shopt -o posix

### posix: a syntax error in a sourced file ends the shell
set -o posix; echo 'if' > f; . ./f; echo no $?

### posix: dot looks in PATH alone
set -o posix; echo 'echo here' > ff; . ff; echo no

### posix: dot looks here too elsewhere
echo 'echo here' > ff; . ff; echo yes

### posix: arrays are not exported
set -o posix; a=(1 2); export a; env | grep ^a=; echo $?

### posix: lastpipe
set -o posix; echo x | read y; echo "[$y]"; shopt -s lastpipe; echo x | read y; echo "[$y]"

### posix: command substitutions inherit errexit
set -o posix; set -e; x=$(false; echo hi); echo "$x"; shopt inherit_errexit

### posix: inherit_errexit follows the option
set -e; x=$(false; echo hi); echo "$x"; shopt inherit_errexit; set -o posix;  shopt inherit_errexit; set +o posix; shopt inherit_errexit

### posix: aliases are expanded
shopt expand_aliases; set -o posix; shopt expand_aliases; set +o posix; shopt expand_aliases

### posix: the option sets shift_verbose
set -o posix; shopt shift_verbose interactive_comments sourcepath; shift 3; echo $?

### posix: getopts with a wrong option
set -o posix; set -- -a -x; while getopts a o; do echo $o; done; echo $OPTIND

### posix: read with a wrong name
set -o posix; read x < /dev/null; echo $?; read -r 1x <<< a; echo $?

### posix: bash's extensions stay
set -o posix; [[ -v x ]]; echo $?; ((1)); echo $?; ((0)); echo $?; echo {a,b} $'x\ty' $"m"; a=(1); echo ${a[0]}; echo ${x^^} &> f; cat f; cat <<< here

### posix: here-documents in substitutions
set -o posix; echo $(echo a; echo b) `echo c`; x=$(cat <<E
h
E
); echo $x

### posix: splitting and joining
set -o posix; IFS=:; x=a::b; set -- $x; echo $#; set -- 1 2 3; IFS=; echo "$*" $*; unset IFS; echo "$*"

### posix: parameters in assignments
set -o posix; set -- a 'b c'; x=$@; echo "$x"; x="$*"; echo "$x"

