"""A document's texts are fetched when they are read, and what is read is noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.core.document import Document, Extras
from plugins.core.lazy_text import LazyText
from plugins.core.reads import noting_reads
from tests.plugins.samples import make_document, make_view

if TYPE_CHECKING:
    from collections.abc import Callable


def shout(text: str, mark: str) -> str:
    return text.upper() + mark


def whisper(text: str, mark: str) -> str:
    return text.lower() + mark


def test_a_text_is_fetched_only_when_it_is_read() -> None:
    kept = ["chào", "tạm biệt"]
    text = LazyText(kept.pop, "stamp")
    text.alter(shout, "!")
    assert len(kept) == 2
    assert text.read() == "TẠM BIỆT!"
    assert len(kept) == 1


def test_alterations_follow_one_another() -> None:
    text = LazyText.of("Chào")
    text.alter(shout, "!")
    text.alter(whisper, "?")
    assert text.read() == "chào!?"


def test_stamps_tell_texts_alterations_and_their_inputs_apart() -> None:
    def stamp_after(text: str, *steps: tuple[Callable[[str, str], str], str]) -> str:
        lazy = LazyText.of(text)
        for function, inputs in steps:
            lazy.alter(function, inputs)
        return lazy.stamp

    different = [
        stamp_after("a"),
        stamp_after("b"),
        stamp_after("a", (shout, "!")),
        stamp_after("a", (shout, "?")),
        stamp_after("a", (whisper, "!")),
        stamp_after("a", (shout, "!"), (whisper, "!")),
    ]
    assert len(set(different)) == len(different)
    assert stamp_after("a", (shout, "!")) == different[2]


def test_html_that_is_set_takes_the_place_of_what_was_to_be_fetched() -> None:
    document = make_document(html="a")
    document.alter_html(shout, "!")
    assert document.html == "A!"
    document.html = "b"
    assert document.html == "b"
    assert document.html_stamp == make_document(html="b").html_stamp


def test_each_field_that_is_read_of_a_document_is_noted() -> None:
    document, other = make_document("a"), make_document("b")
    document.older = other
    with noting_reads() as reads:
        assert document.older.view.title
        assert document.extras.cover is None
        assert document.html == ""
    assert reads == {
        (document, "older"),
        (other, "view"),
        (document, "extras"),
        (document.extras, "cover"),
        (document, "html"),
    }


def test_readings_are_noted_in_the_innermost_notebook_and_nowhere_outside() -> None:
    document = Document(make_view(), extras=Extras())
    with noting_reads() as outer:
        with noting_reads() as inner:
            _ = document.links
        _ = document.newer
    _ = document.view
    assert inner == {(document, "links")}
    assert outer == {(document, "newer")}
