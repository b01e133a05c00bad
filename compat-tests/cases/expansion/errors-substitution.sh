### unbound ends the script
set -u; echo a; echo $nosuch; echo no
### unbound in a function
set -u; f() { echo $nosuch; echo no; }; f; echo no
### unbound in a subshell
set -u; (echo $nosuch; echo no); echo $?
### unbound messages
set -u; for e in '$1' '${1}' '${#x}' '${x[1]}' '${x[@]}' '$x' '${!x}' '${x:1}' '${x#a}' '${x^}' '${x/a}' '${x@Q}' '$!' '$@' '$*' '${@:1}' '${a[0]}' '${x-d}' '${x:+d}' '$((x))' '$((x[1]))' '${#a[@]}' '${#1}' '${!a[@]}' '${!x*}' '${x@A}' '${x@a}'; do (eval "echo \"$e\""); echo "$e $?"; done
### bad substitution: ${x!}
(echo ${x!}) ; echo "$?"; echo ${x!}; echo no
echo "next $?"
### bad substitution: ${}
(echo ${}) ; echo "$?"; echo ${}; echo no
echo "next $?"
### bad substitution: ${x y}
(echo ${x y}) ; echo "$?"; echo ${x y}; echo no
echo "next $?"
### bad substitution: ${x@Z}
(echo ${x@Z}) ; echo "$?"; echo ${x@Z}; echo no
echo "next $?"
### bad substitution: ${x@}
(echo ${x@}) ; echo "$?"; echo ${x@}; echo no
echo "next $?"
### bad substitution: ${#x:1}
(echo ${#x:1}) ; echo "$?"; echo ${#x:1}; echo no
echo "next $?"
### bad substitution: ${!}
(echo ${!}) ; echo "$?"; echo ${!}; echo no
echo "next $?"
### bad substitution: ${x[}
(echo ${x[}) ; echo "$?"; echo ${x[}; echo no
echo "next $?"
### bad substitution: ${-x}
(echo ${-x}) ; echo "$?"; echo ${-x}; echo no
echo "next $?"
### bad substitution: ${x:}
(echo ${x:}) ; echo "$?"; echo ${x:}; echo no
echo "next $?"
### bad substitution: ${x::}
(echo ${x::}) ; echo "$?"; echo ${x::}; echo no
echo "next $?"
### bad substitution: ${x:1:}
(echo ${x:1:}) ; echo "$?"; echo ${x:1:}; echo no
echo "next $?"
### bad substitution: ${1a}
(echo ${1a}) ; echo "$?"; echo ${1a}; echo no
echo "next $?"
### bad substitution: ${a.b}
(echo ${a.b}) ; echo "$?"; echo ${a.b}; echo no
echo "next $?"
### bad substitution: ${!x@Z}
(echo ${!x@Z}) ; echo "$?"; echo ${!x@Z}; echo no
echo "next $?"
### bad substitution: ${#x-1}
(echo ${#x-1}) ; echo "$?"; echo ${#x-1}; echo no
echo "next $?"
### bad substitution: ${##}
(echo ${##}) ; echo "$?"; echo ${##}; echo no
echo "next $?"
### bad substitution: ${#}
(echo ${#}) ; echo "$?"; echo ${#}; echo no
echo "next $?"
### bad substitution: ${#-}
(echo ${#-}) ; echo "$?"; echo ${#-}; echo no
echo "next $?"
### bad substitution: ${#?}
(echo ${#?}) ; echo "$?"; echo ${#?}; echo no
echo "next $?"
### bad substitution: ${@}
(echo ${@}) ; echo "$?"; echo ${@}; echo no
echo "next $?"
### bad substitution: ${*}
(echo ${*}) ; echo "$?"; echo ${*}; echo no
echo "next $?"
### bad substitution: ${x[@]@Z}
(echo ${x[@]@Z}) ; echo "$?"; echo ${x[@]@Z}; echo no
echo "next $?"
### bad substitution: ${ x}
(echo ${ x}) ; echo "$?"; echo ${ x}; echo no
echo "next $?"
### bad substitution: ${x }
(echo ${x }) ; echo "$?"; echo ${x }; echo no
echo "next $?"
### bad substitution: ${^x}
(echo ${^x}) ; echo "$?"; echo ${^x}; echo no
echo "next $?"
### bad substitution: ${x[1]y}
(echo ${x[1]y}) ; echo "$?"; echo ${x[1]y}; echo no
echo "next $?"
### bad substitution: ${x@QQ}
(echo ${x@QQ}) ; echo "$?"; echo ${x@QQ}; echo no
echo "next $?"
### bad substitution: ${"x"}
(echo ${"x"}) ; echo "$?"; echo ${"x"}; echo no
echo "next $?"
### bad substitution: ${$(echo x)}
(echo ${$(echo x)}) ; echo "$?"; echo ${$(echo x)}; echo no
echo "next $?"
### bad substitution ends the function and the script
f() { echo ${x!y}; echo no; }; f; echo $?; echo next
### required
f() { echo ${x?msg}; echo no; }; (f; echo no); echo $?; (echo ${x:?}; echo no); (echo ${x?}; echo no); x=; (echo ${x:?}); (echo ${x?}ok); (echo ${1?a b}); (echo ${a[1]?q}); (echo ${@?none}); (echo "${x:?"a b" $HOME}"); (echo ${!y?q}); echo ${x:?end}; echo no
### substring errors
x=abcdef; for e in 'echo ${x:1:-9}' 'echo ${x:9}' 'echo ${x:1+}' 'echo ${x:1:2+}' 'echo ${x: -9}' 'echo ${x:a b}' 'echo ${x::}' 'echo ${x:}' 'echo ${x: }' 'echo ${x:0:}' 'echo ${x:0: -1}' 'echo ${x:(-2)}' 'echo ${x:1?2:3}' 'echo ${x:1:1?2:3}' 'echo ${x:${#x}-2}' 'echo ${x:x}' 'y=2; echo ${x:y} ${x:y:y} ${x:$y:$y} ${x:y+1:-1}' 'echo ${x:1/0}' 'set -- a b; echo ${@:1:-1}' 'echo ${@:-1}' 'echo ${*:1:-2}' 'a=(1 2); echo ${a[@]:0:-1}' 'echo ${nosuch:1:-9}' 'echo "${x:0:3}${x:3}"' 'echo ${x:0xa}' 'echo ${x:08}' 'echo ${x:2#1}' 'echo ${x:"1":'2'}' 'echo ${x:$(echo 1):`echo 2`}' 'echo ${x:-1}' 'echo ${x:1,2}' 'echo ${x:y=3} $y' 'echo ${x:(1):(2)}' 'echo ${x:[1]}'; do (eval "$e"; echo "after $?"); echo "$e => $?"; done

### a bad substitution whose parameter is another one ends with its own brace
(echo ${${x}y} b)
(echo "${${x}}y" b)
(x=${${(M)${(f)"a"}##<-> *}/(#b)(<->) (*)/${m[1]}:${m[2]}}; echo no)
(echo ${$(echo a)} b)
echo end
