### a key-value store's options are taken apart by getopts and long options
cat >e.sh <<'E'
#!/bin/bash
set -euo pipefail
usage() { cat <<U >&2
Usage: ${0##*/} [-h] [-v] [--name=NAME] [--port PORT] COMMAND...
U
exit "${1:-64}"; }
verbose=0 name= port=80 args=()
while (( $# )); do
  case $1 in
    -h|--help) usage 0 ;;
    -v|--verbose) (( ++verbose )) ;;
    --name=*) name=${1#*=} ;;
    --port) port=${2:?--port needs a value}; shift ;;
    --) shift; args+=("$@"); break ;;
    -*) echo "unknown option: $1" >&2; usage ;;
    *) args+=("$1") ;;
  esac
  shift
done
(( ${#args[@]} )) || usage
[[ $port =~ ^[0-9]+$ ]] && (( port > 0 && port < 65536 )) || { echo "bad port: $port" >&2; exit 65; }
printf '%s=%q\n' verbose "$verbose" name "$name" port "$port"
printf 'arg: %s\n' "${args[@]}"
E
for t in '-h' '-v --name=x --port 99 run it' '--port' '--port abc x' '-z' '' '-v -v -- -x --y'; do echo "== $t"; $THIS e.sh $t; echo "status $?"; done
### sidecar workers: start several, end when the first ends, stop the rest
cat >w.sh <<'E'
#!/bin/bash
pids=()
declare -A name
start() { local n=$1; shift; "$@" & pids+=($!); name[$!]=$n; }
start one sh -c 'exit 3'
start two sleep 100
wait -n -p first; code=$?
echo "${name[$first]} ended with $code"
for pid in "${pids[@]}"; do kill -TERM "$pid" 2>/dev/null; done
wait "${pids[1]}"; echo "two: $?"
trap 'echo "exit trap"' EXIT
exit $code
E
$THIS w.sh; echo $?
### configuration keys come from the environment by a prefix
cat >c.sh <<'E'
set -e
env -i A=1 KAFKA_LOG_DIRS=/data KAFKA_ZOOKEEPER_CONNECT=zk:2181 KAFKA_AUTO_CREATE_TOPICS_ENABLE='true  x' EXCL=1 PATH="$PATH" $THIS -c '
for VAR in $(env | sort); do
  if [[ $VAR =~ ^KAFKA_ && $VAR != KAFKA_HOME* ]]; then
    key=$(echo "$VAR" | sed -r "s/KAFKA_(.*)=.*/\1/g" | tr "[:upper:]" "[:lower:]" | tr _ .)
    env_var=$(echo "$VAR" | sed -r "s/(.*)=.*/\1/g")
    echo "$key=${!env_var}"
  fi
done
for v in "${!KAFKA_@}"; do k=${v#KAFKA_}; k=${k,,}; printf "%s -> %s\n" "${k//_/.}" "${!v}"; done
while IFS="=" read -r -d "" n v; do case $n in KAFKA_*) printf "[%s] [%s]\n" "$n" "$v";; esac; done < <(env -0 | sort -z)
'
E
. ./c.sh
### a menu of sub-commands with functions named after them
cat >m.sh <<'E'
#!/usr/bin/env bash
set -eo pipefail; shopt -s nullglob
cmd_help() { echo "commands:"; compgen -A function | sed -n 's/^cmd_//p' | sort | sed 's/^/  /'; }
cmd_start() { echo "starting ${*:-all}"; }
cmd_stop() { echo "stopping $# services"; return 4; }
cmd_env() { local k; for k in "${!APP_@}"; do echo "$k=${!k@Q}"; done; }
main() { local cmd=${1:-help}; shift || true; if [[ $(type -t "cmd_$cmd") == function ]]; then "cmd_$cmd" "$@"; else echo "${0##*/}: $cmd: no such command" >&2; cmd_help >&2; return 64; fi; }
main "$@"
E
for a in '' 'start a b' stop 'bad x' env; do APP_A='it'\''s' APP_B=$'a\nb' $THIS m.sh $a; echo "= $?"; done
### retry with growing pauses and a trap that cleans up
cat >r.sh <<'E'
#!/bin/bash
set -euo pipefail
tmp=$(mktemp -d); trap 'rm -rf "$tmp"; echo "cleaned, status $?"' EXIT
trap 'echo "line $LINENO: $BASH_COMMAND failed" >&2' ERR
retry() { local n=$1 i; shift; for ((i = 1; i <= n; i++)); do if "$@"; then return 0; fi; echo "try $i of $n failed: $*" >&2; done; return 1; }
flaky() { local f=$tmp/count c=0; [[ -f $f ]] && c=$(<"$f"); echo $((++c)) >"$f"; (( c >= 3 )); }
retry 5 flaky && echo "came up"
retry 2 false
echo never
E
$THIS r.sh; echo $?
