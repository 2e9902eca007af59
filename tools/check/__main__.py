"""Checks what editors wrote, all at once, without building the site.

Usage: python -m tools.check [--format text|github|gitlab|json] [--fix] [content]

The exit status is 1 where something must be mended before publishing; warnings alone give 0.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.core.settings import SettingsError
from tools.check.checking import check_sources
from tools.check.fixing import fix_sources
from tools.check.formats import FORMATS
from tools.check.site import open_site

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plugins.core.running import Run


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parse(arguments)
    try:
        run = open_site(options.settings, options.content)
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 1
    if options.fix:
        _fix(run)
    problems = check_sources(run)
    text = FORMATS[options.format](problems)
    if text:
        print(text)
    return 1 if problems.errors else 0


def _fix(run: Run) -> None:
    build = run.build
    for path in fix_sources(build.content_dir):
        print(f"→ Đã sửa / mended: {path.relative_to(build.project_dir)}", file=sys.stderr)


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="tools.check",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument("--fix", action="store_true")
    parser.add_argument("--settings", type=Path, default=Path("pelicanconf.py"))
    parser.add_argument("content", nargs="?", type=Path)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
