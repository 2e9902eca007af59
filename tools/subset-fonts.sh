#!/bin/sh
# Makes the web fonts from the full ones in theme/fonts/: Vietnamese and Latin letters, one file a weight.
set -eu

LETTERS='U+0020-007E,U+00A0-0107,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0'
MARKS='U+0300-0301,U+0303,U+0309,U+0323'
VIETNAMESE='U+1EA0-1EF9'
SIGNS='U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+2030,U+2032-2033,U+2039-203A,U+20AB,U+20AC,U+2116,U+2122,U+2190-2193,U+2212,U+2260,U+2264-2265'

for weight in Regular:400 Bold:700; do
    .venv/bin/python -m fontTools.subset "theme/fonts/BeVietnamPro-${weight%:*}.ttf" \
        --unicodes="$LETTERS,$MARKS,$VIETNAMESE,$SIGNS" \
        --layout-features='kern,liga,mark,mkmk,ccmp,locl,tnum,lnum,pnum' \
        --flavor=woff2 --no-hinting --desubroutinize \
        --output-file="theme/static/fonts/be-vietnam-pro-${weight#*:}.woff2"
done
