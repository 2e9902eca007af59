"""Brings in articles from Word, saved web pages, RSS or WordPress's export.

Usage: python -m tools.importing [--publish] [--files FOLDER] FILE_OR_FOLDER …

Articles come in as drafts. What is already here is passed over, so a run that was stopped goes on
where it was. The exit status is 1 where something could not be brought in.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from rich.progress import track

from plugins.core.dates import read_clock
from plugins.core.settings import SettingsError
from tools.check.site import open_site
from tools.importing.converting import Defaults, convert
from tools.importing.reading import list_files, read_file
from tools.importing.refusals import RefusedError
from tools.importing.writing import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plugins.core.build import Build


@dataclass(slots=True)
class Outcome:
    """What became of the files: lines to tell, and how many articles came, stayed, failed."""

    lines: list[str] = field(default_factory=list)
    written: int = 0
    known: int = 0
    refused: int = 0

    @property
    def summary(self) -> str:
        return (
            f"→ Đã nhập {self.written} bài, {self.known} bài đã có từ trước, "
            f"{self.refused} tệp không nhập được. / {self.written} imported, "
            f"{self.known} already here, {self.refused} refused."
        )


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parse(arguments)
    try:
        build = open_site(options.settings, options.content).build
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 1
    files = [file for path in options.paths for file in list_files(path)]
    outcome = import_files(build, files, options.files, is_draft=not options.publish)
    print("\n".join([*outcome.lines, outcome.summary]))
    return 1 if outcome.refused or not files else 0


def import_files(
    build: Build, files: Sequence[Path], mirrors: Sequence[Path], *, is_draft: bool
) -> Outcome:
    """Bring in each file, whatever happens to the others."""
    lang = build.office.languages[0]
    defaults = Defaults(
        today=f"{read_clock(build.timezone):%d/%m/%Y}",
        categories=[section.name[lang] for section in build.office.categories],
        is_draft=is_draft,
    )
    shelf, outcome = Shelf(build.content_dir), Outcome()
    for file in _with_progress(files):
        try:
            _import_file(file, mirrors, defaults, shelf, outcome)
        except RefusedError as error:
            outcome.refused += 1
            outcome.lines.append(f"✗ {file}\n    {error}")
    return outcome


def _import_file(
    file: Path, mirrors: Sequence[Path], defaults: Defaults, shelf: Shelf, outcome: Outcome
) -> None:
    for draft in read_file(file, mirrors, shelf.has):
        if shelf.has(draft.digest):
            outcome.known += 1
            continue
        article = convert(draft, defaults)
        folder = shelf.put(article, draft.digest)
        outcome.written += 1
        outcome.lines.append(f"✓ {file.name} → {'/'.join(folder.parts[-3:])}")
        outcome.lines.extend(f"    Xem lại: {note}" for note in article.notes)


def _with_progress(files: Sequence[Path]) -> Iterable[Path]:
    if sys.stderr.isatty() and "CI" not in os.environ:
        return track(files, description="Nhập bài / Importing", transient=True)
    return files


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="tools.importing",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--publish", action="store_true", help="not as drafts")
    parser.add_argument("--files", type=Path, action="append", default=[])
    parser.add_argument("--settings", type=Path, default=Path("pelicanconf.py"))
    parser.add_argument("--content", type=Path)
    parser.add_argument("paths", nargs="+", type=Path)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
