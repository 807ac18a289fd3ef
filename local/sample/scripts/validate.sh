#!/bin/sh
# Asks the release for its health until it answers, for up to five seconds.
set -eu
exec node "$(dirname "$0")/validate.js" "http://127.0.0.1:$PORT/health"
