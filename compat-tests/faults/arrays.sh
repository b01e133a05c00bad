a=(x y z); declare -A h=([k]=v)
a+=(w); unset 'a[1]'
echo "${a[@]}" "${!a[@]}" "${h[k]}"
