"""Articles on the same matter, beside each article."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from plugins.core import pipeline
from plugins.core.forking import map_forked
from plugins.related.ranking import Ranking
from plugins.related.settings import RelatedSettings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plugins.core.build import Build
    from plugins.core.document import Document


def relate_articles(build: Build) -> None:
    count = build.options_of(RelatedSettings).count
    for lang in build.office.languages:
        articles = build.articles(lang)
        ranking = Ranking([d.view for d in articles], count)
        for document, numbers in zip(articles, _rank(build, articles, ranking), strict=True):
            document.extras.related = tuple(articles[n] for n in numbers)


def _rank(build: Build, articles: Sequence[Document], ranking: Ranking) -> list[list[int]]:
    """Return the numbers of each article's nearest: ranked again where what they share changed."""
    names = [f"related:{document.view.path}" for document in articles]
    bases = list(map(ranking.stamp_of, range(len(articles))))
    known = list(map(build.ledger.recall, names, bases))
    stale = [number for number, text in enumerate(known) if text is None]
    for number, nearest in zip(stale, map_forked(ranking.nearest, stale), strict=True):
        known[number] = text = " ".join(map(str, nearest))
        build.ledger.keep(names[number], bases[number], partial(str, text))
    return [[int(one) for one in (text or "").split()] for text in known]


def register() -> None:
    pipeline.declare_settings("RELATED", RelatedSettings)
    pipeline.on_documents(relate_articles)
