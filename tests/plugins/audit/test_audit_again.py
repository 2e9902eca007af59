"""An audit with a book tells what one without it does, whatever has happened in between."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from plugins.audit.book import Book
from tests.plugins.audit.sites import HOST, SETTINGS, SITE, audit, codes, other_language, page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from plugins.audit.ties import Ties

_KIB = 1024
_IMAGE = '<img src="/{}" alt="" width="1" height="1">'
# What may stand in a page; in a site that has all files, each of these leads somewhere.
_PIECES = (
    *(f'<a href="/{place}/{anchor}">x</a>' for place in "abcd" for anchor in ("", "#t", "#u")),
    *(_IMAGE.format(place) for place in ("x.svg", "y.svg")),
    '<a href="/t.txt">t</a>',
    '<a href="/x.svg#u">x</a>',
)
# Some KiB, as a page: with a photo it is just over a budget, or just below.
_SVG = f"<svg>{' ' * _KIB}</svg>"
_TEMPLATES = ("page", "article")


class Sites:
    """A site that is edited at random; most of the time nearly all of it is right."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - samples, no secret
        self.settings = replace(SETTINGS, first_load_limit_kib=3)
        self.templates = dict.fromkeys(("a/index.html", "b/index.html"), "page")
        self.files = self.sound()

    def sound(self) -> dict[str, str]:
        pages = {f"{name}/index.html": self.page(name, paired=True) for name in "abcd"}
        return {**pages, "x.svg": _SVG, "y.svg": _SVG, "t.txt": "t", "z.pdf": "z"}

    def page(self, name: str, *, paired: bool) -> str:
        """Return a page; `paired` with the other one that is its translation."""
        body = "".join(self.chance.sample(_PIECES, self.chance.randrange(3))) + '<p id="u">'
        others = name + {"a": "b", "b": "a"}.get(name, "") if paired else self.chance.choice("abc")
        links = (
            f'<link rel="alternate" hreflang="{o}" href="{HOST}/{o}/">' for o in sorted(others)
        )
        return page(name, body, "".join(links) if name in "ab" else "")

    def edit(self) -> None:
        edit = self.chance.choice(
            (self.mend, self.mend, self.change, self.drop, self.grow, self.retell, self.budget)
        )
        edit()

    def mend(self) -> None:
        self.files = {**self.sound(), **{p: t for p, t in self.files.items() if self.is_even()}}

    def is_even(self) -> bool:
        return self.chance.random() < 1 / 2

    def change(self) -> None:
        name = self.chance.choice("abcd")
        text = self.page(name, paired=self.is_even())
        self.files[f"{name}/index.html"] = text if self.is_even() else text.replace('"u"', '"v"')

    def drop(self) -> None:
        del self.files[self.chance.choice(sorted(self.files))]

    def grow(self) -> None:
        place = self.chance.choice(("x.svg", "y.svg", "a/index.html", "c/index.html"))
        filler = f"<!--{'-' * (_KIB * self.chance.randrange(1, 4))}-->"
        self.files[place] = self.files.get(place, page(place[0])) + filler.replace("---", "- -")

    def retell(self) -> None:
        """Let a page be another template's."""
        self.templates[f"{self.chance.choice('abc')}/index.html"] = self.chance.choice(_TEMPLATES)

    def budget(self) -> None:
        limit = self.chance.randrange(1, 4)
        template = self.chance.choice(_TEMPLATES)
        self.settings = replace(self.settings, first_load_limits_kib={template: limit})


@pytest.mark.parametrize("seed", range(4))
def test_after_edits_at_random_it_tells_what_an_audit_from_nothing_does(
    tmp_path: Path, seed: int
) -> None:
    sites, told = Sites(seed), 0
    for number in range(50):
        again, anew = (
            audit(tmp_path, sites.files, cache, sites.settings, sites.templates)
            for cache in ("cache", f"cache-{number}")
        )
        assert again == anew
        told += bool(anew)
        sites.edit()
    # Neither all wrong nor all right, or nothing would be seen.
    assert 5 < told < 45


def test_another_budget_or_template_tells_pages_that_nobody_touched(tmp_path: Path) -> None:
    assert audit(tmp_path, SITE) == []
    heavy = {**SITE, "a/index.html": page("a", "x" * _KIB)}
    assert audit(tmp_path, heavy) == []
    lowered = replace(SETTINGS, html_limit_kib=1)
    assert codes(audit(tmp_path, heavy, settings=lowered)) == ["a/index.html:1 page-heavy"]
    assert audit(tmp_path, heavy) == []
    lowered = replace(SETTINGS, html_limits_kib={"page": 1})
    for template, told in (
        ("article", []),
        ("page", ["a/index.html:1 page-heavy"]),
        ("article", []),
    ):
        templates = {"a/index.html": template}
        assert codes(audit(tmp_path, heavy, settings=lowered, templates=templates)) == told


@pytest.fixture
def whole_passes(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """Return a list that grows whenever the ties of all pages are gone through."""
    passes: list[None] = []
    pages = Book.pages

    def note(book: Book) -> Iterator[Ties]:
        passes.append(None)
        return pages(book)

    monkeypatch.setattr(Book, "pages", note)
    return passes


@pytest.mark.parametrize(
    "edits",
    [
        {},
        {"t.txt": "b", "new.txt": "c"},
        {"a/index.html": page("a", '<a href="/new/#t">new</a>'), "new/index.html": page("new")},
        {"c/index.html": page("c", "", '<link rel="license" href="/x.svg">'), "d/index.html": ""},
        {"b/index.html": page("b", '<p id="v">'), "x.svg": "", "y.svg": "<svg/>"},
    ],
)
def test_pages_that_rely_on_nothing_that_changed_are_not_judged_again(
    tmp_path: Path, whole_passes: list[None], edits: dict[str, str]
) -> None:
    audit(tmp_path, SITE)
    assert whole_passes
    whole_passes.clear()
    edited = {place: text for place, text in (SITE | edits).items() if text}
    assert audit(tmp_path, edited) == []
    assert whole_passes == []


def test_what_stays_wrong_does_not_let_all_be_judged_again(
    tmp_path: Path, whole_passes: list[None]
) -> None:
    wrong = {**SITE, "a/index.html": page("a", '<h4>x</h4><a href="/nowhere/">x</a>')}
    told = audit(tmp_path, wrong)
    assert codes(told) == [
        "a/index.html:5 link-broken",
        "a/index.html:5 page-heading-skipped",
    ]
    whole_passes.clear()
    assert audit(tmp_path, wrong) == told
    assert audit(tmp_path, wrong) == told
    assert whole_passes == []


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        ({"t.txt": ""}, ["c/index.html:5 link-broken"]),
        ({"b/index.html": page("b").replace('"t"', '"u"')}, ["a/index.html:5 link-anchor"]),
        ({"d/index.html": page("d")}, ["c/index.html:1 alternate-one-way"]),
        ({"d/index.html": ""}, ["c/index.html:1 alternate-one-way"]),
        ({"x.svg": f"<svg>{' ' * 700 * _KIB}</svg>"}, ["b/index.html:1 page-first-load"]),
    ],
)
def test_pages_that_rely_on_what_changed_are_judged_again(
    tmp_path: Path, edits: dict[str, str], told: list[str]
) -> None:
    assert audit(tmp_path, SITE) == []
    edited = {place: text for place, text in (SITE | edits).items() if text}
    assert codes(audit(tmp_path, edited)) == told
    assert codes(audit(tmp_path, edited)) == told
    assert audit(tmp_path, SITE) == []


def test_an_audit_that_did_not_end_is_not_relied_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def give_up(*_: object) -> Iterator[None]:
        raise KeyboardInterrupt

    audit(tmp_path, SITE)
    edited = {**SITE, "b/index.html": page("b").replace('"t"', '"u"')}
    with monkeypatch.context() as patch:
        patch.setattr("plugins.audit.course.find_suspects", give_up)
        with pytest.raises(KeyboardInterrupt):
            audit(tmp_path, edited)
    assert codes(audit(tmp_path, edited)) == ["a/index.html:5 link-anchor"]


def test_a_translation_at_an_address_that_means_another_place_is_judged_again(
    tmp_path: Path,
) -> None:
    # Decoded, its address is that of "50%/".
    files = {
        "a/index.html": page("a", "", other_language("50%25")),
        "50%25/index.html": page("50%25", "", other_language("a")),
    }
    assert codes(audit(tmp_path, files)) == ["a/index.html:1 alternate-one-way"]
    files["a/index.html"] = page("a")
    assert codes(audit(tmp_path, files)) == ["50%25/index.html:1 alternate-one-way"]
