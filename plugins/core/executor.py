"""Work that any machine could do, bytes in and bytes out; this machine's cores do it by default."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from plugins.core.catalogue import Entry
from plugins.core.problems import ProblemsFoundError
from plugins.core.processes import Processes, expect
from plugins.core.workers import count_cores, watch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

Name = TypeVar("Name")
Shared = TypeVar("Shared")
Item = TypeVar("Item")
Result = TypeVar("Result")
Ticket = TypeVar("Ticket")

# What waits for each worker: enough to keep it busy, few enough to leave an archive on the disk.
_WAITING = 4

LOST = Entry(
    "{label}: “{name}” làm dừng mọi tiến trình xử lý nó, có lẽ vì thiếu bộ nhớ.",
    "xem lại tệp hoặc bài này; máy ít bộ nhớ thì đặt WORKERS = {{'local': 1}}.",
    "It ends every process that works on it, perhaps for want of memory.",
    "Look at this file or article; on a small machine set WORKERS = {{'local': 1}}.",
)


def no_versions() -> dict[str, str]:
    """Return what a task tells that no library shapes."""
    return {}


@dataclass(frozen=True, slots=True)
class Task(Generic[Shared, Item, Result]):
    """What is done with each of many items: `function(shared, item)`.

    All can be pickled and name no place on a disk: what a task reads, it carries. `shared` goes to
    each worker once. `versions` tells what shapes results besides the project's code: a worker
    where it differs could make other bytes. `own_process` is for what holds the interpreter's lock
    or bears no threads: a process then does one at a time, and had better load the `modules` of
    these names ahead.
    """

    label: str
    function: Callable[[Shared, Item], Result]
    shared: Shared
    versions: Callable[[], Mapping[str, str]] = no_versions
    own_process: bool = False
    modules: tuple[str, ...] = ()


class TaskLostError(ProblemsFoundError):
    """An item ended each process that worked on it; `name` is the item's."""

    def __init__(self, label: str, name: object) -> None:
        super().__init__(str(LOST.problem("task-lost", "WORKERS", 1, label=label, name=name)))
        self.name = name


class Executor(Protocol):
    """Does tasks somewhere."""

    def map_in_order(
        self, task: Task[Shared, Item, Result], items: Iterable[tuple[Name, Item]], total: int
    ) -> Iterator[tuple[Name, Result]]:
        """Yield each item's name with its result, in order, while others are being worked on.

        Items are asked for as workers get free, and their names stay here. `total` is how many
        there are at most. The first exception stops all and is raised; TaskLostError is for an item
        that ends the processes of its workers.
        """
        ...

    def expect(self, task: Task[Shared, Item, Result]) -> None:
        """Take what time there is to get ready for a task, which may never be asked for."""
        ...


@dataclass(frozen=True, slots=True)
class LocalExecutor:
    """Works with the cores of this machine, or with fewer: so many `workers` at once."""

    workers: int | None = None

    def map_in_order(
        self, task: Task[Shared, Item, Result], items: Iterable[tuple[Name, Item]], total: int
    ) -> Iterator[tuple[Name, Result]]:
        """Use threads, or processes where the task asks for its own."""
        return watch(self.do(task, items, total), task.label, total)

    def do(
        self, task: Task[Shared, Item, Result], items: Iterable[tuple[Name, Item]], total: int
    ) -> Iterator[tuple[Name, Result]]:
        """Do the same without telling of progress."""
        workers = max(1, min(self.workers or count_cores(), total))
        if workers == 1 and not task.own_process:
            yield from ((name, task.function(task.shared, item)) for name, item in items)
            return
        queue: Queue[Name, Item, Future[Result]] = deque()
        with _begin(task, workers) as submit:
            take = partial(_take, task, submit)
            yield from keep_busy(items, submit, take, queue, lambda: workers)

    def expect(self, task: Task[Shared, Item, Result]) -> None:
        """Load what its processes will need, in a process that they are copies of."""
        if task.own_process:
            expect(task.modules)


@dataclass(frozen=True, slots=True)
class Begun(Generic[Name, Item, Ticket]):
    """An item that somebody works on; `ticket` is what its result is had for."""

    name: Name
    item: Item
    ticket: Ticket


Queue = deque[Begun[Name, Item, Ticket]]


def keep_busy(
    items: Iterable[tuple[Name, Item]],
    submit: Callable[[Item], Ticket],
    take: Callable[[Begun[Name, Item, Ticket]], Result],
    queue: Queue[Name, Item, Ticket],
    count_workers: Callable[[], int],
) -> Iterator[tuple[Name, Result]]:
    """Yield the results in order, a few items for each worker in the queue at any time.

    Where `take` raises, all that were begun and not yielded are in the queue.
    """
    for name, item in items:
        queue.append(Begun(name, item, submit(item)))
        while len(queue) > _WAITING * count_workers():
            yield _take_first(queue, take)
    while queue:
        yield _take_first(queue, take)


def _take_first(
    queue: Queue[Name, Item, Ticket], take: Callable[[Begun[Name, Item, Ticket]], Result]
) -> tuple[Name, Result]:
    result = take(queue[0])
    return queue.popleft().name, result


def _take(
    task: Task[Shared, Item, Result],
    submit: Callable[[Item], Future[Result]],
    begun: Begun[Name, Item, Future[Result]],
) -> Result:
    """Wait for a result. A killed process takes all that was begun with it: that is done again."""
    with suppress(BrokenProcessPool):
        return begun.ticket.result()
    with suppress(BrokenProcessPool):
        return submit(begun.item).result()
    # By this item or by one beside it: alone, it shows.
    return do_alone(task, begun.name, begun.item)


def do_alone(task: Task[Shared, Item, Result], name: object, item: Item) -> Result:
    """Return an item's result from a process that does nothing else. Raises TaskLostError."""
    with closing(_start(task, 1)) as processes:
        try:
            return processes.submit(item).result()
        except BrokenProcessPool:
            raise TaskLostError(task.label, name) from None


def _start(task: Task[Shared, Item, Result], count: int) -> Processes[Shared, Item, Result]:
    return Processes(task.function, task.shared, count, task.modules)


@contextmanager
def _begin(
    task: Task[Shared, Item, Result], workers: int
) -> Iterator[Callable[[Item], Future[Result]]]:
    """Lend what begins an item; what is not begun at the end never will be."""
    if task.own_process:
        with closing(_start(task, workers)) as processes:
            yield processes.submit
        return
    threads = ThreadPoolExecutor(workers)
    try:
        yield lambda item: threads.submit(task.function, task.shared, item)
    finally:
        threads.shutdown(cancel_futures=True)
