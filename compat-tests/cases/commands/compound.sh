### status of arithmetic commands
(( 1 )); echo $?; (( 0 )); echo $?; ((1,0)); echo $?; ((x=5)); echo $x $?; ((x++ > 5)); echo $? $x; (( "x" == 6 )); echo $?; (( $x == 6 )); echo $?; ((  )); echo $?; (()) ; echo $?

### arithmetic commands in conditions
((1)) && echo y; ((0)) || echo n; if ((1)); then echo z; fi; while ((i<3)); do ((i++)); done; echo $i; ((i==3))&&echo three

### two parentheses that are no arithmetic
( (echo a) ); ((echo b); (echo c)); ( ( echo d ) ; echo e ); x=$( (echo f) ); echo $x; echo $((echo g); (echo h))

### a pipeline in double parentheses
((echo a) | cat)

### arithmetic expansions with parentheses
echo $(( (1+2)*3 )) $(((1)+(2))) $((1)) $(( 1 )) $((1 ))

### arithmetic over several lines
(( a = 1, b = 2 ))
(( c = a +
b ))
echo $c; ((d=a<b)); echo $d; ((e=a>b)); echo $e; ((f=a<<2)); echo $f; ((g=b>>1)); echo $g; (( a<b && b>a )); echo $?

### nested arithmetic for
for ((i=0;i<2;i++)); do for ((j=0;j<2;j++)); do echo $i$j; done; done

### forms of arithmetic for
for ((i=0, j=5; i<j; i++, j--)); do echo $i $j; done; for (( i = 0 ; i < 2 ; i++ )) do echo $i; done; for ((;;)); do break; done; for ((i=0;;i++)); do ((i>1)) && break; done; echo $i; for ((;i<5;)); do ((i++)); done; echo $i

### continue in arithmetic for
for ((i=0;i<3;i++))
do
 ((i==1)) && continue
 echo $i
done
echo $?

### an error in the test of arithmetic for
for ((i=0;i<x[;i++)); do echo $i; done; echo $?

### errors in each part of arithmetic for
for (( i=1/0; i<1; i++ )); do echo no; done; echo $?; for (( i=0; i<1/0; i++ )); do echo no; done; echo $?; for (( i=0; i<1; i=1/0 )); do echo once; done; echo $?

### case and bracket expressions
case "$(echo x)" in "x") echo 1 ;; esac; case x in [!a-w]) echo 2;; esac; case x in [^y]) echo 3;; esac; case ']' in []]) echo 4;; esac; case a-b in a[-]b) echo 5;; esac; case '\' in \\) echo 6;; esac; case '*' in '*') echo 7;; esac; case ab in a?) echo 8;; esac; case '' in *) echo 9;; esac

### case and extended patterns
shopt -s extglob; case foobar in foo@(bar|baz)) echo 1;; esac; case foo in !(bar)) echo 2;; esac; case aaa in +(a)) echo 3;; esac; case '' in *(a)) echo 4;; esac; case ab in ?(a)b) echo 5;; esac; x='+(b)'; case bb in $x) echo 6;; esac; case 'a|b' in a\|b) echo 7;; esac

### comments in case
case x in
  # comment
  x) # another
    echo a # third
    ;; # fourth
  # fifth
esac # sixth

### spellings of patterns
case x in x) echo a;; esac; case x in (x) echo b;; esac; case x in( x ) echo c;; esac; case x in x ) echo d;; esac; case x in x|y ) echo e;; esac; case x in (y | x) echo f;; esac

### status of if
if false; then echo a; elif true; then echo b; else echo c; fi; if false; then :; elif false; then :; fi; echo $?; if (exit 3); then :; else echo $?; fi; if ! true; then echo x; else echo y; fi; if true; true; false; then echo no; else echo z; fi

### while, until, break, continue
while read x; do echo $x; done < <(printf '1\n2\n'); until [ "$n" = xxx ]; do n=x$n; done; echo $n; while :; do break; done; echo $?; i=0; while ((i++ < 5)); do ((i==2)) && continue; ((i==4)) && break; echo $i; done

### groups
{ echo a; echo b; } | while read x; do echo "<$x>"; done; { echo c; } > f; cat f; { :; }; echo $?; { false; }; echo $?; { echo d
}; {
echo e; }

### subshells
(exit 3); echo $?; (cd /; pwd); (x=1; echo $x); echo "${x-unset}"; ( ( (echo nest) ) ); (echo a; exit 2; echo b); echo $?; (trap 'echo t' EXIT; exit 4); echo $?

### variables of subshells and pipelines
x=1; { x=2; }; echo $x; (x=3); echo $x; f() { x=4; }; f; echo $x; f | cat; x=5 | cat; echo $x; x=6 & wait; echo $x; y=$(x=7; echo $x); echo $x $y

### status of commands
true; echo $?; false; echo $?; ! true; echo $?; true | false; echo $?; false | true; echo $?; true && false; echo $?; false || true; echo $?; (exit 256); echo $?; (exit 300); echo $?; (exit -1); echo $?; nocmd 2>/dev/null; echo $?; ./nofile 2>/dev/null; echo $?; / 2>/dev/null; echo $?

### return
f() { return 3; }; f; echo $?; f() { return; }; false; f; echo $?; f() { false; return; }; f; echo $?; f() { return 256; }; f; echo $?; f() { return -1; }; f; echo $?; f() { return x; }; f; echo $?; return 2; echo $?

### positional parameters of functions
f() { echo "$# $1 $*"; }; f; f a; f a b; f "a b" c; set -- x; f y; echo $1; f() { set -- p q; echo $1; }; f; echo $1; f() { shift; echo $1; }; f m n; echo $1

### dynamic scope
f() { local x=1; g; echo $x; }; g() { echo $x; x=2; }; x=0; f; echo $x; f() { local x; echo "${x-unset}"; }; f; f() { local x=$1; [ $x -gt 0 ] && f $((x-1)); echo $x; }; f 2

### FUNCNAME and BASH_LINENO
f() { echo $FUNCNAME ${FUNCNAME[1]} $LINENO; g; }
g() { echo ${FUNCNAME[@]} ${BASH_LINENO[@]}; }
f

### FUNCNEST
FUNCNEST=3; f() { echo $1; f $(($1+1)); }; f 1; echo after $?

### unset of functions and variables
unset -f nofunc; echo $?; f() { :; }; unset -f f; f 2>/dev/null; echo $?; f() { echo v; }; f=var; unset f; echo "${f-unset}"; f; unset f; type f 2>/dev/null; echo $?

### readonly functions
readonly -f nof 2>/dev/null; f() { echo 1; }; readonly -f f; f() { echo 2; }; echo $?; f; unset -f f; echo $?; declare -f f

