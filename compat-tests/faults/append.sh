# appends to a file and reads it back
set -e
for i in 1 2 3; do echo "line $i" >>out; done
cat out
