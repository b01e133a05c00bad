### no argument is false
test; echo $?; [ ]; echo $?
### one argument is true unless it is empty
for a in '' a '!' '(' ')' -n -f -a '-eq'; do test "$a"; echo "$a $?"; done
### two arguments: ! or a unary operator
for a in '!' -n -z; do for b in '' a; do test "$a" "$b"; echo "$a $b $?"; done; done; test a b; echo $?; test -q x; echo $?
### three arguments: the binary operator comes first
test '!' = '!'; echo $?; test '(' = '('; echo $?; test -n = -n; echo $?; test -a -a -a; echo $?; test '(' a ')'; echo $?; test ! -n ''; echo $?; test a b c; echo $?
### four arguments: ! or parentheses
test ! a = b; echo $?; test '(' ! a ')'; echo $?; test '(' -n a ')'; echo $?; test a b c d; echo $?
### more arguments: -a binds stronger than -o
test a = b -a c = c -o d = d; echo $?; test a = a -o b = c -a d = e; echo $?; test \( a = a -o b = c \) -a d = e; echo $?
### negation in longer expressions
test ! a = b -a ! c = d; echo $?; test ! \( a = a -a b = b \); echo $?; test ! ! a; echo $?
### errors of longer expressions are told
test 1 -eq 1 -o 2 -eq; echo $?; test \( a = a; echo $?; test a = b c; echo $?; test a = b -a; echo $?; [ a b c d e ]; echo $?
### [ needs its ]
[ a; echo $?; [ a = a; echo $?; [; echo $?; [ a ]]; echo $?
### strings are compared
[ a = a ]; echo $?; [ a == b ]; echo $?; [ a != b ]; echo $?; [ a \< b ]; echo $?; [ b \> a ]; echo $?; [ '' \< a ]; echo $?; [ abc = 'a*' ]; echo $?
### numbers are compared
for o in -eq -ne -lt -le -gt -ge; do [ 1 $o 2 ]; echo "$o $?"; [ 2 $o 2 ]; echo "$?"; done
### numbers may have blanks and signs around them
[ ' 1 ' -eq +1 ]; echo $?; [ -1 -lt 0 ]; echo $?; [ 010 -eq 10 ]; echo $?; test 9223372036854775807 -gt 0; echo $?
### what is no number is told
[ x -eq 1 ]; echo $?; [ 1 -eq x ]; echo $?; [ '' -eq 0 ]; echo $?; [ 1.5 -gt 1 ]; echo $?; [ 0x10 -eq 16 ]; echo $?; [ 99999999999999999999 -eq 1 ]; echo $?
### [[ calculates its numbers
x=5; [[ x -eq 5 ]]; echo $?; [[ 1+1 -eq 2 ]]; echo $?; [[ '' -eq 0 ]]; echo $?; [[ 0x10 -eq 16 ]]; echo $?; [[ nope -eq 0 ]]; echo $?
### kinds of files
mkdir d; : >f; ln -s f l; ln -s none broken; mkfifo p; for o in -e -f -d -L -h -p -S -b -c -s; do for f in f d l broken p /dev/null none; do [ $o $f ]; printf '%s ' "$o $f $?"; done; echo; done
### permissions of files
: >f; chmod 600 f; [ -r f ]; echo $?; [ -w f ]; echo $?; [ -x f ]; echo $?; chmod u+x f; [ -x f ]; echo $?; chmod u+s,g+s f; [ -u f ]; echo $?; [ -g f ]; echo $?; mkdir d; chmod +t d; [ -k d ]; echo $?; [ -k f ]; echo $?
### the size of a file
: >f; [ -s f ]; echo $?; echo a >f; [ -s f ]; echo $?
### owners of files
: >f; [ -O f ]; echo $?; [ -G f ]; echo $?; [ -O none ]; echo $?
### -N: changed since it was read
: >f; touch -a -d '2020-01-01' f; touch -m -d '2021-01-01' f; [ -N f ]; echo $?; touch -m -d '2019-01-01' f; [ -N f ]; echo $?; [ -N none ]; echo $?
### -nt, -ot, -ef
touch -d '2020-01-01' old; touch -d '2021-01-01' new; ln new same; for o in -nt -ot -ef; do for a in old new none; do for b in old new same none; do [ $a $o $b ]; printf '%s ' "$a $o $b $?"; done; done; echo; done
### -t asks for a terminal
[ -t 0 ]; echo $?; [ -t ]; echo $?; [ -t x ]; echo $?; [ -t 99 ]; echo $?; [[ -t 0 ]]; echo $?
### -v: variables that have a value
[ -v x ]; echo $?; x=; [ -v x ]; echo $?; declare y; [ -v y ]; echo $?; export z; [ -v z ]; echo $?; [ -v 1x ]; echo $?; [ -v '' ]; echo $?
### -v: elements
a=(1 2); b=([3]=x); [ -v a ]; echo $?; [ -v b ]; echo $?; [ -v 'a[1]' ]; echo $?; [ -v 'a[7]' ]; echo $?; [ -v 'b[@]' ]; echo $?; [ -v 'a[-1]' ]; echo $?; i=1; [ -v 'a[i]' ]; echo $?; x=1; [ -v 'x[0]' ]; echo $?; [ -v 'x[1]' ]; echo $?
### -v: keys
declare -A m=([k]=v ['a b']=w); [ -v m ]; echo $?; [ -v 'm[k]' ]; echo $?; [ -v 'm[a b]' ]; echo $?; [ -v 'm[no]' ]; echo $?; [[ -v m[k] ]]; echo $?
### -v: positional parameters
[ -v 1 ]; echo $?; set -- a; [ -v 1 ]; echo $?; [ -v 2 ]; echo $?
### -R: name references
declare -n r=x; [ -R r ]; echo $?; [ -R x ]; echo $?; [[ -R r ]]; echo $?; declare -n q; [ -R q ]; echo $?; [ -R none ]; echo $?
### -o: options of set
[ -o errexit ]; echo $?; set -u; [ -o nounset ]; echo $?; [ -o none ]; echo $?; [[ -o hashall ]]; echo $?
### -e of descriptors
exec 7</dev/null; [ -e /dev/fd/7 ]; echo $?; [ -r /dev/fd/99 ]; echo $?; [ -e /dev/stdin ]; echo $?
### -eq needs both numbers
[ 1 -eq ]; echo $?; [ -eq 1 ]; echo $?; [ -nt ]; echo $?; [ a -nt ]; echo $?
### an unknown binary operator
[ a -zz b ]; echo $?; [ 1 2 3 ]; echo $?; [ 1 2 ]; echo $?
