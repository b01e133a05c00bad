trap 'echo bye' EXIT
/bin/true
echo main
