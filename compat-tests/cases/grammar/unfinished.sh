### if at the end of a line that nothing follows
echo a
if
echo b

### fi twice
echo a; if true; then echo b; fi fi
echo c

### a closing parenthesis alone
echo a
)

### for without do
for x in a b
echo $x
done

### case without ;;
case x in
a) echo
b) echo
esac

### an unclosed double quote
echo "abc
def

### an unclosed single quote
echo 'abc

### an unclosed backquote
echo `abc

### an unclosed command substitution
echo $(abc

### an unclosed parameter expansion
echo ${abc

### an unclosed arithmetic expansion
echo $((1+

### an unclosed subshell
(echo a

### an unclosed group
{ echo a

### an unclosed loop
while true; do
echo x

### an unclosed function
f() {

### an unclosed if
if true; then

### eval of half a command
eval 'if'
echo $?

### eval runs what comes before the error
eval 'echo a; )'
echo $?

### eval with an unclosed quote
eval 'echo "abc'
echo $?

### eval of several lines stops at the error
eval 'echo a
echo b
fi
echo c'; echo $?

### -c names itself
$THIS -c 'if'; echo $?; $THIS -c 'echo a
)'; echo $?; $THIS -c 'echo "'; echo $?; $THIS -c 'foo() { '; echo $?

### the EXIT trap names itself
trap 'echo (' EXIT

### eval in a function
f() { eval 'echo a b )'; echo in $?; }; f; echo $?

### an error in a command substitution
x=$(echo a; fi); echo $?

### an error in backquotes
x=`echo a; fi`; echo $? "$x"

### source names the file
echo 'echo a
if' >s; . ./s; echo $?

### two pipes
echo a | | b

### two &&
echo a && && b

### && first
&& b

### ; first
; echo

### ;; outside of case
echo a ;; echo b

### & and ;
echo a &; echo b

### a single ] does not close [[
[[ a ]

### [[ without a right side
[[ a == ]]
echo next

### [[ with three words
[[ a b c ]]
echo next

### [[ with an unclosed parenthesis
[[ ( a ]]
echo n

### [[ with && at the end
[[ a && ]]
echo n

### [[ with a unary operator alone
[[ -f ]]
echo n

### [[ with -eq alone
[[ a -eq ]]
echo n

### an empty [[
[[ ]]
echo n

### [[ with ! alone
[[ ! ]]
echo n

### [[ with a word too much
[[ a = b c ]]
echo n

### [[ with < alone
[[ a < ]]
echo

### an unclosed ((
(( 1 +

### arithmetic without an operand
(( 1 + ))
echo next $?

### arithmetic with two operands
(( 1 2 ))
echo next $?

### arithmetic for with two expressions
for (( i=0; i<3 )); do echo; done

### arithmetic for with four expressions
for (( i=0; i<3; i++; )); do echo; done

### arithmetic for with one expression
for ((i=0)); do echo; done
echo x

### << without a word
cat <<

### < without a word
cat < 

### [[ without an end keeps a status that is not 0
for text in '[[ a' '[[ a &&' '[[ -f' '[[ a b' '[[ a -lt ]]' '[[ ( a ]]'; do
  for before in '' '(exit 3)
'; do
    $THIS -c "$before$text" 2>/dev/null; echo "$text: $?"
    printf '%s\n' "$before$text" | $THIS 2>/dev/null; echo "$text: $?"
    printf '%s\necho no\n' "$before$text" > file; $THIS file 2>/dev/null; echo "$text: $?"
  done
done

### [[ without an end in eval
eval '[[ a'; echo $?

### [[ without an end in a substitution
x=`true; [[ a`; echo $?

### [[ without an end in a sourced file
printf '(exit 3)\n[[ a b\necho x\n' > f; . ./f; echo $?

### a here-document with an unclosed substitution
cat <<E
a $(
b
E
echo after $?

### a here-document with an unclosed quote in a substitution
cat <<E
$(echo 'x)
E
echo after $?

### a here-document with a wrong command in a substitution
cat <<E
a
$(if x) b
E
echo after $?

### a here-document with an unclosed backquote
cat <<E
a
`echo
E
echo after $?

### a here-document with an unclosed expression
cat <<E
a $((1+
b))
c $((
E
echo after $?
cat <<E
a $[1+
E
echo after $?

### a here-document with an unclosed parameter
cat <<E
a ${x-"
E
cat <<E
a ${x
b
E
echo after $?

### an unclosed substitution in the here-document of a function
echo before; f() { cat <<E
a $(
E
}
f; echo after $?

### quotes open in a compound assignment
printf 'a=([1\n' > s; $THIS s; echo $?; printf 'a=("\n' > s; $THIS s; echo $?

### substitutions open in a compound assignment
printf 'echo hi\na=(1 2\n' > s; $THIS s; echo $?; printf 'a=($(\n' > s; $THIS s; echo $?; printf "a=('\n" > s; $THIS s; echo $?;  printf 'a=([1]=\n' > s; $THIS s; echo $?

### compound assignments open at the end of -c
$THIS -c 'a=([1'; echo $?; $THIS -c 'a=("'; echo $?; $THIS -c 'a=(`'; echo $?; $THIS -c 'a=(${x'; echo $?

### compound assignments open on later lines
printf 'a=(x\ny "\nz\n\n' > s; $THIS s; echo $?; printf 'a=("\n' | $THIS; echo $?; eval 'a=("'; echo "e $?"; f() { eval 'a=([1'; echo in; }; f; echo $?

### compound assignments open in a sourced file
printf 'a=("' > s; . ./s; echo "st $?"; $THIS -c 'x=$(a=("); echo $?'; echo $?; declare a=("

### declare with an open compound assignment
declare -a a=([1
