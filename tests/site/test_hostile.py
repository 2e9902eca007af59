"""What an enemy writes stays text: no script runs, with or without the content policy."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from functools import partial
from typing import TYPE_CHECKING, Any

import lxml.html
import pytest

from bench.host import serve
from plugins.audit.facts import read_facts
from plugins.audit.files import find_problems_of_file
from plugins.audit.pages import find_problems_of_page
from plugins.audit.site import Site
from tests.site.building import Pelican, run_pelican
from tests.site.hostile import RUN, STRINGS, write_hostile_content
from tests.site.test_deletable import project_without

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

BASE = "/cong"
_PHOTO = re.compile(r"/cong/photos/[0-9a-f]{2}/[0-9a-f]{32}-\d+\.jpg")
# What a page's own scripts may find, and what the enemy's would leave.
_LOOK = """() => ({
    hacked: typeof window.hacked === "number",
    handlers: [...document.querySelectorAll("*")].flatMap((e) =>
        [...e.attributes].filter((a) => a.name.startsWith("on") || a.name === "style")
            .map((a) => e.outerHTML.slice(0, 200))),
    schemes: [...document.links].map((a) => a.protocol),
    foreign: [...document.querySelectorAll("iframe, object, embed, base, meta[http-equiv], style")]
        .map((e) => e.outerHTML),
    scripts: [...document.scripts].filter((s) => !s.src && s.type !== "application/ld+json")
        .map((s) => s.outerHTML),
})"""


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder to serve; the hostile site lies below its base path.

    Without proofreading, which would stop the build at every raw tag.
    """
    root = tmp_path_factory.mktemp("hostile")
    write_hostile_content(root / "site/content")
    project = project_without(root / "project", "proofreading")
    pelican = Pelican(project=project, cache=root / "cache")
    # Not for the public: the audit's own verdict is a test below.
    preview = ["--extra-settings", "IS_PRODUCTION=false"]
    output = root / "host/cong"
    done = pelican.run(root / "site/content", output, "--fatal=errors", *preview)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "host"


@pytest.fixture(scope="module")
def places(host: Path) -> list[str]:
    """Return the pages to open: all articles, and one of each kind besides."""
    output = host / "cong"
    articles = sorted(p.parent for p in output.glob("20*/*/*/bai-*/index.html"))
    listings = sorted(p.parent for p in output.glob("the/*/index.html"))[::10]
    named = [output, output / "chuyen-muc/tin-tuc", output / "so-do-trang", output / "gioi-thieu"]
    found = [f"{p.relative_to(host).as_posix()}/" for p in (*articles, *listings, *named)]
    assert len(articles) == len(STRINGS)
    return found


def visit_all(page: Page, address: str, places: list[str]) -> list[str]:
    """Return what is wrong with the pages, each opened and looked at."""
    told: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        told.append(dialog.message)
        dialog.dismiss()

    def listen(message: ConsoleMessage) -> None:
        if "Content Security" in message.text:
            told.append(message.text)

    def watch(request: Request) -> None:
        if not request.url.startswith(address):
            told.append(request.url)

    page.on("dialog", dismiss)
    page.on("console", listen)
    page.on("request", watch)
    for place in places:
        page.goto(f"{address}/{place}")
        page.keyboard.press("Tab")
        seen = page.evaluate(_LOOK)
        schemes = set(seen.pop("schemes")) - {"http:", "https:", "mailto:", "tel:"}
        wrong = {name: found for name, found in seen.items() if found}
        told += [f"{place}: {one}" for one in (wrong, schemes) if one]
    return told


def test_no_script_runs_under_the_content_policy(
    host: Path, places: list[str], chromium: Browser
) -> None:
    with serve(host) as server:
        context = chromium.new_context()
        # Every third: the test below opens them all, and without this net.
        assert visit_all(context.new_page(), server.address, places[::3]) == []
        context.close()


def test_no_script_runs_even_without_a_content_policy(
    host: Path, places: list[str], chromium: Browser
) -> None:
    with serve(host) as server:
        context = chromium.new_context(bypass_csp=True)
        page = context.new_page()
        # The trap itself works: what it looks for can be found.
        page.goto(f"{server.address}/{places[0]}")
        page.evaluate(
            f"document.body.append(document.createRange()"
            f".createContextualFragment(`<script>{RUN}</script>`))"
        )
        assert page.evaluate(_LOOK)["hacked"]
        assert visit_all(page, server.address, places) == []
        context.close()


def test_what_the_search_finds_is_text(host: Path, chromium: Browser) -> None:
    with serve(host) as server:
        context = chromium.new_context(bypass_csp=True)
        page = context.new_page()
        for words in ("script", "onload", "javascript"):
            page.goto(f"{server.address}{BASE}/tim-kiem/?q={words}")
            page.locator("[data-module=search] li a").first.wait_for()
            assert page.evaluate(_LOOK) | {"schemes": []} == {
                "hacked": False,
                "handlers": [],
                "schemes": [],
                "foreign": [],
                "scripts": [],
            }
        context.close()


def test_an_audit_finds_nothing_that_could_run(host: Path) -> None:
    output = host / "cong"
    files = [p for p in output.rglob("*") if p.is_file()]
    sizes = {p.relative_to(output).as_posix(): p.stat().st_size for p in files}
    site = Site("https://tin.example", BASE, sizes)
    look = partial(find_problems_of_file, output_dir=output)
    found = [problem for path in files if path.suffix != ".html" for problem in look(path)]
    for path in files:
        if path.suffix == ".html":
            data = path.read_bytes()
            facts = read_facts(path.relative_to(output).as_posix(), data)
            found += find_problems_of_page(facts, site)
    # Signs of Markdown and of templates in a title are text, though no editor means them.
    assert {problem.code for problem in found} <= {"page-leftover"}, found


def test_every_photo_is_published_and_its_name_leads_nowhere(host: Path) -> None:
    shown: dict[str, str] = {}
    for path in (host / "cong").glob("20*/*/*/bai-*/index.html"):
        tree: Any = lxml.html.document_fromstring(path.read_bytes().decode())
        addresses = tree.xpath("//div[@class='prose']//img/@src")
        assert [address for address in addresses if not _PHOTO.fullmatch(address)] == []
        assert "Một tấm ảnh" in tree.xpath("//div[@class='prose']//figure//img/@alt")
        shown[path.parent.name] = addresses[0]
    assert len(set(shown.values())) == len(STRINGS)
    names = [p.relative_to(host).as_posix() for p in host.rglob("*")]
    assert [name for name in names if re.search(r"[<>\"'`{}\\\s]", name)] == []


def test_nothing_is_written_beside_the_output(host: Path) -> None:
    assert {p.name for p in host.iterdir()} == {"cong"}
    assert {p.name for p in host.parent.iterdir()} <= {"host", "site", "project", "cache"}
    assert {p.name for p in (host.parent / "site").iterdir()} == {"content"}


def test_feeds_and_structured_data_can_be_parsed_and_hold_no_script(host: Path) -> None:
    texts = [
        element.text
        for path in (host / "cong/feeds").rglob("*.xml")
        for element in ET.fromstring(path.read_bytes()).iter()  # noqa: S314 - our own files
        if element.text
        and element.text.lstrip().startswith("<")
        and element.tag.rpartition("}")[2] in {"content", "encoded"}
    ]
    assert len(texts) > len(STRINGS) // 2
    for text in texts:
        tree = lxml.html.fragment_fromstring(text, create_parent="div")
        assert tree.xpath(".//script | .//style | .//iframe | .//@onload | .//@onclick") == []
        assert [a for a in tree.xpath(".//@href | .//@src") if not a.startswith("http")] == []
    for path in (host / "cong").glob("20*/*/*/bai-*/index.html"):
        for part in path.read_text("utf-8").split('<script type="application/ld+json">')[1:]:
            assert json.loads(part.partition("</script>")[0])["@context"] == "https://schema.org"


def test_proofreading_tells_every_raw_tag_that_would_be_taken_away(tmp_path: Path) -> None:
    write_hostile_content(tmp_path / "content")
    done = run_pelican(tmp_path / "content", tmp_path / "output", "--fatal=errors")
    told = done.stdout + done.stderr
    assert done.returncode != 0
    assert "Traceback" not in told
    assert told.count("thẻ <script>") > 10
    assert not (tmp_path / "output/index.html").exists()
