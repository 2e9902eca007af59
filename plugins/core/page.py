"""A page to be written: where, by which template, with which words in its head."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Crumb:
    """A link of the breadcrumb."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language."""

    lang: str
    url: str


@dataclass(frozen=True, slots=True)
class Page:
    """One HTML page of the site.

    `title` is the page's own, without the office's name; `url` its path on the host.
    `alternates` holds every language of the page, its own too, or nothing.
    `section` is the menu entry's URL that this page belongs to.
    `policy` holds the directives of the content policy that are this page's own.
    `context` is what the template reads besides.
    `stamp` stands for all of these but `policy` and `context`, where whoever makes the page has one
    at hand: equal stamps, equal fields. Else they are told one by one.
    """

    save_as: str
    url: str
    template: str
    lang: str
    title: str
    description: str = ""
    crumbs: tuple[Crumb, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    section: str | None = None
    is_indexed: bool = True
    policy: Mapping[str, str] = field(default_factory=dict)
    context: Mapping[str, object] = field(default_factory=dict)
    stamp: str = ""
