"""Chance that falls the same way each time: each picture has its own dice."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Dice(random.Random):
    """A source of chance for one picture."""

    def spread(self, count: int, low: float, high: float) -> Iterator[float]:
        """Yield places evenly from low to high, each a little off."""
        step = (high - low) / max(count, 1)
        for i in range(count):
            yield low + step * (i + 0.5 + self.uniform(-0.18, 0.18))

    def chance(self, share: float) -> bool:
        """Tell whether something happens that happens in this share of cases."""
        return self.random() < share
