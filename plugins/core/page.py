"""A page to be written: where, by which template, with which words in its head."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

# Tuples, since each build makes one for each page, and their texts are soon told.
_NONE: Mapping[str, str] = MappingProxyType({})


class Crumb(NamedTuple):
    """A link of the breadcrumb."""

    title: str
    url: str


class Alternate(NamedTuple):
    """The same page in another language."""

    lang: str
    url: str


class Page(NamedTuple):
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
    policy: Mapping[str, str] = _NONE
    context: Mapping[str, object] = _NONE
    stamp: str = ""
