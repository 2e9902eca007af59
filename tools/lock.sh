#!/bin/sh
# Pins every library anew: requirements/*.txt with hashes, package-lock.json without addresses.
# Keeps the pinned versions that still fit; UPGRADE=1 takes the newest instead.
set -eu

upgrade=${UPGRADE:+--upgrade}

compile() {
    # Unquoted on purpose: absent when nothing is to be upgraded.
    # shellcheck disable=SC2086
    .venv/bin/python -m uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
        --no-header --python-version 3.11 $upgrade "requirements/$1.in" -o "requirements/$1.txt"
}

sh tools/make-venv.sh requirements/lock.txt
compile base
compile audio
compile cluster
compile piper
compile dev
compile lock
npm install --package-lock-only --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
