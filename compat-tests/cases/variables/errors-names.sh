### invalid names: 1a=1
1a=1 </dev/null; echo "$?"
echo next
### invalid names: a-b=1
a-b=1 </dev/null; echo "$?"
echo next
### invalid names: export 1a=1
export 1a=1 </dev/null; echo "$?"
echo next
### invalid names: readonly a-b
readonly a-b </dev/null; echo "$?"
echo next
### invalid names: declare 1x
declare 1x </dev/null; echo "$?"
echo next
### invalid names: local x
local x </dev/null; echo "$?"
echo next
### invalid names: unset 1a
unset 1a </dev/null; echo "$?"
echo next
### invalid names: read 1a
read 1a </dev/null; echo "$?"
echo next
### invalid names: printf -v 1a x
printf -v 1a x </dev/null; echo "$?"
echo next
### invalid names: for 1a in x; do :; done
for 1a in x; do :; done </dev/null; echo "$?"
echo next
### invalid names: getopts a 1a
getopts a 1a </dev/null; echo "$?"
echo next
### invalid names: mapfile 1a
mapfile 1a </dev/null; echo "$?"
echo next
### invalid names: let 1a=1
let 1a=1 </dev/null; echo "$?"
echo next
### invalid names: declare -n x=1a
declare -n x=1a </dev/null; echo "$?"
echo next
### invalid names: export a+b=1
export a+b=1 </dev/null; echo "$?"
echo next
### invalid names: declare a[
declare a[ </dev/null; echo "$?"
echo next
### invalid names: declare "a b=1"
declare "a b=1" </dev/null; echo "$?"
echo next
### invalid names: unset a[
unset a[ </dev/null; echo "$?"
echo next
### invalid names: unset -f 1a
unset -f 1a </dev/null; echo "$?"
echo next
### invalid names: export -f nosuch
export -f nosuch </dev/null; echo "$?"
echo next
### invalid names: declare -f nosuch
declare -f nosuch </dev/null; echo "$?"
echo next
### invalid names: declare -p nosuch
declare -p nosuch </dev/null; echo "$?"
echo next
### invalid names: declare -F nosuch
declare -F nosuch </dev/null; echo "$?"
echo next
### invalid names: readonly -f nosuch
readonly -f nosuch </dev/null; echo "$?"
echo next
### invalid names: export =x
export =x </dev/null; echo "$?"
echo next
### invalid names: declare =x
declare =x </dev/null; echo "$?"
echo next
### invalid names: typeset ""
typeset "" </dev/null; echo "$?"
echo next
### invalid names: unset ""
unset "" </dev/null; echo "$?"
echo next
### invalid names: export ""
export "" </dev/null; echo "$?"
echo next
### invalid names: declare -Z x
declare -Z x </dev/null; echo "$?"
echo next
### invalid names: export -Z x
export -Z x </dev/null; echo "$?"
echo next
### invalid names: unset -Z
unset -Z </dev/null; echo "$?"
echo next
### invalid names: local -Z
local -Z </dev/null; echo "$?"
echo next
### invalid names: readonly -Z x
readonly -Z x </dev/null; echo "$?"
echo next
### invalid names: unset -fv x
unset -fv x </dev/null; echo "$?"
echo next
### invalid names: unset -n
unset -n </dev/null; echo "$?"
echo next
### invalid names: export -p x
export -p x </dev/null; echo "$?"
echo next
### invalid names: wait -p 1a
wait -p 1a </dev/null; echo "$?"
echo next
### invalid names: read -a 1a
read -a 1a </dev/null; echo "$?"
echo next
### invalid names: a[1
a[1 </dev/null; echo "$?"
echo next
### invalid names: declare -a "a[1"
declare -a "a[1" </dev/null; echo "$?"
echo next
### invalid names: declare a[1]x=2
declare a[1]x=2 </dev/null; echo "$?"
echo next
### invalid names: printf -v a[ x
printf -v a[ x </dev/null; echo "$?"
echo next
### invalid names: printf -v "a[]" x
printf -v "a[]" x </dev/null; echo "$?"
echo next
### invalid names: printf -v "a[x y]" x
printf -v "a[x y]" x </dev/null; echo "$?"
echo next
### invalid names: read "a[1 "
read "a[1 " </dev/null; echo "$?"
echo next
### invalid names: export a[1]=x
export a[1]=x </dev/null; echo "$?"
echo next
### invalid names: readonly a[1]=x
readonly a[1]=x </dev/null; echo "$?"
echo next
### invalid names: export a[1]
export a[1] </dev/null; echo "$?"
echo next
### invalid names: declare -x a[1]=q
declare -x a[1]=q </dev/null; echo "$?"
echo next
### invalid names: declare a[1]
declare a[1] </dev/null; echo "$?"
echo next
### invalid names: declare -i a[1]=2+3
declare -i a[1]=2+3 </dev/null; echo "$?"
echo next
### invalid names: declare -r a[2]=x
declare -r a[2]=x </dev/null; echo "$?"
echo next
