set -e
s=$(printf '%70000s' x)
/usr/bin/wc -c <<END
$s
END
