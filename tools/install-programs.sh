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

# A program counts wherever it comes from.
missing_programs() {
    has_command chromium chromium-browser google-chrome || echo chromium
    for program in java pdftotext exiftool nginx caddy; do
        has_command "$program" || echo "$program"
    done
}

# Reads programs, one a line; writes the packages of Debian, Fedora or Homebrew that have them.
name_packages() {
    while read -r program; do
        case $1:$program in
            debian:java) echo default-jre-headless ;;
            fedora:java) echo java-latest-openjdk-headless ;;
            brew:java) echo temurin ;;
            brew:pdftotext) echo poppler ;;
            *:pdftotext) echo poppler-utils ;;
            debian:exiftool) echo libimage-exiftool-perl ;;
            debian:nginx) echo nginx-light ;;
            fedora:exiftool) echo perl-Image-ExifTool ;;
            *) echo "$program" ;;
        esac
    done
}

missing_for_tests() { missing_programs | name_packages debian; }

# Servers among the packages are for the tests alone: systemd must not start them.
run_as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        env DEBIAN_FRONTEND=noninteractive SYSTEMD_OFFLINE=1 "$@"
    else
        sudo -n env DEBIAN_FRONTEND=noninteractive SYSTEMD_OFFLINE=1 "$@"
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
    say "Kiểm thử còn cần: $*." "The tests also need: $*."
    # Echoed unquoted on purpose: package names, all on one line.
    # shellcheck disable=SC2046,SC2005
    if has_command dnf; then
        say "  sudo dnf install $(echo $(missing_programs | name_packages fedora))"
    elif has_command brew; then
        say "  brew install $(echo $(missing_programs | name_packages brew))"
    else
        say "  Hãy cài các chương trình ấy rồi chạy lại." "  Please install them and run again."
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
        set -- $(missing_programs)
        [ $# -eq 0 ] || explain_elsewhere "$@"
    fi
}

case ${1:-} in
    site | tests) main "$1" ;;
    *) say "usage: install-programs.sh site|tests"; exit 2 ;;
esac
