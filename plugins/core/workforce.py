"""The setting WORKERS: who does the work that any machine could do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from plugins.core.executor import LocalExecutor

if TYPE_CHECKING:
    from plugins.core.executor import Executor

_SCHEMES = ("tcp", "tls")


@dataclass(frozen=True, slots=True)
class WorkerSettings:
    """Who makes photos, PDFs and recordings.

    `local` is how many of this machine's cores work at once; None means all. `scheduler` is a Dask
    scheduler's address ("tcp://host:8786"), whose workers do it instead; `patience_s` is how long
    it may take to answer and to have a worker. Where it does not, this machine does the work, or,
    with `required`, the build stops.
    """

    local: int | None = None
    scheduler: str | None = None
    patience_s: int = 10
    required: bool = False

    def __post_init__(self) -> None:
        """Raise ValueError for numbers below 1 and for what is no scheduler's address."""
        if self.local is not None and self.local < 1:
            raise ValueError("“local” phải từ 1 trở lên / must be at least 1.")
        if self.patience_s < 1:
            raise ValueError("“patience_s” phải từ 1 trở lên / must be at least 1.")
        if self.scheduler is not None and not _is_address(self.scheduler):
            raise ValueError(
                "“scheduler” phải viết như / must be written as tcp://host:8786 (tls://…): "
                f"{self.scheduler}"
            )
        if self.required and self.scheduler is None:
            raise ValueError("“required” cần có “scheduler” / needs “scheduler”.")


def make_executor(settings: WorkerSettings) -> Executor:
    """Return who does the work."""
    local = LocalExecutor(settings.local)
    if settings.scheduler is None:
        return local
    from plugins.core.cluster import DaskExecutor  # noqa: PLC0415 - most sites have no cluster

    return DaskExecutor(settings.scheduler, settings.patience_s, settings.required, local)


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in _SCHEMES and bool(parts.hostname) and parts.port is not None
    except ValueError:  # a port that is none
        return False
