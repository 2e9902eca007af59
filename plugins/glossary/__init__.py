"""The site's glossary: UBND is shown as it is, and told as “Ủy ban nhân dân”."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from plugins.core import pipeline
from plugins.core.glossary import GlossaryError, load_glossary, note_glossary
from plugins.glossary.markup import compile_terms, mark_abbreviations
from plugins.glossary.settings import GlossarySettings

if TYPE_CHECKING:
    import re
    from pathlib import Path

    from lxml.html import HtmlElement

    from plugins.core.build import Build
    from plugins.core.source import Source

    Terms = dict[str, tuple[re.Pattern[str] | None, dict[str, str]]]


@lru_cache(maxsize=2)
def _read_glossary(path: Path, _stamp: int) -> Terms | GlossaryError:
    try:
        return {lang: (compile_terms(t), t) for lang, t in load_glossary(path).items()}
    except GlossaryError as error:
        return error


def mark_abbreviations_of(build: Build, source: Source, tree: HtmlElement) -> None:
    file = build.options_of(GlossarySettings).file
    path = build.content_dir / file
    known = _read_glossary(path, note_glossary(path))
    if isinstance(known, GlossaryError):
        build.problems.add(known.problem(f"{build.content_dir.name}/{file}"))
        return
    pattern, terms = known.get(source.view.lang, (None, {}))
    if pattern:
        mark_abbreviations(tree, pattern, terms)


def register() -> None:
    pipeline.declare_settings("GLOSSARY", GlossarySettings)
    pipeline.on_tree(mark_abbreviations_of)
