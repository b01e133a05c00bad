set -e
echo 'y=$((x + 1)); return 0' >lib
x=1
. ./lib
echo "$y"
