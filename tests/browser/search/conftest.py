"""The search page, of the real site and of a generated archive of many years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bench.host import serve
from tests.browser.search.generated import build_archive
from tests.browser.search.searching import PAGE, Searcher
from tests.browser.visitor import Visitor, visiting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from bench.host import Host
    from tests.browser.search.generated import Archive


@pytest.fixture(scope="session")
def archive(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return build_archive(site, tmp_path_factory.mktemp("archive"))


@pytest.fixture(scope="session")
def archive_host(archive: Archive) -> Iterator[Host]:
    with serve(archive.folder) as host:
        yield host


@pytest.fixture
def open_archive(chromium: Browser, archive_host: Host) -> Iterator[Callable[[str], Searcher]]:
    """Open the search page of the generated archive with a query string."""
    with visiting(chromium, archive_host.address) as visitor:
        yield lambda query: Searcher(visitor(PAGE + query))


@pytest.fixture
def search(open_page: Visitor) -> Searcher:
    return Searcher(open_page(PAGE))
