"""Addresses: where each thing of the site is, on the host and in the output folder."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an edition's URLs."""

    category: str
    tag: str
    archive: str
    page: str
    sitemap: str
    search: str


WORDS = {
    "vi": Words("chuyen-muc", "the", "luu-tru", "trang", "so-do-trang", "tim-kiem"),
    "en": Words("category", "tag", "archive", "page", "sitemap", "search"),
}


@dataclass(frozen=True, slots=True)
class Urls:
    """Builds paths and addresses. `site_url` has no slash at its end and may have a path.

    An edition other than the default has its language as the first part of each path.
    """

    site_url: str
    default_lang: str

    @property
    def base_path(self) -> str:
        """Return the path the site lies under on its host: "" or "/cong-tin"."""
        return _base_path(self.site_url)

    def path(self, place: str) -> str:
        """Return the path on the host of a place in the output ("2021/01/" → "/2021/01/")."""
        return f"{self.base_path}/{place}"

    def absolute(self, path: str) -> str:
        """Return the full address of a path on the host."""
        return f"{_origin(self.site_url)}{path}"

    def place_of(self, path: str) -> str:
        """Return the place in the output of a path on the host, as `path` was given it."""
        return path.removeprefix(self.base_path).removeprefix("/")

    def edition(self, lang: str) -> str:
        """Return the folder of an edition: "" or "en/"."""
        return "" if lang == self.default_lang else f"{lang}/"

    def home(self, lang: str) -> str:
        return self.path(self.edition(lang))

    def article(self, lang: str, day: datetime, slug: str) -> str:
        return self.path(f"{self.edition(lang)}{day.year:04}/{day.month:02}/{day.day:02}/{slug}/")

    def static_page(self, lang: str, slug: str) -> str:
        return self.path(f"{self.edition(lang)}{slug}/")

    def draft(self, lang: str, slug: str) -> str:
        return self.path(f"{self.edition(lang)}nhap/{slug}/")

    def category(self, lang: str, slug: str) -> str:
        return self.path(f"{self.edition(lang)}{WORDS[lang].category}/{slug}/")

    def tag(self, lang: str, slug: str) -> str:
        return self.path(f"{self.edition(lang)}{WORDS[lang].tag}/{slug}/")

    def archive(self, lang: str) -> str:
        return self.path(f"{self.edition(lang)}{WORDS[lang].archive}/")

    def year(self, lang: str, year: int) -> str:
        return self.path(f"{self.edition(lang)}{year:04}/")

    def month(self, lang: str, year: int, month: int) -> str:
        return self.path(f"{self.edition(lang)}{year:04}/{month:02}/")

    def sitemap(self, lang: str) -> str:
        return self.path(f"{self.edition(lang)}{WORDS[lang].sitemap}/")

    def search(self, lang: str) -> str:
        return self.path(f"{self.edition(lang)}{WORDS[lang].search}/")

    def opensearch(self, lang: str) -> str:
        return self.path(f"{self.edition(lang)}opensearch.xml")

    def numbered(self, lang: str, first: str, number: int) -> str:
        """Return the path of a listing's page: the listing itself, or "…/trang/2/"."""
        return first if number == 1 else f"{first}{WORDS[lang].page}/{number}/"

    def save_as(self, path: str) -> str:
        """Return the output file of a path that ends with a slash."""
        return f"{self.place_of(path)}index.html"


# Asked for with each address that is made, as the next one is.
@lru_cache(maxsize=16)
def _origin(site_url: str) -> str:
    parts = urlsplit(site_url)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


@lru_cache(maxsize=16)
def _base_path(site_url: str) -> str:
    return urlsplit(site_url).path.rstrip("/")
