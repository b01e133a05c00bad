### shopt lists all names
shopt; shopt -p
### shopt -o lists the options of set
shopt -o; shopt -po
### shopt -s and -u list what is on and off
shopt -s; shopt -u | head -n 12; shopt -so; shopt -uo | head -n 5
### every name can be set and unset
for o in $(shopt -p | sed 's/.* //'); do shopt -s $o; a=$?; shopt -q $o; b=$?; shopt -u $o; c=$?; shopt -q $o; echo $o $a $b $c $?; done
### shopt of names tells whether all are on
shopt -s extglob; shopt extglob; echo $?; shopt extglob nullglob; echo $?; shopt -q extglob nullglob; echo $?; shopt -p extglob nullglob; echo $?
### shopt of a name that is none
shopt none; echo $?; shopt -s none; echo $?; shopt -q none; echo $?; shopt -o none; echo $?; shopt -s extglob none nullglob; echo $?; shopt nullglob
### shopt -s with -u
shopt -su extglob; echo $?
### shopt -o sets what set -o sets
shopt -so pipefail; set -o | grep pipefail; shopt -uo pipefail; shopt -o pipefail errexit; echo $?; shopt -qo pipefail; echo $?
### set -o and +o list
set -o; set +o
### every name of set -o
for o in allexport braceexpand errtrace functrace hashall histexpand history ignoreeof keyword noclobber noglob nolog notify nounset physical pipefail posix vi emacs; do set -o $o; a=$?; [[ -o $o ]]; b=$?; set +o $o; [[ -o $o ]]; echo $o $a $b $?; done
### letters of set in $-
set -efuC; echo $-; set +efuC; echo $-; set -o errexit -o nounset; echo $-; set +eu; set -hBmT; echo $-
### set -- and set - and what they do to the parameters
set -- a b; echo $# $1; set - c; echo $# $1; set -; echo $#; set --; echo $#; set a -e; echo "$*" $-; set -e -- -x; echo $1
### set - turns off -x and -v
set -xv; set - q 2>/dev/null; echo $- $1
### set of an option that is none changes nothing
set -eZ; echo $? $-; set -o none; echo $?; set +o none; echo $?
### set -n ends what is run
(set -n; echo no); echo yes; set -n; echo no
### set -o ignoreeof and its variable
set -o ignoreeof; echo $IGNOREEOF; set +o ignoreeof; echo ${IGNOREEOF-unset}
### set lists variables and functions so that they can be read again
x='a b'; y=$'q\nz'; a=(1 'b c'); e=; f() { echo hi; }; set | grep -E '^(x|y|a|e)='; set | sed -n '/^f ()/,/^}/p'
### umask shows and sets
umask 027; umask; umask -S; umask -p; umask -pS; umask -S 22; umask 0; umask; umask 77; umask
### umask in symbols
umask 022; umask u=rwx,g=rx,o=; umask; umask g+w; umask; umask a-x; umask; umask u+x,o=r; umask -S; umask +x; umask; umask =; umask
### umask takes what files cannot have
umask 1022; umask; umask 07777; umask
### umask refuses what is no mode
umask 8; echo $?; umask 10000; echo $?; umask x; echo $?; umask u=q; echo $?; umask ''; echo $?; umask u; echo $?
### umask is used for files
umask 077; : >a; umask 022; : >b; umask -S u=r >/dev/null; : >c; chmod u+w c
### ulimit shows and sets
ulimit -n 100; ulimit -n; ulimit -Sn 50; ulimit -Sn; ulimit -Hn; ulimit -n hard; ulimit -n; ulimit -n soft; ulimit -n
### ulimit units
ulimit -c 8; ulimit -c; ulimit -t 100; ulimit -t; ulimit -v 4000000; ulimit -v; ulimit -s 4096; ulimit -s; ulimit -f 1000; ulimit; ulimit -d 4000000; ulimit -d
### ulimit of several names them
ulimit -c 0 -n 60; ulimit -c -n; ulimit -cn 4; echo $?; ulimit -nf
### ulimit beyond the hard limit
ulimit -n 60; (ulimit -Hn 50; ulimit -n; ulimit -Sn 70); echo $?
### ulimit refuses what is no number
ulimit -n x; echo $?; ulimit -n -1; echo $?; ulimit -n 1.5; echo $?; ulimit -n ''; echo $?; ulimit -n 99999999999999999999; echo $?; ulimit -n +5; echo $?
### ulimit -p cannot be set
ulimit -p; ulimit -p 5; echo $?
### the layout of ulimit -a
ulimit -a | sed 's/[^ ]*$//'; ulimit -aH | wc -l
### trap shows what it would do
trap 'echo a' INT TERM; trap -p; trap; trap -p INT; trap - INT; trap -p; trap '' HUP; trap -p HUP
### trap with names in any form
trap 'echo q' sigint 15 SigHup; trap -p; trap 2; trap; trap - 1 15; trap
### trap EXIT, DEBUG, ERR and RETURN are shown
trap 'echo e' EXIT; trap ': d' DEBUG; trap 'echo r' RETURN; trap 'echo er' ERR; trap -p; trap - DEBUG 0
### trap refuses what is no signal
trap x NOPE; echo $?; trap x 999; echo $?; trap -p NOPE; echo $?; trap nope; echo $?; trap x ''; echo $?
### trap quotes its command
trap "it's" USR1; trap 'two
lines' USR2; trap -p
### alias defines and shows
alias a=b c='d e' "q=it's"; alias; alias a; alias -p; alias none; echo $?; alias a none c; echo $?
### alias refuses names that end words
for n in 'a b' 'a$b' 'a/b' 'a;b' 'a"b' "a'b" 'a|b' 'a&b' 'a(b' 'a<b' 'a`b' 'a\b' ''; do alias "$n=x"; echo $?; done; alias 'a!b=1' 'a*b=1' 'a#b=1' 'a-b=1'; alias
### alias shows letters beyond ASCII first
alias é=1 z=2 a=3; alias; alias -- -x=1; alias -p
### unalias
alias a=1 b=2 c=3; unalias a; echo $?; unalias none b; echo $?; alias; unalias -a; alias; unalias; echo $?
### getopts goes through the options
while getopts ab:c o -a -b x -c y -d; do echo "$o [$OPTARG] $OPTIND"; done; echo "$o $OPTIND"
### getopts takes the positional parameters
set -- -ab val -- -c; while getopts ab:c o; do echo "$o [$OPTARG] $OPTIND"; done; shift $((OPTIND-1)); echo "$@"
### getopts tells what is wrong, or leaves it to the script
while getopts ab: o -x -b; do echo "$o [$OPTARG]"; done; OPTIND=1; while getopts :ab: o -x -b; do echo "$o [$OPTARG]"; done; OPTIND=1; OPTERR=0; while getopts ab: o -x -b; do echo "$o [$OPTARG]"; done
### getopts in functions
f() { local OPTIND o; while getopts ab: o; do echo "f $o $OPTARG"; done; }; while getopts xy o -x -y; do echo $o; f -a -b q; done
### getopts without enough arguments
getopts; echo $?; getopts a; echo $?; getopts a 1x -a; echo $?; readonly r; getopts a r -a; echo $?
### OPTIND is an integer
declare -p OPTIND; OPTIND=1+1; echo $OPTIND; getopts a o x -a; echo $o
### times and history of getopts' place
OPTIND=2; getopts a o x -a; echo "$? $o $OPTIND"; OPTIND=9; getopts a o x -a; echo "$? $o $OPTIND"

### BASH_COMPAT and its options
for v in 3.2 32 4.0 40 4.2 42 4.4 44 5.0 50 5.1 51 5.2 52 5.3 53 3.1 31 2 x 4.x 5 ''; do BASH_COMPAT=$v; echo "$v: $? ${BASH_COMPAT}"; shopt | grep compat | grep on; done

### options and BASH_COMPAT
BASH_COMPAT=42 $THIS -c 'echo "$BASH_COMPAT"; shopt compat42'; shopt -s compat43; echo $BASH_COMPAT; unset BASH_COMPAT; shopt compat43; BASH_COMPAT=9.9 $THIS -c 'echo $BASH_COMPAT' 2>/dev/null
