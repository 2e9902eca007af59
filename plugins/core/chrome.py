"""What every page shows around its content: the office, the edition, the menu, the words."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from plugins.core.artifacts import digest
from plugins.core.page import Alternate, Crumb, Page
from plugins.core.parts import NAME, Parts
from plugins.core.stamps import stamp
from plugins.core.structured_data import Publisher, describe_page
from plugins.core.wording import load_wording, make_translator

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plugins.core.build import Build

_LOCALES = {"vi": "vi_VN", "en": "en_GB"}


@dataclass(frozen=True, slots=True)
class MenuItem:
    """An entry of the menu or the footer."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Edition:
    """The site in one language; an address is None where nothing writes that page."""

    lang: str
    home_url: str
    archive_url: str | None
    sitemap_url: str | None
    search_url: str | None
    opensearch_url: str | None
    atom_url: str | None
    rss_url: str | None
    json_url: str | None
    og_locale: str


class Chrome:
    """Builds the base context of pages. `known_urls` are the pages that will be written.

    So many parts of pages are kept as `most_parts`: none while documents may yet change.
    """

    def __init__(self, build: Build, known_urls: Iterable[str], *, most_parts: int = 0) -> None:
        self._build, self._most_parts = build, most_parts
        self._known = frozenset(known_urls)
        languages = build.office.languages
        self._texts = {lang: load_wording(build.theme_dir, lang) for lang in languages}
        self._t = {lang: make_translator(self._texts[lang], lang) for lang in languages}
        self._homes = tuple(Alternate(lang, build.urls.home(lang)) for lang in languages)
        self._shared = {lang: self._make_shared(lang) for lang in languages}
        self._menu_urls = {
            lang: frozenset(item.url for item in self._shared[lang]["menu"]) for lang in languages
        }
        self.stamps = {lang: self._stamp(lang) for lang in languages}

    def context_of(self, page: Page) -> dict[str, Any]:
        """Return all that a template reads, the page's own context included."""
        shared = self._shared[page.lang]
        absolute = self._build.urls.absolute
        return {
            **shared,
            "page": page,
            "here": self._here(page),
            "elsewhere": self._elsewhere(page),
            "meta_policy": self._build.meta_policy(page.policy),
            "bulletin": self._build.bulletins.get(page.url),
            # A function: not every template asks for it.
            "structured_data": partial(
                describe_page, page, shared["home"], shared["publisher"], absolute
            ),
            **page.context,
        }

    def _here(self, page: Page) -> str:
        """Return the address of the menu's entry that a page is or belongs to, or ""."""
        urls = self._menu_urls[page.lang]
        here = page.url if page.url in urls else page.section
        return here if here is not None and here in urls else ""

    def _elsewhere(self, page: Page) -> tuple[Alternate, ...]:
        """Return the same page in each other language, or that edition's home page."""
        same = {one.lang: one for one in page.alternates}
        return tuple(same.get(home.lang, home) for home in self._homes if home.lang != page.lang)

    def _make_shared(self, lang: str) -> dict[str, Any]:
        build = self._build
        shared: dict[str, Any] = {
            "office": localise_office(build, lang),
            "home": Crumb(self._t[lang]("home"), build.urls.home(lang)),
            "publisher": self._publisher(lang),
            "edition": self._edition(lang),
            "menu": tuple(self._menu(lang)),
            "footer_links": tuple(self._page_items(lang, build.office.footer_pages)),
            "t": self._t[lang],
            "asset": self._asset,
            "absolute": build.urls.absolute,
        }
        # A part may show others.
        shared[NAME] = Parts(build.environment, shared, self._most_parts)
        return shared

    def _stamp(self, lang: str) -> str:
        """Return what changes when anything does that every page of a language may show."""
        shared = self._shared[lang]
        told = {key: stamp(value) for key, value in shared.items() if not callable(value)}
        texts, assets, site_url = self._texts[lang], self._build.assets, self._build.urls.site_url
        return digest(*(stamp(one) for one in (told, self._homes, texts, assets, site_url)))

    def _publisher(self, lang: str) -> Publisher:
        office, urls = self._build.office, self._build.urls
        return Publisher(
            name=office.name[lang],
            slogan=office.slogan[lang],
            url=urls.absolute(urls.home(lang)),
            logo=urls.absolute(self._build.assets.get("images/logo.svg", "")),
            address=office.address[lang],
            telephone=office.telephone,
            email=office.email,
        )

    def _asset(self, place: str) -> str:
        return self._build.assets[place]

    def _edition(self, lang: str) -> Edition:
        urls, feed = self._build.urls, self._build.feeds.get((lang, ""))
        atom, rss, json = feed or (None, None, None)
        archive, sitemap, search = urls.archive(lang), urls.sitemap(lang), urls.search(lang)
        return Edition(
            lang=lang,
            home_url=urls.home(lang),
            archive_url=archive if archive in self._known else None,
            sitemap_url=sitemap if sitemap in self._known else None,
            search_url=search if search in self._known else None,
            # Its addresses have to be full ones.
            opensearch_url=urls.opensearch(lang)
            if search in self._known and urls.site_url
            else None,
            atom_url=atom,
            rss_url=rss,
            json_url=json,
            og_locale=_LOCALES[lang],
        )

    def _menu(self, lang: str) -> Iterable[MenuItem]:
        urls, office = self._build.urls, self._build.office
        candidates = [MenuItem(self._t[lang]("home"), urls.home(lang))]
        candidates += [
            MenuItem(section.name[lang], urls.category(lang, section.slug[lang]))
            for section in office.categories
        ]
        yield from (item for item in candidates if item.url in self._known)
        yield from self._page_items(lang, office.menu_pages)

    def _page_items(self, lang: str, slugs: Iterable[str]) -> Iterable[MenuItem]:
        pages = {d.view.slug: d.view for d in self._build.pages(lang)}
        return [MenuItem(pages[s].title, pages[s].url) for s in slugs if s in pages]


def localise_office(build: Build, lang: str) -> SimpleNamespace:
    """Return the office with each text in one language, as templates read it."""
    office = build.office
    values = {f.name: getattr(office, f.name) for f in fields(office)}
    texts = {k: v[lang] if isinstance(v, dict) else v for k, v in values.items()}
    return SimpleNamespace(**texts, telephone_uri=office.telephone_uri)
