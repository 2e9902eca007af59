"""The article view: what pure code and templates read of an article or a static page."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

ORIGINAL_NAME = "index.md"
"""What a document's source in the site's first language is called."""


class Kind(StrEnum):
    """What a document is: dated news, or a static page such as "Giới thiệu"."""

    ARTICLE = "article"
    PAGE = "page"


class Status(StrEnum):
    """Whether readers see a document.

    A published article of a future date is SCHEDULED, one whose last day is over EXPIRED.
    """

    PUBLISHED = "published"
    DRAFT = "draft"
    SCHEDULED = "scheduled"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Term:
    """A category or a tag: `slug` is its ASCII name in URLs, `url` its listing's path."""

    slug: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class AttachmentField:
    """One row of the front matter's `attachments`: a file beside the article."""

    file: str
    title: str
    number: str | None = None
    date: date | None = None
    line: int = 1


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One document in one language. Times are aware, in the office's time zone.

    `path` is the source below the content folder ("2021/hop-bao/index.md"), `folder` the absolute
    directory it lies in, `key` what an article's translations share ("2021/hop-bao").
    `url` is the path on the host, with the site's base path and a slash at both ends.
    `lines` tells in which line of the source each front matter key stands; `ignore` pairs the code
    of a warning that the editor does not want with the reason.
    """

    kind: Kind
    path: str
    folder: Path
    key: str
    lang: str
    slug: str
    url: str
    save_as: str
    title: str
    summary: str
    status: Status = Status.PUBLISHED
    date: datetime | None = None
    updated: datetime | None = None
    category: Term | None = None
    tags: tuple[Term, ...] = ()
    author: str | None = None
    source: str | None = None
    cover: str | None = None
    pinned: bool = False
    attachments: tuple[AttachmentField, ...] = ()
    aliases: tuple[str, ...] = ()
    lines: tuple[tuple[str, int], ...] = ()
    ignore: tuple[tuple[str, str], ...] = ()

    def line_of(self, key: str) -> int:
        """Return the line (from 1) of a front matter key; the first line where it is absent."""
        return dict(self.lines).get(key, 1)

    def __reduce__(self) -> tuple[Callable[..., ArticleView], tuple[object, ...]]:
        # Texts, and what is quickly made of them: each build takes every view out of the store.
        return _unpack, tuple(_pack(getattr(self, name)) for name in _NAMES)


_NAMES = tuple(one.name for one in fields(ArticleView))


def _pack(value: object) -> object:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Term):
        return value.slug, value.name, value.url
    if isinstance(value, datetime) and isinstance(value.tzinfo, ZoneInfo):
        return value.replace(tzinfo=None), value.tzinfo.key
    if isinstance(value, tuple) and value and isinstance(value[0], Term):
        return tuple(map(_pack, value))
    return value


def _unpack(*packed: Any) -> ArticleView:  # noqa: ANN401 - what `_pack` made of a view
    values = list(packed)
    for number, unpack in _UNPACKED:
        if values[number] is not None:
            values[number] = unpack(values[number])
    return ArticleView(*values)


# An archive has few of them, each in many of its articles.
_term = lru_cache(maxsize=10_000)(Term)


def _moment(packed: tuple[datetime, str] | datetime) -> datetime:
    if isinstance(packed, datetime):
        return packed
    return packed[0].replace(tzinfo=ZoneInfo(packed[1]))


_KINDS, _STATUSES = {one.value: one for one in Kind}, {one.value: one for one in Status}
_UNPACKED: tuple[tuple[int, Callable[[Any], object]], ...] = tuple(
    (_NAMES.index(name), unpack)
    for name, unpack in (
        ("kind", _KINDS.__getitem__),
        ("status", _STATUSES.__getitem__),
        ("date", _moment),
        ("updated", _moment),
        ("category", lambda packed: _term(*packed)),
        ("tags", lambda packed: tuple(_term(*one) for one in packed)),
    )
)
