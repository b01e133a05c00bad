set -e
exec /bin/echo replaced
