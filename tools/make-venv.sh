#!/bin/sh
# Makes .venv hold what the given requirement files pin, by hash; does nothing where it does already.
# Usage: make-venv.sh requirements/base.txt …
set -eu

PYTHON=${PYTHON:-python3}
VENV=.venv
# A copy of each file that was installed: its content, not its date, says whether it is current.
INSTALLED=$VENV/installed

say() { printf '%s\n' "$@" >&2; }

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

require_python() {
    is_new_enough "$PYTHON" && return
    say "Cần Python 3.11 trở lên (\"$PYTHON\" không phải). Nếu có ở tên khác: make PYTHON=python3.12" \
        "Python 3.11 or newer is needed (\"$PYTHON\" is not). If it has another name: make PYTHON=python3.12"
    exit 1
}

explain_missing_venv() {
    say "Python này không tạo được môi trường ảo: hãy cài gói python3-venv (Debian) hoặc một bản Python đầy đủ." \
        "This Python cannot make virtual environments: install python3-venv (Debian) or a complete Python."
    exit 1
}

# A .venv whose Python is gone (an upgrade, another machine) is made anew.
make_environment() {
    is_new_enough $VENV/bin/python && return
    require_python
    echo "→ Tạo môi trường Python trong $VENV/"
    "$PYTHON" -m venv --clear $VENV >/dev/null || explain_missing_venv
}

install() {
    echo "→ Cài các thư viện trong $1"
    $VENV/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
        --require-hashes --requirement "$1"
    check_pango
    mkdir -p $INSTALLED
    cp "$1" "$INSTALLED/${1##*/}"
}

check_pango() {
    $VENV/bin/python -c 'import weasyprint' >/dev/null 2>&1 && return
    say "Thiếu thư viện Pango mà việc xuất PDF cần. Hãy cài rồi chạy lại:" \
        "The Pango library, which PDF export needs, is missing. Install it and run again:" \
        "  Debian, Ubuntu: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" \
        "  Fedora: sudo dnf install pango harfbuzz" \
        "  macOS: brew install pango" \
        "  Khác/other: Pango 1.44+, HarfBuzz (với/with subset)"
    exit 1
}

make_environment
for requirements in "$@"; do
    cmp -s "$requirements" "$INSTALLED/${requirements##*/}" || install "$requirements"
done
