"""What can be wrong between pages: where links lead, and whether translations lead back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from plugins.audit.catalogue import problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from plugins.audit.facts import Facts
    from plugins.audit.site import Site
    from plugins.core.problems import Problem


def find_problems_between(pages: Iterable[Facts], site: Site) -> Iterator[Problem]:
    """Yield each dead link or anchor, and each translation that does not lead back."""
    known = {facts.file: facts for facts in pages}
    ids = {file: frozenset(one for _, one in facts.ids) for file, facts in known.items()}
    for facts in known.values():
        for line, href in facts.links:
            yield from _check_link(facts.file, line, href, site, ids)
        for line, href in facts.loaded:
            if site.is_own(href) and site.file_of(facts.file, href) not in site.files:
                yield problem("link-broken", facts.file, line, href=href)
        yield from _check_alternates(facts, known, site)


def _check_link(
    file: str, line: int, href: str, site: Site, ids: Mapping[str, frozenset[str]]
) -> Iterator[Problem]:
    if not href:
        yield problem("link-empty", file, line)
        return
    if not site.is_own(href):
        return
    parts = urlsplit(href)
    target = site.file_of(file, href) if parts.path else file
    anchor = unquote(parts.fragment)
    if target not in site.files:
        yield problem("link-broken", file, line, href=href)
    elif anchor and target in ids and anchor not in ids[target]:
        yield problem("link-anchor", file, line, href=href, id=anchor)


def _check_alternates(facts: Facts, known: Mapping[str, Facts], site: Site) -> Iterator[Problem]:
    own = site.url_of(facts.file)
    for lang, url in facts.alternates:
        other = known.get(site.file_of(facts.file, url)) if site.is_own(url) else None
        if other is None or own not in {back for _, back in other.alternates}:
            yield problem("alternate-one-way", facts.file, lang=lang, url=url)
