"""Parts of pages: rendered once, shown where the same is handed to them, and never stale."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined
from jinja2.exceptions import TemplateRuntimeError, UndefinedError
from markupsafe import Markup

from plugins.core.document import Document
from plugins.core.parts import Parts
from plugins.core.reads import noting_reads
from tests.plugins.samples import make_view

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.reads import Reads

TEMPLATES = {
    "footer.html": "<p>{{ office }}</p>",
    "card.html": "{{ document.view.title }}, {{ document.extras.pdf }}, {{ level }}",
    "list.html": '<ul>{{ part("card.html", document=document, level=2) }}</ul>',
    "greedy.html": "{{ page.title }}",
    "counting.html": "{{ count() }}: {{ value }}",
}


class Counter:
    """Tells how often it was called."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self) -> int:
        self.calls += 1
        return self.calls


def make_parts(most: int = 10, **shared: object) -> Parts:
    environment = Environment(
        loader=DictLoader(TEMPLATES), undefined=StrictUndefined, autoescape=True
    )
    handed: dict[str, object] = dict(shared)
    parts = Parts(environment, handed, most)
    handed["part"] = parts
    return parts


@pytest.fixture
def document(tmp_path: Path) -> Document:
    return Document(make_view("hop-bao", folder=tmp_path, title="Họp <báo>"))


def test_a_part_sees_what_its_language_shares_and_its_arguments_escaped(document: Document) -> None:
    part = make_parts(office="Văn phòng & Sở")
    assert part("footer.html") == Markup("<p>Văn phòng &amp; Sở</p>")
    assert part("card.html", document=document, level=3) == Markup("Họp &lt;báo&gt;, None, 3")


def test_a_part_sees_nothing_of_the_page() -> None:
    with pytest.raises(UndefinedError, match=r"greedy\.html, which sees only what it is handed"):
        make_parts()("greedy.html")


@pytest.mark.parametrize("value", [[1], {"a": 1}, (1, [2]), object(), make_parts, (1,), 1.5])
def test_what_may_change_is_no_argument(value: object) -> None:
    with pytest.raises(TemplateRuntimeError, match=r"footer\.html: “value” is a .+ may change"):
        make_parts(office="")("footer.html", value=value)


def test_equal_arguments_are_rendered_once_and_others_by_themselves() -> None:
    count = Counter()
    part = make_parts(count=count)
    assert [part("counting.html", value=value) for value in ("a", "b", "a")] == [
        "1: a",
        "2: b",
        "1: a",
    ]


@pytest.mark.parametrize(("one", "other"), [(1, True), (0, False), ("<", Markup("<"))])
def test_equal_arguments_of_two_kinds_are_two(one: object, other: object) -> None:
    part = make_parts(count=Counter())
    assert one == other
    assert part("counting.html", value=one) != part("counting.html", value=other).replace("2", "1")


def test_no_more_parts_are_kept_than_may_be() -> None:
    count = Counter()
    part = make_parts(1, count=count)
    for value in ("a", "b", "a"):
        part("counting.html", value=value)
    assert count.calls == 3


def test_a_document_that_may_change_is_shown_as_it_is(document: Document) -> None:
    part = make_parts(0)
    part("card.html", document=document, level=2)
    document.view = make_view("hop-bao", folder=document.view.folder, title="Mới")
    assert part("card.html", document=document, level=2).startswith("Mới")


@pytest.mark.parametrize("template", ["card.html", "list.html"])
def test_what_a_kept_part_read_counts_for_everything_that_shows_it(
    document: Document, template: str
) -> None:
    part = make_parts()

    def noted() -> Reads:
        with noting_reads() as reads:
            part(template, document=document, level=2)
        return reads

    first = noted()
    assert first == {(document, "view"), (document, "extras"), (document.extras, "pdf")}
    assert noted() == first


def test_what_a_part_reads_outside_of_any_record_is_noted_in_the_next(document: Document) -> None:
    part = make_parts()
    part("card.html", document=document, level=2)
    with noting_reads() as reads:
        part("card.html", document=document, level=2)
    assert (document.extras, "pdf") in reads
