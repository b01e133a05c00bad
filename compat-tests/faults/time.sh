TIMEFORMAT=
time /bin/true
echo done
