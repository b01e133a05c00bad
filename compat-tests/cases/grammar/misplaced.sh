### > before ;
cat > ;

### > before a newline
echo >
echo b

### function alone
function

### function with a name alone
function f

### function with a simple command
function f echo

### a blank between the parentheses
f( ) { echo x; }; f

### a word between the parentheses
f(a) { echo x; }

### two words before the parentheses
f x() { echo; }

### case without in
case x esac

### case with an unclosed pattern
case x in (a esac

### case without a word
case in esac

### then without a separator
if true then echo; fi

### an empty then
if true; then fi

### an empty loop
while do done

### an empty do
while true; do done

### a reserved word as an argument
for in a; do echo $in; done

### for without do on one line
for x in a; echo; done

### for with two names
for x y in a; do :; done

### an empty group
{ }

### empty parentheses
()

### parentheses with a blank
( )

### a brace without a blank
{echo a}

### a closing brace in a word
{ echo a}

### a word behind a group
{ echo a; } b

### a word behind a subshell
(echo a) b

### a word behind fi
if true; then echo a; fi b

### then alone
then

### do alone
do

### a closing brace alone
}

### esac alone
esac

### ! alone
! 
echo $?

### an unclosed compound assignment
a=(1 2

### ; in a compound assignment
a=(1 ; 2)

### & in a compound assignment
a=(1 & 2)
echo x

### parentheses in a compound assignment
a=( (1) )

### | in a compound assignment of declare
declare a=(1 | 2)

### a compound assignment as an argument
echo a=(1 2)

### $( at the end of the text
echo $(

### $( ( at the end of the text
echo $( ( )

### ${ in double quotes at the end of the text
echo "${x

### $( in double quotes at the end of the text
echo "$(foo"

### a quote in ${x:-
echo ${x:-"}

### <( at the end of the text
echo <(foo

### coproc alone
coproc

### coproc with two names
coproc x y z { :; }

