trap 'echo term' TERM
kill -TERM $$
echo after
