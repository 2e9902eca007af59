#!/bin/sh
# Makes node_modules hold what package-lock.json pins; does nothing where it does already.
# "site": only what a build uses, the search engine, and a build can do without; "tests": all.
set -eu

# npm empties node_modules first, so this copy is there only after a complete installation.
ALL=node_modules/.installed-lock.json
ENGINE=node_modules/.installed-engine-lock.json
STAGE=node_modules/.engine
TOOLS=${0%/*}

say() { printf '%s\n' "$@" >&2; }

has_npm() { command -v npm >/dev/null 2>&1; }

install() {
    npm ci "$@" --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error >/dev/null
}

# By itself: npm takes away what it was not asked for.
stage_engine() {
    rm -rf $STAGE &&
        mkdir -p $STAGE &&
        node "$TOOLS/engine-lock.cjs" $STAGE &&
        (cd $STAGE && install) &&
        rm -rf node_modules/@pagefind &&
        mv $STAGE/node_modules/@pagefind node_modules/ &&
        rm -rf $STAGE
}

install_engine() {
    echo "→ Cài bộ máy tìm kiếm trong package-lock.json"
    if has_npm && stage_engine; then
        cp package-lock.json $ENGINE
    else
        say "Không cài được bộ máy tìm kiếm (cần npm và mạng): trang chỉ tìm được theo tiêu đề." \
            "The search engine could not be installed (npm and network needed): search finds titles only."
    fi
}

install_all() {
    if ! has_npm; then
        say "Cần Node 20.19 trở lên, có npm: hãy cài gói nodejs (và npm)." \
            "Node 20.19 or newer with npm is needed: please install nodejs (and npm)."
        exit 1
    fi
    echo "→ Cài các công cụ trong package-lock.json"
    install
    cp package-lock.json $ALL
}

cmp -s package-lock.json $ALL && exit
case ${1:-} in
    site) cmp -s package-lock.json $ENGINE || install_engine ;;
    tests) install_all ;;
    *) say "usage: install-node-modules.sh site|tests"; exit 2 ;;
esac
