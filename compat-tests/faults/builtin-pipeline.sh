echo one | while read -r x; do echo "got $x"; done
