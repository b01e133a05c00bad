### command substitution inside expansions
x='a b'; echo "$(echo "$(echo "$x")")" `echo \`echo hi\`` "`echo "$x"`" $(echo '$x' "\$x" \$x) "$(echo ")")" $(echo ")" # c )
) "${y:-$(echo "${z:-"q w"}")}" "$(case a in a) echo ok;; esac)" $(case a in (a) echo ok2;; esac)
### arithmetic in expansions
x=3 a=(1 2 3); echo $((x++)) $x $[x+1] $((a[1]+${a[2]})) "$((x>2?1:0))" $(( $(echo 5) )) $((`echo 6`)) ${a[$((x-3))]} ${a[x-2]} ${x:$((0)):1} $((${#x}+${#a[@]})) $(("1"+'2')) 2>/dev/null; echo $((${nosuch:-4})) $((nosuch)) $((x=5,x+1)) $x
### indirect expansion forms
x=y y=z z=end a=(p q) ref='a[1]'; echo ${!x} ${!ref} ${!x:-d} ${!x:0:1} ${!x^^} ${!x/z/w} ${!x#z} "${!x@Q}" ${!x@A} ${#ref}; r2='a[@]'; echo "${!r2}" "${!r2:1}" "${!r2/p/X}" ${!r2#p} "${!r2@Q}"; set -- x y; echo ${!1} ${!2} ${!#} ${!@} 2>/dev/null; n=2; echo ${!n}; declare -A m=([k]=v); r3='m[k]'; echo ${!r3}; r4=m; echo "${!r4}" ; i=1; r5='a[i]'; echo ${!r5}; r6='a[$i]'; echo ${!r6}
### quoting in operators
x='a*b"c'"'d"; echo "${x%\"*}" ${x%\"*} "${x#a\*}" ${x#"a*"} ${x#'a*'} "${x/\*/-}" "${x//[\"\']/_}" "${x/"*"/<}" ${x//\'/} "${x%%[\"]*}" ; p='a\*'; echo ${x#$p} "${x#"$p"}"; y='\*'; echo "${y#\\}" ${y#\\} "${y#'\'}" ${y/\\/b} "${y/\\/b}" "${y//\\\*/c}"
### lines joined in expansions
x=abc; echo ${x\
} "${x:\
1}" "a\
b" $(echo a\
b) `echo c\
d` ${u:-a\
b} "${u:-a\
b}" $((1+\
2))
### newlines in expansions
echo "${u:-a
b}" ${u:-c
d} $(
echo e
) $((
1 +
2
)) "${u:-"
"}" | od -c | head -4; x=(
1
# comment
2 # more
"3
4"
); declare -p x
### special parameters in words
set -- a b; echo $#x ${#}y $?z $-- "$$" | sed 's/[0-9][0-9]*$/N/' ; echo $0x | sed 's/.*case/case/'; echo "$1$2" $1$2 $1_ ${1}_ "$@x" $*x; false; echo $? $?; true & wait $!; echo ${!:+bg} $?
### positional slices with expressions
set -- a b c d e; n=2; echo ${@:n} ${@:n:2} ${@:$n:n-1} ${@:1+1:1+1} ${*:(-2)} "${@:$#}" ${@:$#-1:1} "${@: -1:1}" ${@:0:1} | sed 's,\.\./,,'
### pattern operators on special parameters
set -- a.txt b.txt; echo ${@%.txt} ${*/t/T} "${@//t/T}" ${@^} ${@#a.} ${#@} ${@/#/x} "${@/%/y}" "${*/%/y}"; echo ${-//[a-z]/x} | tr -d x; echo ${?/0/ok} ${#?}
### assignment of lists to elements by index with +
a=(x y z); a+=([1]+=Y [5]=w v); declare -p a; a=("${a[@]:1}"); declare -p a; a=("${a[@]/Y/}" "${!a[@]}"); declare -p a; unset 'a[1]' 'a[2]'; a=("${a[@]}"); declare -p a
### stack and queue
s=(); s+=(1); s+=(2); s+=(3); echo ${s[-1]}; unset 's[-1]'; echo ${s[@]}; s=("${s[@]:1}"); echo ${s[@]}; s=(0 "${s[@]}"); echo ${s[@]}; for ((i=${#s[@]}-1;i>=0;i--)); do echo -n "${s[i]} "; done; echo; printf '%s\n' "${s[@]}" | sort -r | tr '\n' ' '; IFS=$'\n' t=($(printf '%s\n' b a c | sort)); echo "${t[*]}"; echo "${#IFS}"
### word splitting of mixed words
p() { printf '<%s>' "$@"; echo; }; x=' a b '; p -$x- "-$x-" -"$x"- $x"q" "q"$x $x$x '' $x'' ''$x; e=; p $e $e$e "$e" x$e$e y"$e"; set -- '' ' '; p $1 $2 "$1" "$2" $1x x$2 $@ "$@"; IFS=,; y=a,,b,; p $y ,$y "$y"$y; z=,; p $z x$z $z"x"
### unicode
x='héllo wörld'; echo ${#x} ${x:1:3} ${x^^} ${x/é/e} ${x#h?} ${x%ö*} ${x//[éö]/.}; printf '%s|' "${x:(-3)}" "${x:0:2}"; echo; LC_ALL=C; echo ${#x} "${x:3:3}"; y=$'\xff\xfeab'; LC_ALL=C.UTF-8; echo ${#y} | cat -v; echo "${y:2}"; echo "${y@Q}"; z=日本語; echo ${#z} ${z:1:1} ${z/本/x} ${z%語}
