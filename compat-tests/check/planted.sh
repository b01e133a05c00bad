### the app with commands behind it
#= 4:1 warning app-in-the-middle
#!/bin/bash
set -e
./prepare
nginx -g 'daemon off;'
rm -rf /var/run/site

### "$@" with commands behind it
#= 3:1 warning app-in-the-middle
set -u
echo "starting $1"
"$@"
echo "the app has ended"

### an app behind gosu with commands behind it
#= 2:3 warning app-in-the-middle
if [ "$(id -u)" = 0 ]; then
  gosu postgres postgres -D /data
fi
echo done

### an app in a function that main calls
#= 2:5 warning app-in-the-middle
serve() {
    /usr/local/bin/api-server --listen :80
}
prepare() { mkdir -p /run/api; }
prepare
serve
rm -rf /run/api

### an app that is started again and again
#= 2:5 warning app-in-a-loop
while true; do
    /app/worker --queue default
    sleep 1
done

### an app with its log through tee
#= 2:1 warning pipe-status
mkdir -p /var/log/app
java -jar /srv/app.jar | tee -a /var/log/app/out.log

### stderr too through the pipe
#= 1:1 warning pipe-status
/opt/server --verbose 2>&1 | sed 's/^/server: /'

### tee with pipefail
#= 2:1 note pipe
set -o pipefail
redis-server /etc/redis.conf | tee /var/log/redis.log

### a background job that nobody waits for
#= 1:1 warning background-without-wait
crond -f &
exec nginx -g 'daemon off;'

### a group in the background
#= 2:3 warning background-without-wait
{
  sleep 60
  curl -fs localhost/warm
} &
exec "$@"

### two apps, and tail to stay
#= 1:1 warning background-without-wait
#= 2:1 warning background-without-wait
#= 3:1 note missing-exec
/usr/sbin/sshd -D &
/usr/bin/memcached -u nobody &
tail -f /dev/null

### the last line without exec
#= 3:1 note missing-exec
set -e
export HOME=/srv
gunicorn --bind :8000 site.wsgi

### an EXIT trap above an app
#= 2:1 note exit-trap
trap 'rm -f /tmp/lock' EXIT
uvicorn main:app

### a TERM trap above an app in the foreground
#= 3:1 note trap-waits
stop() { echo stopping; curl -s localhost/shutdown; }
trap stop TERM
java -jar /srv/app.jar

### wait without a trap
#= 4:1 note wait-without-trap
/srv/web &
/srv/worker &
echo started
wait -n

### kill 0 in a trap
#= 1:6 warning kill-0
#= 2:12 note wait-without-trap
trap 'kill 0' EXIT
/srv/web & wait $!

### kill with a signal and 0
#= 3:24 warning kill-0
trap 'exit 0' TERM
sleep 5 & wait
cleanup() { kill -TERM 0; }

### kill of everything
#= 2:13 warning kill-all
finish() {
    kill -9 -1
}
finish

### kill of process 1
#= 1:30 warning kill-1
curl -f localhost/ok || kill 1

### kill of the parent
#= 2:10 warning kill-1
if ! pgrep nginx; then
    kill "$PPID"
fi

### a pid file
#= 1:11 warning pid-file
echo $$ > /var/run/app.pid
exec /srv/app

### kill by a pid file
#= 1:6 warning pid-file
kill "$(cat /run/nginx.pid)"

### the script thinks it is process 1
#= 1:6 warning process-1
if [ $$ -eq 1 ]; then echo "in a container"; fi

### the same in double brackets
#= 1:4 warning process-1
[[ $$ == 1 ]] && exec tini -- "$0" "$@"

### commands behind exec
#= 3:1 warning after-exec
mkdir -p /run/app
exec /srv/app --foreground
echo "cleaning up"
rm -rf /run/app

### a trap for KILL
#= 1:27 warning trap-kill
trap 'echo bye' EXIT TERM KILL
exec sleep 1

### TERM ignored
#= 1:9 warning ignored-term
trap '' TERM INT
exec /srv/app

### service start and tail
#= 1:1 warning daemon
#= 2:1 note missing-exec
service nginx start
tail -F /var/log/nginx/access.log

### systemctl
#= 1:1 warning daemon
systemctl start postgresql

### a program out of the group
#= 1:1 warning own-session
setsid /srv/app --log /dev/stdout

### a builtin from a shared object
#= 1:1 error unsupported
enable -f /usr/lib/bash/sleep sleep

### line editing
#= 1:1 warning unsupported
#= 2:1 warning unsupported
bind '"\e[A": history-search-backward'
read -e -p 'name: ' name

### bash by name
#= 2:6 note starts-bash
cd /srv
exec bash run.sh

### carriage returns
#= 2:7 error carriage-return
#!/bin/bash
set -e\r
nginx -t\r

### env with two words
#= 1:16 error shebang
#!/usr/bin/env bash -e
echo hello

### an interpreter without a path
#= 1:3 error shebang
#!bash
echo hello

### an option that rsh does not have
#= 1:12 error shebang
#!/rsh -eu --remapp 143:0
exec /srv/app

### a rule that is none
#= 1:8 error shebang
#!/rsh --remap 143:zero
exec /srv/app

### if without fi
#= 2:9 error syntax
if true; then
  echo a

### a quote that is not closed
#= 2:6 error syntax
echo ok
echo "it is not closed
echo next

### then without if
#= 3:1 error syntax
x=1
echo $x
then echo no

### a stray done
#= 2:1 error syntax
for x in a b; do echo $x; done
done

### a substitution that is not closed
#= 1:7 error syntax
echo $(date
echo b

### two semicolons
#= 1:10 error syntax
echo a ; ;; echo b

### a script for another interpreter
#= 1:16 error not-a-shell-script
#!/usr/bin/env python3
print("kill 0")

### a script for perl
#= 1:3 error not-a-shell-script
#!/usr/bin/perl -w
use feature qw(state);

### substitutions in here-documents
#= 3:17 warning kill-0
#= 7:3 warning bad-substitution
#= 7:10 warning kill-0
cat <<EOF > /tmp/a
line one
line two $(kill 0)
$x
EOF
cat <<-EOF
		$(kill 0) x ${x y}
	EOF
cat <<'EOF'
$(kill 0)
EOF

### a builtin from a shared object, with another way
#= 1:6 note unsupported
#= 2:1 note unsupported
if ! enable -f realpath.so realpath; then :; fi
enable -f realpath.so realpath || realpath() { readlink -f "$@"; }

### a syntax error behind an exec that may not run
#= 2:1 error syntax
[ -n "$x" ] && exec app
fi
