"""What an audit saw of a whole site, and found there: the next one looks at what has changed."""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from plugins.core.placing import Stamp


class Outcome(NamedTuple):
    """How an audit ended; places are below the output.

    `files` holds the stamp of every file, `templates` the template's name of each page that has
    one, `budgets` what stands for the settings. `unsound` are the files that were wrong by
    themselves, `suspects` the pages that were not right with others, `heavy` those over a budget.
    `wanted` is what a `Wanted` counted.
    """

    files: dict[str, Stamp]
    templates: dict[str, str]
    budgets: str
    unsound: frozenset[str]
    suspects: frozenset[str]
    heavy: frozenset[str]
    wanted: dict[int, int]

    def pack(self) -> bytes:
        return marshal.dumps(tuple(self))

    @classmethod
    def unpack(cls, data: bytes) -> Outcome:
        return cls(*marshal.loads(data))  # noqa: S302 - our own file, its seal unbroken
