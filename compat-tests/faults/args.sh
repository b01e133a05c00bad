set -- a b "c d"
shift
printf '%s\n' "$@"
