#!/rsh -eu --remap 143:0
echo "listening on ${PORT:-8080}"
/app --status 143
echo "reached only when the app ends by itself"
