### LINENO: basics
echo $LINENO
echo $LINENO \
  $LINENO
echo "a
b" $LINENO
f() {
  echo f $LINENO
}
f; f
eval 'echo $LINENO
echo $LINENO'
eval "
echo $LINENO; echo \$LINENO"
cat <<X
$LINENO
$LINENO
X
echo $LINENO
x=$(echo $LINENO
echo $LINENO)
echo "$x"
x=`echo $LINENO
echo $LINENO`
echo "$x"
(
echo $LINENO
)
if [ $LINENO = 27 ]; then echo yes; fi
for i in $LINENO \
 $LINENO; do echo $i; done
case $LINENO in
31) echo 31;; *) echo no $LINENO;; esac
echo $((LINENO)) $[LINENO]
((x = LINENO)); echo $x
[[ $LINENO -eq 35 ]] && echo ok $LINENO
echo a |
cat; echo $LINENO
PS4='+$LINENO '
set -x
echo hi
f
:  \
 b
set +x
LINENO=100
echo $LINENO
echo $LINENO

### LINENO: source
printf 'echo $LINENO\nf() {\n echo in f $LINENO $BASH_LINENO $BASH_SOURCE\n}\nf\n' > s
. ./s
f
echo $LINENO

### LINENO: c
$THIS -c 'echo $LINENO
echo $LINENO; nosuch
f() {
nosuch2
}; f
eval "
nosuch3"
'

### LINENO: c name
$THIS -c 'nosuch
(nosuch2)
x=$(nosuch3)
x=$(
nosuch4)
' NAME

### message lines: expansion
echo ${x?msg}
echo no

### message lines: expansion 2
f() {
  echo ${x?msg}
}

f

### message lines: in eval
eval 'nosuch
nosuch2'
eval '
nosuch3
echo )'
echo $?

### message lines: in sourced
printf 'nosuch\ncd /nonexistent\nf() {\nnosuch2\n}\n' > s
. ./s
f

### message lines: 2
a=1 \
b=$((1/0))
echo no

### message lines: 3
declare -r r=1
r=2
echo next

### message lines: 4
declare -r r=1
f() {
 r=2
 echo no
}
f
echo next $?

### syntax error lines
echo a
if true; then
 echo )
fi
echo b

### syntax error eof
echo a
if true; then
 echo b

### unterminated quote
echo a
echo "abc

### unterminated subst
echo a
echo $(echo b

### syntax err in function
f() {
 echo a
 fi
}

### backtick err
echo `
nosuch
nosuch2 `
echo `if`
echo $?

### subst syntax err
echo $(if)
echo after

### BASH_LINENO
f() {
  g
}
g() {
  echo "${BASH_LINENO[@]} - ${FUNCNAME[@]} - ${BASH_SOURCE[@]}"
  caller 0; caller 1; caller 2; caller
  h \
    1
}
h() { echo $LINENO ${BASH_LINENO[0]}; }
f
x=$(f)
echo "$x"
(f)
eval '
f'
trap f EXIT

### heredoc function lineno
f() {
cat <<X
a
b
X
echo $LINENO
}
f
echo $LINENO

### alias lineno
shopt -s expand_aliases
alias n='nosuch
nosuch2'
n
echo $LINENO

### comments lineno
# a

  # b
echo $LINENO  # c
: '
'
echo $LINENO

### function one line
f() { echo $LINENO; }; f
g() { echo $LINENO
}; g
function h {
 :
 ( echo $LINENO )
 echo $(echo $LINENO)
 echo "$( 
  echo $LINENO )"
}
h

### LINENO: unset
unset LINENO
echo "[$LINENO]"
LINENO=5
echo $LINENO

### LINENO: local
f() { local LINENO=50; echo $LINENO; echo $LINENO; }
f
echo $LINENO

### LINENO: in assignment
a=$LINENO b=$LINENO \
c=$LINENO
echo $a $b $c
arr=($LINENO
$LINENO
$LINENO)
echo "${arr[@]}"
declare -a arr2=($LINENO
$LINENO)
echo "${arr2[@]}"

### LINENO: pipeline
echo $LINENO |
 { cat; echo $LINENO; } |
 cat
{ echo $LINENO
echo $LINENO; } | cat
echo $LINENO | cat &
wait

### LINENO: cond multi
[[ $LINENO -eq 1 &&
 $LINENO -eq 2 ]] && echo $LINENO || echo no
if [[ a = b ]] ||
  [[ c = c ]]; then echo $LINENO; fi
(( a = LINENO,
 b = LINENO ))
echo $a $b

### LINENO: while
i=0
while (( i < 2 ))
do
  echo $LINENO
  let i++
done
until [ $i -gt 3 ]
do echo $LINENO; ((i++))
done
for i in 1 2
do
  echo $LINENO
done
select x in a b
do echo $LINENO
break
done <<< 1

### xtrace multiline
PS4='+$LINENO:'
set -x
for i in 1 2
do
  echo $i
done
case a in
 a) echo b;;
esac
if true
then
 x=1
fi
((1
+1))
[[ a
== a ]]
f() {
 echo f
}
f
x=$(echo a
echo b)
(
echo c
)
