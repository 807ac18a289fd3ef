#!/bin/sh
# Starts the release that was just installed, in the background.
set -eu
cd "${DRAWBRIDGE_HOST_ROOT:-}/opt/shop"
nohup node server.js >shop.log 2>&1 </dev/null &
echo $! >shop.pid
echo "Started shop ($(cat shop.pid)) on port $PORT"
