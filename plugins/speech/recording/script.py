"""What a document says: its wrapped sentences in order, in parts of one language each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.core.html import parse
from plugins.speech.elements import primary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

    from plugins.core.document import Document


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a script: its id in the page, and (language, text) of each of its parts."""

    id: str
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Script:
    """What is said from first to last; `lang` is of the voice for languages that have none."""

    lang: str
    lines: tuple[Line, ...]


def write_script(document: Document) -> Script:
    """Return the lines of a document as its page shows them: title, summary, body."""
    extras = document.extras
    texts = (extras.spoken_title, extras.spoken_summary, document.html)
    tree = parse("".join(f"<div>{text}</div>" for text in texts))
    sentences: dict[str, list[HtmlElement]] = {}
    for piece in tree.xpath(".//span[@class='s']"):
        sentences.setdefault(piece.get("id") or piece.get("data-s"), []).append(piece)
    lines = (Line(name, _parts(ps, document.view.lang)) for name, ps in sentences.items())
    return Script(document.view.lang, tuple(line for line in lines if line.parts))


def _parts(pieces: Iterable[HtmlElement], lang: str) -> tuple[tuple[str, str], ...]:
    """Return what the pieces say, neighbours of one language joined."""
    parts: list[tuple[str, str]] = []
    for piece in pieces:
        said = piece.get("data-say")
        text = "".join(piece.itertext()) if said is None else said
        own = primary(piece.get("lang") or lang)
        if parts and parts[-1][0] == own:
            text = parts.pop()[1] + text
        if text.strip():
            parts.append((own, text))
    return tuple((own, " ".join(text.split())) for own, text in parts)
