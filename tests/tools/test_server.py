"""The preview answers browsers as the real web server will, and adds nothing to the files."""

from __future__ import annotations

import json
from http.client import HTTPConnection, HTTPResponse
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from tools.serve.live import LiveSite
from tools.serve.server import HOST, PreviewServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = "<!doctype html><html><head><title>Tin</title></head><body>Họp báo</body></html>"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[PreviewServer]:
    with PreviewServer(tmp_path, LiveSite(), port=0) as preview:
        Thread(target=preview.serve_forever, daemon=True).start()
        yield preview
        preview.live.close()
        preview.shutdown()


@pytest.fixture
def browser(server: PreviewServer) -> Iterator[HTTPConnection]:
    connection = HTTPConnection(HOST, server.server_address[1], timeout=30)
    yield connection
    connection.close()


def _get(browser: HTTPConnection, url: str, method: str = "GET", **headers: str) -> HTTPResponse:
    browser.request(method, url, headers=headers)
    return browser.getresponse()


def test_a_page_comes_with_the_reload_script_and_its_file_stays_as_built(
    server: PreviewServer, browser: HTTPConnection
) -> None:
    (server.root / "index.html").write_text(PAGE)
    response = _get(browser, "/")
    body = response.read().decode()
    script = f'<script src="/__reload.js" data-version="{server.live.state.version}" defer>'
    assert response.status == 200
    assert body.replace(f"{script}</script>", "") == PAGE
    assert script in body
    assert (server.root / "index.html").read_text() == PAGE


def test_other_files_come_byte_for_byte(server: PreviewServer, browser: HTTPConnection) -> None:
    (server.root / "photo.avif").write_bytes(b"\0</head>\xff")
    response = _get(browser, "/photo.avif")
    assert response.read() == b"\0</head>\xff"
    assert response.headers["Content-Type"] == "image/avif"
    assert response.headers["Cache-Control"] == "no-store"


def test_a_folder_is_redirected_to_its_slash(
    server: PreviewServer, browser: HTTPConnection
) -> None:
    (server.root / "tin").mkdir()
    (server.root / "tin" / "index.html").write_text(PAGE)
    response = _get(browser, "/tin")
    assert (response.status, response.headers["Location"]) == (301, "/tin/")


@pytest.mark.parametrize(
    ("files", "status", "text"),
    [
        ({"index.html": PAGE, "404.html": "<h1>Lạc đường"}, 404, "Lạc đường"),
        ({"index.html": PAGE}, 404, "Không có trang này"),
        ({}, 503, "Đang dựng trang web"),
    ],
)
def test_a_missing_page_says_so_and_still_reloads(
    server: PreviewServer, browser: HTTPConnection, files: dict[str, str], status: int, text: str
) -> None:
    for name, html in files.items():
        (server.root / name).write_text(html)
    response = _get(browser, "/missing/")
    body = response.read().decode()
    assert response.status == status
    assert text in body
    assert "/__reload.js" in body


def test_a_head_request_tells_the_length_and_sends_nothing(
    server: PreviewServer, browser: HTTPConnection
) -> None:
    (server.root / "a.txt").write_text("mười")
    response = _get(browser, "/a.txt", "HEAD")
    assert response.read() == b""
    assert response.headers["Content-Length"] == "7"


def test_a_part_of_a_sound_can_be_asked_for(server: PreviewServer, browser: HTTPConnection) -> None:
    (server.root / "a.mp3").write_bytes(b"0123456789")
    part = _get(browser, "/a.mp3", Range="bytes=2-4")
    assert (part.status, part.read()) == (206, b"234")
    assert part.headers["Content-Range"] == "bytes 2-4/10"
    beyond = _get(browser, "/a.mp3", Range="bytes=10-")
    assert (beyond.status, beyond.read()) == (416, b"")
    assert beyond.headers["Content-Range"] == "bytes */10"


@pytest.mark.parametrize("url", ["/__reload.js", "/__reload.css"])
def test_the_previews_own_files_are_there_without_a_site(browser: HTTPConnection, url: str) -> None:
    response = _get(browser, url)
    assert response.status == 200
    assert b"preview-problems" in response.read()


def test_an_open_page_hears_of_each_build(server: PreviewServer, browser: HTTPConnection) -> None:
    events = _get(browser, "/__reload")
    assert events.headers["Content-Type"] == "text/event-stream"
    assert _next_event(events) == {"version": server.live.state.version, "problems": ""}
    server.live.report_failed_build("Ảnh thiếu")
    assert _next_event(events)["problems"] == "Ảnh thiếu"
    server.live.report_good_build()
    assert _next_event(events) == {"version": server.live.state.version, "problems": ""}
    server.live.close()
    assert b"data:" not in events.read()


def _next_event(events: HTTPResponse) -> dict[str, str]:
    line = events.readline()
    events.readline()
    event: dict[str, str] = json.loads(line.removeprefix(b"data: "))
    return event
