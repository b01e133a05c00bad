set -e
printf '%s\n' 1 2 3 >f
mapfile -t a <f # as in bash it says nothing of what it could not read
[ "${#a[@]}" = 3 ] || { echo "only ${#a[@]} lines" >&2; exit 1; }
echo "${a[2]}"
