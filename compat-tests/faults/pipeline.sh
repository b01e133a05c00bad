set -o pipefail
/bin/echo 'c
a
b' | /usr/bin/sort | /usr/bin/head -n 1
echo "$? ${PIPESTATUS[*]}"
