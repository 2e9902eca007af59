"""What bytes became: remembered by a process that stays between builds, and by no other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Container

Made = TypeVar("Made")


@dataclass(slots=True)
class Memo:
    """Gives back what was made of the same bytes before.

    Whoever is given something may change it only in a copy of this process, as every build is that
    a resident process begins. Without `lasts`, nothing is remembered.
    """

    lasts: bool = False
    _known: dict[str, tuple[bytes, Any]] = field(default_factory=dict)

    def recall(self, name: str, data: bytes, make: Callable[[bytes], Made]) -> Made:
        """Return `make(data)`, or what it gave for equal bytes under this name."""
        known = self._known.get(name)
        if known is not None and known[0] == data:
            made: Made = known[1]
            return made
        made = make(data)
        if self.lasts:
            self._known[name] = data, made
        return made

    def keep_only(self, names: Container[str]) -> None:
        """Forget what has another name."""
        self._known = {name: known for name, known in self._known.items() if name in names}


class Memory:
    """What a process knows of what the store of one recipe holds."""

    def __init__(self, recipe: str = "", *, lasts: bool = False) -> None:
        self.recipe = recipe
        self.rows, self.heads, self.records = (Memo(lasts) for _ in range(3))
