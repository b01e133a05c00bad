### input only missing with or
set -e; x=$(<nosuch) || echo or $?; echo after

### input only missing errexit
set -e; x=$(<nosuch); echo no

### input only missing
x=$(<nosuch); echo $?; echo "$(<nosuch)" $?

### input only missing in arg
set -e; echo "$(<nosuch)"; echo after

### input only dir
x=$(</); echo $?

### input only with var
echo hi > f; v=f; x=$(<$v); echo "$x $?"; x=$(< $v 2>/dev/null); echo "$x"; x=$(<nosuch 2>/dev/null); echo $?

### input only stderr
x=$(2>/dev/null < nosuch); echo "$?"

### input only ambiguous
x=$(< a b); echo $?; v="a b"; x=$(<$v); echo $?

### input only glob
echo hi > f1; x=$(< f*); echo "$x $?"

### input only backquote
echo hi > f1; x=`< f1`; echo "$x $?"; x=`<f1 `; echo "$x"; x=`  <f1;`; echo "$x"

### input only here string
x=$(<<< hi); echo "[$x]"; x=$(<<E
hi
E
); echo "[$x]"

### input only fd
echo hi > f1; exec 4<f1; x=$(<&4); echo "[$x]"; x=$(4<f1); echo "[$x]"; x=$(0<f1); echo "[$x]"

### input only unset var
set -u; x=$(<$nosuch); echo no $?

### input only substitution line
x=$(
<nosuch
)
echo $?

### badsub or
set -e; echo ${x!y} || echo or; echo after

### badsub nl
set -e; echo ${x!y} || echo or
echo after

### badsub in if
set -e; if echo ${x!y}; then :; fi
echo after

### badsub in function checked
set -e; f() { echo ${x!y}; echo in; }; f || echo or
echo after

### bad array subscript
set -e; a[-5]=1 || echo or
echo after

### unbound or
set -eu; echo $nosuch || echo or
echo after

### failglob
set -e; shopt -s failglob; echo nosuch* || echo or
echo after

### arith
set -e; echo $((1/0)) || echo or
echo after

### arith cmd
set -e; ((1/0)) || echo or
echo after

### let
set -e; let 1/0 || echo or
echo after

### readonly
set -e; readonly x=1; x=2 || echo or
echo after

### readonly in builtin
set -e; readonly x=1; declare x=2 || echo or
echo after

### substring
set -e; x=abc; echo ${x:1:-5} || echo or
echo after

### indirect
set -e; echo ${!nosuch} || echo or
echo after

### input only in function
set -e; f() { x=$(<nosuch); echo in; }; f || echo or
echo after

### input only if
set -e; if x=$(<nosuch); then :; fi; echo after

### input only bang
set -e; ! x=$(<nosuch); echo after

### input only in subshell
set -e; (x=$(<nosuch) || echo or) || echo or2; echo after

### input only in comsub
set -e; y=$(x=$(<nosuch) || echo or; echo in) || echo or2; echo after "$y"

### input only trap exit
set -e; trap 'echo trap $?' EXIT; f() { x=$(<nosuch) || echo or; }; f

### input only trap err
set -e; trap 'echo err $?' ERR;  x=$(<nosuch) || echo or

### input only two
set -e; x=$(<nosuch; echo a) || echo or; echo $x

### input only bq
set -e; x=`<nosuch` || echo or; echo $x

### input only -i like
set -e; x=$(< nosuch 2>/dev/null) || echo or; echo after

### redirect failing
set -e; : < nosuch || echo or; echo after

### redirect ambiguous
set -e; v='a b'; : < $v || echo or; echo after

### noclobber
set -eC; : > f; : > f || echo or; echo after

### cannot assign
set -e; echo ${1=x} || echo or
echo after

### bad transformation
set -e; x=1; echo ${x@Z} || echo or
echo after

### syntax in arithmetic
set -e; echo $((1+)) || echo or
echo after

### bad subst quotes
set -e; x=${} || echo or
echo after

### division in subscript
set -e; a[1/0]=1 || echo or
echo after

### division in substring
set -e; x=a; y=${x:1/0} || echo or
echo after
