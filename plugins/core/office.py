"""The office: everything of the site that another office would change, from one section."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A category as the office defines it: its name and slug in each language."""

    name: dict[str, str]
    slug: dict[str, str]
    description: dict[str, str]


@dataclass(frozen=True, slots=True)
class Office:
    """The `SITE` section of pelicanconf.py. Texts are keyed by language ("vi", "en").

    `menu_pages` and `footer_pages` name static pages by their folder.
    """

    name: dict[str, str]
    short_name: dict[str, str]
    slogan: dict[str, str]
    publisher: dict[str, str]
    responsible: dict[str, str]
    address: dict[str, str]
    telephone: str
    email: str
    categories: tuple[Section, ...]
    menu_pages: tuple[str, ...] = ()
    footer_pages: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("vi", "en")

    @property
    def telephone_uri(self) -> str:
        """Return the telephone number as a `tel:` address (RFC 3966)."""
        return "tel:" + "".join(c for c in self.telephone if c.isdigit() or c == "+")
