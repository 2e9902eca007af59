"""A Dask scheduler's workers do a task, all as this machine would; what fails is told in words."""

from __future__ import annotations

import logging
import pickle
import time
import warnings
from concurrent.futures import CancelledError
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from plugins.core.cluster.faults import ClusterError
from plugins.core.cluster.remote import (
    Kit,
    StrangerError,
    describe_worker,
    keep,
    perform,
    tell_differences,
)
from plugins.core.executor import do_alone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from plugins.core.executor import Begun, Task

Name = TypeVar("Name")
Shared = TypeVar("Shared")
Item = TypeVar("Item")
Result = TypeVar("Result")
Answer = TypeVar("Answer")

_GLANCE_S = 1
# A future that Dask gives up, since its scheduler is gone, is cancelled.
_GONE = (OSError, RuntimeError, CancelledError)
_LOGGERS = ("distributed", "distributed.client", "tornado.application", "asyncio")


class Crew(Generic[Shared, Item, Result]):
    """The workers of a client's scheduler, and the task that they do."""

    def __init__(self, client: Any, task: Task[Shared, Item, Result], patience_s: float) -> None:  # noqa: ANN401 - distributed's types are for who writes Dask
        self._client, self._task, self._patience_s = client, task, patience_s
        self._threads = 0
        self._looked_s = self._seen_s = time.monotonic()
        while not self._look():
            time.sleep(_GLANCE_S / 10)
        wanted = describe_worker(task.versions)
        self._refuse_strangers(wanted)
        content = pickle.dumps((task.function, task.shared))
        kit = Kit(content, task.versions, wanted, task.own_process)
        # As a task, not as data: Dask makes it again where the worker that had it is gone.
        self._kit = _ask(lambda: client.submit(keep, kit, pure=False))

    def submit(self, item: Item) -> Any:  # noqa: ANN401 - Dask's future
        """Begin an item; None where the cluster is gone, which `take` tells."""
        try:
            return _ask(
                lambda: self._client.submit(perform, self._kit, pickle.dumps(item), pure=False)
            )
        except ClusterError:
            return None

    def take(self, begun: Begun[Name, Item, Any]) -> Result:
        """Wait for an item's result; what its function raised is raised. Raises ClusterError."""
        error: BaseException | None
        result: Result
        error, result = self._wait(begun.ticket)
        if error is None:
            return result
        if type(error).__name__ == "KilledWorker":
            # By this item or by one beside it: alone, it shows.
            return do_alone(self._task, begun.name, begun.item)
        if isinstance(error, StrangerError | ImportError):
            raise ClusterError("cluster-differs", differences=error)
        raise error

    def count_threads(self) -> int:
        """Return how many items the workers do at once. Raises ClusterError where none is left."""
        if time.monotonic() - self._looked_s > _GLANCE_S:
            self._look()
        return max(1, self._threads)

    def _look(self) -> int:
        """Count the workers' threads. Raises ClusterError where there has been none for long."""
        self._threads = sum(_ask(self._client.nthreads).values())
        self._looked_s = time.monotonic()
        if self._threads:
            self._seen_s = self._looked_s
        elif self._looked_s - self._seen_s > self._patience_s:
            raise ClusterError("cluster-idle", seconds=self._patience_s)
        return self._threads

    def _wait(self, future: Any) -> tuple[BaseException | None, Any]:  # noqa: ANN401 - Dask's future
        """Return what an item's function raised, or else its result."""
        patience_s = float(_GLANCE_S)
        while future is not None:
            error = self._wait_for_end(future)
            if error is not None:
                return error, None
            try:
                return None, future.result(timeout=patience_s)
            except TimeoutError:
                # It is large; or lost with its worker, and being made again.
                patience_s *= 2
            except Exception as failure:
                if future.status == "error":
                    continue  # making it again went wrong
                if isinstance(failure, _GONE):
                    raise ClusterError("cluster-lost", detail=_say(failure)) from failure
                raise
        raise ClusterError("cluster-lost", detail="closed")

    def _wait_for_end(self, future: Any) -> BaseException | None:  # noqa: ANN401 - Dask's future
        while True:
            try:
                error: BaseException | None = future.exception(timeout=_GLANCE_S)
            except TimeoutError:
                self._look()
            except _GONE as failure:
                raise ClusterError("cluster-lost", detail=_say(failure)) from failure
            else:
                return error

    def _refuse_strangers(self, wanted: dict[str, str]) -> None:
        found = _ask(
            lambda: self._client.run(describe_worker, self._task.versions, on_error="return")
        )
        differences = {
            worker: str(told) if isinstance(told, Exception) else tell_differences(wanted, told)
            for worker, told in found.items()
        }
        texts = [f"{worker}: {text}" for worker, text in sorted(differences.items()) if text]
        if texts:
            raise ClusterError("cluster-differs", differences="; ".join(texts))


def _ask(question: Callable[[], Answer]) -> Answer:
    """Return what the scheduler answers. Raises ClusterError where it is gone."""
    try:
        return question()
    except _GONE as error:
        raise ClusterError("cluster-lost", detail=_say(error)) from error


@contextmanager
def connect(address: str, patience_s: float) -> Iterator[Any]:
    """Lend a client of the scheduler at an address. Raises ClusterError."""
    try:
        dask, distributed = import_module("dask"), import_module("distributed")
    except ImportError as error:
        raise ClusterError("cluster-package") from error
    for name in _LOGGERS:
        # What they log is told here in words; Pelican would end the build at any warning.
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    chosen = {
        "distributed.comm.timeouts.connect": f"{patience_s}s",
        # Fonts and photos may well be more than Dask warns of.
        "distributed.admin.large-graph-warning-threshold": "1GiB",
    }
    with dask.config.set(chosen):
        client = _open(distributed, address, patience_s)
        try:
            yield client
        finally:
            client.close()


def _open(distributed: Any, address: str, patience_s: float) -> Any:  # noqa: ANN401 - as above
    with warnings.catch_warnings():
        # Of other versions: those that matter are told with the worker's name.
        warnings.simplefilter("ignore")
        try:
            return distributed.Client(address, timeout=patience_s, set_as_default=False)
        except (OSError, RuntimeError, TypeError, ValueError, ImportError) as error:
            raise ClusterError("cluster-away", detail=_say(error)) from error


def _say(error: Exception) -> str:
    return str(error) or type(error).__name__
