#!/rsh
printf 'Content-Type: text/plain\n\n'
echo "hello from rsh $RSH_VERSION, $REQUEST_METHOD"
