a=$(echo builtin)
b=$(/bin/echo external)
c=$(/bin/echo first; echo second)
echo "$a $b $c"
