"""A text that is fetched, and altered, only when somebody reads it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from plugins.core.artifacts import digest

if TYPE_CHECKING:
    from collections.abc import Callable

Alteration = tuple["Callable[[str, Any], str]", Any]


@dataclass(slots=True, eq=False)
class LazyText:
    """A text by a way to fetch it. `stamp` stands for what will be fetched: equal ones, same text.

    It is fetched anew at each reading: an archive of texts would not fit in memory.
    """

    fetch: Callable[[], str]
    stamp: str
    alterations: list[Alteration] = field(default_factory=list)

    @classmethod
    def of(cls, text: str) -> LazyText:
        """Return a text that is there already."""
        return cls(lambda: text, digest(text))

    def read(self) -> str:
        text = self.fetch()
        for function, inputs in self.alterations:
            text = function(text, inputs)
        return text

    def alter(self, function: Callable[[str, Any], str], inputs: object) -> None:
        """Put `function(text, inputs)` in the text's place, once it is read.

        `inputs` must hold all that the outcome depends on, and its `repr` must tell it.
        """
        self.alterations.append((function, inputs))
        name = f"{function.__module__}.{function.__qualname__}"
        self.stamp = digest(self.stamp, name, repr(inputs))
