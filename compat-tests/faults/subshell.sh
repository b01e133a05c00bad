x=1
(x=2; cd /; /bin/echo "in $x")
echo "out $x"
( exit 4 ) || echo "status $?"
