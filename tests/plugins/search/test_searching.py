"""A site's search while its indexes are being made, and where they cannot be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plugins.search import Searching
from plugins.search.engine import find_engine
from plugins.search.preparing import Search
from plugins.search.settings import SearchSettings
from tests.plugins.samples import make_build, make_document

if TYPE_CHECKING:
    import pytest

    from plugins.core.build import Build

PROJECT = Path(__file__).resolve().parents[3]


def start(tmp_path: Path, engine: Path | None = None) -> Build:
    build = make_build(tmp_path)
    build.options = {SearchSettings: SearchSettings(engine=str(engine or find_engine(PROJECT, "")))}
    build.documents = [make_document(html="<p>Hội nghị.</p>")]
    build.ledger.use(build.documents)
    return build


def publish(build: Build) -> list[str]:
    """Return where the search page says that indexes are."""
    searching = Searching()
    searching.begin(build)
    build.output.open()
    pages = list(searching.make_pages(build))
    searching.publish(build)
    searches = [page.context["search"] for page in pages]
    return [place for s in searches if isinstance(s, Search) for _, place in s.indexes]


def kinds_of(build: Build) -> set[str]:
    """Return how the names of what is published begin."""
    return {path.rpartition("/")[2].partition("-")[0] for path in build.output.places()}


def test_the_page_leads_to_what_is_published_once_it_is_there(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    build = start(tmp_path)
    [place] = publish(build)
    published = {path for path in build.output.places() if path.startswith(place)}
    assert f"{place}pagefind-entry.json" in published
    assert any("/engine-" in path for path in build.output.places())
    assert "(vi, mới / recent): 1" in capfd.readouterr().err
    assert publish(build) == [place]
    assert "recent" not in capfd.readouterr().err


def test_where_the_engine_fails_titles_are_found_until_it_works(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    engine = tmp_path / "engine"
    engine.write_text("#!/bin/sh\necho 'out of memory' >&2; exit 1\n")
    engine.chmod(0o755)
    build = start(tmp_path, engine)
    [place] = publish(build)
    assert "Pagefind: out of memory" in capfd.readouterr().err
    assert kinds_of(build) == {"titles"}
    engine.unlink()
    engine.symlink_to(str(find_engine(PROJECT, "")))
    [other] = publish(build)
    assert other != place
    assert f"{other}pagefind-entry.json" in build.output.places()


def test_without_an_engine_titles_are_found_and_that_is_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    build = start(tmp_path, tmp_path / "nowhere")
    assert publish(build) == []
    assert "make engine" in capfd.readouterr().err
    assert kinds_of(build) == {"titles"}
