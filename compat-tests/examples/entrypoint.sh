#!/bin/bash
set -e
mkdir -p /run/app
if [ "${1#-}" != "$1" ]; then
    set -- /app "$@"
fi
exec "$@"
