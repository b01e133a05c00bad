set -e
printf '%s\n' 1 2 3 >f
mapfile -t a <f
echo "${#a[@]}" "${a[2]}"
