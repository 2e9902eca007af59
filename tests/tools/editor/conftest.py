"""The editing page, really bundled and served, and a browser tab with a local folder."""

from __future__ import annotations

import fcntl
import os
from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from tests.tools.check.seeded import PROJECT
from tests.tools.editor.local_folder import CHOOSE
from tools.check.site import open_site
from tools.editor.bundling import make_page
from tools.editor.server import EditorServer
from tools.serve.live import LiveSite

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def editor_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page's folder; the first worker makes it, the others find it made."""
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    build = open_site(PROJECT / "pelicanconf.py").build
    with (base / "editor.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return make_page(replace(build, cache_dir=base / "editor-cache"))


@pytest.fixture(scope="session")
def editor(editor_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[EditorServer]:
    live = LiveSite()
    site = tmp_path_factory.mktemp("site")
    (site / "index.html").write_text("<!doctype html><title>Trang chủ</title>", encoding="utf-8")
    with EditorServer(site, live, 0, editor_folder) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server
        live.close()
        server.shutdown()
        thread.join()


@pytest.fixture
def tab(chromium: Browser, editor: EditorServer) -> Iterator[Page]:
    """Return a tab in Vietnamese at the editing page, which may ask nobody else for anything."""
    context = chromium.new_context(locale="vi-VN", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.add_init_script(CHOOSE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    refused: list[str] = []
    page.on(
        "console",
        lambda said: refused.append(said.text) if "Content Security" in said.text else None,
    )
    page.goto(f"{editor.address}admin/")
    yield page
    own = (editor.address, "blob:", "data:")
    assert [url for url in asked if not url.startswith(own)] == []
    assert refused == []
    context.close()
