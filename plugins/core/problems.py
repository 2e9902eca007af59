"""Problems: what is wrong in the sources, where, and how to mend it, all at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend. `path` is below the project's folder, `line` counts from 1.

    `code` is stable ("photo-missing"); `message` and `hint` are Vietnamese, the `_en` pair English.
    A warning is told and stops no build.
    """

    path: str
    line: int
    code: str
    message: str
    hint: str
    message_en: str = ""
    hint_en: str = ""
    is_warning: bool = False

    def __str__(self) -> str:
        """Return what an editor reads, Vietnamese first."""
        kind = "Cảnh báo: " if self.is_warning else ""
        vi = f"{self.path}:{self.line} — {kind}{self.message}\n  Cách sửa: {self.hint}"
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

    def drop_warnings(self, codes_of: Mapping[str, Collection[str]]) -> None:
        """Forget the warnings of sources, by their paths, whose codes are not to be heard."""
        self._found = {
            one
            for one in self._found
            if not (one.is_warning and one.code in codes_of.get(one.path, ()))
        }

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._found))

    def __len__(self) -> int:
        return len(self._found)

    @property
    def errors(self) -> list[Problem]:
        """Return those that stop the build."""
        return [problem for problem in self if not problem.is_warning]

    def report(self) -> str:
        """Return all problems as text, and how many there are."""
        errors = len(self.errors)
        warnings = len(self) - errors
        lines = []
        if errors:
            english = "1 problem" if errors == 1 else f"{errors} problems"
            lines.append(f"{errors} lỗi cần sửa trước khi xuất bản. / {english} to mend.")
        if warnings:
            english = "1 warning" if warnings == 1 else f"{warnings} warnings"
            lines.append(f"{warnings} cảnh báo nên xem lại. / {english} to look at.")
        return "\n\n".join([*map(str, self), "\n".join(lines)])
