"""Pages to listen to, and somebody who does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bench.host import serve
from tests.browser.read_aloud.listening import Listener, write_pages, write_recording
from tests.browser.visitor import Visitor, visiting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from bench.host import Host


@pytest.fixture(scope="session")
def listening_host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    folder = tmp_path_factory.mktemp("listening")
    write_pages(folder)
    with serve(folder) as host:
        yield host


@pytest.fixture
def visit(chromium: Browser, listening_host: Host) -> Iterator[Visitor]:
    with visiting(chromium, listening_host.address) as visitor:
        yield visitor


@pytest.fixture
def listener(visit: Visitor) -> Listener:
    return Listener(visit)


@pytest.fixture(scope="session")
def recording_starts_s(listening_host: Host) -> dict[str, float]:
    """Return when each sentence of the recorded page begins, in seconds."""
    return write_recording(listening_host.root, "en")


@pytest.fixture(scope="session")
def article_starts_s(listening_host: Host) -> dict[str, float]:
    """Return when each sentence of the long recorded page begins, in seconds."""
    return write_recording(listening_host.root, "vi")
