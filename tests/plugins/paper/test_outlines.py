"""A page on paper is rendered again only where something that it shows has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plugins.core.executor import TaskLostError
from plugins.core.ledger import Ledger
from plugins.core.output import Output
from plugins.paper import publishing
from plugins.paper.images import Images
from plugins.paper.orders import Order
from plugins.paper.outlines import outline_all
from plugins.paper.settings import PaperSettings
from plugins.paper.site import Site
from tests.plugins.samples import make_build, make_document

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.build import Build
    from plugins.core.document import Document

ADDRESS = "https://example.org/2021/01/20/hop-bao/"


class Press:
    """Renders an order's page, and counts how often."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.rendered = 0

    def order(self, base: str = "theme") -> Order:
        return Order("/a.pdf", ADDRESS, base, self.render, (self.document,))

    def render(self) -> str:
        self.rendered += 1
        return f'<h1>{self.document.view.title}</h1>{self.document.html}<img src="/a.jpg">'


def build_again(build: Build, document: Document) -> Build:
    """Return the next build, which knows what the last one noted."""
    build.ledger = Ledger(dict(build.ledger.changes()[0]))
    build.documents = [document]
    return build


def test_an_outline_tells_the_html_and_its_images(tmp_path: Path) -> None:
    document = make_document(html="<p>Tin.</p>")
    (outline,) = outline_all(make_build(tmp_path, document), [Press(document).order()])
    assert outline.images == ("https://example.org/a.jpg",)
    other = make_document(html="<p>Tin khác.</p>")
    (another,) = outline_all(make_build(tmp_path, other), [Press(other).order()])
    assert another.html != outline.html


def test_what_has_not_changed_is_not_rendered(tmp_path: Path) -> None:
    document = make_document(html="<p>Tin.</p>")
    build = make_build(tmp_path, document)
    first = outline_all(build, [Press(document).order()])
    same = make_document(html="<p>Tin.</p>")
    press = Press(same)
    assert outline_all(build_again(build, same), [press.order()]) == first
    assert press.rendered == 0


@pytest.mark.parametrize("change", ["title", "html", "base"])
def test_what_has_changed_is_rendered(tmp_path: Path, change: str) -> None:
    document = make_document(html="<p>Tin.</p>")
    build = make_build(tmp_path, document)
    outline_all(build, [Press(document).order()])
    changed = make_document(
        html="<p>Khác.</p>" if change == "html" else "<p>Tin.</p>",
        title="Khác" if change == "title" else document.view.title,
    )
    press = Press(changed)
    outline_all(
        build_again(build, changed), [press.order("another" if change == "base" else "theme")]
    )
    assert press.rendered == 1


def test_what_the_page_does_not_show_may_change(tmp_path: Path) -> None:
    document = make_document(html="<p>Tin.</p>")
    build = make_build(tmp_path, document)
    outline_all(build, [Press(document).order()])
    changed = make_document(html="<p>Tin.</p>")
    changed.extras.social = "/photos/x.jpg"
    press = Press(changed)
    outline_all(build_again(build, changed), [press.order()])
    assert press.rendered == 0


def test_another_photo_at_the_same_address_is_another_sum(tmp_path: Path) -> None:
    output = Output(tmp_path / "output")
    output.open()
    output.write("a.jpg", b"one")
    one = Images(Site("https://example.org/"), output).sum_of("https://example.org/a.jpg")
    output.write("a.jpg", b"two")
    two = Images(Site("https://example.org/"), output).sum_of("https://example.org/a.jpg")
    assert one != two


def test_an_article_that_ends_every_process_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = make_document()
    build = make_build(tmp_path, document, PAPER=PaperSettings())

    def lose(*_: object) -> None:
        raise TaskLostError("PDF", "/a.pdf")

    order = Order("/a.pdf", ADDRESS, "", str, (document,))
    monkeypatch.setattr(publishing, "list_orders", lambda *_: [order])
    monkeypatch.setattr(publishing, "print_orders", lose)
    publishing.publish_pdfs(build)
    assert str(build.problems.report()).startswith(
        "content/2021/hop-bao/index.md:1 — Không in được bài này thành PDF: mọi tiến trình in nó "
        "đều bị dừng, có lẽ vì thiếu bộ nhớ.\n"
        "  Cách sửa: chia bài hoặc bảng dài thành nhiều bài; máy ít bộ nhớ thì đặt "
        "WORKERS = {'local': 1}.\n"
    )
