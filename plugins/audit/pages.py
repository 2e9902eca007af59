"""What can be wrong with a page by itself."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from plugins.audit.catalogue import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.audit.facts import Facts
    from plugins.audit.site import Site
    from plugins.core.problems import Problem

# The last is what Python-Markdown sets in a part's place while it works, and may forget there.
_LEFTOVER = re.compile(r"\{\{|\}\}|\{%|%\}|\]\(|\*\*\S|!\[|\[\^|klzzwxh:")
_SHOWN_CHARACTERS = 60


def find_problems_of_page(facts: Facts, site: Site) -> Iterator[Problem]:
    """Yield all that is wrong with a page, but for where its links lead and what it weighs."""
    yield from _check_head(facts, site)
    yield from _check_outline(facts)
    yield from _check_ids(facts)
    yield from _check_images(facts)
    yield from _check_loading(facts, site)
    yield from _check_texts(facts)


def _check_head(facts: Facts, site: Site) -> Iterator[Problem]:
    if not facts.lang:
        yield problem("page-lang", facts.file)
    if not facts.title:
        yield problem("page-title", facts.file)
    expected = site.url_of(facts.file)
    if facts.is_indexed and facts.canonical != expected:
        yield problem("page-canonical", facts.file, found=facts.canonical, expected=expected)


def _check_outline(facts: Facts) -> Iterator[Problem]:
    count = sum(level == 1 for _, level in facts.headings)
    if count != 1:
        yield problem("page-h1", facts.file, count=count)
    before = 1
    for line, level in facts.headings:
        if level > before + 1:
            yield problem("page-heading-skipped", facts.file, line, before=before, level=level)
        before = level


def _check_ids(facts: Facts) -> Iterator[Problem]:
    seen: set[str] = set()
    for line, one in facts.ids:
        if one in seen:
            yield problem("page-id-twice", facts.file, line, id=one)
        seen.add(one)
    for line, one in facts.references:
        if one not in seen:
            yield problem("page-reference", facts.file, line, id=one)


def _check_images(facts: Facts) -> Iterator[Problem]:
    for line, src, has_alt, has_size in facts.images:
        if not has_alt:
            yield problem("page-image-alt", facts.file, line, src=src)
        if not has_size:
            yield problem("page-image-size", facts.file, line, src=src)


def _check_loading(facts: Facts, site: Site) -> Iterator[Problem]:
    for line, what in facts.unsafe:
        yield problem("page-unsafe", facts.file, line, what=what)
    for line, url in facts.loaded:
        if not site.is_own(url):
            yield problem("page-other-host", facts.file, line, url=url)


def _check_texts(facts: Facts) -> Iterator[Problem]:
    for line, text in facts.texts:
        shown = " ".join(text.split())[:_SHOWN_CHARACTERS]
        if not unicodedata.is_normalized("NFC", text):
            yield problem("page-not-nfc", facts.file, line, text=shown)
        mark = _LEFTOVER.search(text)
        if mark:
            yield problem("page-leftover", facts.file, line, mark=mark[0], text=shown)
