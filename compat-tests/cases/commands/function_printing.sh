### simple commands and their words
f() { echo a; echo "b c" 'd' $x ${y} $(z) `q` $((1+2)); }; declare -f f

### if, elif, else
f() { if a; then b; elif c; then d; else e; fi; }; declare -f f

### while, until, for
f() { while a; do b; done; until c; do d; done; for x in 1 2; do e; done; for y; do g; done; for z do h; done; }; declare -f f

### case with all its ends
f() { case $x in a|b) c;; (d) e;& f) ;;& *) g; h;; esac; case x in esac; case x in a) esac; }; declare -f f

### groups, conditions, arithmetic, select
f() { (a; b); { c; d; }; [[ a == b && -f c || ! d ]]; ((1 + 2)); for ((i=0; i<3; i++)); do x; done; select z in a b; do y; done; }; declare -f f

### pipelines, lists, negation, time, background
f() { a | b |& c; a && b || c; ! a; time b; time -p c; a & b & }; declare -f f

### redirections of every kind
f() { a > x 2>&1 < y >> z <> w >| v &> u &>> t <<< "s" 3>&- 4<&5- {fd}> r 5>&1; }; declare -f f

### functions within functions
f() { g() { echo g; }; function h { echo h; }; k() ( echo k ); l() [[ a ]]; m() if x; then y; fi; }; declare -f f

### bodies that are no group
f() ( a; b ); declare -f f; f() if a; then b; fi; declare -f f; f() ((1)); declare -f f; f() [[ x ]]; declare -f f; f() for i in a; do b; done; declare -f f; f() while a; do b; done; declare -f f; f() case x in y) z;; esac; declare -f f

### redirections behind the body
f() { a; } > x 2>&1; declare -f f; f() (a) <<< b; declare -f f

### coproc, named and not
f() { coproc a b; coproc X { c; d; }; coproc (e); }; declare -f f

### assignments and declarations
f() { a=1; b=(1 2 [3]=4); c+=d e=f g; declare -a h=(1 2); local x=1 y; a[1]=2; }; declare -f f

### comments are dropped
f() { # comment
a # b
# c
b
}; declare -f f

### nested groups
f() { { a; } ; }; declare -f f; f() { { { a; }; }; }; declare -f f

### groups and subshells in lists
f() { a && { b; } || (c); }; declare -f f

### nested if and while
f() { if a; then if b; then c; fi; fi; while a; do while b; do c; done; done; }; declare -f f

### pipelines of groups
f() { a | { b; c; } | (d); }; declare -f f

### background groups and lists
f() { { a; } & (b) & a && b & }; declare -f f

### background commands in conditions
f() { if a & then b & fi; while a & do b & done; }; declare -f f

### process substitutions
f() { a <(b) >(c; d); }; declare -f f

### conditional expressions
f() { [[ $a =~ ^x(a|b)$ ]]; [[ -v x && ( a < b || a > c ) ]]; [[ ! -f x ]]; [[ x ]]; [[ ! ( a ) ]]; [[ a -eq b ]]; [[ (a) ]]; [[ ( a && b ) ]]; }; declare -f f

### arithmetic commands and loops
f() { ((x++)); (( a , b )); (( x = y ? 1 : 2 )); for (( ; ; )); do a; done; for ((i=0,j=1;i<2;i++,j--)) { b; }; }; declare -f f

### select with and without words
f() { select x; do a; done; select y in $z "q r"; do b; done; }; declare -f f

### time and ! in all their combinations
f() { time; ! ; ! ! a; ! time b; time ! c; time -- d; time { e; }; }; declare -f f

### names with dashes, dots, digits and reserved words
function a-b { x; }; declare -f a-b; function a.b () { x; }; declare -f a.b; function if { x; }; declare -f if; function 1 { a; }; declare -f 1

### quotes and newlines in words
f() { echo $'a\nb' "a
b" 'c
d' a\
b; }; declare -f f

### spellings of case patterns
f() { case "$1" in (a) ;; b) x ;; c | d ) y & ;; "e f") z; esac; }; declare -f f

### nested case
f() { case $x in a) case $y in b) c;; esac;; esac; }; declare -f f

### compound commands in case clauses
f() { case $x in a) if b; then c; fi;; b) while x; do y; done ;; c) { z; } ;; d) (w) ;; esac; }; declare -f f

### declare -f of all functions and declare -F
f() { a; }; g() { b; }; declare -f; declare -F

### for with empty and quoted words
f() { for x in; do a; done; for x in "$@" ${y[@]}; do b; done; }; declare -f f

### copies of descriptors
f() { a 2>x >&2 2>&- <&- >&file <&$x >&$y 3>&$z- ; }; declare -f f

### redirections in the middle of commands
f() { a >&2 b; >x a b; <y; a=1 >z; 3>q 4<r; }; declare -f f

### else if is not elif
f() { if a; then b; else if c; then d; fi; fi; if a; then b; elif c; then d; elif e; then g; else h; fi; }; declare -f f

### lists in loop conditions
f() { until a; b; do c; d; done; while a && b; do c || d; done; }; declare -f f

### separators and newlines
f() { a; b
c;
d & e
}; declare -f f

### functions with and without the keyword
f() { function g { h; }
i
}; declare -f f

### nested parentheses
f() { ( a ); ( ( b ) ); (( c )); }; declare -f f

### lists in parentheses
f() { ( a & ); { b & }; ( a && b ); }; declare -f f

### pipelines of both outputs
f() { a |& b; a 2>&1 | b; { a; } |& b; (a) |& b; a > x |& b; }; declare -f f

### background commands in loop bodies
f() { for i in a; do b & done; for ((;;)); do c & done; }; declare -f f

### builtins are ordinary words
f() { let x=1; eval "a"; [ a = b ]; test x; . y; : z; }; declare -f f

### compound assignments over several lines
f() { local a=(1
2 # c
3); }; declare -f f

### quotes in expansions
f() { a "$(b "c")" "${d:-"e"}" ${f#"g"} ; }; declare -f f

### backquotes stay as they are
f() { x=`a \`b\``; y="`c \"d\"`"; }; declare -f f

### old and new arithmetic expansions
f() { a $[1+2] $((  1  +  2  )) $(( $(a) )); }; declare -f f

### command substitutions are printed anew
f() { a $( b ) $(  c;  d  ) $( (e) ) $( { g; } ) $(
h
); }; declare -f f

### compound commands in command substitutions
f() { a $(if b; then c; fi) $(case x in y) z;; esac) $(for i in 1; do j; done); }; declare -f f

### quoted command names
f() { "a" 'b' \c; if "if"; then \then; fi; }; declare -f f

### blanks around the parentheses
f() { a;b;}; declare -f f; f(){ a;}; declare -f f; f ( ) { a; }; declare -f f

### negated pipelines
f() { ! a | b; ! { a; }; ! (a); a && ! b; }; declare -f f

### timed pipelines
f() { time a | b; time (a); time -p { a; }; a && time b; }; declare -f f

### newlines before the body
f() 
{ 
 a
}
declare -f f

### declaration builtins
f() { export a=1 b="x y"; readonly c; typeset -i d=1; alias x='y z'; }; declare -f f

### braces, tildes, globs and escapes
f() { a{1,2}b ~/x *?[a] \$x "\$y" '$z' $'\t' $"loc"; }; declare -f f

### words in braces before redirections
f() { {x}; {a}>b c; {a}<d; }; declare -f f

### nested functions with redirections
f() { a() { b; } >x; c() { d; } <<E
h
E
}; declare -f f

### a delimiter with a blank in quotes
f() { cat <<"E F"; }
x
E F
declare -f f

### a delimiter with an escaped blank
f() { cat <<E\ F; }
x
E F
declare -f f

### exported functions within functions
f() { g() { :; }; }; export -f f; env | grep -A9 BASH_FUNC; $THIS -c 'declare -f f'

### what follows an exported nested function
f() { a; { b; c; }; if x; then y; fi; g() { :; }; for i in 1; do z; done; ( q; r ); case a in b) c;; esac; while :; do q; done; }; export -f f; env | grep -A49 BASH_FUNC | grep -v '^_='
