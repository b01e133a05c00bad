set -e
printf 'a b\nc d\n' >f
while read -r x y; do echo "$y $x"; done <f
