"""The article view: what pure code and templates read of an article or a static page."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
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


class Compact:
    """A dataclass that is pickled as a call of its class: many are read at each build."""

    __slots__ = ()

    def __reduce__(self) -> tuple[type[Compact], tuple[object, ...]]:
        return type(self), tuple(getattr(self, one.name) for one in fields(self))  # type: ignore[arg-type]  # it is one


@dataclass(frozen=True, slots=True)
class Term(Compact):
    """A category or a tag: `slug` is its ASCII name in URLs, `url` its listing's path."""

    slug: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class AttachmentField(Compact):
    """One row of the front matter's `attachments`: a file beside the article."""

    file: str
    title: str
    number: str | None = None
    date: date | None = None
    line: int = 1


@dataclass(frozen=True, slots=True)
class ArticleView(Compact):
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
