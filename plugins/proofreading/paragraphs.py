"""Paragraphs: none too long, no caption that is written as one, no notes left undone."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from plugins.proofreading.catalogue import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.core.problems import Problem
    from plugins.proofreading.prose import Prose

_PHOTO = re.compile(
    r"!\[(?P<alt>(?:[^\[\]\n]|\[[^\]\n]*\])*)\]"
    r"\(\s*(?P<name><[^>\n]*>|[^\s()]*)"
    # A quote ends the title where the parenthesis closes behind it.
    r"(?:\s+(?P<title>\"(?:[^\"\n]|\"(?!\s*\)))*\"|'[^'\n]*'))?\s*\)\s*"
)
_PHOTO_BLOCK = re.compile(rf"(?:{_PHOTO.pattern.replace('?P<', '?P<_')}\n?)+")
_NO_PARAGRAPH = re.compile(r"\s*(?:#|[-*+] |\d+[.)] |>|\||<|!\[|\[\^|: |={3}|-{3})")
_CAPTION = re.compile(
    r"\(?(?:ảnh|hình|trong ảnh|chú thích)(?: \d+)?\s*[.:–-]|.*\bảnh\s*:|.*\(ảnh\b", re.IGNORECASE
)
_MOST_CAPTION_WORDS = 40
_MOST_OPEN_WORDS = 20
_SENTENCE_ENDS = (".", "!", "?", "…", ":", ";", "”")
UNWRITTEN_ALT = "Ảnh chưa có mô tả"
NOTE = "Xem lại:"


def find_paragraph_problems(path: str, prose: Prose, most_words: int) -> Iterator[Problem]:
    """Yield a problem for each paragraph that readers would stumble over."""
    yield from _find_long(path, prose, most_words)
    if "![" in prose.text:
        yield from _find_photo_problems(path, prose)
    for position, comment in prose.comments:
        if comment.startswith(NOTE):
            text = " ".join(comment.removeprefix(NOTE).split())
            yield problem("note-left", path, prose.line_at(position), text=text)


def _find_long(path: str, prose: Prose, most_words: int) -> Iterator[Problem]:
    for block in prose.blocks:
        # A word and the space behind it have two letters at least.
        if len(block[0]) > 2 * most_words and not _NO_PARAGRAPH.match(block[0]):
            count = len(block[0].split())
            if count > most_words:
                values = {"count": count, "limit": most_words}
                yield problem("paragraph-long", path, prose.line_at(block.start()), **values)


def _find_photo_problems(path: str, prose: Prose) -> Iterator[Problem]:
    for block, following in pairwise([*prose.blocks, None]):
        if block is None or "![" not in block[0]:
            continue
        for photo in _PHOTO.finditer(block[0]):
            line = prose.line_at(block.start() + photo.start())
            yield from _check_photo(path, line, photo)
        if following is not None and _is_caption_apart(block[0], following[0]):
            values = {"name": _last_name(block[0]), "text": " ".join(following[0].split())}
            yield problem("caption-apart", path, prose.line_at(following.start()), **values)


def _check_photo(path: str, line: int, photo: re.Match[str]) -> Iterator[Problem]:
    if photo["alt"].startswith(UNWRITTEN_ALT):
        yield problem("alt-unwritten", path, line, alt=photo["alt"])
    title = photo["title"] or ""
    if title.startswith('"') and '"' in title[1:-1]:
        yield problem("caption-quotes", path, line)


def _is_caption_apart(photos: str, text: str) -> bool:
    if not _PHOTO_BLOCK.fullmatch(photos.strip()) or _last_title(photos):
        return False
    words = len(text.split())
    if _NO_PARAGRAPH.match(text) or words > _MOST_CAPTION_WORDS or text.lstrip()[:1] in "*_":
        return False
    ending = text.rstrip(' \n"*_')
    is_open = words <= _MOST_OPEN_WORDS and not ending.endswith(_SENTENCE_ENDS)
    return is_open or _CAPTION.match(" ".join(text.split())) is not None


def _last_photo(photos: str) -> re.Match[str]:
    return list(_PHOTO.finditer(photos))[-1]


def _last_name(photos: str) -> str:
    return _last_photo(photos)["name"].strip("<>")


def _last_title(photos: str) -> str:
    return _last_photo(photos)["title"] or ""


def mend_caption_quotes(line: str) -> str:
    """Return a line whose captions have curly quotes inside their straight ones."""
    return _PHOTO.sub(_with_curly_quotes, line) if "![" in line else line


def _with_curly_quotes(photo: re.Match[str]) -> str:
    title = photo["title"] or ""
    inner = title[1:-1]
    if not title.startswith('"') or '"' not in inner:
        return photo[0]
    plain = inner.replace('\\"', '"')
    paired = re.sub(r'"([^"]*)"', r"“\1”", plain).replace('"', "”")
    return photo[0].replace(title, f'"{paired}"')
