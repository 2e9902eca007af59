"""Intake: photos dropped beside articles become small, upright and private, in their place.

    python -m plugins.photos.intake [--dry-run] [content]

Each photo is turned upright, brought to sRGB and 2400 px, saved without metadata under a name for
URLs; the articles that name it follow. The original moves to .originals/, its path kept. What is
in order already stays as it is, so that a second run changes nothing.
"""

from __future__ import annotations

import argparse
import sys
import warnings
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from plugins.core.artifacts import digest, link_or_copy, write_atomically
from plugins.core.formats import format_size
from plugins.core.text import nfc
from plugins.core.workers import map_in_order
from plugins.photos.catalogue import PhotoError
from plugins.photos.normalising import Normal, normalise
from plugins.photos.places import is_photo_name
from plugins.photos.renaming import name_for, rename_in_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plugins.core.problems import Problem

ORIGINALS = ".originals"


@dataclass(frozen=True, slots=True)
class Change:
    """A photo that is not in order. `content` is None where only its name changes."""

    old: Path
    new: Path
    old_bytes: int
    new_bytes: int
    content: bytes | None


def find_photos(content_dir: Path) -> dict[Path, list[Path]]:
    """Return the photos below a folder, by the folder they lie in; hidden ones are not ours."""
    found: dict[Path, list[Path]] = {}
    for path in sorted(content_dir.rglob("*")):
        is_hidden = any(part.startswith(".") for part in path.relative_to(content_dir).parts)
        if not is_hidden and is_photo_name(path.name) and path.is_file():
            found.setdefault(path.parent, []).append(path)
    return found


def plan(photos: Sequence[Path]) -> tuple[list[Change], list[Problem]]:
    """Return what is to change in one folder's photos, and which of them cannot be used."""
    changes, problems = [], []
    taken = {nfc(path.name).casefold() for path in photos[0].parent.iterdir()}
    for path, normal in zip(photos, map_in_order(_try, photos, label="Ảnh / Photos"), strict=True):
        if isinstance(normal, PhotoError):
            problems.append(normal.problem(path.as_posix(), 1))
            continue
        content = normal.content
        new = _new_path(path, normal, taken)
        taken.add(new.name)
        if content is not None or new != path:
            size = path.stat().st_size
            changes.append(
                Change(path, new, size, size if content is None else len(content), content)
            )
    return changes, problems


def apply(changes: Sequence[Change], content_dir: Path) -> None:
    """Keep the originals and write the new photos; the old names stay until `finish`."""
    for change in changes:
        if change.content is None:
            write_atomically(change.new, change.old.read_bytes())
        else:
            _keep_original(change.old, content_dir)
            write_atomically(change.new, change.content)


def finish(changes: Sequence[Change], content_dir: Path) -> list[Path]:
    """Mend the articles that name renamed photos, drop the old names; return what was mended."""
    renamed = {change.old: change.new for change in changes if change.old != change.new}
    mended = [path for path in sorted(content_dir.rglob("*.md")) if _mend(path, renamed)]
    for old, new in renamed.items():
        if old.samefile(new):
            old.rename(new)  # a file system that does not tell "A.JPG" from "a.jpg"
        else:
            old.unlink()
    return mended


def _try(path: Path) -> Normal | PhotoError:
    try:
        return normalise(path.name, path.read_bytes())
    except PhotoError as error:
        return error


def _new_path(path: Path, normal: Normal, taken: set[str]) -> Path:
    """Return the photo's new path; a run that was cut short may have written it already."""
    others = taken - {nfc(path.name).casefold()}
    stem = path.stem
    plain = path.with_name(name_for(stem, normal.extension, ()))
    content = normal.content
    if plain != path and plain.name in others and plain.is_file():
        wanted = path.read_bytes() if content is None else content
        if plain.read_bytes() == wanted:
            return plain
    return path.with_name(name_for(stem, normal.extension, others))


def _keep_original(path: Path, content_dir: Path) -> None:
    kept = content_dir.parent / ORIGINALS / path.relative_to(content_dir)
    if kept.exists() and kept.read_bytes() != path.read_bytes():
        kept = kept.with_name(f"{kept.stem}-{digest(path.read_bytes())[:8]}{kept.suffix}")
    link_or_copy(path, kept)


def _mend(path: Path, renamed: dict[Path, Path]) -> bool:
    text = path.read_bytes().decode("utf-8", "surrogateescape")
    mended = rename_in_text(text, path.parent, renamed)
    if mended != text:
        write_atomically(path, mended.encode("utf-8", "surrogateescape"))
    return mended != text


def _lines_of(changes: Sequence[Change], base: Path) -> Iterator[str]:
    for change in changes:
        old = change.old.relative_to(base).as_posix()
        name = f"{old} → {change.new.name}" if change.new != change.old else old
        sizes = " → ".join(format_size(n, "vi") for n in (change.old_bytes, change.new_bytes))
        yield name if change.old_bytes == change.new_bytes else f"{name}: {sizes}"


def _summary(changes: Sequence[Change], *, is_dry: bool) -> str:
    if not changes:
        return "Mọi ảnh đã chuẩn, không đổi gì / No photo needs a change."
    saved = format_size(sum(change.old_bytes - change.new_bytes for change in changes), "vi")
    will = ("sẽ được chuẩn hóa", "would be") if is_dry else ("đã được chuẩn hóa", "were")
    return f"{len(changes)} ảnh {will[0]}, bớt {saved} / photos {will[1]} put in order."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the intake; return 1 where photos cannot be used, else 0."""
    parser = argparse.ArgumentParser(prog="make photos", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("content", nargs="?", type=Path, default=Path("content"))
    parser.add_argument("--dry-run", action="store_true", help="chỉ liệt kê / list, change nothing")
    options = parser.parse_args(arguments)
    warnings.simplefilter("ignore", Image.DecompressionBombWarning)
    changes, problems = take_in(options.content.resolve(), is_dry=options.dry_run)
    lines = [*_lines_of(changes, options.content.resolve()), *map(str, problems)]
    lines.append(_summary(changes, is_dry=options.dry_run))
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if problems else 0


def take_in(content_dir: Path, *, is_dry: bool = False) -> tuple[list[Change], list[Problem]]:
    """Put every photo below a folder in order; return what was, or would be, changed."""
    changes: list[Change] = []
    problems: list[Problem] = []
    for photos in find_photos(content_dir).values():
        found, broken = plan(photos)
        problems += broken
        if not is_dry:
            apply(found, content_dir)
        # The bytes are written, and those of a whole archive would not fit in memory.
        changes += [replace(change, content=None) for change in found]
    if not is_dry:
        finish(changes, content_dir)
    return changes, problems


if __name__ == "__main__":
    sys.exit(main())
