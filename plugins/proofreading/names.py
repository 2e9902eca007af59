"""Names that the site spells in two ways: "Nguyễn Thị Hoà" here, "Nguyễn Thị Hòa" elsewhere."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.core.text import fold
from plugins.proofreading.catalogue import problem
from plugins.proofreading.letters import CAPITAL, SMALL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.core.article import ArticleView
    from plugins.core.document import Document
    from plugins.core.problems import Problem

# Looking back behind the first letter lets the engine leap from capital to capital.
_NAME = re.compile(rf"{CAPITAL}(?<!\w.){SMALL}+(?: {CAPITAL}{SMALL}+){{1,4}}(?!\w)")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# The tone of oa, oe and uy stands on either letter; "i" and "y" end many a syllable alike.
_MOVED_TONE = re.compile(rf"(?<![qg])([ou])([{_TONES}])([aey])(?![a-z\u0302\u0306])")
_FINAL_Y = re.compile(rf"(?<=[bcdhklmnpqrstvxg])y([{_TONES}]?)(?![a-z])")
# A slip of one mark is told apart from two persons of similar names by how often each occurs.
_LONG_NAME_WORDS = 3
_OFTEN = 4

Places = dict[str, dict[str, list["Document"]]]


def find_names(view: ArticleView, body: str) -> tuple[str, ...]:
    """Return the names of a source's title, summary and Markdown, each once."""
    return tuple(dict.fromkeys(_NAME.findall(f"{view.title}\n{view.summary}\n{body}")))


def find_name_problems(documents: Iterable[Document], folder: str) -> Iterator[Problem]:
    """Yield a problem for each document and name that most of the others spell otherwise.

    Paths in the problems are below the content folder, whose name is `folder`.
    """
    alike, similar = _collect(documents)
    for spellings in alike.values():
        if len(spellings) > 1:
            yield from _complain(spellings, folder)
    for spellings in similar.values():
        if len(spellings) > 1 and _is_slip(spellings):
            yield from _complain(spellings, folder)


def _collect(documents: Iterable[Document]) -> tuple[Places, Places]:
    found: dict[tuple[str, str], list[Document]] = defaultdict(list)
    for document in documents:
        lang = document.view.lang
        for name in document.extras.names:
            found[lang, name].append(document)
    alike: Places = defaultdict(dict)
    similar: Places = defaultdict(dict)
    for (lang, name), where in found.items():
        alike[lang + _sound(name)][name] = where
        if name.count(" ") + 1 >= _LONG_NAME_WORDS:
            similar[lang + fold(name)][name] = where
    return alike, similar


@lru_cache(maxsize=65536)
def _sound(name: str) -> str:
    """Return what spellings that sound the same have in common."""
    letters = unicodedata.normalize("NFD", name.lower())
    moved = _MOVED_TONE.sub(r"\1\3\2", letters)
    return unicodedata.normalize("NFC", _FINAL_Y.sub(r"i\1", moved))


def _is_slip(spellings: dict[str, list[Document]]) -> bool:
    counts = sorted(map(len, spellings.values()))
    is_pair = len(counts) == 2 and len(set(map(_sound, spellings))) == 2  # noqa: PLR2004 - a pair
    return is_pair and counts[0] == 1 and counts[1] >= _OFTEN


def _complain(spellings: dict[str, list[Document]], folder: str) -> Iterator[Problem]:
    usual = max(spellings, key=lambda name: (len(spellings[name]), name))
    for name, documents in spellings.items():
        if name != usual:
            for document in documents:
                yield _problem(document, folder, name, usual, len(spellings[usual]))


def _problem(document: Document, folder: str, name: str, usual: str, count: int) -> Problem:
    view = document.view
    line = _line_of(document, name)
    path = f"{folder}/{view.path}"
    return problem("name-spelling", path, line, name=name, other=usual, count=count)


def _line_of(document: Document, name: str) -> int:
    """Return the first line of the document's file that has the name."""
    file = Path(document.view.folder, document.view.path.rpartition("/")[2])
    lines = unicodedata.normalize("NFC", file.read_text("utf-8-sig")).split("\n")
    return next((n for n, line in enumerate(lines, 1) if name in line), 1)
