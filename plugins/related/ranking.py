"""Related articles, by an inverted index of tags, categories and title words."""

from __future__ import annotations

import bisect
import heapq
import math
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from plugins.core.text import slugify

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
    for pair in {f"{a} {b}" for a, b in pairwise(words)}:
        yield f"words:{pair}", weights.words


def rank_related(
    views: Sequence[ArticleView], count: int, *, widest: int = 200, weights: Weights | None = None
) -> list[list[int]]:
    """Return for each article the numbers of its most related ones, the nearest first.

    A feature weighs less the more articles share it. One that over `widest` articles share is
    looked up in the `widest` nearest in order only: so the work grows with the number of articles,
    not with its square. `views` must be in their final order: ties go to the nearer in time.
    """
    features = [list(list_features(view, weights or Weights())) for view in views]
    postings: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(features):
        for name, _ in own:
            postings[name].append(number)
    index = _Index(postings, len(views), widest)
    return [_nearest(number, own, index, count) for number, own in enumerate(features)]


@dataclass(frozen=True, slots=True)
class _Index:
    postings: dict[str, list[int]]
    total: int
    widest: int

    def rarity(self, name: str) -> float:
        return math.log((1 + self.total) / len(self.postings[name])) + 0.1

    def around(self, name: str, number: int) -> Iterable[int]:
        """Return the articles of a feature, at most `widest` of them, nearest to `number`."""
        posting = self.postings[name]
        if len(posting) <= self.widest:
            return posting
        middle = bisect.bisect_left(posting, number)
        start = min(max(0, middle - self.widest // 2), len(posting) - self.widest)
        return posting[start : start + self.widest]


def _nearest(number: int, own: list[tuple[str, float]], index: _Index, count: int) -> list[int]:
    scores: dict[int, float] = defaultdict(float)
    for name, weight in own:
        gain = weight * index.rarity(name)
        for other in index.around(name, number):
            scores[other] += gain
    scores.pop(number, None)
    return heapq.nsmallest(count, scores, key=lambda o: (-scores[o], abs(o - number), o))
