### descriptor redirections
exec {fd}>x; echo $((fd>=10)); echo hi >&$fd; exec {fd}>&-; cat x

### descriptor move
exec 5>x; exec 6>&5-; echo hi >&6; echo no >&5; cat x

### descriptor move leaves the source closed
echo a 3>&1- >x; echo b; cat x

### descriptor move 1>&2-
echo a 1>&2-; echo b; echo c >&2

### descriptor move in group
{ echo a; echo b >&3; } 3>&1-; echo c

### <>
echo abc >f; { read -n1 x; echo -n Z >&0; } 0<>f; echo $x; cat f

### <> create
: <>newf; ls

### clobber
set -C; echo a >f; echo b >f; echo $?; echo c >|f; cat f; echo d >>f; cat f; echo e &>f; echo $?; echo x >/dev/null; echo $?

### both
f() { echo o; echo e >&2; }; f &>x; cat x; f &>>x; cat x; f >&y; cat y; f |& cat

### >& word digits
echo a >&3; echo $?; echo a >&3x; ls

### >& var
x=2; echo a >&$x; x=file; echo b >&$x; ls; x=; echo c >&$x; echo $?

### <& word
x=zz; cat <&$x; echo $?; cat <&zz; echo $?

### >&-
echo a >&-; echo $?; echo a 2>&- >&2; echo $?

### dev descriptor
echo a | cat /dev/fd/0; echo b | cat < /dev/stdin; echo c > /dev/stdout; echo d > /dev/stderr; echo e > /dev/fd/2; exec 3>x; echo f >/dev/fd/3; cat x

### ambiguous
x="a b"; echo hi >$x; echo $?; ls; echo hi > *; echo $?; touch a b; echo hi > *; echo $?; x=; echo hi >$x; echo $?; echo hi >$unset; echo $?; echo hi >"$unset"; echo $?

### ambiguous brace
echo hi >{a,b}; echo $?; ls

### ambiguous at
set -- a b; echo hi >"$@"; echo $?; echo hi >$@; echo $?; set -- a; echo hi >"$@"; cat a; echo x <<<"$@"

### redirection only
>x; ls; <nofile; echo $?; >/; echo $?; a=1 >/; echo $? "$a"; >y z=3; echo $z

### bad descriptor exec ends
exec <nofile; echo $? still

### exec redirection fail posix
set -o posix; exec <nofile; echo still

### special builtin redirection posix
set -o posix; : <nofile; echo still

### special builtin redirection noposix
: <nofile; echo still; eval 'echo a' >/; echo still

### redirect on compound fail
{ echo a; } <nofile; echo $?; if true; then echo a; fi >/; echo $?; while true; do echo x; break; done <nofile; echo $?; (echo s) <nofile; echo $?; for i in 1; do :; done >/ ; echo $?; case a in a) ;; esac >/; echo $?; [[ a ]] >/; echo $?; ((1)) >/; echo $?

### order
echo a >x 2>y >z; ls; wc -c x z | head -2

### order with copies
{ echo o; echo e >&2; } 2>&1 >x; echo --; cat x; { echo o; echo e >&2; } >x 2>&1; cat x

### big descriptor
exec 99>x; echo hi >&99; cat x; exec 300>y; echo yo >&300; cat y

### huge descriptor
echo a 99999>x; echo $?; echo a 2147483648>x; echo $?; echo 12345678901>x; cat x; ls

### var descriptor list
exec {a}>x {b}>y; echo 1 >&$a; echo 2 >&$b; cat x y; exec {a}>&- {b}>&-; echo z >&$a; echo $?

### varfd persists
{ echo hi >&$v; } {v}>x; echo bye >&$v; cat x; : {w}>y; echo w >&$w; cat y

### varredir_close
shopt -s varredir_close; : {w}>y; echo w >&$w; echo $?; exec {z}>q; echo zz >&$z; cat q; { :; } {k}>p; echo k >&$k; echo $?

### {descriptor} readonly
readonly r=1; : {r}>x; echo $?; echo next

### {descriptor} array
: {a[2]}>x; echo $((a[2]>=10)); echo hi >&${a[2]}; cat x; exec {a[2]}>&-; echo no >&${a[2]}

### {descriptor} bad close
unset q; exec {q}>&-; echo $?; q=foo; exec {q}>&-; echo $?; : {q}<&-; echo $?

### {descriptor} dup
exec {d}>&1; echo dup >&$d; exec {e}<&0; exec {f}>&$d-; echo moved >&$f; echo gone >&$d

### {x} not redirect
echo {x}; echo {x} >f; cat f; echo {1}>f; cat f; echo {x}y>f; cat f; echo a{x}>f; cat f

### redirect in middle
echo a >x b c; cat x; >y echo d e; cat y; a=1 >z echo f; cat z; 2>w echo g

### redirection glued
echo a>x; cat x; echo a 2>x; echo 2 >x; cat x; echo a2>x; cat x; echo "2">x; cat x; echo \2>x; cat x

### descriptor dup in words
echo 3>&1 x; echo 1>&2 y; echo x>&2; echo >&1 a 2>&1

### close stdin
cat <&-; echo $?; read x <&-; echo $?

### exec no restore
exec 3>&1 >x; echo hidden; exec >&3 3>&-; cat x

### &> with descriptor
echo a 3&>x; cat x; ls

### >&- with trailing
echo a >&-b; ls

### 2>&1- text
echo a 2>&1-; echo b 2>&-; echo c >&1-

### redirect expansions error
echo a > ${x?nope}; echo after

### redirect bad substitution
echo a > ${x!y}; echo after $?

### redirect on alias-like
f() { cat; }; f <<< x; f < <(echo y); echo z | f

### functions redirect per-call
f() { echo a; } >>log; f; f; cat log

### noclobber messages
set -o noclobber; >f; >f; echo $?; echo >|f; mkdir d; echo >d; echo $?; : >f 2>/dev/null; echo $?

### noclobber &> and >&
set -C; echo >f; echo a >&f; echo $?; echo a &>>f; echo $?; cat f; echo a <>f; echo $?


### what a refused redirection into a variable names
set -C; echo >f; : {n}>f; echo $?; echo x >f; x='a b'; : {n}>$x; : {n}<nofile; echo $?
