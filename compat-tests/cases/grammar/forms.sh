### case patterns with and without a parenthesis
case a in (a) echo 1;; esac; case a in a) echo 2;; esac; case a in (a|b) echo 3;& c) echo 4;;& *) echo 5; esac

### case empty
case a in esac; echo $?; case a in a) ;; esac; echo $?; case b in a) false;; esac; echo $?

### case keyword pattern
case in in in) echo in;; esac; case esac in (esac) echo esac;; esac; case if in if) echo if;; esac

### case esac pattern bare
case esac in esac) echo x;; esac

### case newline
case x
in
x)
echo a
;;
esac

### case reserved
case fi in
 then|fi|do) echo kw ;;
esac

### for forms
for x in a b; do echo $x; done; for x in a b; { echo $x; }; set -- p q; for x do echo $x; done; for x; do echo $x; done

### for newline forms
set -- 1 2
for x
do echo $x; done
for x
in a b
do echo $x
done
for x;
do echo $x; done

### for brace body
for ((i=0;i<3;i++)) { echo $i; }
for ((i=0;i<3;i++)); do echo $i; done
for ((i=0;i<3;i++)) do echo $i; done
for ((i=0;i<3;i++))
do echo $i; done

### for empty parts
i=0; for ((;;)); do ((i++>3)) && break; echo $i; done

### for quotes in it
for ((i='3';i<5;i++)); do echo $i; done

### for quotes in it, ANSI-C
for ((i=$'3';i<5;i++)); do echo $i; done

### for quotes in it, double
for ((i="3";i<5;i++)); do echo $i; done

### for empty in
for x in; do echo no; done; echo $?

### for badname
for 1x in a; do echo $1x; done; echo after $?

### for badname func
f() { for a-b in a; do echo x; done; echo in $?; }; f; echo after $?

### for name posix
set -o posix; for a-b in a; do echo x; done; echo in

### for quoted name
for "x" in a; do echo $x; done; echo after

### select brace
select x in a b; { echo $x; break; } <<< 1

### select no in
set -- aa bb; select x; do echo "$x/$REPLY"; break; done <<< 2

### select do
set -- aa bb; select x do echo "$x/$REPLY"; break; done <<< 2

### function syntaxes
function f { echo f; }; f; function g() { echo g; }; g; h() ( echo h ); h; function k ( echo k ); k; function l [[ a == a ]]; l; echo $?; m() [[ a == b ]]; m; echo $?; n() ((0)); n; echo $?

### function newline
f()

{ echo x; }; f
function g

{ echo y; }; g

### function if for etc
f() if true; then echo iff; fi; f; g() for i in 1 2; do echo $i; done; g; h() while false; do :; done; h; echo $?; k() case $1 in a) echo A;; esac; k a; u() until true; do :; done; u; s() select x in a b; do echo $x; break; done; s <<< 1

### function names
function a-b.c { echo 1; }; a-b.c; a+b() { echo 2; }; a+b; function @x { echo 3; }; @x; a.b() { echo 4; }; a.b; function 1 { echo one; }; 1; 2() { echo two; }; 2; function a=b { echo eq; }; declare -f a=b

### function reserved names
function if { echo if; }; \if; function time { echo t; }; \time; function select { echo s; }; 'select'

### function name {
function { { echo brace; }; \{

### function names glob
function a*b { echo star; }; 'a*b'; function a[1] { echo sub; }; 'a[1]'

### function name quoted
function 'q' { echo q; }; echo after

### function name quoted, without the keyword
'q'() { echo q; }; echo after

### function name dollar
a=foo; $a() { echo q; }; echo after

### function name with a dollar and the keyword
function $a { echo q; }; echo after

### function name slash
function a/b { echo slash; }; a/b
a/c() { echo slash2; }; a/c

### function special builtin posix
set -o posix
export() { echo no; }
echo after

### function with redirect
f() { echo out; echo err >&2; } >f.out 2>&1; f; cat f.out; f() { cat; } <<< "here $1"; f xx; f yy

### function with here-document
f() { cat; } <<E
arg $1
E
f one; f two

### function one word body
f() echo hi

### function no body
f()

### func redefinition in func
f() { f() { echo two; }; echo one; }; f; f

### ! !
! ! true; echo $?; ! ! false; echo $?; ! true; echo $?; ! false; echo $?; ! ; echo $?; ! ! ; echo $?

### ! ! nospace
!true; echo $?

### ! subshell
! (exit 3); echo $?; ! { false; }; echo $?; ! [[ a == b ]]; echo $?; !(false); echo $?

### !( no extglob
! ( false ); echo $?

### time
TIMEFORMAT=x; time :; time ! true; echo $?; ! time true; echo $?; time time true; time; echo $?; time ! ; echo $?; time -p true 2>/dev/null; time -- true; time -p -- true

### time opt
TIMEFORMAT=t; time -x; echo $?

### time -p quoted
TIMEFORMAT=t; time '-p' true; echo $?

### time newline
TIMEFORMAT=t; time
echo x

### time &
TIMEFORMAT=t; time sleep 0 & wait; echo x

### time list
TIMEFORMAT=t; time true && echo y; time { echo a; echo b; }; time (echo c); time for i in 1 2; do echo $i; done; time [[ a ]]; time ((1)); time if true; then echo z; fi

### time func
TIMEFORMAT=t; f() { echo $1; }; time f x; time f y | cat

