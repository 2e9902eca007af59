"""Dead links to other sites are named with their pages, and stop nothing."""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tools.links.asking import find_fault
from tools.links.collecting import collect_links

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).parents[2]
STATUSES = {"/there": 200, "/gone": 404, "/secret": 403, "/broken": 500, "/tin/h%E1%BB%8Dp": 200}


class Elsewhere(BaseHTTPRequestHandler):
    def answer(self) -> None:
        status = STATUSES.get(self.path, 404)
        # A host that does not know HEAD says so, and answers GET.
        if self.path == "/get-only":
            status = 405 if self.command == "HEAD" else 200
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD = answer  # noqa: N815 - the library's names

    def log_message(self, *_: object) -> None:
        return


@contextmanager
def serving() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def elsewhere() -> Iterator[str]:
    with serving() as address:
        yield address


@pytest.mark.parametrize("path", ["/there", "/secret", "/get-only", "/tin/họp"])
def test_what_answers_is_alive(elsewhere: str, path: str) -> None:
    assert find_fault(elsewhere + path) is None


@pytest.mark.parametrize(("path", "told"), [("/gone", "404"), ("/broken", "500")])
def test_what_fails_is_told(elsewhere: str, path: str, told: str) -> None:
    assert told in (find_fault(elsewhere + path) or "")


def test_a_host_that_is_not_there_is_told() -> None:
    with serving() as address:
        pass
    assert find_fault(address + "/there")


def test_links_of_our_own_and_for_sharing_are_not_asked(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        '<a href="/x">1</a><a href="https://own.example/x">2</a><a href="mailto:a@b.c">3</a>'
        '<a href="https://www.facebook.com/sharer">4</a><a href="https://khac.example/x#y">5</a>'
    )
    assert collect_links(tmp_path, ["own.example"]) == {"https://khac.example/x": ["a.html"]}


def test_the_command_names_the_dead_link_and_its_page(tmp_path: Path, elsewhere: str) -> None:
    (tmp_path / "a.html").write_text(
        f'<a href="{elsewhere}/gone">x</a><a href="{elsewhere}/there">y</a>'
    )
    command = [sys.executable, "-m", "tools.links", "--output", str(tmp_path)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert f"{elsewhere}/gone\n  404" in done.stdout
    assert "a.html\n2 liên kết ra ngoài, 1 không mở được" in done.stdout
