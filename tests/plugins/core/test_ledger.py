"""The ledger gives an outcome back while all that it was made of is the same, and only then."""

from __future__ import annotations

import marshal
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from plugins.core.document import Document, PaperCopy
from plugins.core.ledger import Ledger
from tests.plugins.samples import make_view

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = ("a", "b", "c")


def documents() -> dict[str, Document]:
    return {name: Document(make_view(name), f"<p>{name}</p>") for name in NAMES}


def opened(kept: dict[str, bytes], found: dict[str, Document]) -> Ledger:
    ledger = Ledger(kept)
    ledger.use(found.values())
    return ledger


def keep(show: Callable[[dict[str, Document]], object]) -> dict[str, bytes]:
    """Return the records after a page has been made of what `show` reads."""
    found = documents()
    ledger = opened({}, found)

    def render() -> str:
        show(found)
        return "kết quả"

    outcome, record = ledger.work_out("gốc", render)
    ledger.note("trang", record)
    assert outcome == "kết quả"
    return dict(ledger.changes()[0])


def show_a_title(found: dict[str, Document]) -> object:
    return found["a"].view.title


def show_a_body(found: dict[str, Document]) -> object:
    return found["a"].html


def show_a_pdf(found: dict[str, Document]) -> object:
    return found["a"].extras.pdf


def show_a_neighbour(found: dict[str, Document]) -> object:
    return found["a"].older


def show_nothing(_: dict[str, Document]) -> object:
    return None


def change_the_title(found: dict[str, Document]) -> None:
    found["a"].view = replace(found["a"].view, title="Khác")
    found["a"].view_stamp = ""


def change_the_body(found: dict[str, Document]) -> None:
    found["a"].html = "<p>khác</p>"


def add(text: str, more: str) -> str:
    return text + more


def alter_the_body(found: dict[str, Document]) -> None:
    found["a"].alter_html(add, "khác")


def give_a_pdf(found: dict[str, Document]) -> None:
    found["a"].extras.pdf = PaperCopy("/a.pdf", 1, 1)


def give_a_neighbour(found: dict[str, Document]) -> None:
    found["a"].older = found["b"]


def take_the_document_away(found: dict[str, Document]) -> None:
    del found["a"]


def change_another(found: dict[str, Document]) -> None:
    found["b"].html = "<p>khác</p>"
    found["b"].extras.is_speakable = True
    del found["c"]


SHOWS = {
    show_a_title: {change_the_title},
    show_a_body: {change_the_body, alter_the_body},
    show_a_pdf: {give_a_pdf},
    show_a_neighbour: {give_a_neighbour},
    show_nothing: set(),
}
CHANGES = [
    change_the_title,
    change_the_body,
    alter_the_body,
    give_a_pdf,
    give_a_neighbour,
    change_another,
]


@pytest.mark.parametrize("show", SHOWS)
def test_an_outcome_is_recalled_until_something_that_it_shows_changes(
    show: Callable[[dict[str, Document]], object],
) -> None:
    kept = keep(show)
    assert opened(kept, documents()).recall("trang", "gốc") == "kết quả"
    forgotten = set()
    for change in CHANGES:
        found = documents()
        change(found)
        if opened(kept, found).recall("trang", "gốc") is None:
            forgotten.add(change)
    assert forgotten == SHOWS[show]


@pytest.mark.parametrize("show", SHOWS)
def test_what_was_shown_of_a_document_that_is_gone_is_done_again(
    show: Callable[[dict[str, Document]], object],
) -> None:
    found = documents()
    take_the_document_away(found)
    recalled = opened(keep(show), found).recall("trang", "gốc")
    assert (recalled is None) is (show is not show_nothing)


@pytest.mark.parametrize(("name", "base"), [("trang", "khác"), ("trang khác", "gốc")])
def test_another_base_or_name_recalls_nothing(name: str, base: str) -> None:
    assert opened(keep(show_a_title), documents()).recall(name, base) is None


@pytest.mark.parametrize(
    "record",
    [b"", b"\xff", marshal.dumps(1), marshal.dumps(("gốc", 1)), marshal.dumps((1, 2, 3, 4))],
)
def test_a_record_that_is_none_is_done_again(record: bytes) -> None:
    assert opened({"trang": record}, documents()).recall("trang", "gốc") is None


def test_what_nothing_asked_for_is_to_be_forgotten() -> None:
    kept = keep(show_a_title)
    ledger = opened({**kept, "cũ": kept["trang"], "đổi": kept["trang"]}, documents())
    assert ledger.recall("trang", "gốc")
    assert ledger.recall("đổi", "gốc mới") is None
    assert ledger.changes() == ([], ["cũ", "đổi"])
    ledger.note("đổi", ledger.work_out("gốc mới", str)[1])
    new, gone = ledger.changes()
    assert ([name for name, _ in new], gone) == (["đổi"], ["cũ"])


def test_what_is_held_is_not_forgotten_unasked() -> None:
    ledger = opened(keep(show_nothing), documents())
    ledger.hold(["trang", "không có"])
    assert ledger.changes() == ([], [])


def test_the_same_fields_in_another_order_are_the_same_record() -> None:
    def one(found: dict[str, Document]) -> object:
        return found["a"].view, found["b"].html, found["a"].extras.pdf

    def other(found: dict[str, Document]) -> object:
        return found["a"].extras.pdf, found["b"].html, found["a"].view

    first, second = (marshal.loads(keep(show)["trang"]) for show in (one, other))  # noqa: S302
    assert first == second


def test_what_an_unpublished_document_holds_can_be_read_for_a_page() -> None:
    found = documents()
    draft = Document(make_view("nháp"), "<p>nháp</p>")
    ledger = opened({}, found)
    _, record = ledger.work_out("gốc", lambda: draft.html + str(draft.extras.pdf))
    ledger.note("trang", record)
    # It is no document of the build: what it holds cannot be told next time.
    assert opened(dict(ledger.changes()[0]), found).recall("trang", "gốc") is None
