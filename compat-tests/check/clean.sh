### exec at the end
#!/bin/bash
set -e
mkdir -p /run/app
exec /srv/app --port 80

### exec "$@"
#!/bin/sh
set -eu
: "${DATABASE_URL:?is not set}"
./manage.py migrate --noinput
exec "$@"

### dash options become the server's
if [ "${1#-}" != "$1" ]; then
    set -- redis-server "$@"
fi
exec "$@"

### root steps down
if [ "$1" = postgres ] && [ "$(id -u)" = 0 ]; then
    mkdir -p "$PGDATA"
    chown -R postgres "$PGDATA"
    exec gosu postgres "$0" "$@"
fi
exec "$@"

### a server asked for its version
nginx -v
nginx -t
postgres --version
java -version
exec nginx -g 'daemon off;'

### a database initialised first
if [ ! -d /var/lib/mysql/mysql ]; then
    mysqld --initialize-insecure --user=mysql
fi
exec mysqld --user=mysql

### a background job that is stopped
set -e
socat TCP-LISTEN:1 STDOUT & helper=$!
./migrate
kill "$helper"
exec /srv/app

### jobs with a trap and wait
trap 'kill $(jobs -p)' TERM INT
/srv/web &
/srv/worker &
wait -n
exit $?

### a test of a process
until kill -0 "$pid" 2>/dev/null; do sleep 1; done
kill -s TERM "$pid"
kill -15 "$other"
kill %1

### a signal by number
kill -1 "$pid"
kill -n 1 "$pid"

### a pid file removed at the start
rm -f /run/app.pid
echo $$ > /run/app.pid
exec /srv/app

### rails as everybody starts it
set -e
rm -f /app/tmp/pids/server.pid
exec bundle exec rails server -b 0.0.0.0

### exec that redirects
exec 3>&1 >>/var/log/start.log 2>&1
echo starting
exec /srv/app >&3

### a message when exec fails
exec /srv/app "$@"
exit 127

### a file sourced and functions
. /etc/profile.d/app.sh
log() { printf '%s %s\n' "$(date -u +%FT%TZ)" "$*"; }
log starting
exec /srv/app

### a wrapper that runs its arguments
run() {
    echo "+ $*"
    "$@"
}
run mkdir -p /data
run chown app /data
exec su-exec app /srv/app

### a pipe between tools
set -o pipefail
curl -fsSL https://example.org/config | jq .settings > /etc/app.json
ps aux | grep -v grep | wc -l
exec app --config /etc/app.json

### environment files
set -a
[ -f /etc/default/app ] && . /etc/default/app
set +a
exec app

### file secrets
file_env() {
    local var="$1" fileVar="${1}_FILE"
    local val="${2:-}"
    if [ "${!fileVar:-}" ]; then
        val="$(< "${!fileVar}")"
    fi
    export "$var"="$val"
    unset "$fileVar"
}
file_env POSTGRES_PASSWORD
exec docker-entrypoint.sh postgres

### drop-in scripts
for f in /docker-entrypoint.d/*; do
    case "$f" in
        *.sh) [ -x "$f" ] && "$f" || . "$f" ;;
        *) echo "ignored: $f" ;;
    esac
done
exec "$@"

### a template written with a here-document
cat > /etc/nginx/nginx.conf <<CONF
user nginx;
pid /run/nginx.pid;
events { worker_connections ${CONNECTIONS:-1024}; }
CONF
exec nginx -g 'daemon off;'

### a choice of roles
case "${ROLE:-web}" in
    web) exec gunicorn site.wsgi ;;
    worker) exec celery -A site worker ;;
    beat) exec celery -A site beat ;;
    *) echo "unknown role" >&2; exit 64 ;;
esac

### extended patterns after shopt
shopt -s extglob nullglob
files=(/data/!(*.bak|*.tmp))
echo "${#files[@]} files"
exec /srv/app "${files[@]}"

### wait for another service
for i in {1..30}; do
    if (exec 3<>/dev/tcp/db/5432) 2>/dev/null; then break; fi
    sleep 1
done
exec /srv/app

### arithmetic and heap
memory=$(cat /sys/fs/cgroup/memory.max)
if [[ $memory != max ]]; then
    JAVA_OPTS+=" -Xmx$((memory * 3 / 4))"
fi
exec java $JAVA_OPTS -jar /srv/app.jar

### a build script
set -euxo pipefail
apt-get update
apt-get install -y --no-install-recommends nginx
rm -rf /var/lib/apt/lists/*

### a backup job
#!/bin/bash
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
pg_dump -h db app | gzip > "$tmp/app.sql.gz"
aws s3 cp "$tmp/app.sql.gz" "s3://backups/$(date +%F).gz"

### a health check
#!/bin/sh
curl -fs localhost:8080/health || exit 1

### options of rsh in the first line
#!/rsh -eu --remap stop/143:0 --kill-after 8s
./migrate
exec /srv/app

### processes compared
if [ "$$" -ne "$BASHPID" ]; then echo subshell; fi
[ "$#" -eq 1 ] || exit 2

### reading lines
while IFS== read -r key value; do
    export "$key=$value"
done < /etc/environment
exec /srv/app

### a temporary server for the set-up
pg_ctl -D "$PGDATA" -w start
psql -v ON_ERROR_STOP=1 -f /init.sql
pg_ctl -D "$PGDATA" -m fast -w stop
exec postgres

### the word bash in text
echo "this needs bash 5"
echo 'kill 0 and kill 1 are words here'
printf '%s\n' "echo \$\$ > x.pid"

### systemd only where it runs
if [ -d /run/systemd/system ]; then
    systemctl daemon-reload
fi
exec /srv/app

### an init script
case "$1" in
    start) start-stop-daemon --start --pidfile /run/app.pid --exec /srv/app ;;
    stop) start-stop-daemon --stop --pidfile /run/app.pid ;;
esac
exit 0


### a program of another language behind exec
#!/bin/sh
'''exec' /usr/bin/python3 "$0" "$@"
' '''
import sys
def main(code=1):
    sys.exit(main("lib2to3.fixes"))

### data behind exit
tail -n +4 "$0" | tar xz
exit 0
)) this is an archive (

### exec that may fail
exec "$CONFIG_SHELL" "$0" "$@"
echo "$0: could not re-execute with $CONFIG_SHELL" >&2

### systemd where the program is
if command -v systemctl >/dev/null; then systemctl daemon-reload; fi
systemctl --user show-environment

### a job that a trap stops
tail -f "$LOG" &
TAIL_PID=$!
trap "kill $TAIL_PID" INT TERM EXIT

### java as a tool
java -jar import.jar < /data/fresh
tail --pid=${pid} -f /dev/null
rm /data/fresh
