#!/bin/sh
# Stops the running release, if one runs. On a local host DRAWBRIDGE_HOST_ROOT stands for its `/`.
set -eu
pidfile="${DRAWBRIDGE_HOST_ROOT:-}/opt/shop/shop.pid"
[ -f "$pidfile" ] || exit 0
pid=$(cat "$pidfile")
rm "$pidfile"
kill "$pid" 2>/dev/null || exit 0
tries=0
# A process that has ended but was not reaped yet still answers to kill -0.
while kill -0 "$pid" 2>/dev/null && ! grep -qs '^State:.Z' "/proc/$pid/status"; do
  tries=$((tries + 1))
  [ "$tries" -lt 50 ] || { echo "shop ($pid) does not stop" >&2; exit 1; }
  sleep 0.1
done
echo "Stopped shop ($pid)"
