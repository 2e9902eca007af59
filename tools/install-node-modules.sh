#!/bin/sh
# Makes node_modules hold what package-lock.json pins; does nothing where it does already.
set -eu

# npm empties node_modules first, so this copy is there only after a complete installation.
INSTALLED=node_modules/.installed-lock.json

cmp -s package-lock.json $INSTALLED && exit

if ! command -v npm >/dev/null 2>&1; then
    printf '%s\n' \
        "Cần Node 20.19 trở lên, có npm: hãy cài gói nodejs (và npm)." \
        "Node 20.19 or newer with npm is needed: please install nodejs (and npm)." >&2
    exit 1
fi

echo "→ Cài các công cụ trong package-lock.json"
npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error >/dev/null
cp package-lock.json $INSTALLED
