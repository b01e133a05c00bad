### a nameref stands for its variable; unset takes that away, unset -n the nameref
declare -n r=x; x=5; echo $r; r=6; declare -p x r; r+=7; echo $x; unset r; declare -p x r; unset -n r; declare -p r
### a nameref without a value takes a name
declare -n r; r=foo; declare -p r; foo=1; echo $r; echo ${!r}; declare -n r=bar; declare -p r; r=9; echo $bar
### a nameref to an element
declare -n r=a[1]; a=(x y z); echo $r; r=q; declare -p a; echo ${!r} ${#r} ${r:0:1} ${r^^}; unset r; declare -p a; r+=w; declare -p a
### a nameref to a key
declare -A m=([k]=v); declare -n r=m[k]; echo $r; r=w; declare -p m; unset r; declare -p m
### a nameref to an associative array
declare -n r=m; declare -A m=([a]=1 [b]=2); echo ${r[a]} ${!r[@]} ${#r[@]} "${r[@]}"; r[c]=3; r+=([d]=4); declare -p m; unset 'r[a]'; declare -p m; for k in "${!r[@]}"; do echo $k; done
### a local nameref to a variable of the caller
f() { local -n r=$1; r=inside; local x=loc; echo $r; }; x=out; f x; echo $x; y=out; f y; echo $y
### a nameref of its own name means the global variable
f() { local -n x=x; echo $x; x=5; }; x=out; f; echo $x
### namerefs in a circle
declare -n a=b; declare -n b=a; echo $a; a=1; echo $?; declare -p a b
### a global nameref to itself is refused
declare -n r=r; echo $?
### what is no name is no reference
declare -n r=1x; echo $?; declare -n r='a b'; echo $?; declare -n 'r[1]=x'; echo $?
### for binds a nameref to each word
declare -n r; for r in a b c; do echo $r ${!r}; done; a=1 b=2 c=3; for r in a b c; do echo $r ${!r}; done
### an array is no nameref
a=(1 2); declare -n a; echo $?; declare -n r=a; declare +n r; declare -p r; r=5; declare -p a r
### attributes go to the target
declare -n r=x; declare -i r; r=3+4; declare -p r x; declare -r r; x=5; echo no
### readonly goes to the target
declare -n r=x; readonly r; r=5; echo $?; declare -p r x
### export goes to the target
declare -n r=x; export r; declare -p r x; x=1; env | grep '^[xr]='
### read, printf -v and mapfile assign to the target
declare -n r=x; read r <<< 5; echo $x; printf -v r %s 6; echo $x; mapfile -t r <<< $'a\nb'; declare -p x
### operators and tests on a nameref
declare -n r=x; echo ${r-unset} ${r:=5}; echo $x; echo ${r@a} ${r@A} ${r@Q}; [[ -v r ]]; echo $?; [[ -R r ]]; echo $?; test -v x; echo $?
### unset -n of a nameref
declare -n r=x; unset -n r; declare -p r; r=5; declare -p r
### a nameref to all elements
declare -n ref=arr[@]; arr=(1 2 3); echo $ref; echo "${ref}"; for i in "${ref}"; do echo "<$i>"; done
### the subscript of a nameref is evaluated each time
declare -n ref=arr[i]; arr=(1 2 3); i=1; echo $ref; i=2; echo $ref; ref=9; declare -p arr
### declare -n in a function is local
f() { declare -n r=$1; local v=1; r=2; declare -p v; }; v=0; f v; echo $v
### unset of a local nameref takes away the variable of the caller
f() { local -n r=$1; unset r; declare -p r; }; v=0; f v; declare -p v
### a local nameref bound later
f() { local -n r; r=v; echo $r; local -p; }; v=0; f
### listing namerefs
declare -n r=x y=z; x=1 z=2; echo $r $y; declare -n; declare -pn; declare -p -n r
### a nameref to a nameref
x=1; declare -n r=x; declare -n s=r; echo $s ${!s}; s=5; echo $x; unset -n s; declare -p s; echo $r
### an array assigned through a nameref
declare -n r=x; r=(1 2 3); declare -p x; r[5]=6; declare -p x; echo ${r[@]:1:1} ${r[-1]} ${#r[@]}
### a subscript on a nameref to an element
declare -n r=x[0]; r[1]=5; echo $?; declare -p x
### a list for a nameref to an element
declare -n r=x[0]; r=(1 2); echo $?; declare -p x
### namerefs to special variables
declare -n v=PIPESTATUS; true | false; echo ${v[@]}; declare -n s=SECONDS; echo $((s < 60)); declare -n q=@; echo $?
### two local namerefs
f() { local -n a=$1 b=$2; local t=$a; a=$b; b=$t; }; x=1 y=2; f x y; echo $x $y
### a nameref of the name it was given
f() { local -n a=$1; g a; }; g() { local -n a=$1; a=5; }; x=1; f x; echo $x
### arithmetic through a nameref
declare -n r=x; x=5; ((r++)); echo $x; ((r+=5)); echo $((r*2)) $x; let r=9; echo $x
### declare -a and -A through a nameref
declare -n r=x; declare -a r; declare -p r x; declare -A r2; declare -n q=r2; q[a]=1; declare -p r2
### a local hides a nameref
declare -n r=x; local_f() { local r=5; echo $r $x; declare -p r; }; x=1; local_f; echo $x
### unset -n of what is no nameref
unset -n nosuch; echo $?; x=1; unset -n x; echo $x; declare -n r=x; unset -v r; echo ${x-U}; declare -p r
### declare of a nameref again
declare -n r=foo; declare r=5; declare -p r foo; declare -n r; declare -p r; typeset -n r=; declare -p r
### an unbound nameref
declare -n r; echo "${r}" ${!r} ; echo $?; r=; echo $?; declare -p r
### values that are no names
declare -n r; r=5x; echo $?; declare -p r; declare -n s=abc; s=5x; echo $abc
### a readonly nameref
declare -rn r=x; x=5; echo $r; r=6; echo $x; declare -n r=y; echo $?; unset -n r; echo $?
### for with words that are no names
declare -n r=x; for r in 1 2; do :; done; echo $?; declare -p r
### a variable that becomes a nameref
x=5; declare -n x; echo $?; x=foo; declare -n x; declare -p x; foo=9; echo $x
### a nameref in a function called by the function
f() { local x; declare -n r=x; r=3; echo $x; g; }; g() { r=4; echo $x; }; r=q; f; echo ${r-} ${x-} ${q-}
### quoting and prefixes with namerefs
declare -n r=x; x='a b'; echo "${r[0]}" "${r[@]}" "${#r}"; set -- "${!r}"; echo $1; echo "${!r@}"; echo ${!r*}
### a nameref to nothing yet
declare -n ref=nosuch; echo "${ref:-d}"; echo ${!ref}; ref[2]=x; declare -p nosuch
### a local nameref given a list and an element
f() { local -n f1=$1; f1=(a b); }; f arr; declare -p arr; f arr2[1]; echo $?
### a nameref in front of a command
declare -n r=x; r=1 env | grep ^[rx]=; r=1 eval 'echo $r $x'; declare -p r x
### namerefs as the variable of getopts, select and coproc
declare -n r=x; getopts a r -a; echo $x; select r in a; do break; done <<< 1; echo $x; wait -p r 2>/dev/null; coproc r { :; } 2>/dev/null; echo ${#r[@]}
