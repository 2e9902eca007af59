"""Articles on the same matter, beside each article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.core import pipeline
from plugins.related.ranking import rank_related
from plugins.related.settings import RelatedSettings

if TYPE_CHECKING:
    from plugins.core.build import Build


def relate_articles(build: Build) -> None:
    count = build.options_of(RelatedSettings).count
    for lang in build.office.languages:
        articles = build.articles(lang)
        ranking = rank_related([d.view for d in articles], count)
        for document, numbers in zip(articles, ranking, strict=True):
            document.extras.related = tuple(articles[n] for n in numbers)


def register() -> None:
    pipeline.declare_settings("RELATED", RelatedSettings)
    pipeline.on_documents(relate_articles)
