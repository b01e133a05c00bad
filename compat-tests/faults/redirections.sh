set -e
{ echo out; /bin/echo err; } >f
cat f
/bin/echo more >>f
exec 3<f
read -r line <&3
echo "$line"
