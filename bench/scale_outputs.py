"""What a built site holds, and whether two generators made the same of the same articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import html

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_SAMPLE = 200


@dataclass(frozen=True, slots=True)
class Built:
    """A site's number of HTML pages, the bytes of all its files, and the words of some pages."""

    pages: int
    size_mb: float
    words: Mapping[str, str]


def look_at(output: Path) -> Built:
    """Return what lies in a site's folder; the pages read are the same ones in equal sites."""
    files = [path for path in output.rglob("*") if path.is_file()]
    places = sorted(p.relative_to(output).as_posix() for p in files if p.suffix == ".html")
    chosen = places[:: max(1, len(places) // _SAMPLE)]
    return Built(
        pages=len(places),
        size_mb=sum(path.stat().st_size for path in files) / 1e6,
        words={place: read_words(output / place) for place in chosen},
    )


def read_words(path: Path) -> str:
    """Return a page's title, its content's words and where its links lead."""
    page = html.fromstring(path.read_bytes())
    title = page.findtext(".//title") or ""
    texts = (text for main in page.iter("main") for text in main.itertext())
    links = " ".join(str(link.get("href")) for link in page.iter("a"))
    return "\n".join([title, " ".join("".join(map(str, texts)).split()), links])


def find_differences(one: Built, other: Built) -> list[str]:
    """Return the places whose pages differ; one of them may lack the page."""
    return sorted(
        place
        for place in {*one.words, *other.words}
        if one.words.get(place) != other.words.get(place)
    )
