"""The tiny site below its base path, served by nginx and Caddy with what the build wrote."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

import pytest
from lxml import etree

from plugins.manifest.lines import NAME, read_manifest
from tests.plugins.hosting.serving import Server, command_of, free_port, open_to_all, running
from tests.plugins.search.test_opensearch import find_breaches
from tests.site.building import PROJECT, Pelican, copy_content
from tools.verify.__main__ import check_all
from tools.verify.comparing import compare, find_new_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, ConsoleMessage

BASE = "/cong"
ARTICLE = f"{BASE}/2026/01/20/hop-bao-thang-1/"
# One page of each template, and the English edition.
PAGES = (
    f"{BASE}/",
    f"{BASE}/en/",
    ARTICLE,
    f"{BASE}/en/2026/01/20/hop-bao-thang-1/",
    f"{BASE}/gioi-thieu/",
    f"{BASE}/chuyen-muc/tin-tuc/trang/2/",
    f"{BASE}/luu-tru/",
    f"{BASE}/so-do-trang/",
    f"{BASE}/404.html",
)


class Served(NamedTuple):
    server: Server
    output: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"


@pytest.fixture(scope="session")
def built(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a tiny site with old addresses; `root` is what servers show."""
    folder = tmp_path_factory.mktemp("served")
    copy_content(folder / "content")
    source = folder / "content/2026/tin-mot/index.md"
    text = source.read_text("utf-8").replace("---\n", "---\naliases: [/tin/cu.html, /họp]\n", 1)
    source.write_text(text, "utf-8")
    done = Pelican(cache=tiny / "cache").run(folder / "content", folder / "output")
    assert done.returncode == 0, done.stdout + done.stderr
    (folder / "root").mkdir()
    (folder / f"root{BASE}").symlink_to(folder / "output")
    return folder


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def served(
    request: pytest.FixtureRequest, built: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    own, port = tmp_path_factory.mktemp(request.param), free_port()
    open_to_all(own, built)
    command = command_of(request.param, own, built / "hosting", built / "root", port)
    with running(command, port, own) as server:
        yield Served(server, built / "output")


def test_every_file_of_the_manifest_is_answered_as_it_was_built(served: Served) -> None:
    sums = read_manifest((served.output / NAME).read_text("utf-8"))
    assert len([name for name in sums if name.endswith(".html")]) > 25
    assert check_all(f"{served.address}{BASE}", sums, served.output) == []


def test_the_command_says_that_the_site_is_what_was_built(served: Served) -> None:
    command = [sys.executable, "-m", "tools.verify", f"{served.address}{BASE}"]
    done = subprocess.run(
        [*command, "--output", str(served.output)],
        cwd=PROJECT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert "giống hệt" in done.stdout


def test_an_old_address_that_leads_elsewhere_is_told(served: Served) -> None:
    sums = read_manifest((served.output / NAME).read_text("utf-8"))
    name, url = "tin/cu.html", f"{served.address}{BASE}"
    new_path = find_new_path(served.output / name)
    assert new_path == f"{BASE}/2026/01/11/tin-mot/"
    assert compare(url, name, sums[name], new_path) is None
    told = compare(url, name, sums[name], f"{BASE}/")
    assert told is not None
    assert told.name == name


@pytest.mark.parametrize("path", ["/tin/cu.html", "/h%E1%BB%8Dp"])
def test_old_addresses_lead_to_the_article(served: Served, path: str) -> None:
    answer = served.server.get(f"{BASE}{path}")
    assert (answer.status, answer.headers["location"]) == (301, f"{BASE}/2026/01/11/tin-mot/")


@pytest.mark.parametrize(("edition", "lang"), [("", "vi"), ("/en", "en")])
def test_what_is_not_there_is_told_in_its_language(served: Served, edition: str, lang: str) -> None:
    answer = served.server.get(f"{BASE}{edition}/khong/co/")
    assert answer.status == 404
    assert f'<html lang="{lang}"' in answer.body.decode()
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_photos_and_the_theme_are_kept_for_ever_and_pages_for_minutes(served: Served) -> None:
    for folder in ("photos", "assets"):
        path = next(p for p in sorted((served.output / folder).rglob("*")) if p.is_file())
        answer = served.server.get(f"{BASE}/{path.relative_to(served.output).as_posix()}")
        assert (answer.status, "immutable" in answer.headers["cache-control"]) == (200, True)
    assert "immutable" not in served.server.get(ARTICLE).headers["cache-control"]


def test_parts_of_a_pdf_can_be_asked_for(served: Served) -> None:
    place = f"{ARTICLE}hop-bao-thang-1.pdf"
    whole = (served.output / place.removeprefix(f"{BASE}/")).read_bytes()
    for asked, part in (
        ("bytes=0-4", b"%PDF-"),
        ("bytes=100-1099", whole[100:1100]),
        ("bytes=-10", whole[-10:]),
    ):
        answer = served.server.get(place, Range=asked)
        assert (answer.status, answer.body) == (206, part)
        assert answer.headers["content-range"].endswith(f"/{len(whole)}")
    beyond = served.server.get(place, Range=f"bytes={len(whole)}-")
    assert beyond.status == 416


def test_a_browser_reports_nothing_that_the_content_policy_forbids(
    served: Served, chromium: Browser
) -> None:
    page = chromium.new_page()
    told: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            told.append(f"{page.url}: {message.text}")

    page.on("console", listen)
    page.on("pageerror", lambda error: told.append(str(error)))
    for path in PAGES:
        page.goto(f"{served.address}{path}")
        assert page.locator("h1").count() == 1
        page.keyboard.press("Tab")
    assert told == []
    page.close()


@pytest.mark.parametrize("edition", ["", "/en"])
def test_a_browser_finds_the_search_and_searches_from_its_own_box(
    served: Served, chromium: Browser, edition: str
) -> None:
    page = chromium.new_page()
    page.goto(f"{served.address}{BASE}{edition}/")
    link = page.locator('link[rel="search"][type="application/opensearchdescription+xml"]')
    described = str(link.get_attribute("href"))
    assert described == f"https://tin.example{BASE}{edition}/opensearch.xml"
    answer = served.server.get(described.removeprefix("https://tin.example"))
    assert answer.headers["content-type"].startswith("application/opensearchdescription+xml")
    assert find_breaches(answer.body) == []
    [template] = [
        str(url.get("template"))
        for url in etree.fromstring(answer.body).iterfind("{*}Url")
        if url.get("type") == "text/html"
    ]
    # As browsers fill it in: UTF-8, each sign of the query encoded.
    address = template.replace("{searchTerms}", quote("Họp báo" if not edition else "press"))
    page.goto(address.replace("https://tin.example", served.address))
    page.locator("[data-module=search] li a").first.wait_for()
    page.close()


def test_the_search_works_under_its_own_policy(served: Served, chromium: Browser) -> None:
    page = chromium.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.goto(f"{served.address}{BASE}/tim-kiem/?q=hop+bao")
    page.locator("[data-module=search] li a").first.wait_for()
    assert told == []
    page.close()
