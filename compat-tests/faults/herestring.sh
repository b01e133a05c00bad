read -r a b <<<"one two three"
echo "$b"
