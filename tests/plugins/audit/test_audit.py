"""A whole output is audited: only what changed is read again, and all that is wrong is told."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from plugins.audit import audit_output, looking
from plugins.core.output import Output
from plugins.core.placing import stamp_of
from plugins.core.problems import ProblemsFoundError
from tests.plugins.audit.sites import BOOK, SETTINGS, SITE, audit, codes, page
from tests.plugins.samples import make_build

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.audit.facts import Facts


def make_photo() -> bytes:
    data = BytesIO()
    Image.new("RGB", (1, 1)).save(data, "png")
    return data.getvalue()


@pytest.mark.parametrize(
    ("place", "text", "told"),
    [
        ("a/index.html", SITE["a/index.html"].replace("/b/", "/z/"), "a/index.html:5 link-broken"),
        ("a/index.html", SITE["a/index.html"].replace("/b/", ""), None),
        ("a/index.html", page("a", '\n<a href="">x</a>'), "a/index.html:6 link-empty"),
        ("b/index.html", SITE["b/index.html"].replace('"t"', '"u"'), "a/index.html:5 link-anchor"),
        ("b/index.html", page("b", "<h4>x</h4>"), "b/index.html:5 page-heading-skipped"),
        ("b/index.html", page("b", "x" * 2048), "b/index.html:1 page-heavy"),
        ("d/index.html", page("d"), "c/index.html:1 alternate-one-way"),
        ("x.svg", "<svg>", "x.svg:1 file-xml"),
        ("x.svg", None, "b/index.html:5 link-broken"),
        ("t.txt", None, "c/index.html:5 link-broken"),
        ("b/index.html", None, "a/index.html:5 link-broken"),
    ],
)
def test_what_an_edit_breaks_is_told_until_it_is_mended(
    tmp_path: Path, place: str, text: str | None, told: str | None
) -> None:
    assert audit(tmp_path, SITE) == []
    edited = {p: t for p, t in (SITE | {place: text}).items() if t is not None}
    for _ in range(2):
        found = [one for one in codes(audit(tmp_path, edited)) if one == told]
        assert found == ([told] if told else [])
    assert audit(tmp_path, edited) == audit(tmp_path, edited, cache="another")
    assert audit(tmp_path, SITE) == []


def test_only_files_that_changed_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    read_page = looking.read_page

    def note(folder: Path, place: str) -> Facts:
        read.append(place)
        return read_page(folder, place)

    monkeypatch.setattr(looking, "read_page", note)
    audit(tmp_path, SITE)
    assert sorted(read) == sorted(place for place in SITE if place.endswith(".html"))
    read.clear()
    audit(tmp_path, SITE | {"b/index.html": page("b"), "t.txt": "b"})
    assert read == ["b/index.html"]


@pytest.mark.parametrize("data", [b"", b"rubbish" * 99])
def test_a_damaged_book_is_begun_anew(tmp_path: Path, data: bytes) -> None:
    audit(tmp_path, SITE)
    (tmp_path / BOOK).write_bytes(data)
    assert audit(tmp_path, {**SITE, "t.txt": "b"}) == []
    assert codes(audit(tmp_path, {**SITE, "x.svg": "<svg>"})) == ["x.svg:1 file-xml"]


def test_a_book_that_is_cut_off_is_begun_anew(tmp_path: Path) -> None:
    audit(tmp_path, SITE)
    whole = (tmp_path / BOOK).read_bytes()
    (tmp_path / BOOK).write_bytes(whole[: len(whole) // 2])
    assert codes(audit(tmp_path, {**SITE, "x.svg": "<svg>"})) == ["x.svg:1 file-xml"]


def test_without_a_place_for_the_book_all_is_audited(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("no folder")
    build = make_build(tmp_path, settings=SETTINGS)
    build.output.memory = None
    build.output.write("x.svg", b"<svg>")
    with pytest.raises(ProblemsFoundError, match=r"x\.svg:1"):
        audit_output(build)


def test_a_link_in_the_place_of_a_sound_file_is_told(tmp_path: Path) -> None:
    audit(tmp_path, SITE)
    kept = (tmp_path / "kept.svg").resolve()
    kept.write_text(SITE["x.svg"])
    for _ in range(2):
        build = make_build(tmp_path, settings=SETTINGS)
        build.output.open()
        for place, text in SITE.items():
            build.output.write(place, text.encode())
        link = tmp_path / "output/x.svg"
        link.unlink()
        link.symlink_to(kept)
        build.output.take_note("x.svg", stamp_of(link.lstat()), "")
        with pytest.raises(ProblemsFoundError, match=r"x\.svg:1"):
            audit_output(build)
    assert audit(tmp_path, SITE) == []


@pytest.mark.parametrize("spoilt", ["UPDATE files SET ties = x'00'", "UPDATE outcomes SET {}"])
def test_a_byte_that_another_program_changed_costs_the_book(tmp_path: Path, spoilt: str) -> None:
    audit(tmp_path, SITE)
    flipped = "outcome = CAST(replace(outcome, 'index', 'imdex') AS BLOB)"
    with closing(sqlite3.connect(tmp_path / BOOK)) as connection, connection:
        assert connection.execute(spoilt.format(flipped)).rowcount > 0
    edited = {**SITE, "b/index.html": page("b").replace('"t"', '"u"')}
    assert codes(audit(tmp_path, edited)) == ["a/index.html:5 link-anchor"]
    assert codes(audit(tmp_path, edited)) == ["a/index.html:5 link-anchor"]
    assert audit(tmp_path, SITE) == []


def test_a_page_with_another_s_ties_costs_the_book(tmp_path: Path) -> None:
    audit(tmp_path, SITE)
    with closing(sqlite3.connect(tmp_path / BOOK)) as connection, connection:
        connection.execute(
            "UPDATE files SET ties = (SELECT ties FROM files WHERE place = 'c/index.html')"
            "WHERE place = 'a/index.html'"
        )
    edited = {place: text for place, text in SITE.items() if place != "b/index.html"}
    assert codes(audit(tmp_path, edited)) == ["a/index.html:5 link-broken"]


@pytest.mark.parametrize(
    ("lost", "edits", "told"),
    [
        ("a", {"a/index.html": page("a", '<a href="/b/#v">b</a>')}, "a/index.html:5 link-anchor"),
        ("b", {"a/index.html": page("a", '<a href="/b/#v">b</a>')}, "a/index.html:5 link-anchor"),
        ("b", {"b/index.html": "<h1>b</h1>"}, "a/index.html:5 link-anchor"),
        ("c", {"d/index.html": page("d")}, "c/index.html:1 alternate-one-way"),
    ],
)
def test_a_page_that_the_book_has_lost_costs_the_book(
    tmp_path: Path, lost: str, edits: dict[str, str], told: str
) -> None:
    audit(tmp_path, SITE)
    with closing(sqlite3.connect(tmp_path / BOOK)) as connection, connection:
        connection.execute("UPDATE files SET place = 'x' WHERE place = ?", (f"{lost}/index.html",))
    assert told in codes(audit(tmp_path, SITE | edits))


def test_a_book_of_another_version_is_begun_anew(tmp_path: Path) -> None:
    audit(tmp_path, SITE)
    with closing(sqlite3.connect(tmp_path / BOOK)) as connection, connection:
        connection.executescript(
            "DROP TABLE files; CREATE TABLE files (place TEXT, sum TEXT);"
            "UPDATE recipes SET recipe = 'another'"
        )
    assert audit(tmp_path, SITE) == []
    with closing(sqlite3.connect(tmp_path / BOOK)) as connection:
        assert connection.execute("SELECT count(ties) FROM files").fetchone() == (4,)
        assert connection.execute("SELECT count(*) FROM outcomes").fetchone() == (1,)


@pytest.mark.parametrize("is_production", [False, True])
def test_what_only_its_name_can_make_wrong_is_not_summed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_production: bool
) -> None:
    summed: set[str] = set()
    sum_of = Output.sum_of

    def note(output: Output, place: str) -> str:
        summed.add(place)
        return sum_of(output, place)

    monkeypatch.setattr(Output, "sum_of", note)
    build = make_build(tmp_path, settings=SETTINGS)
    build.is_production = is_production
    for place, text in SITE.items():
        build.output.write(place, text.encode())
    build.output.write("a.png", make_photo())
    audit_output(build)
    read = {place for place in SITE if place.endswith((".html", ".svg"))}
    assert summed == read | ({"a.png"} if is_production else set())
