"""What a page is, in the vocabulary of schema.org: for search engines and news readers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from plugins.core.document import Document
    from plugins.core.page import Crumb, Page

Thing = dict[str, Any]

# Inside a script element only these could end it or begin a comment (HTML, 4.12.1.3).
_ESCAPES = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"))
# `json.dumps` would make one for each text.
_spell = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Publisher:
    """The office in one language, as search engines know it; addresses are absolute."""

    name: str
    slogan: str
    url: str
    logo: str
    address: str
    telephone: str
    email: str

    def briefly(self) -> Thing:
        """Return the organisation as other things name it."""
        return {
            "@type": "GovernmentOrganization",
            "name": self.name,
            "url": self.url,
            "logo": self.logo,
        }

    def fully(self) -> Thing:
        """Return the organisation as its own home page tells of it."""
        contact = {"address": self.address, "telephone": self.telephone, "email": self.email}
        return {**self.briefly(), "slogan": self.slogan, **contact}


def describe_page(
    page: Page, home: Crumb, publisher: Publisher, absolute: Callable[[str], str]
) -> list[Markup]:
    """Return the JSON-LD texts: the office on its home page, else the trail; and the news."""
    document: Document | None = page.context.get("document")  # type: ignore[assignment]  # a page's context is open
    things = [publisher.fully() if page.url == home.url else _trail(page, home, absolute)]
    if document is not None and document.view.date:
        things.append(_news(document, publisher, absolute))
    return [_as_script({"@context": "https://schema.org", **thing}) for thing in things]


def _trail(page: Page, home: Crumb, absolute: Callable[[str], str]) -> Thing:
    steps = [(c.title, c.url) for c in (home, *page.crumbs)] + [(page.title, page.url)]
    items = [
        {"@type": "ListItem", "position": number, "name": title, "item": absolute(url)}
        for number, (title, url) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _news(document: Document, publisher: Publisher, absolute: Callable[[str], str]) -> Thing:
    view = document.view
    assert view.date is not None  # noqa: S101 - `describe_page` asked
    author = {"@type": "Person", "name": view.author} if view.author else publisher.briefly()
    thing: Thing = {
        "@type": "NewsArticle",
        "headline": view.title,
        "description": view.summary,
        "inLanguage": view.lang,
        "datePublished": view.date.isoformat(),
        "dateModified": (view.updated or view.date).isoformat(),
        "mainEntityOfPage": absolute(view.url),
        "author": author,
        "publisher": publisher.briefly(),
        "image": [absolute(place) for place in _images(document)],
        "articleSection": view.category.name if view.category else "",
        "keywords": [tag.name for tag in view.tags],
    }
    return {key: value for key, value in thing.items() if value}


def _images(document: Document) -> Iterable[str]:
    extras = document.extras
    return filter(None, (extras.social, extras.cover.src if extras.cover else None))


def _as_script(thing: Thing) -> Markup:
    text = _spell(thing)
    for sign, escaped in _ESCAPES:
        text = text.replace(sign, escaped)
    return Markup(text)  # noqa: S704 - nothing that ends the script is left
