"""A whole output is audited: only what changed is read again, and all that is wrong is told."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from plugins.audit import audit_output, looking
from plugins.audit.settings import AuditSettings
from plugins.core.problems import ProblemsFoundError
from tests.plugins.samples import URLS, make_build

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.audit.facts import Facts

SETTINGS = AuditSettings(in_previews=True, html_limit_kib=2, html_limits_kib={})
HOST = URLS.site_url
BOOK = "cache/audit/book.sqlite3"


def page(place: str, body: str = "", head: str = "") -> str:
    return (
        f'<html lang="vi"><head><title>{place}</title>\n'
        f'<link rel="canonical" href="{HOST}/{place}/">\n{head}</head>\n'
        f'<body><h1 id="t">{place}</h1>\n{body}</body></html>\n'
    )


def other_language(place: str) -> str:
    return f'<link rel="alternate" hreflang="en" href="{HOST}/{place}/">'


SITE = {
    "a/index.html": page("a", '<a href="/b/#t">b</a> <a href="#t">t</a>'),
    "b/index.html": page("b", '<a href="/a/">a</a> <img src="/x.svg" alt="" width=1 height=1>'),
    "c/index.html": page("c", '<a href="/t.txt">t</a>', other_language("d")),
    "d/index.html": page("d", '<a href="https://khac.example/#x">x</a>', other_language("c")),
    "x.svg": "<svg/>",
    "t.txt": "a",
}


def audit(root: Path, files: dict[str, str], cache: str = "cache") -> list[str]:
    """Return the codes and lines of what is wrong with an output of these files."""
    build = make_build(root, settings=SETTINGS)
    build.cache_dir = root / cache
    build.output.open()
    for place, text in files.items():
        build.output.write(place, text.encode())
    try:
        audit_output(build)
    except ProblemsFoundError:
        pass
    finally:
        build.output.sweep()
        build.output.save()
    return [f"{one.path}:{one.line} {one.code}" for one in build.problems]


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
        assert [one for one in audit(tmp_path, edited) if one == told] == ([told] if told else [])
    assert audit(tmp_path, edited) == audit(tmp_path, edited, cache="another")
    assert audit(tmp_path, SITE) == []


def test_after_edits_at_random_it_tells_what_an_audit_from_nothing_does(tmp_path: Path) -> None:
    chance = random.Random(5)  # noqa: S311 - samples, no secret
    pieces = ["/b/", "/a/", "#t", "#u", "/x.svg", 'alt=""', "<h1", "t", other_language("d")]
    files = dict(SITE)
    for number in range(25):
        place = chance.choice(sorted(files))
        old, new = chance.sample(pieces, 2)
        files[place] = files[place].replace(old, new, 1)
        if number % 5 == 0:
            files = {**SITE, place: files[place]}
        assert audit(tmp_path, files) == audit(tmp_path, files, cache=f"cache-{number}")


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
    assert audit(tmp_path, {**SITE, "x.svg": "<svg>"}) == ["x.svg:1 file-xml"]


def test_a_book_that_is_cut_off_is_begun_anew(tmp_path: Path) -> None:
    audit(tmp_path, SITE)
    whole = (tmp_path / BOOK).read_bytes()
    (tmp_path / BOOK).write_bytes(whole[: len(whole) // 2])
    assert audit(tmp_path, {**SITE, "x.svg": "<svg>"}) == ["x.svg:1 file-xml"]


def test_without_a_place_for_the_book_all_is_audited(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("no folder")
    build = make_build(tmp_path, settings=SETTINGS)
    build.output.memory = None
    build.output.write("x.svg", b"<svg>")
    with pytest.raises(ProblemsFoundError, match=r"x\.svg:1"):
        audit_output(build)


def test_a_link_in_the_place_of_a_sound_file_is_told(tmp_path: Path) -> None:
    audit(tmp_path, SITE)
    build = make_build(tmp_path, settings=SETTINGS)
    build.output.open()
    for place, text in SITE.items():
        build.output.write(place, text.encode())
    moved = (tmp_path / "output/t.txt").rename(tmp_path / "moved.txt")
    (tmp_path / "output/t.txt").symlink_to(moved)
    with pytest.raises(ProblemsFoundError, match=r"t\.txt:1"):
        audit_output(build)
