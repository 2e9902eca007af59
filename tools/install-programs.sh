#!/bin/sh
# Sees that this machine has what a build ("site") or the tests ("tests") need besides Python and
# Node packages: installs it on Debian and its kin, says elsewhere what to install.
set -eu

PYTHON=${PYTHON:-python3}

say() { printf '%s\n' "$@" >&2; }

has_debian_package() {
    dpkg-query --show --showformat '${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed
}

has_command() {
    for name in "$@"; do
        if command -v "$name" >/dev/null 2>&1; then return 0; fi
    done
    return 1
}

can_make_venvs() { "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null; }

missing_for_site() {
    can_make_venvs || echo "${PYTHON##*/}-venv"
    for library in libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; do
        has_debian_package "$library" || echo "$library"
    done
}

# A program counts wherever it comes from; only the package to install is Debian's.
missing_for_tests() {
    has_command chromium chromium-browser google-chrome || echo chromium
    has_command java || echo default-jre-headless
    has_command pdftotext || echo poppler-utils
    has_command exiftool || echo libimage-exiftool-perl
}

run_as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo -n env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

can_be_root() { [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; }

install_debian_packages() {
    if ! can_be_root; then
        say "Thiếu: $*. Hãy chạy: sudo apt-get install $*" \
            "Missing: $*. Please run: sudo apt-get install $*"
        exit 1
    fi
    echo "→ Cài các gói hệ thống: $*"
    run_as_root apt-get -qq update >&2
    run_as_root apt-get -qq -o Dpkg::Use-Pty=0 install --yes --no-install-recommends "$@" >/dev/null
}

explain_elsewhere() {
    say "Máy này thiếu các chương trình mà kiểm thử cần (tên gói Debian): $*." \
        "This machine lacks programs that the tests need (by their Debian names): $*."
    if has_command dnf; then
        say "  sudo dnf install chromium java-latest-openjdk-headless poppler-utils perl-Image-ExifTool"
    elif has_command brew; then
        say "  brew install --cask chromium temurin && brew install poppler exiftool"
    else
        say "  Hãy cài Chromium, Java 11+, Poppler (pdftotext), ExifTool." \
            "  Please install Chromium, Java 11+, Poppler (pdftotext), ExifTool."
    fi
    exit 1
}

main() {
    if has_command dpkg-query && has_command apt-get; then
        # Unquoted on purpose: package names, one a word.
        # shellcheck disable=SC2046
        set -- $("missing_for_$1")
        [ $# -eq 0 ] || install_debian_packages "$@"
    elif [ "$1" = tests ]; then
        # shellcheck disable=SC2046
        set -- $(missing_for_tests)
        [ $# -eq 0 ] || explain_elsewhere "$@"
    fi
}

case ${1:-} in
    site | tests) main "$1" ;;
    *) say "usage: install-programs.sh site|tests"; exit 2 ;;
esac
