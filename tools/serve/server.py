"""Serves the preview on this machine only: files, and news of each build to open pages."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tools.serve.files import find_file, media_type, parse_range
from tools.serve.live import (
    EVENTS_URL,
    SCRIPT_URL,
    STYLES_URL,
    LiveSite,
    LiveState,
    with_reload_script,
)

HOST = "127.0.0.1"
OWN_FILES = {
    SCRIPT_URL: Path(__file__).with_name("reload.js"),
    STYLES_URL: Path(__file__).with_name("reload.css"),
}
KEEP_ALIVE_S = 15.0
NOT_FOUND_PAGE = """<!doctype html><html lang="vi"><head><title>Không có trang này</title></head>
<body><h1>Không có trang này</h1><p lang="en">There is no such page.</p></body></html>"""
NO_SITE_PAGE = """<!doctype html><html lang="vi"><head><title>Đang dựng trang web</title></head>
<body><h1>Đang dựng trang web…</h1><p lang="en">Building the site…</p></body></html>"""


class PreviewServer(ThreadingHTTPServer):
    """Serves the files below `root`; port 0 lets the system choose a free one."""

    daemon_threads = True

    def __init__(self, root: Path, live: LiveSite, port: int) -> None:
        self.root = root
        self.live = live
        super().__init__((HOST, port), PreviewHandler)

    @cached_property
    def address(self) -> str:
        return f"http://{HOST}:{self.server_address[1]}/"


class PreviewHandler(BaseHTTPRequestHandler):
    """Answers one browser's requests."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        # A browser that goes away in the middle is no error.
        with suppress(ConnectionError):
            self._answer()

    do_HEAD = do_GET  # noqa: N815 - http.server's name for it

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
        """Say nothing: the terminal is for the problems of the build."""

    def _answer(self) -> None:
        url_path = self.path.partition("?")[0]
        if url_path == EVENTS_URL:
            self._send_events()
        elif url_path in OWN_FILES:
            self._send_file(OWN_FILES[url_path])
        else:
            self._send_from_site()

    def _send_from_site(self) -> None:
        found = find_file(self.server.root, self.path)
        if found.redirect:
            self._send(b"", HTTPStatus.MOVED_PERMANENTLY, {"Location": found.redirect})
        elif found.path:
            self._send_file(found.path)
        else:
            self._send_not_found()

    def _send_not_found(self) -> None:
        page = self.server.root / "404.html"
        if page.is_file():
            self._send_page(page.read_bytes(), HTTPStatus.NOT_FOUND)
        elif (self.server.root / "index.html").is_file():
            self._send_page(NOT_FOUND_PAGE.encode(), HTTPStatus.NOT_FOUND)
        else:
            self._send_page(NO_SITE_PAGE.encode(), HTTPStatus.SERVICE_UNAVAILABLE)

    def _send_file(self, path: Path) -> None:
        content_type = media_type(path)
        if content_type.startswith("text/html"):
            self._send_page(path.read_bytes(), HTTPStatus.OK)
        else:
            self._send_bytes(path.read_bytes(), content_type)

    def _send_page(self, html: bytes, status: HTTPStatus) -> None:
        page = with_reload_script(html, self.server.live.state.version)
        self._send(page, status, {"Content-Type": "text/html; charset=utf-8"})

    def _send_bytes(self, body: bytes, content_type: str) -> None:
        headers = {"Content-Type": content_type, "Accept-Ranges": "bytes"}
        wanted = parse_range(self.headers.get("Range", ""), len(body))
        if wanted is None:
            self._send(body, HTTPStatus.OK, headers)
        elif not wanted:
            headers["Content-Range"] = f"bytes */{len(body)}"
            self._send(b"", HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers)
        else:
            headers["Content-Range"] = f"bytes {wanted.start}-{wanted.stop - 1}/{len(body)}"
            self._send(body[wanted.start : wanted.stop], HTTPStatus.PARTIAL_CONTENT, headers)

    def _send(self, body: bytes, status: HTTPStatus, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        # The next build must show at once.
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _send_events(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        told: LiveState | None = None
        while not self.server.live.is_closed:
            state = self.server.live.wait_for_other(told, KEEP_ALIVE_S)
            # A comment now and then finds out whether the page is still there.
            self.wfile.write(state.as_event() if state else b": still here\n\n")
            told = state or told
