"""What can be wrong between pages: where links lead, and whether translations lead back."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from plugins.audit.catalogue import problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from plugins.audit.book import Book
    from plugins.audit.facts import Facts
    from plugins.audit.site import Site
    from plugins.audit.ties import Ties
    from plugins.core.problems import Problem


def find_suspects(pages: Iterable[Ties], book: Book, site: Site) -> list[str]:
    """Return those pages with a link that leads nowhere, or a translation that does not lead back.

    The book knows all pages that these lead to.
    """
    suspects: set[str] = set()
    wanted: dict[str, list[tuple[str, str]]] = defaultdict(list)
    alternates: dict[str, tuple[tuple[str, str], ...]] = {}
    there = site.files.keys()
    for ties in pages:
        if not there >= set(ties.places):
            suspects.add(ties.file)
        for place, anchor in ties.anchors:
            wanted[place].append((ties.file, anchor))
        if ties.alternates:
            alternates[ties.file] = ties.alternates
    suspects |= _miss_anchors(wanted, book, site)
    return sorted(suspects | _miss_translations(alternates, book, site))


def _miss_anchors(wanted: Mapping[str, list[tuple[str, str]]], book: Book, site: Site) -> set[str]:
    suspects: set[str] = set()
    for place, seekers in wanted.items():
        target = book.ties_of(place, site.files)
        if target is not None:
            ids = frozenset(target.ids)
            suspects |= {file for file, anchor in seekers if anchor not in ids}
    return suspects


def _miss_translations(
    alternates: Mapping[str, tuple[tuple[str, str], ...]], book: Book, site: Site
) -> set[str]:
    def leads_back(file: str, place: str) -> bool:
        found = alternates.get(place)
        if found is None:
            ties = book.ties_of(place, site.files)
            found = () if ties is None else ties.alternates
        return site.url_of(file) in (url for _, url in found)

    return {
        file
        for file, found in alternates.items()
        for place, _ in found
        if not leads_back(file, place)
    }


def explain(suspects: Iterable[str], site: Site, read: Callable[[str], Facts]) -> Iterator[Problem]:
    """Yield what is wrong between pages, each at its line: these are read once more."""
    for file in suspects:
        facts = read(file)
        known = {place: read(place) for place in _neighbours(facts, site)}
        yield from _check(facts, known | {file: facts}, site)


def _neighbours(facts: Facts, site: Site) -> set[str]:
    """Return the pages without which a page's links cannot be judged."""
    hrefs = [*(h for _, h in facts.links if "#" in h), *(url for _, url in facts.alternates)]
    places = {site.file_of(facts.file, href) for href in hrefs if site.is_own(href)}
    return {place for place in places if place in site.files and place.endswith(".html")}


def find_problems_between(pages: Iterable[Facts], site: Site) -> Iterator[Problem]:
    """Yield each dead link or anchor, and each translation that does not lead back."""
    known = {facts.file: facts for facts in pages}
    for facts in known.values():
        yield from _check(facts, known, site)


def _check(facts: Facts, known: Mapping[str, Facts], site: Site) -> Iterator[Problem]:
    for line, href in facts.links:
        yield from _check_link(facts.file, line, href, site, known)
    for line, href in facts.loaded:
        if site.is_own(href) and site.file_of(facts.file, href) not in site.files:
            yield problem("link-broken", facts.file, line, href=href)
    yield from _check_alternates(facts, known, site)


def _check_link(
    file: str, line: int, href: str, site: Site, known: Mapping[str, Facts]
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
    elif anchor and target in known and anchor not in {one for _, one in known[target].ids}:
        yield problem("link-anchor", file, line, href=href, id=anchor)


def _check_alternates(facts: Facts, known: Mapping[str, Facts], site: Site) -> Iterator[Problem]:
    own = site.url_of(facts.file)
    for lang, url in facts.alternates:
        other = known.get(site.file_of(facts.file, url)) if site.is_own(url) else None
        if other is None or own not in {back for _, back in other.alternates}:
            yield problem("alternate-one-way", facts.file, lang=lang, url=url)
