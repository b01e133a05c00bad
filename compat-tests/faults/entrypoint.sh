#!/rsh -eu
set -o pipefail
file_env() { local var=$1 def=${2-}; local val=${!var:-$def}; export "$var"="$val"; }
file_env NAME world
if [ "${1-}" = '' ]; then set -- /bin/echo "hello $NAME"; fi
exec "$@"
