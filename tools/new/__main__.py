"""Begins a new article as a draft.

Usage: python -m tools.new [--kind tin|thong-bao|hoi-nghi|lay-y-kien] "Tiêu đề bài viết"
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.core.article import ORIGINAL_NAME
from plugins.core.dates import read_clock
from plugins.core.settings import SettingsError
from tools.articles import folder_name, front_matter, one_line
from tools.check.site import open_site
from tools.new.kinds import KINDS, Kind, find_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plugins.core.build import Build


class RefusedError(ValueError):
    """The article cannot be begun; the message says why and what to do."""


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parse(arguments)
    try:
        build = open_site(options.settings, options.content).build
        path = begin_article(build, " ".join(options.title), options.kind)
    except (SettingsError, RefusedError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"→ Đã tạo bản nháp / draft made: {path.relative_to(build.project_dir)}")
    print("→ Viết xong, xóa dòng “status: draft” rồi chạy: make check-content")
    return 0


def begin_article(build: Build, title: str, kind_name: str) -> Path:
    """Write a new article and return its file. Raises RefusedError; nothing is overwritten."""
    kind = find_kind(kind_name or KINDS[0].name)
    if kind is None:
        known = ", ".join(f"{one.name} ({one.label})" for one in KINDS)
        raise RefusedError(f"Không có loại bài “{kind_name}”: {known}. / No such kind.")
    name = folder_name(title)
    if not name:
        raise RefusedError(
            'Cần tiêu đề: make new TITLE="Hội nghị tổng kết năm 2026"\n'
            "A title is needed: its letters become the address."
        )
    folder = build.content_dir / f"{read_clock(build.timezone):%Y}" / name
    if folder.exists():
        place = folder.relative_to(build.project_dir)
        raise RefusedError(f"Đã có thư mục {place}: đặt tiêu đề khác. / It exists: another title.")
    folder.mkdir(parents=True)
    path = folder / ORIGINAL_NAME
    path.write_text(_text(build, one_line(title), kind), encoding="utf-8")
    return path


def _text(build: Build, title: str, kind: Kind) -> str:
    fields: dict[str, str | list[str]] = {
        "title": title,
        "date": f"{read_clock(build.timezone):%d/%m/%Y %H:%M}",
        "category": kind.category_in(build.office),
        "summary": kind.summary,
        "status": "draft",
    }
    return front_matter(fields) + kind.body


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="tools.new",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--kind", default="")
    parser.add_argument("--settings", type=Path, default=Path("pelicanconf.py"))
    parser.add_argument("--content", type=Path)
    parser.add_argument("title", nargs="*")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
