/bin/true & /bin/true &
wait -n; wait -n
echo "$?"
