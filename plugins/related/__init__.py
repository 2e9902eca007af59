"""Articles on the same matter, beside each article."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from plugins.core import pipeline
from plugins.core.artifacts import digest
from plugins.core.forking import map_forked
from plugins.related.ranking import Ranking, stamp_shared
from plugins.related.settings import RelatedSettings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plugins.core.build import Build
    from plugins.core.document import Document


def relate_articles(build: Build) -> None:
    count = build.options_of(RelatedSettings).count
    for lang in build.office.languages:
        articles = build.articles(lang)
        rank = partial(_rank_all, build, articles, count)
        base = digest(str(count), *(stamp_shared(document.view) for document in articles))
        lines = build.ledger.keep(f"related:{lang}", base, rank).splitlines()
        build.ledger.hold(map(_name_of, articles))
        for document, line in zip(articles, lines, strict=True):
            document.extras.related = tuple(articles[int(number)] for number in line.split())


def _rank_all(build: Build, articles: Sequence[Document], count: int) -> str:
    """Return a line for each article: the numbers of its nearest."""
    ranking = Ranking([document.view for document in articles], count)
    return "".join(f"{line}\n" for line in _rank(build, articles, ranking))


def _rank(build: Build, articles: Sequence[Document], ranking: Ranking) -> list[str]:
    """Return the numbers of each article's nearest: ranked again where what they share changed."""
    names = list(map(_name_of, articles))
    bases = list(map(ranking.stamp_of, range(len(articles))))
    known = list(map(build.ledger.recall, names, bases))
    stale = [number for number, text in enumerate(known) if text is None]
    for number, nearest in zip(stale, map_forked(ranking.nearest, stale), strict=True):
        known[number] = text = " ".join(map(str, nearest))
        build.ledger.keep(names[number], bases[number], partial(str, text))
    return [text or "" for text in known]


def _name_of(document: Document) -> str:
    return f"related:{document.view.path}"


def register() -> None:
    pipeline.declare_settings("RELATED", RelatedSettings)
    pipeline.on_documents(relate_articles)
