f() { local x=$1; [ "$x" -le 0 ] || { echo "$x"; f $((x - 1)); }; }
f 3
