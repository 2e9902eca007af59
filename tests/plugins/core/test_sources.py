"""A source is read again when something changed that its reading looked at, and only then."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from plugins.core import pipeline
from plugins.core.article import Status
from plugins.core.folders import scan
from plugins.core.limits import Limits
from plugins.core.looks import note_moment, note_path
from plugins.core.problems import Problems
from plugins.core.running import Run
from plugins.core.sources import read_documents
from plugins.core.store import Store
from plugins.core.workforce import WorkerSettings
from tests.plugins.samples import SITE, ZONE, moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from plugins.core.build import Build
    from plugins.core.document import Document
    from plugins.core.problems import Problem
    from plugins.core.source import Source

NOW = moment("2026-03-01 12:00")
ARTICLE = (
    "---\ntitle: Bài {name}\ndate: {date}\ncategory: Tin tức\nsummary: Sáng nay.\n---\n"
    "Văn phòng họp báo.\n"
)


class Site:
    """A content folder, a store, and what was read in the last build."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self._monkeypatch = folder, monkeypatch
        self.content = folder / "content"
        self.read: list[str] = []
        self.texts: list[str] = []
        self.problems = Problems()
        self.set_clock(0)

    def set_clock(self, days: float) -> None:
        moment_s = int((NOW + timedelta(days=days)).timestamp())
        self._monkeypatch.setenv("SOURCE_DATE_EPOCH", str(moment_s))

    def write(self, name: str, text: str = "", date: str = "2026-01-02") -> Path:
        path = self.content / "2026" / name / "index.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text or ARTICLE.format(name=name, date=date), "utf-8")
        return path

    def grow_old(self) -> None:
        for number, path in enumerate(sorted(self.folder.rglob("*"))):
            os.utime(path, (10**9, 10**9 + number))

    def build(self) -> list[Document]:
        """Read what is stale, in this process; `read` names it."""
        run = Run(
            {
                "SITE": SITE,
                "DEFAULT_LANG": "vi",
                "SITEURL": "",
                "IS_PRODUCTION": False,
                "PATH": str(self.content),
                "OUTPUT_PATH": str(self.folder / "output"),
                "CACHE_DIR": str(self.folder / "cache"),
                "THEME": str(self.folder),
                "TIMEZONE": ZONE,
            }
        )
        self.read.clear()
        store = Store(self.folder / "store.sqlite3")
        documents = read_documents(run, scan(str(self.content)), store)
        self.texts = [document.html for document in documents]
        store.close()
        self.problems = run.build.problems
        return documents


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Make a site of two articles whose step looks at a file beside the content."""
    made = Site(tmp_path, monkeypatch)

    def look(_: Build, source: Source) -> list[Problem]:
        made.read.append(source.view.key)
        if source.view.key.endswith("a"):
            note_path(tmp_path / "bên-ngoài.txt")
            note_moment(NOW + timedelta(days=10))
        return []

    pipeline.clear()
    pipeline.declare_settings("LIMITS", Limits)
    pipeline.declare_settings("WORKERS", WorkerSettings)
    pipeline.on_source(look)
    for name in ("a", "b"):
        made.write(name)
    made.grow_old()
    made.build()
    assert sorted(made.read) == ["2026/a", "2026/b"]
    yield made
    pipeline.clear()


def test_nothing_is_read_where_nothing_changed(site: Site) -> None:
    texts = site.texts
    assert texts == ["<p>Văn phòng họp báo.</p>"] * 2
    views = [(d.view, d.view_stamp, d.html_stamp) for d in site.build()]
    assert site.read == []
    assert site.texts == texts
    assert views == [(d.view, d.view_stamp, d.html_stamp) for d in site.build()]


def test_a_text_that_the_store_has_lost_is_read_again(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = site.texts
    with closing(sqlite3.connect(site.folder / "store.sqlite3")) as connection, connection:
        connection.execute("UPDATE texts SET html = 'hỏng' WHERE place LIKE '%/a/%'")
        connection.execute("DELETE FROM texts WHERE place LIKE '%/b/%'")
    site.build()
    assert site.texts == texts
    assert set(site.read) == {"2026/a", "2026/b"}
    # Once, not for every text.
    assert capsys.readouterr().err.count("reading the sources again") == 1


def change_the_text(site: Site) -> None:
    site.write("a", ARTICLE.format(name="khác", date="2026-01-02"))


def touch(site: Site) -> None:
    os.utime(site.content / "2026/a/index.md", (1, 1))


def put_a_file_beside(site: Site) -> None:
    (site.content / "2026/a/ảnh.jpg").write_text("")


def let_the_outside_appear(site: Site) -> None:
    (site.folder / "bên-ngoài.txt").write_text("đây")


def let_ten_days_pass(site: Site) -> None:
    site.set_clock(10)


def let_nine_days_pass(site: Site) -> None:
    site.set_clock(9.9)


def go_back_before_the_article(site: Site) -> None:
    site.set_clock(-365)


def write_another(site: Site) -> None:
    site.write("c")


@pytest.mark.parametrize(
    ("change", "read"),
    [
        (change_the_text, ["2026/a"]),
        (touch, []),
        (put_a_file_beside, ["2026/a"]),
        (let_the_outside_appear, ["2026/a"]),
        (let_ten_days_pass, ["2026/a"]),
        (let_nine_days_pass, []),
        # Both articles are of a day to come then.
        (go_back_before_the_article, ["2026/a", "2026/b"]),
        (write_another, ["2026/c"]),
    ],
)
def test_a_change_reads_again_what_looked_at_it(
    site: Site, change: Callable[[Site], None], read: list[str]
) -> None:
    change(site)
    site.build()
    assert sorted(site.read) == read
    site.build()
    assert site.read == []


def test_an_outside_file_that_vanishes_is_noticed_too(site: Site) -> None:
    let_the_outside_appear(site)
    site.build()
    (site.folder / "bên-ngoài.txt").unlink()
    site.build()
    assert site.read == ["2026/a"]


def test_a_source_that_is_gone_is_forgotten_and_comes_back_as_new(site: Site) -> None:
    path = site.content / "2026/a/index.md"
    text = path.read_text("utf-8")
    path.unlink()
    assert [d.view.key for d in site.build()] == ["2026/b"]
    path.write_text(text, "utf-8")
    assert [d.view.key for d in site.build()] == ["2026/a", "2026/b"]
    assert site.read == ["2026/a"]


def test_an_article_comes_out_when_its_moment_has_come(site: Site) -> None:
    site.write("c", date="2026-03-05")
    statuses = []
    for days in (0, 3.4, 3.6, 0):
        site.set_clock(days)
        statuses.append({d.view.key: d.view.status for d in site.build()}["2026/c"])
    out, not_yet = Status.PUBLISHED, Status.SCHEDULED
    assert statuses == [not_yet, not_yet, out, not_yet]


def test_problems_are_told_again_though_nothing_is_read(site: Site) -> None:
    site.write("c", "---\ntitle: Bài\n---\nThân bài.\n")
    site.build()
    before = site.problems.report()
    assert "content/2026/c/index.md" in before
    site.build()
    assert site.read == []
    assert site.problems.report() == before
