x=1
/bin/cat <<END
value $x
END
