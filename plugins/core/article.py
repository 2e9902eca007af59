"""The article view: what pure code and templates read of an article or a static page."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Callable

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
    folder: str
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

    def packed(self) -> tuple[Any, ...]:
        """Return what the view is made of: texts, numbers, tuples; no other view's is equal."""
        values = list(_get_all(self))
        for number, pack, _ in _SPECIAL:
            if values[number] is not None:
                values[number] = pack(values[number])
        return tuple(values)

    def __reduce__(self) -> tuple[Callable[..., ArticleView], tuple[object, ...]]:
        # Each build takes every view out of the store.
        return _unpack, self.packed()


_NAMES = tuple(one.name for one in fields(ArticleView))
_get_all = attrgetter(*_NAMES)


def _unpack(*packed: Any) -> ArticleView:  # noqa: ANN401 - what `packed` returned
    values = list(packed)
    for number, _, unpack in _SPECIAL:
        if values[number] is not None:
            values[number] = unpack(values[number])
    return ArticleView(*values)


_PackedMoment = tuple[str, int, str | None]
_PackedTerm = tuple[str, str, str]


def _pack_moment(moment: datetime) -> _PackedMoment:
    zone = moment.tzinfo
    if isinstance(zone, ZoneInfo):
        return moment.replace(tzinfo=None).isoformat(), moment.fold, zone.key
    # As from a zone without a name: UTC.
    return moment.isoformat(), moment.fold, None


def _unpack_moment(packed: _PackedMoment) -> datetime:
    text, fold, zone = packed
    moment = datetime.fromisoformat(text)
    return moment.replace(fold=fold, tzinfo=moment.tzinfo if zone is None else ZoneInfo(zone))


def _pack_attachment(row: AttachmentField) -> tuple[object, ...]:
    return row.file, row.title, row.number, row.date and row.date.isoformat(), row.line


def _unpack_attachment(packed: tuple[str, str, str | None, str | None, int]) -> AttachmentField:
    file, title, number, day, line = packed
    return AttachmentField(file, title, number, date.fromisoformat(day) if day else None, line)


def _pack_term(term: Term) -> _PackedTerm:
    return term.slug, term.name, term.url


# An archive has few of them, each in many of its articles.
_make_term = lru_cache(maxsize=10_000)(Term)


def _unpack_term(packed: _PackedTerm) -> Term:
    return _make_term(*packed)


def _each(function: Callable[[Any], object]) -> Callable[[Any], object]:
    return lambda values: tuple(map(function, values))


# Where a field is that a pickle would spell out, and how it becomes texts and a field again.
_SPECIAL: tuple[tuple[int, Callable[[Any], object], Callable[[Any], object]], ...] = tuple(
    (_NAMES.index(name), pack, unpack)
    for name, pack, unpack in (
        ("kind", attrgetter("value"), {one.value: one for one in Kind}.__getitem__),
        ("status", attrgetter("value"), {one.value: one for one in Status}.__getitem__),
        ("date", _pack_moment, _unpack_moment),
        ("updated", _pack_moment, _unpack_moment),
        ("category", _pack_term, _unpack_term),
        ("tags", _each(_pack_term), _each(_unpack_term)),
        ("attachments", _each(_pack_attachment), _each(_unpack_attachment)),
    )
)
