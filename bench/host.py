"""A static host as production has it: compressed text, ranges, long caching, the strict policy."""

from __future__ import annotations

import threading
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import brotli

from plugins.core.urls import WORDS, Urls
from plugins.hosting.headers import FOR_MINUTES, make_rules
from plugins.search.policy import POLICY as SEARCH_POLICY
from tools.serve.files import find_file, media_type, parse_range

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Pages whose policy is their own, as the build finds them (plugins/core/page.py).
_OWN_POLICIES = {Urls("", "vi").search(lang).lstrip("/"): SEARCH_POLICY for lang in WORDS}
RULES = make_rules(hsts_days=0, policies=_OWN_POLICIES)
_COMPRESSED = (".html", ".css", ".js", ".svg", ".xml", ".txt", ".json")
_QUALITY = 9


class Host(ThreadingHTTPServer):
    """Serves the files below `root` on 127.0.0.1, on a port that the system chooses."""

    daemon_threads = True

    def __init__(self, root: Path) -> None:
        self.root = root
        self.packed: dict[Path, bytes] = {}
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def pack(self, path: Path) -> bytes:
        """Return a file compressed by brotli, once."""
        if path not in self.packed:
            self.packed[path] = brotli.compress(path.read_bytes(), quality=_QUALITY)
        return self.packed[path]


class _Handler(BaseHTTPRequestHandler):
    server: Host
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        # A browser that goes away in the middle is no error.
        with suppress(ConnectionError):
            self._answer()

    def _answer(self) -> None:
        found = find_file(self.server.root, self.path)
        if found.redirect:
            self._send(HTTPStatus.MOVED_PERMANENTLY, b"", {"Location": found.redirect})
        elif found.path:
            self._send_file(found.path, HTTPStatus.OK)
        else:
            self._send_file(self.server.root / "404.html", HTTPStatus.NOT_FOUND)

    def _send_file(self, path: Path, status: HTTPStatus) -> None:
        headers = {"Content-Type": media_type(path), "Cache-Control": FOR_MINUTES}
        for rule in RULES:
            if self.path.startswith(f"/{rule.folder}"):
                headers |= dict(rule.headers)
        data = path.read_bytes()
        if path.suffix in _COMPRESSED and "br" in self.headers.get("Accept-Encoding", ""):
            data, headers["Content-Encoding"] = self.server.pack(path), "br"
        elif status is HTTPStatus.OK:
            status, data = self._cut(data, headers)
        self._send(status, data, headers)

    def _cut(self, data: bytes, headers: dict[str, str]) -> tuple[HTTPStatus, bytes]:
        """Return what a request for a range gets: browsers move in sound by them."""
        headers["Accept-Ranges"] = "bytes"
        wanted = parse_range(self.headers.get("Range", ""), len(data))
        if wanted is None:
            return HTTPStatus.OK, data
        if not wanted:
            headers["Content-Range"] = f"bytes */{len(data)}"
            return HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, b""
        headers["Content-Range"] = f"bytes {wanted.start}-{wanted.stop - 1}/{len(data)}"
        return HTTPStatus.PARTIAL_CONTENT, data[wanted.start : wanted.stop]

    def _send(self, status: HTTPStatus, data: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
        """Say nothing: the measurements are what is printed."""


@contextmanager
def serve(root: Path) -> Iterator[Host]:
    """Serve a built site until the block ends."""
    host = Host(root)
    thread = threading.Thread(target=host.serve_forever, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        host.shutdown()
        thread.join()
        host.server_close()
