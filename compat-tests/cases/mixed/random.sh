### whole lines of a builtin come out before its message
printf '%d\nab%d\n' 1 x 2>&1; printf 'a\n%d\n' x 2>&1 | cat; alias x=1; alias x nosuch x 2>&1; type cd nosuchx echo 2>&1
### whole lines come before the message in a substitution too
x=$(printf 'a\n%d\n' x 2>&1; echo b); echo "$x"; printf -v y 'a\n%d\n' x 2>&1; echo "$y"
### a loop goes on in the subshell that a trap makes
j=0; (while (( j++ < 2 )); do trap 'echo t' EXIT; echo a; continue; done)
### break and continue end a command substitution in a loop
for i in 1 2; do x=$(break; echo no); echo $i $x $?; done
for i in 1 2; do x=$(trap : EXIT; break; echo no); echo $i $x $?; done
for i in 1 2; do cat <(break; echo no); echo $i; done
### break in a subshell has no loop
for i in 1 2; do (continue; echo no); echo $i; done
for i in 1 2; do (trap : EXIT; break); echo $?; done
for i in 1 2; do { break; echo no; } | cat; echo $i; done
for i in 1 2; do x=$( (break; echo no) ); echo $i $x $?; done
### the count of arguments takes transformations
set -- 1 2; echo "${#@L} ${#@Q}"; echo ${#:1:1} ${#: -1:1} ${#-x} ${#:-x} ${##} ${##1} ${#%4} ${#/4/x} ${#?} ${#?x}
### numbers and option letters have no case
(echo "${#,}"); (echo "${?^^a}"); (echo "${-~}"); echo "${$^}" | tr -d 0-9
### an unbound variable in (( )) ends the shell
set -u; num=1; (( num++ ? one : 1 )); echo no
### an unbound variable in let and declare -i ends the shell
(set -u; let nosuch; echo no); (set -u; declare -i v+=X; echo no); (set -u; [[ nosuch -eq 1 ]]; echo no)
### the message about an expression shows the values in it
k=2; (echo $(( 1|$k/e ))); (( ($k) ? 010%e : 1 ))
### a value in an expression is taken before the expression changes it
k=2; echo $(( ++k%$k )) $((k=5, $k)) $(($k + k++ + $k))
### an arithmetic error in [[ ]] makes that test false
[[ a[0]a -ne 0 ]]; echo $?; [[ ! a[0]a -ne 0 ]]; echo $?; [[ 1+ -eq 0 || x = x ]]; echo $?; [[ 1/0 -eq 1 && x ]]; echo $?
### a slice of an associative array has at least one element
declare -A h=([a]=1 [b]=2 [c]=3); for i in 0 1 2 3 4; do for n in 0 1 2 3; do printf "%s,%s:<%s> " $i $n "${h[*]:$i:$n}"; done; echo; done
### memory that is not to be had ends the shell with 2
(ulimit -v 60000; $THIS -c 'x=aaaaaaaaaa; while :; do x=$x$x; done' 2>/dev/null; echo $?; $THIS -c 'while :; do a+=("${a[*]}" aaaaaaaaaaaaaaaaaaaaa); done' 2>/dev/null; echo $?)
### what stands before an assignment operator is read before the complaint
k=2; (( !k = 5 )); echo "$? $k"; (( 1+k = 7 )); echo "$? $k"; ((2*k+=3)); echo "$? $k"; (( (k) = 1 )); echo $? $k; ((1?2:k=3)); echo $? $k; ((-k=4)); echo $? $k; ((k++=4)); echo $? $k; z=0; ((1/z=4)); echo $? $z; ((0&&z=4)); echo $? $z;((1&&z=4)); echo $? $z;  ((3+z*=4)); echo $? $z; b="x y"; ((3+b=4)); echo $? $b; b="x y"; ((3+b+=4)); echo $? $b; ((5,k=1)); echo $? $k; ((k=2+z=3)); ((0&&1/z=4)); ((0?1:1/z=4)); (( 2**b=3 )); ((k ? b=1 : z=2)); echo $b
### must use subscript shows the words
declare -A h; v=1; h=(a$((1+1)) "" [x]=1 "$v"); h=( 'q' {1..3} *.c $(echo a) ); declare -A g=(x "y z"); local -A z 2>/dev/null; f() { local -A l=(p"q" $v); }; f; declare -p h g
### words of an associative list are values
declare -A h; v="a b"; set -- p q; h=($v $@ "$@" {x,y} 1); declare -p h; h=([k]=1 $v); h=($v); declare -p h; h=({a,b}); h=(a); declare -p h; declare -A g=($v {x,y}); declare -p g
### behind ! an ERR trap runs in the command while errexit is off
for s in '! false' '! { false; }' 'f() { false; :; }; ! f' '! (false)' '! { false; :; }' '! false | false' '! { set -e; false; echo x; }' '! eval false' '! if false; then :; fi' 'set -e; f() { false; :; }; ! f' '! [[ a = b ]]' '! ((0))' '! { ((0)); :; }' '! for i in 1; do false; done' 'set -E; f() { false; :; }; ! f' 'set -E; f() { false; :; }; if ! f; then :; fi' 'set -E; f() { ! false; :; }; f'; do printf '%s => ' "$s"; $THIS -c "trap 'echo err' ERR; $s; echo y" | tr '\n' ' '; echo "${PIPESTATUS[0]}"; done
### errexit that comes on in a function behind ! holds
for s in 'set -e; f() { false; echo x; }; ! f; echo y' 'f() { set -e; false; echo x; }; ! f; echo y' 'f() { set -e; false; echo x; }; if f; then :; fi; echo y' 'f() { set -e; false; echo x; }; f || :; echo y' 'f() { set -e; false; echo x; }; ! { f; }; echo y' 'f() { set -e; false; echo x; }; ! f | cat; echo y' '! { set -e; false; echo x; }; echo y' '! eval "set -e; false; echo x"; echo y' 'f() { set +e; set -e; false; echo x; }; set -e; ! f; echo y' 'if ! { set -e; false; echo x; }; then echo z; fi; echo y'; do $THIS -c "$s"; echo "$?"; done
### behind ! a pipeline's stages are judged in themselves, with errtrace
set -E; trap 'echo err' ERR; ! false | true; ! { false; true; } | cat; f() { false; }; ! f | cat; ! true | f; echo end
### the process number before a quoted string is printed as it is
f() { echo $$"xx" $$'a\tb' $$$"yy" $"zz" $$$'c' "$$"; x=$$"q"; cat <<< $$"w"; }; declare -f f
### fc with no history
fc; echo $?; fc -e true; echo $?; fc -s; echo $?; fc -l; echo $?; fc -e - ; echo $?; fc 1; echo $?; fc a=b; echo $?; fc -e true 1 2; echo $?; fc -ln; echo $?
### lone negations are printed
f() { (!
!
); ! ; ! ! true; { !; }; if !; then !; fi; }; declare -f f
