### errors of let name it
for e in '1 +' '1/0' '(1' '1)' '1 2' '1=2' 'x=' '1?2' 'a[' '@' ''  ' ' 'x=5' '0' 'x y' 08 ; do echo "== $e"; let "$e"; echo "s $?"; done 2>&1

### variables that name each other end in an error
a=b b=a; echo $((a)); echo no

### recursion in a command and in let
a='a+1'; (( a )); echo $?; let a; echo $?

### an unset variable ends the shell under nounset
set -u; echo $((nope)); echo no

### an unset variable in an arithmetic command is named alone
set -u; (( nope + 1 )); echo "s $?"

### an unset variable in let ends the shell
set -u; let 'x = nope'; echo "s $?"

### an unset element under nounset
set -u; x=(1); echo $((x[0])) $((x[1])); echo no

### an error in the test of a for ends it
for ((i=0; i<1/0; i++)); do echo x; done; echo $?

### an error in the start or step of a for
for ((1 2; ; )); do echo x; break; done; echo $?; for ((; ; 1 +)); do echo x; done; echo $?

### a for with two expressions is a syntax error
for ((i=0; i<3)); do echo x; done; echo $?

### an offset that is no expression
s=abc; echo ${s:1 2}; echo s $?

### a length before the start
s=abc; echo ${s:0:-5}; echo s $?

### integer variables refuse what is no expression
declare -i x=5/0; echo "s $? $x"; declare -i y='08'; echo "s $?"

### a subscript that is no expression
a=(1 2); echo ${a[1 2]}; echo s $?

### a subscript before the start
a=(1 2); a[-5]=1; echo s $?; echo ${a[-5]}; echo s $?

### a value that is not complete
x='1+'; echo $((x)); echo s $?

### a value of two words
x='y z'; echo $((x+1)); echo s $?

### readonly variables stay as they are
readonly r=5; ((r=6)); echo s $?; echo $((r++)); echo s $?; let r=3; echo s $?

### operands that are missing
x=7; for e in '1 +' '+' 'x=' '1?2:' '1?:2' '1**' '1&&' '!' '~' '1,' '1<' '1<<' '1!=' 'x+=' 'x>>='; do echo "$e"; (echo $(($e))); echo $?; done

### operands that are missing, in let
x=7; for e in '1 +' '+' 'x=' '1?2:' '1?:2' '1**' '1&&' '!' '~' '1,' '1<' '1<<' '1!=' 'x+=' 'x>>='; do let "$e"; echo $?; done

### operators that are missing
x=7; for e in '1 2' 'a b' 'x y' '1@' '1!2' '1.0' 'x.y' 'a]' '1[2]' '1()' 'f(1)' '1;2'; do echo "$e"; (echo $(($e))); echo $?; done

### operators that are missing, in let
x=7; for e in '1 2' 'a b' 'x y' '1@' '1!2' '1.0' 'x.y' 'a]' '1[2]' '1()' 'f(1)' '1;2'; do let "$e"; echo $?; done

### operands that are none
x=7; for e in '*' '&&' '||1' ',1' '<1' '=1' '==1' '?' ':' '%' '^' '.5' '[1]' '()' '@' '#' '{1}' ''\''1'\''' '\1'; do echo "$e"; (echo $(($e))); echo $?; done

### operands that are none, in let
x=7; for e in '*' '&&' '||1' ',1' '<1' '=1' '==1' '?' ':' '%' '^' '.5' '[1]' '()' '@' '#' '{1}' ''\''1'\''' '\1'; do let "$e"; echo $?; done

### parentheses and brackets that are not closed
x=7; for e in '(1' '1)' 'a[' 'a[1'; do echo "$e"; (echo $(($e))); echo $?; done

### parentheses and brackets that are not closed, in let
x=7; for e in '(1' '1)' 'a[' 'a[1'; do let "$e"; echo $?; done

### assignments to what is no variable
x=7; for e in '1=2' '5++' '(x)=1' 'x=1=2' '1+x=2' '-x=2' 'x++=2' '++x++' '1>>=2' 'x**=2'; do echo "$e"; (echo $(($e))); echo $?; done

### assignments to what is no variable, in let
x=7; for e in '1=2' '5++' '(x)=1' 'x=1=2' '1+x=2' '-x=2' 'x++=2' '++x++' '1>>=2' 'x**=2'; do let "$e"; echo $?; done

### divisions by zero
x=7; for e in '1/0' '1%0' 'x%=0' 'x/=0' '1/(1-1)' '0?1/0:2'; do echo "$e"; (echo $(($e))); echo $?; done

### divisions by zero, in let
x=7; for e in '1/0' '1%0' 'x%=0' 'x/=0' '1/(1-1)' '0?1/0:2'; do let "$e"; echo $?; done

### exponents below zero
x=7; for e in '2**-1' '2**(1-3)'; do echo "$e"; (echo $(($e))); echo $?; done

### exponents below zero, in let
x=7; for e in '2**-1' '2**(1-3)'; do let "$e"; echo $?; done

### conditional expressions without their colon
x=7; for e in '1?2' '1:2' '0?1'; do echo "$e"; (echo $(($e))); echo $?; done

### conditional expressions without their colon, in let
x=7; for e in '1?2' '1:2' '0?1'; do let "$e"; echo $?; done

### numbers that are not valid
x=7; for e in '1#' '08' '0xg' '2#2' '65#1' '1#1' '0x' '12#' '9223372036854775808'; do echo "$e"; (echo $(($e))); echo $?; done

### numbers that are not valid, in let
x=7; for e in '1#' '08' '0xg' '2#2' '65#1' '1#1' '0x' '12#' '9223372036854775808'; do let "$e"; echo $?; done

### signs that are numbers' own
x=7; for e in '1++1' '1--1' '++5' '--5' 'x+++1' 'x---1' '- - 1' '+ +5'; do echo "$e"; (echo $(($e))); echo $?; done

### signs that are numbers' own, in let
x=7; for e in '1++1' '1--1' '++5' '--5' 'x+++1' 'x---1' '- - 1' '+ +5'; do let "$e"; echo $?; done

