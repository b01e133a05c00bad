### select without do
select x in a; echo

### two function heads
a() b() { :; }

### ${ in a here-document
cat <<EOF
x ${
EOF
echo after

### commands before the error on the same line do not run
echo ok
echo a; echo b; (
echo c

### eval with an error in a list
eval ')' || echo or

### eval with an error in a condition
if eval ')'; then echo y; else echo n; fi

### an error in a function ends the script
f() { echo a; 
  if true; then
  echo b
}
f

### a quote closed on a later line opens another
x='a
echo "$x"
y="b

### a quote in a comment does not count
# comment 'quote
echo 'unterminated # comment

### an error behind a word of several lines
echo "a
b
c
" ) d

### else twice
if true; then
  echo a
else
  echo b
else
  echo c
fi

### | at the end of the text
echo a | 

### && at the end of the text
echo a &&

### || at the end of the text
echo a ||

### ! before |
! |

### one parenthesis too much
echo $(echo a))

### a bad substitution drops the line
echo ${x!}
echo a

### an empty ${}
echo ${}
echo a

### a blank behind ${#x
echo ${#x y}
echo b

### an offset that is empty
echo ${x:}
echo b

### other bad substitutions
echo ${x y}
echo ${-x}; echo ${*x}; echo ${1a}

### an unclosed subscript
a[=1
echo x

### a subscript with blanks
a[1 2]=3; echo "${a[@]}"
echo y

### <<< without a word
echo <<<

### &> without a word
echo &>

### 2> without a word
2>

### an assignment before a subshell
x=1 (echo)

### a redirection before a subshell
>x (echo)

### a function definition in a pipeline
f() { echo a; } | cat; f

### compound commands as operands
if true; then echo a; fi | cat; { echo b; } && echo c; (echo d) || echo e

### # starts a comment only at a word's start
echo a #comment ; echo b
echo a#b; echo a;#x
echo "#" \# '#' a\ #b

### an unclosed $'
echo $'abc

### an unclosed $"
echo $"abc

### an error in the middle of a script
echo a; echo b )
echo c

### -c stops at the line of the error
$THIS -c 'echo a; echo b )
echo c'

### -c with a name
$THIS -c 'echo a
echo b )
echo c' name

### an error on standard input
printf 'echo a\nif\n' | $THIS; echo $?

### an unclosed quote on standard input
printf 'echo a\necho "b' | $THIS; echo $?

### an unclosed parenthesis with -s
printf 'echo a\n(' | $THIS -s; echo $?

### select without words
select x in; do echo; done; echo $?

### arithmetic for with every kind of body
for ((;;)) do break; done; for ((;;)); do break; done; for (( ; ; )) { break; }; echo ok

### arithmetic for with a newline before do
for (( i = 0 ; ; i++ ))
do echo $i; ((i>1)) && break
done

### arithmetic for without do
for ((i=0;i<1;i++)) echo x

### done twice
for x in a b; do echo $x; done; done

### case ends without ;;
case x in x) echo a;; y) echo b; esac; case x in x) echo a;& esac

### ;;; is no end of a clause
case x in x) echo a ;;; esac

### elif with nothing
if [ 1 ]; then echo; elif; fi

### a script with CRLF: do
printf 'for i in 1 2; do\r\necho $i\r\ndone\r\n' > script; $THIS script

### a script with CRLF: in
printf 'case x in\r\nx) echo a;;\r\nesac\r\n' > script; $THIS script

### a script with CRLF: a group
printf 'f() {\r\necho x\r\n}\r\nf\r\n' > script; $THIS script

### a script with CRLF: parentheses
printf '(\r\necho x\r\n)\r\n' > script; $THIS script

### a script with CRLF: cd
printf 'cd /\r\npwd\r\n' > script; $THIS script

### a script with CRLF: an array
printf 'a=(1\r\n2\r\n)\r\ndeclare -p a\r\n' > script; $THIS script

### a list of an assignment with something behind it is a string
x='a b'; a=(1 $x "$x")x; declare -p a; declare b=(1 2)"y"; declare -p b; c=(1)>f; declare -p c

### null bytes in a line that is shown
printf 'if\0 x; )\n' | $THIS; echo $?
