"""Gives each article the one before and the one after it, in one pass over all."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pelican import signals

if TYPE_CHECKING:
    from pelican.generators import ArticlesGenerator


def join_neighbours(generator: ArticlesGenerator) -> None:
    for newer, older in pairwise(generator.articles):
        newer.older_article, older.newer_article = older, newer


def register() -> None:
    signals.article_generator_finalized.connect(join_neighbours)
