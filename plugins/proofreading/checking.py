"""All that proofreading asks of one source, in one pass over its text."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.core.article import ORIGINAL_NAME
from plugins.core.formats import format_size
from plugins.core.glossary import GlossaryError
from plugins.core.text import nfc
from plugins.proofreading.abbreviations import find_unknown, known_words, read_glossary
from plugins.proofreading.catalogue import problem
from plugins.proofreading.characters import find_character_problems
from plugins.proofreading.contacts import find_private_contacts, significant_digits
from plugins.proofreading.front_matter import find_front_matter_problems
from plugins.proofreading.linking import find_link_problems
from plugins.proofreading.numbers import find_foreign_numbers
from plugins.proofreading.paragraphs import find_paragraph_problems
from plugins.proofreading.prose import read_prose
from plugins.proofreading.raw_html import find_html_problems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from plugins.core.build import Build
    from plugins.core.problems import Problem
    from plugins.core.source import Source
    from plugins.proofreading.settings import ProofreadingSettings

GLOSSARY = "glossary.yml"
_PHOTOS = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".heic", ".heif")


def check_source(build: Build, source: Source, settings: ProofreadingSettings) -> Iterator[Problem]:
    """Yield everything that is wrong with a source's text, warnings that are ignored too."""
    path, prose = source.path, read_prose(source)
    yield from find_character_problems(path, _read_as_stored(source))
    yield from find_front_matter_problems(path, source.view, build.timezone, settings.days_ahead)
    yield from find_paragraph_problems(path, prose, settings.paragraph_words)
    yield from find_link_problems(path, prose)
    yield from find_html_problems(path, prose)
    yield from _check_wording(build, source, settings, prose.words, prose.line_at)
    yield from _find_contacts(build, path, prose.text, prose.line_at)
    for key in ("title", "summary"):
        line = source.view.line_of(key)
        yield from _check_line(build, source, getattr(source.view, key), line)
    yield from _find_heavy_photos(source, settings.photo_mb)


def _read_as_stored(source: Source) -> str:
    """Return the text of a source's file, marks and invisible signs as they are."""
    try:
        data = Path(source.folder, source.path.rpartition("/")[2]).read_bytes()
    except OSError:
        return ""
    return data.decode("utf-8-sig", "replace")


def _check_wording(
    build: Build,
    source: Source,
    settings: ProofreadingSettings,
    text: str,
    line_at: Callable[[int], int],
) -> Iterator[Problem]:
    lang = source.view.lang
    for position, number, right in find_foreign_numbers(text, lang):
        yield problem("number-format", source.path, line_at(position), number=number, right=right)
    glossary = read_glossary(build.content_dir / GLOSSARY)
    if isinstance(glossary, GlossaryError):
        yield glossary.problem(f"{build.content_dir.name}/{GLOSSARY}")
        return
    known = known_words(tuple(glossary.get(lang, ())), settings.everyday_abbreviations)
    for position, word in find_unknown(text, known):
        yield problem("abbreviation-unknown", source.path, line_at(position), word=word)


def _find_contacts(
    build: Build, path: str, text: str, line_at: Callable[[int], int]
) -> Iterator[Problem]:
    own = {build.office.email.lower(), significant_digits(build.office.telephone)}
    for position, contact, kind in find_private_contacts(text, own):
        yield problem("private-contact", path, line_at(position), contact=contact, kind=kind)


def _check_line(build: Build, source: Source, text: str, line: int) -> Iterator[Problem]:
    """Yield what is wrong with a field; its abbreviations are explained in the body."""
    for _position, number, right in find_foreign_numbers(text, source.view.lang):
        yield problem("number-format", source.path, line, number=number, right=right)
    yield from _find_contacts(build, source.path, text, lambda _position: line)


def _find_heavy_photos(source: Source, most_mb: int) -> Iterator[Problem]:
    """Yield a problem for each photo of the article's folder that is very large."""
    if not source.path.endswith(f"/{ORIGINAL_NAME}") or not source.folder.is_dir():
        return
    for entry in os.scandir(source.folder):
        if not entry.name.lower().endswith(_PHOTOS):
            continue
        size = entry.stat().st_size
        if size > most_mb * 1_000_000:
            name = nfc(entry.name)
            line = source.lines_with(name)[0]
            values = {"name": name, "size": format_size(size, "vi")}
            yield problem("photo-heavy", source.path, line, **values)
