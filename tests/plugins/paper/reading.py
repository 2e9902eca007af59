"""What a page says and what its PDF says, both as one string without white space."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import lxml.html

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from lxml.html import HtmlElement

_PAGE_NUMBER = re.compile(r"^(?:Trang \d+/\d+|Page \d+ of \d+)$\n?", re.MULTILINE)
# Labels of list items are drawn after a page's text; the structure tree has them in their places.
_LABEL = re.compile(r"^(?:•|–|\d+\.)$\n?", re.MULTILINE)
_EMOJI_STYLE = "\ufe0f"


def squeeze(text: str) -> str:
    """Return a text without white space and what only chooses between forms of one sign."""
    return "".join(text.split()).replace(_EMOJI_STYLE, "")


def read_page(path: Path) -> str:
    """Return lead and body of a page as paper should show them, in reading order."""
    article = _article(path)
    lead = article.find_class("article__lead")[0].text_content()
    return squeeze(lead + "".join(_walk(article.find_class("prose")[0])))


def read_pdf(path: Path, page: Path) -> str:
    """Return a PDF's text in the order in which it is written.

    Left out are running heads, page numbers, labels of lists, and the head rows that tables repeat
    on further pages.
    """
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    first, *rest = [_without_marks(text) for text in done.stdout.removesuffix("\f").split("\f")]
    running_head = first.partition("\n")[0]
    rest = [_without_line(running_head, text) for text in rest]
    heads = _heads_of_tables(page)
    return "".join([squeeze(first), *(_without_heads(squeeze(text), heads) for text in rest)])


def _walk(element: HtmlElement) -> list[str]:
    if element.get("class") == "footnote-backref":
        return [element.tail or ""]
    inner = [element.text or ""]
    for child in element:
        inner += _walk(child)
    address = element.get("data-address")
    if address:
        inner.append(f" ({address})")
    if element.tag == "q":
        inner = ["“", *inner, "”"]
    return [*inner, element.tail or ""]


def _article(path: Path) -> HtmlElement:
    page = lxml.html.document_fromstring(path.read_text("utf-8"))
    article = page.find(".//article")
    assert article is not None
    return article


def _heads_of_tables(page: Path) -> list[str]:
    return [squeeze(head.text_content()) for head in _article(page).iter("thead")]


def _without_marks(text: str) -> str:
    return _LABEL.sub("", _PAGE_NUMBER.sub("", text))


def _without_line(line: str, text: str) -> str:
    # The running head is drawn last.
    before, _, after = text.rpartition(f"{line}\n")
    return before + after


def _without_heads(text: str, heads: Iterable[str]) -> str:
    return next((text.removeprefix(head) for head in heads if text.startswith(head)), text)
