"""A PDF is kept under all that shapes it: theme, code, libraries, page, address and images."""

from __future__ import annotations

import ast
import os
import re
import shutil
from importlib.metadata import requires
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from plugins.core.artifacts import digest
from plugins.paper import press, publishing
from plugins.paper.engine import Engine
from plugins.paper.orders import Order
from plugins.paper.press import load_press
from plugins.paper.settings import PaperSettings
from plugins.paper.sheet import Sheet
from plugins.paper.shelf import Shelf
from tests.plugins.paper.site import PROJECT
from tests.plugins.samples import make_build, make_document

if TYPE_CHECKING:
    from collections.abc import Iterator

PLUGIN = Path(press.__file__).parent
ADDRESS = "https://example.org/2021/01/20/hop-bao/"
HTML = (
    '<!doctype html><html lang="vi"><title>Họp báo</title><body><h1>Họp báo</h1>'
    '<p>Chữ <b>đậm</b>.</p><p><a href="bao-cao/">Báo cáo</a></p>'
)


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """Return a copy of what paper has of the theme."""
    for place in ("static/css", "paper", "fonts"):
        shutil.copytree(PROJECT / "theme" / place, tmp_path / "theme" / place)
    return tmp_path / "theme"


def modules_that_print(name: str = "engine") -> Iterator[str]:
    """Yield the files of the modules that are imported, by way of others too, to print."""
    yield f"{name}.py"
    for node in ast.parse((PLUGIN / f"{name}.py").read_text("utf-8")).body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("plugins.paper."):
            yield from modules_that_print(str(node.module).rpartition(".")[2])


def test_all_code_that_prints_is_in_the_key() -> None:
    # What libraries there are is told by their versions.
    assert {*modules_that_print(), "fontconfig.xml"} - {"libraries.py"} == set(press._RECIPE)


def test_every_library_that_prints_is_in_the_key() -> None:
    needed = [
        re.split(r"\W", one)[0].lower() for one in requires("weasyprint") or () if ";" not in one
    ]
    # Between Python and C: no more shapes pages than Python itself does.
    assert {*needed} - {"cffi"} <= press.list_versions().keys()


@pytest.mark.parametrize(
    "place",
    [
        "static/css/tokens.css",
        "static/css/print.css",
        "paper/paper.css",
        "fonts/BeVietnamPro-Bold.ttf",
    ],
)
def test_each_file_of_the_theme_that_paper_shows_is_in_the_key(theme: Path, place: str) -> None:
    before = load_press(theme)
    with (theme / place).open("ab") as file:
        file.write(b"\n")
    assert load_press(theme).key != before.key


def test_a_stylesheet_s_change_that_shows_changes_key_and_pdf(theme: Path) -> None:
    before = load_press(theme)
    with (theme / "paper/paper.css").open("a") as file:
        file.write("\nh1 { margin-block-start: 3cm }\n")
    after = load_press(theme)
    assert after.key != before.key
    sheet = Sheet(HTML, ADDRESS)
    assert Engine(after).print(sheet).pdf != Engine(before).print(sheet).pdf


def test_files_of_the_theme_that_paper_does_not_show_are_not_in_the_key(theme: Path) -> None:
    before = load_press(theme)
    (theme / "static/css/base.css").write_text("")
    assert load_press(theme).key == before.key


def picture(colour: str) -> bytes:
    file = BytesIO()
    Image.new("RGB", (8, 6), colour).save(file, "PNG")
    return file.getvalue()


PAGE = f'{HTML}<img src="/anh.png" alt="Ảnh">'
RED, BLUE = picture("red"), picture("blue")


def print_page(root: Path, html: str, address: str, image: bytes) -> bytes:
    """Return the PDF of a page, printed unless it is on the shelf in `root`."""
    build = make_build(root, PAPER=PaperSettings())
    build.output.open()
    build.output.write("anh.png", image)
    order = Order("/a.pdf", address, digest(html), lambda: html, (make_document(),))
    printed = publishing.print_orders(build, Shelf(root / "shelf"), [order])["/a.pdf"]
    return printed.path.read_bytes()


@pytest.mark.parametrize(
    ("html", "address", "image"),
    [
        (PAGE.replace("đậm", "nhạt"), ADDRESS, RED),
        (PAGE, "https://example.org/2021/01/20/hop-bao-2/", RED),
        (PAGE, ADDRESS, BLUE),
    ],
    ids=["page", "address", "image"],
)
def test_another_page_address_or_image_is_printed_as_from_an_empty_shelf(
    tmp_path: Path, html: str, address: str, image: bytes
) -> None:
    before = print_page(tmp_path / "old", PAGE, ADDRESS, RED)
    after = print_page(tmp_path / "old", html, address, image)
    assert after != before
    assert after == print_page(tmp_path / "new", html, address, image)


def test_printing_leaves_the_system_s_fonts_to_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", "mine.xml")
    Engine(load_press(PROJECT / "theme"))
    assert os.environ["FONTCONFIG_FILE"] == "mine.xml"
    monkeypatch.delenv("FONTCONFIG_FILE")
    Engine(load_press(PROJECT / "theme"))
    assert "FONTCONFIG_FILE" not in os.environ
