"""Related articles, by an inverted index of tags, categories and title words."""

from __future__ import annotations

import bisect
import heapq
import math
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from plugins.core.artifacts import digest
from plugins.core.text import slugify

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plugins.core.article import ArticleView

_SHORTEST_WORD = 2


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a shared tag, category or pair of title words counts for."""

    tag: float = 4.0
    category: float = 0.5
    words: float = 1.0


def list_features(view: ArticleView, weights: Weights) -> Iterator[tuple[str, float]]:
    """Yield what an article can share with another, and its weight.

    Title words come in pairs: a Vietnamese syllable alone says little ("công" is in half of all
    titles), two together are usually a word.
    """
    for tag in view.tags:
        yield f"tag:{tag.slug}", weights.tag
    if view.category:
        yield f"category:{view.category.slug}", weights.category
    words = [w for w in slugify(view.title).split("-") if len(w) >= _SHORTEST_WORD]
    # In an order that is the same in each process: so are sums of weights, to the last digit.
    for pair in dict.fromkeys(f"{a} {b}" for a, b in pairwise(words)):
        yield f"words:{pair}", weights.words


def stamp_shared(view: ArticleView) -> str:
    """Return what is the same as long as all that `list_features` yields is."""
    category = view.category.slug if view.category else ""
    return "\0".join([view.title, category, *(tag.slug for tag in view.tags)])


class Ranking:
    """Ranks articles by what they share; `views` must be in their final order.

    A feature weighs less the more articles share it. One that over `widest` articles share is
    looked up in the `widest` nearest in order only: so the work grows with the number of articles,
    not with its square. Ties go to the nearer in time.
    """

    def __init__(
        self,
        views: Sequence[ArticleView],
        count: int,
        *,
        widest: int = 200,
        weights: Weights | None = None,
    ) -> None:
        self._count, self._widest, self._total = count, widest, len(views)
        self._features = [list(list_features(view, weights or Weights())) for view in views]
        self._postings: dict[str, list[int]] = defaultdict(list)
        for number, own in enumerate(self._features):
            for name, _ in own:
                self._postings[name].append(number)
        self._stamps: dict[str, str] = {}

    def nearest(self, number: int) -> list[int]:
        """Return the numbers of an article's most related ones, the nearest first."""
        scores: dict[int, float] = defaultdict(float)
        for name, weight in self._features[number]:
            gain = weight * self._rarity(name)
            for other in self._around(name, number):
                scores[other] += gain
        scores.pop(number, None)
        return heapq.nsmallest(self._count, scores, key=lambda o: (-scores[o], abs(o - number), o))

    def stamp_of(self, number: int) -> str:
        """Return what is the same as long as the article's nearest are."""
        parts = [f"{self._count} {self._widest} {self._total} {number}"]
        for name, weight in self._features[number]:
            if name not in self._stamps:
                # Of integers, the hash is the same in each process.
                self._stamps[name] = f"{name} {hash(tuple(self._postings[name]))}"
            parts.append(f"{self._stamps[name]} {weight}")
        return digest("\n".join(parts))

    def _rarity(self, name: str) -> float:
        return math.log((1 + self._total) / len(self._postings[name])) + 0.1

    def _around(self, name: str, number: int) -> Sequence[int]:
        """Return the articles of a feature, at most `widest` of them, nearest to `number`."""
        posting = self._postings[name]
        if len(posting) <= self._widest:
            return posting
        middle = bisect.bisect_left(posting, number)
        start = min(max(0, middle - self._widest // 2), len(posting) - self._widest)
        return posting[start : start + self._widest]
