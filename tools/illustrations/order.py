"""What the manifest asks for: one picture each, checked before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import yaml

from tools.illustrations.dice import Dice

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

RATIOS = {"3:2": 3 / 2, "4:3": 4 / 3, "16:9": 16 / 9, "2:3": 2 / 3}
TIMES = ("morning", "noon", "evening", "night")
SMALLEST_PX, LARGEST_PX = 200, 4000


@dataclass(frozen=True, slots=True)
class Order:
    """One picture: its scene and how this one differs from others of the scene.

    Raises ValueError where an option is outside its range.
    """

    scene: str
    seed: int = 1
    people: int | None = None
    time: str | None = None
    ratio: str = "3:2"
    width_px: int = 1800

    def __post_init__(self) -> None:
        if self.time is not None and self.time not in TIMES:
            raise ValueError(f"time is {self.time!r}; it can be {', '.join(TIMES)}")
        if self.ratio not in RATIOS:
            raise ValueError(f"ratio is {self.ratio!r}; it can be {', '.join(RATIOS)}")
        if not SMALLEST_PX <= self.width_px <= LARGEST_PX:
            raise ValueError(f"width_px is {self.width_px}, not {SMALLEST_PX} to {LARGEST_PX}")
        if self.people is not None and self.people < 1:
            raise ValueError(f"people is {self.people}; leave it out, or ask for one at least")

    def dice(self, part: str = "") -> Dice:
        """Return the picture's dice; a part that has its own keeps it when others change."""
        return Dice(f"{self.scene} {self.seed} {part}".strip())

    def count(self, dice: Dice, low: int, high: int) -> int:
        """Return how many people to draw: as ordered, else by lot."""
        drawn = dice.randint(low, high)
        return self.people or drawn


def read_orders(manifest: Path, scenes: Collection[str]) -> tuple[dict[str, Order], list[str]]:
    """Return the orders by the photo's path below content/, and what is wrong with the others."""
    listed = yaml.safe_load(manifest.read_text("utf-8")) or {}
    orders: dict[str, Order] = {}
    faults: list[str] = []
    for path, options in listed.items():
        try:
            orders[path] = _order_of(options, scenes)
        except (TypeError, ValueError) as fault:
            faults.append(f"{path}: {fault}")
    return orders, faults


def _order_of(options: object, scenes: Collection[str]) -> Order:
    if not isinstance(options, dict):
        raise TypeError(f"{options!r} is no mapping of options")
    known = {field.name: str(field.type) for field in fields(Order)}
    for name, value in options.items():
        if name not in known:
            raise ValueError(f"{name} is no option; there are {', '.join(known)}")
        if isinstance(value, bool) or not isinstance(value, int if "int" in known[name] else str):
            raise TypeError(f"{name} is {value!r}, which is not {known[name]}")
    if options.get("scene") not in scenes:
        raise ValueError(
            f"no scene {options.get('scene')!r}; there are {', '.join(sorted(scenes))}"
        )
    return Order(**options)
