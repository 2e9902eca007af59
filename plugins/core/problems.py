"""Problems: what is wrong in the sources, where, and how to mend it, all at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend. `path` is below the project's folder, `line` counts from 1.

    `code` is stable ("photo-missing"); `message` and `hint` are Vietnamese, the `_en` pair English.
    """

    path: str
    line: int
    code: str
    message: str
    hint: str
    message_en: str = ""
    hint_en: str = ""

    def __str__(self) -> str:
        """Return what an editor reads, Vietnamese first."""
        vi = f"{self.path}:{self.line} — {self.message}\n  Cách sửa: {self.hint}"
        en = f"\n  ({self.message_en} {self.hint_en})" if self.message_en else ""
        return vi + en


class ProblemsFoundError(Exception):
    """The build must stop: its sources have problems, each already reported."""


class Problems:
    """The problems of one build, in the order of their places, each once."""

    def __init__(self) -> None:
        self._found: set[Problem] = set()

    def add(self, problem: Problem) -> None:
        self._found.add(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        self._found.update(problems)

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._found))

    def __len__(self) -> int:
        return len(self._found)

    def report(self) -> str:
        """Return all problems as text, and how many there are."""
        count = len(self._found)
        english = "1 problem" if count == 1 else f"{count} problems"
        tail = f"{count} lỗi cần sửa trước khi xuất bản. / {english} to mend."
        return "\n\n".join([*map(str, self), tail])
