"""Abbreviations: told where a reader meets them first, left alone where they are code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.html import parse, serialise, text_of
from plugins.glossary import mark_abbreviations_of
from plugins.glossary.markup import compile_terms, mark_abbreviations
from plugins.glossary.settings import GlossarySettings
from tests.plugins.samples import make_build, make_source

if TYPE_CHECKING:
    from pathlib import Path

TERMS = {
    "UBND": "Ủy ban nhân dân",
    "UBND tỉnh": "Ủy ban nhân dân tỉnh",
    "QĐ": "Quyết định",
    "C++": "x",
}


def marked(html: str, terms: dict[str, str] = TERMS) -> str:
    pattern = compile_terms(terms)
    assert pattern is not None
    tree = parse(html)
    mark_abbreviations(tree, pattern, terms)
    return serialise(tree)


U = '<abbr title="Ủy ban nhân dân">UBND</abbr>'
T = '<abbr title="Ủy ban nhân dân tỉnh">UBND tỉnh</abbr>'
Q = '<abbr title="Quyết định">QĐ</abbr>'
CASES = {
    "<p>Chủ tịch UBND xã</p>": f"<p>Chủ tịch {U} xã</p>",
    "<p>UBND</p>": f"<p>{U}</p>",
    "<p>UBND tỉnh, UBND xã</p>": f"<p>{T}, {U} xã</p>",
    "<p>UBND, UBND, QĐ và UBND</p>": f"<p>{U}, UBND, {Q} và UBND</p>",
    "<p>1002/QĐ-UBND</p>": f"<p>1002/{Q}-{U}</p>",
    "<p>UBNDX XUBND QĐ1</p>": "<p>UBNDX XUBND QĐ1</p>",
    "<p><b>UBND</b> UBND <i>QĐ</i> QĐ</p>": f"<p><b>{U}</b> UBND <i>{Q}</i> QĐ</p>",
    "<p>a <b>b</b> UBND c <i>d</i> QĐ e</p>": f"<p>a <b>b</b> {U} c <i>d</i> {Q} e</p>",
    "UBND<p>x</p>QĐ": f"{U}<p>x</p>{Q}",
    "<p><code>UBND</code> <kbd>QĐ</kbd></p>": "<p><code>UBND</code> <kbd>QĐ</kbd></p>",
    "<p><code>a</code> UBND</p>": f"<p><code>a</code> {U}</p>",
    '<p><abbr title="y">UBND</abbr> QĐ</p>': f'<p><abbr title="y">UBND</abbr> {Q}</p>',
    '<p lang="en">UBND</p><p>UBND</p>': f'<p lang="en">UBND</p><p>{U}</p>',
    "<pre><b>UBND</b></pre>": "<pre><b>UBND</b></pre>",
    '<a href="UBND" title="UBND">x</a>': '<a href="UBND" title="UBND">x</a>',
    "<p>C++ và C</p>": '<p><abbr title="x">C++</abbr> và C</p>',
    "<p>x</p><!-- UBND -->": "<p>x</p><!-- UBND -->",
}


@pytest.mark.parametrize(("html", "expected"), CASES.items())
def test_an_abbreviation_is_told_where_it_occurs_first(html: str, expected: str) -> None:
    assert marked(html) == expected


def test_meanings_are_text_and_no_markup() -> None:
    meaning = 'a "<b>" & c'
    (abbr,) = parse(marked("<p>A</p>", {"A": meaning})).iter("abbr")
    assert abbr.get("title") == meaning


def test_without_terms_there_is_nothing_to_look_for() -> None:
    assert compile_terms({}) is None


WORDS = st.sampled_from(["UBND", "QĐ", " ", "tỉnh", "<b>", "</b>", "<p>", "</p>", "x", "C++", ","])


@given(st.lists(WORDS))
def test_marking_never_changes_the_text(words: list[str]) -> None:
    html = "".join(words)
    assert text_of(parse(marked(html))) == text_of(parse(html))


def test_the_terms_come_from_the_site_s_file_in_the_document_s_language(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/g.yml").write_text(
        "vi:\n  UBND: Ủy ban nhân dân\nen:\n  PPC: x\n", "utf-8"
    )
    build = make_build(tmp_path, settings=GlossarySettings("g.yml"))
    for lang, expected in (
        ("vi", f"<p>{U} PPC</p>"),
        ("en", '<p>UBND <abbr title="x">PPC</abbr></p>'),
    ):
        tree = parse("<p>UBND PPC</p>")
        mark_abbreviations_of(build, make_source(lang=lang), tree)
        assert serialise(tree) == expected


def test_a_broken_file_is_one_problem_however_many_documents_there_are(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/glossary.yml").write_text("vi:\n  A: b: c\n", "utf-8")
    build = make_build(tmp_path, settings=GlossarySettings())
    for _ in range(3):
        tree = parse("<p>UBND</p>")
        mark_abbreviations_of(build, make_source(), tree)
        assert serialise(tree) == "<p>UBND</p>"
    assert [(p.path, p.line, p.code) for p in build.problems] == [
        ("content/glossary.yml", 2, "glossary-broken")
    ]


def test_a_site_may_have_no_glossary(tmp_path: Path) -> None:
    build = make_build(tmp_path, settings=GlossarySettings())
    tree = parse("<p>UBND</p>")
    mark_abbreviations_of(build, make_source(), tree)
    assert serialise(tree) == "<p>UBND</p>"
    assert len(build.problems) == 0
