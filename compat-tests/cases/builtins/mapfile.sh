### lines go into MAPFILE with their newlines
printf 'a\nb\nc' | { mapfile; declare -p MAPFILE; }
### -t drops the newlines
printf 'a\n\nb\n' | { mapfile -t x; declare -p x; }
### readarray is the same
readarray -t x <<<$'a\nb'; declare -p x
### what was in the array is gone
x=(1 2 3 4); mapfile -t x <<<a; declare -p x; y=scalar; mapfile -t y <<<b; declare -p y; mapfile -t x </dev/null; declare -p x
### -n keeps so many lines and leaves the rest
printf 'a\nb\nc\n' | { mapfile -t -n 2 x; declare -p x; cat; }; printf 'a\nb\n' | { mapfile -t -n 0 x; declare -p x; }
### -s skips lines
printf 'a\nb\nc\n' | { mapfile -t -s 1 x; declare -p x; }; mapfile -t -s 9 x <<<a; declare -p x; printf 'a\nb\nc\n' | { mapfile -tn1 -s1 x; declare -p x; }
### -O begins at an index and keeps the others
x=(1 2 3 4 5); mapfile -t -O 1 x <<<$'a\nb'; declare -p x; mapfile -t -O 9 x <<<c; declare -p x; mapfile -t -O 3 y <<<d; declare -p y
### -d names the delimiter
printf 'a:b:c' | { mapfile -d : x; declare -p x; }; printf 'a:b:' | { mapfile -t -d : x; declare -p x; }; printf 'axxb' | { mapfile -t -d xy x; declare -p x; }
### -d '' means a null byte
printf 'a\0b\n\0' | { mapfile -d '' x; declare -p x; }; printf 'a\0b\0' | { mapfile -td '' x; declare -p x; }
### -u reads from another descriptor
exec 3<<<$'a\nb\nc'; mapfile -t -n 1 -u 3 x; declare -p x; cat <&3
### -C calls back before the assignment
cb() { echo "$1 [$2] ${#x[@]}"; }; mapfile -t -C cb -c 1 x <<<$'a b\nc'
### -c says after how many lines
mapfile -t -C 'echo cb' -c 2 x <<<$'1\n2\n3\n4\n5'; mapfile -t -C 'echo cb' x <<<a
### the callback gets the line quoted
mapfile -C 'printf "<%s>\n"' -c 1 x <<<"it's \$x"
### the callback can change the array
mapfile -t -C 'x[9]=q; :' -c 1 x <<<a; declare -p x
### the callback can end the shell
mapfile -t -C 'exit 3;' -c 1 x <<<a; echo no
### numbers that are none are refused
mapfile -n x y; echo $?; mapfile -n -1 y; echo $?; mapfile -s x y; echo $?; mapfile -O -1 y; echo $?; mapfile -c 0 y; echo $?; mapfile -c x y; echo $?
### descriptors that are none are refused
mapfile -u 77 x; echo $?; mapfile -u x y; echo $?; mapfile -u -1 y; echo $?
### names that are none are refused
mapfile 1x </dev/null; echo $?; mapfile 'a[1]' </dev/null; echo $?; mapfile '' </dev/null; echo $?
### arrays that cannot be filled are refused
declare -A m; mapfile m <<<a; echo $?; readonly r=(1); mapfile r <<<a; echo $?; declare -p r
### attributes of the array hold
declare -u u; mapfile -t u <<<abc; declare -i n; mapfile -t n <<<2+3; declare -n r=t; mapfile -t r <<<z; declare -p u n t
### the array can be local
f() { local -a x; mapfile -t x <<<$'1\n2'; echo ${#x[@]}; }; f; declare -p x
### what cannot be read is as good as empty
mapfile x </; echo $?; mapfile x <&-; echo $?; declare -p x
### null bytes end a line's value
printf 'a\0b\nc\n' | { mapfile x; declare -p x; }
### options need their arguments
mapfile -n; echo $?; mapfile -C; echo $?; mapfile -d; echo $?
