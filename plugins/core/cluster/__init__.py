"""Work shared out to a cluster of other machines; what it cannot do, this machine does."""

from __future__ import annotations

import sys
from collections import deque
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

from plugins.core.cluster.faults import ClusterError
from plugins.core.cluster.scheduler import Crew, connect
from plugins.core.executor import LocalExecutor, keep_busy
from plugins.core.settings import SettingsError
from plugins.core.workers import watch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.core.executor import Queue, Task
    from plugins.core.problems import Problem

Name = TypeVar("Name")
Shared = TypeVar("Shared")
Item = TypeVar("Item")
Result = TypeVar("Result")

_INSTEAD = """\
  Máy này tự làm: lâu hơn, kết quả như nhau.
  (This machine does the work itself: that takes longer and gives the same.)
"""


@dataclass(slots=True)
class DaskExecutor:
    """The workers of the Dask scheduler at `address`, and `local` where they cannot be had.

    With `is_required`, SettingsError instead. `patience_s` is how long the scheduler may take to
    answer, and to have a worker.
    """

    address: str
    patience_s: int
    is_required: bool
    local: LocalExecutor
    _is_given_up: bool = field(default=False, init=False)

    def map_in_order(
        self, task: Task[Shared, Item, Result], items: Iterable[tuple[Name, Item]], total: int
    ) -> Iterator[tuple[Name, Result]]:
        """Use all workers, more and fewer as they come and go."""
        return watch(self._do(task, items, total), task.label, total)

    def expect(self, task: Task[Shared, Item, Result]) -> None:
        """Leave it to the workers, which keep what they have loaded."""

    def _do(
        self, task: Task[Shared, Item, Result], items: Iterable[tuple[Name, Item]], total: int
    ) -> Iterator[tuple[Name, Result]]:
        left = iter(items)
        first = next(left, None)
        if first is None:
            return  # who has nothing to be done need not reach the cluster
        left = chain([first], left)
        queue: Queue[Name, Item, Any] = deque()
        try:
            if not self._is_given_up:
                with connect(self.address, self.patience_s) as client:
                    crew = Crew(client, task, self.patience_s)
                    yield from keep_busy(left, crew.submit, crew.take, queue, crew.count_threads)
        except ClusterError as error:
            self._give_up(error.problem(self.address))
        # In processes: one of these may be what ended the workers.
        begun = [(one.name, one.item) for one in queue]
        yield from self.local.do(replace(task, own_process=True), begun, len(begun))
        yield from self.local.do(task, left, total)

    def _give_up(self, problem: Problem) -> None:
        """Say at once why all takes longer, or end the build."""
        if self.is_required:
            raise SettingsError(str(problem))
        sys.stderr.write(f"{replace(problem, is_warning=True)}\n{_INSTEAD}")
        self._is_given_up = True
