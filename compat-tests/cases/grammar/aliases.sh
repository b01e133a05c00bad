### a simple alias
shopt -s expand_aliases
alias e='echo hi'
e there

### an alias in the value's first word
shopt -s expand_aliases
alias e='echo ' x='y z'
e x x

### aliases of themselves and of each other
shopt -s expand_aliases
alias e=e; alias a=b b=a
e 2>/dev/null; echo $?; a 2>/dev/null; echo $?

### an alias of a command with an option
shopt -s expand_aliases
mkdir d; touch d/a d/b; alias ls='ls -d'; ls d
ls d

### aliases that open and close a group
shopt -s expand_aliases
alias begin='{' end='}'
begin echo a; end

### aliases of if, then and fi
shopt -s expand_aliases
alias i='if true' t=then f=fi
i; t echo x; f

### an alias that opens a loop
shopt -s expand_aliases
alias w='while read x; do'
w echo $x; done <<< q

### an alias that is the head of a for
shopt -s expand_aliases
alias f='for x in a b ' 
f c; do echo $x; done

### quoted words are no aliases
shopt -s expand_aliases
alias c='echo 1; echo'
c 2; \c 3 2>/dev/null; 'c' 4 2>/dev/null; "c" 5 2>/dev/null; echo $?

### an alias holds from the next line on
shopt -s expand_aliases
alias a='echo a'; a
a
f() { a; }; alias a='echo b'; f; 
f

### an alias that opens a double quote
shopt -s expand_aliases
alias x='echo "'
x a"

### an alias that opens a single quote
shopt -s expand_aliases
alias x="echo 'a"
x b'

### an alias that starts a comment
shopt -s expand_aliases
alias x='echo a #'
x b

### an alias that starts a here-document
shopt -s expand_aliases
alias x='cat <<E'
x
hello
E

### an alias of two lines
shopt -s expand_aliases
alias x='echo a
echo b'
x c

### an alias that ends with a pipe or starts with one
shopt -s expand_aliases
alias x='echo a |'
x cat
alias y='| cat'
echo q y
echo q; y

### an alias that ends with =
shopt -s expand_aliases
alias x='a='
x echo; echo "$a"; x

### where a command can start
shopt -s expand_aliases
alias foo='echo foo'
a=1 foo; >x foo; cat x; ! foo; time foo 2>/dev/null; (foo); { foo; }; $(echo foo) 2>/dev/null; `foo`; if foo; then foo; fi; for i in foo; do foo; done; foo | foo; foo && foo; case foo in foo) foo;; esac

### in eval, substitutions and backquotes
shopt -s expand_aliases
alias foo='echo foo'
eval foo; $THIS -c 'alias q="echo q"; q' ; echo $(foo); x=`foo`; echo $x

### names that an alias may have
shopt -s expand_aliases
alias ' '='echo'; alias 'a b'=x; alias 'a/b'=c; alias 'a$b'=c; alias 'a=b'; alias '=x'; alias -- -x='echo dash'; -x; alias 1=2; alias 'é'='echo e'; é; alias a.b='echo dot'
a.b; -x; é

### reserved words may be aliases
shopt -s expand_aliases
alias function='echo func'; alias if='echo if'; alias '{'='echo brace'; alias '!'='echo bang'
if x; { y; ! z
function q

### not in POSIX mode
set -o posix
alias if='echo if'
if true; then echo posix; fi

### a blank at the end of the value
shopt -s expand_aliases
alias sudo='sudo ' foo='echo f'
sudo() { "$@"; }
sudo foo

### a blank at the end of nested values
shopt -s expand_aliases
alias x='y ' y='echo ' z='w'
x z
y z z

### a loop in the value
shopt -s expand_aliases
alias e_='for i in 1 2 3; do echo '
alias j='echo j '
e_ $i; done
j e_ j

### blanks lead through the words of for
shopt -s expand_aliases
alias FOR1='for ' FOR2='for i in ' eye2='i ' in='in '
FOR1 i in a b; do echo $i; done
FOR1 eye2 in c d; do echo $i; done
FOR2 e f; do echo $i; done

### quoted words do not end the search
shopt -s expand_aliases
alias x='echo '
alias y='a b'
x "y" \y y 'y' y=1 $y

### an alias of a function definition
shopt -s expand_aliases
alias f='f() { echo hi; }'
f
f

### aliases of parentheses
shopt -s expand_aliases
alias p='(' q=')'
p echo a q
p echo a; q

### an alias with ; at the end
shopt -s expand_aliases
alias x='echo a;'
x echo b; x

### an alias with && at the end
shopt -s expand_aliases
alias x='echo a&&'
x echo b

### an alias with an open substitution
shopt -s expand_aliases
alias x='echo $('
x echo hi )

### an alias of case
shopt -s expand_aliases
alias x='case a in'
x a) echo y;; esac
alias a='echo no'
case a in a) echo z; esac

### aliases of for, do and done
shopt -s expand_aliases
alias myfor='for'
myfor x in a b; do echo $x; done
alias mydo='do' mydone='done'
for x in 1; mydo echo $x; mydone

### an alias with an assignment
shopt -s expand_aliases
alias v='x=1 '
alias w='echo w'
v w; echo $x

### an alias with a redirection
shopt -s expand_aliases
alias r='>out '
alias w='echo w'
r w; cat out

### an alias in a list in an alias
shopt -s expand_aliases
alias a='echo x'; alias b='a;a'
b
alias c='c c'
c

### empty and blank values
shopt -s expand_aliases
alias n=''
n echo a
n
echo $?
alias s=' '
s echo b

### turned off on the same line
shopt -s expand_aliases; alias z='echo z'; z
z; shopt -u expand_aliases; z 2>/dev/null
z 2>/dev/null; echo $?

### off without expand_aliases
alias z='echo z'
z

### alias and unalias show and forget
shopt -s expand_aliases
alias ll='ls -l' la='ls -a'
alias; alias ll; alias nope; unalias ll; alias; unalias -a; alias; unalias q

### LINENO in an alias
shopt -s expand_aliases
alias foo='echo [$LINENO]'
foo
foo; foo

### aliases of time and !
shopt -s expand_aliases
alias t='time ' e='echo'
TIMEFORMAT=x
t e hi
alias b='! '
b e x; echo $?

### an alias with a quoted word and a blank
shopt -s expand_aliases
alias x='echo "a b" '
alias y=z
x y "y"

### aliases of [[ and ((
shopt -s expand_aliases
alias x='[[ a =='
x a ]] && echo y
alias y='((1'
y == 1)) && echo z

### continued lines
shopt -s expand_aliases
alias e='echo'
e\
 a
\
e b

