"""The whole preview, as `make serve` starts it: build, serve, follow changes, end cleanly."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

PROJECT = Path(__file__).resolve().parents[2]
PATIENCE_S = 60.0
# A stand-in for Pelican: one page from one file; fails, half done, where that file says "hỏng".
BUILD = """
from pathlib import Path
Path("output").mkdir(exist_ok=True)
text = Path("content/index.md").read_text(encoding="utf-8")
page = '<!doctype html><html lang="vi"><head><title>Tin</title>%s</head><body><h1>%s</h1>'
Path("output/new").write_text(page % (Path("policy").read_text(), text), encoding="utf-8")
Path("output/new").replace("output/index.html")
if text == "hỏng":
    raise SystemExit("content/index.md:1 — Ảnh “a.jpg” không có trong thư mục.")
"""
POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="'
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'\">"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "thư mục có dấu cách"
    (folder / "content").mkdir(parents=True)
    (folder / "content" / "index.md").write_text("bản một", encoding="utf-8")
    (folder / "build.py").write_text(BUILD, encoding="utf-8")
    (folder / "policy").write_text(POLICY, encoding="utf-8")
    return folder


@contextmanager
def _preview_of(project: Path, port: int = 0) -> Iterator[subprocess.Popen[str]]:
    preview = [sys.executable, "-X", "utf8", "-m", "tools.serve", "--port", str(port)]
    build = [sys.executable, "-X", "utf8", "build.py"]
    with subprocess.Popen(
        [*preview, "--", *build],
        cwd=project,
        env={"PYTHONPATH": str(PROJECT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as process:
        # A preview that hangs must not hang its test.
        limit = Timer(PATIENCE_S, process.kill)
        limit.start()
        try:
            yield process
        finally:
            limit.cancel()
            process.kill()


def _address_after_build(process: subprocess.Popen[str]) -> str:
    """Read what the preview prints until a build has ended; return the address that it names."""
    assert process.stdout is not None
    for line in process.stdout:
        if address := re.search(r"http://127\.0\.0\.1:\d+/", line):
            return address[0]
    pytest.fail("the preview ended before a build did")


def _page_at(address: str) -> str:
    with urlopen(address, timeout=PATIENCE_S) as response:  # noqa: S310 - our own server
        return str(response.read(), encoding="utf-8")


def _edit(project: Path, text: str) -> None:
    (project / "content" / "index.md").write_text(text, encoding="utf-8")


def test_a_change_is_built_and_a_failed_build_keeps_the_last_good_site(project: Path) -> None:
    with _preview_of(project) as process:
        address = _address_after_build(process)
        assert "bản một" in _page_at(address)
        _edit(project, "hỏng")
        _address_after_build(process)
        assert "bản một" in _page_at(address)
        _edit(project, "bản hai")
        _address_after_build(process)
        assert "bản hai" in _page_at(address)


def test_a_first_build_that_fails_is_served_as_not_there_yet(project: Path) -> None:
    _edit(project, "hỏng")
    with _preview_of(project) as process:
        address = _address_after_build(process)
        with pytest.raises(HTTPError) as answer:
            _page_at(address)
        with answer.value:
            assert answer.value.code == 503


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_the_preview_ends_cleanly(project: Path, end: signal.Signals) -> None:
    with _preview_of(project) as process:
        address = _address_after_build(process)
        with urlopen(f"{address}__reload", timeout=PATIENCE_S):  # noqa: S310 - our own server
            process.send_signal(end)
            output, _ = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 0
    assert output == "\n→ Đã dừng.\n"


def test_a_build_in_progress_ends_with_the_preview(project: Path) -> None:
    (project / "build.py").write_text(
        "import os, time; from pathlib import Path\n"
        "Path('new').write_text(str(os.getpid())); Path('new').rename('pid'); time.sleep(600)",
        encoding="utf-8",
    )
    with _preview_of(project) as process:
        while not (project / "pid").exists():
            assert process.poll() is None
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 0
    assert not Path("/proc", (project / "pid").read_text()).exists()


def test_a_busy_port_is_explained(project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with _preview_of(project, port) as process:
            output, _ = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 1
    assert output == (
        f"Cổng {port} đang bận. Hãy chọn cổng khác: make serve PORT={port + 1}\n"
        f"Port {port} is in use. Choose another: make serve PORT={port + 1}\n"
    )


def test_the_browser_reloads_itself_and_shows_problems_under_a_strict_policy(
    project: Path,
    chromium: Browser,
) -> None:
    with _preview_of(project) as process, chromium.new_context() as profile:
        page = profile.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(_address_after_build(process))
        heading, banner = page.locator("h1"), page.get_by_role("alert")
        expect(heading).to_have_text("bản một")
        _edit(project, "hỏng")
        expect(banner).to_contain_text("Ảnh “a.jpg” không có trong thư mục.", timeout=20_000)
        expect(heading).to_have_text("bản một")
        expect(banner).to_have_css("position", "sticky")
        _edit(project, "bản hai")
        expect(heading).to_have_text("bản hai", timeout=20_000)
        expect(banner).to_have_count(0)
        assert [text for text in complaints if "Content Security Policy" in text] == []
