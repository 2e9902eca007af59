"""One article in the forms that the generators read: the same words, each with its front matter."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bench.scale_corpus import ADDRESS, CATEGORIES, OFFICE, SITE_URL, TAGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bench.scale_corpus import Story

# A file's place below the site's folder, and its text.
SourceFile = tuple[str, str]


def write_for_us(stories: Iterable[Story]) -> Iterator[SourceFile]:
    for story in stories:
        yield place_for_us(story), text_for_us(story)


def place_for_us(story: Story) -> str:
    return f"content/{story.moment:%Y}/{story.slug}/index.md"


def text_for_us(story: Story) -> str:
    head = {
        "title": story.title,
        "date": f"{story.moment:%d/%m/%Y %H:%M}",
        "category": CATEGORIES[story.category],
        "tags": f"[{_tag_names(story)}]",
        "summary": story.summary,
    }
    return f"---\n{_lines(head)}---\n\n{story.body}"


def write_for_pelican(stories: Iterable[Story]) -> Iterator[SourceFile]:
    for story in stories:
        head = {
            "Title": story.title,
            "Date": f"{story.moment:%Y-%m-%d %H:%M}",
            "Category": CATEGORIES[story.category],
            "Tags": _tag_names(story),
            "Summary": story.summary,
        }
        yield f"content/{story.moment:%Y}/{story.slug}.md", f"{_lines(head)}\n{story.body}"
    yield "office.json", _facts()


def write_for_hugo(stories: Iterable[Story]) -> Iterator[SourceFile]:
    """Yield the articles and the page of each term; its years and months are terms too."""
    months = set()
    for story in stories:
        year, month = f"{story.moment:%Y}", f"{story.moment:%Y-%m}"
        months.add(month)
        terms = {"categories": [story.category], "years": [year], "months": [month]}
        head = {**_dated_head(story), **terms, "tags": list(story.tags)}
        yield f"content/bai/{year}/{story.slug}.md", f"---\n{_yaml(head)}---\n\n{story.body}"
    for slug, name in CATEGORIES.items():
        yield _term("categories", slug, name, f"/chuyen-muc/{slug}/", outputs=["html", "atom"])
    for slug, name in TAGS.items():
        yield _term("tags", slug, name, f"/the/{slug}/")
    for month in months:
        year, _, number = month.partition("-")
        yield _term("months", month, f"Tháng {int(number)}/{year}", f"/{year}/{number}/")
    for year in {month[:4] for month in months}:
        yield _term("years", year, f"Năm {year}", f"/{year}/")
    yield "data/office.json", _facts()


def write_for_eleventy(stories: Iterable[Story]) -> Iterator[SourceFile]:
    for story in stories:
        head = {**_dated_head(story), "category": story.category, "tags": list(story.tags)}
        text = f"---\n{_yaml(head)}---\n\n{story.body}"
        yield f"content/bai/{story.moment:%Y}/{story.slug}.md", text
    yield "content/_data/office.json", _facts()


def _dated_head(story: Story) -> dict[str, object]:
    date = story.moment.isoformat()
    return {"title": story.title, "date": date, "summary": story.summary}


def _term(kind: str, slug: str, title: str, url: str, **more: object) -> SourceFile:
    return (
        f"content/{kind}/{slug}/_index.md",
        f"---\n{_yaml({'title': title, 'url': url, **more})}---\n",
    )


def _facts() -> str:
    facts = {"name": OFFICE, "address": ADDRESS, "url": SITE_URL}
    menu = [{"slug": slug, "name": name} for slug, name in CATEGORIES.items()]
    return json.dumps({**facts, "menu": menu, "categories": CATEGORIES, "tags": TAGS})


def _tag_names(story: Story) -> str:
    return ", ".join(TAGS[slug] for slug in story.tags)


def _lines(head: dict[str, str]) -> str:
    return "".join(f"{key}: {value}\n" for key, value in head.items())


def _yaml(head: dict[str, object]) -> str:
    # YAML reads JSON; a date is one only without quotation marks.
    return "".join(
        f"{key}: {value if key == 'date' else json.dumps(value, ensure_ascii=False)}\n"
        for key, value in head.items()
    )
