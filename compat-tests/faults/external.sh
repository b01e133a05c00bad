/bin/echo one
/bin/false || echo "failed $?"
/bin/echo two
