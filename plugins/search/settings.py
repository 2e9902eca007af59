"""How the search index is cut, and what goes into it besides the articles."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """With more than `archive_from_articles` articles, older years are an index of their own.

    `recent_years` of the newest article's year and those before it stay in the recent index; the
    others are indexed apart, whole years together, at most `articles_per_index` at a time unless
    one year has more: memory grows with it (10,000 articles take 2.7 GB). While up to eight of
    half that size hold the whole site, they are of half that size, and so on down to 1,250.
    `notice_categories` are the slugs of categories whose articles are notices.
    `pdf_pages`: so many first pages of an attached PDF are found by their text; 0 reads none.
    `engine` is the path of Pagefind's program; "" takes the one that npm has installed.
    """

    archive_from_articles: int = 3000
    recent_years: int = 2
    articles_per_index: int = 10_000
    notice_categories: tuple[str, ...] = ("thong-bao", "notices")
    pdf_pages: int = 30
    engine: str = ""

    def __post_init__(self) -> None:
        least = {
            "archive_from_articles": 0,
            "recent_years": 1,
            "articles_per_index": 1,
            "pdf_pages": 0,
        }
        for name, number in least.items():
            if getattr(self, name) < number:
                message = f"“{name}” phải từ {number} trở lên / must be at least {number}."
                raise ValueError(message)
