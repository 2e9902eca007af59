"""What the store holds, ready to be used: in a process that stays between builds, and no other."""

from __future__ import annotations

import gc
import pickle
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from plugins.core.ledger import open_record

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping

    from plugins.core.ledger import Record
    from plugins.core.names import Names
    from plugins.core.store import Row, Store

Made = TypeVar("Made")


@dataclass(slots=True)
class Memo:
    """Gives back what was made of the same bytes before. Unless it `lasts`, nothing is kept."""

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
    """What a process knows of what the store of one recipe holds, and of the names of sources.

    Whoever is given something may change it in a copy of this process only, as each build is that
    a resident process begins.
    """

    def __init__(self, recipe: str = "", *, lasts: bool = False) -> None:
        self.recipe = recipe
        self.names: Names | None = None
        self.heads, self.outputs = Memo(lasts), Memo(lasts)
        self._row_memo, self._record_memo, self._opened = (Memo(lasts) for _ in range(3))
        self._sources: dict[tuple[str, str], tuple[str, str]] = {}
        self._edition = b""
        self._rows: dict[str, Row] = {}
        self._records: Mapping[str, bytes | Record] = {}

    def rows_of(self, store: Store) -> dict[str, Row]:
        """Return a store's rows: those in memory, if nobody has written to it since."""
        return self._rows if self._is_of(store) else store.rows(self._row_memo)

    def records_of(self, store: Store) -> Mapping[str, bytes | Record]:
        """Return a store's records in the same way."""
        return self._records if self._is_of(store) else store.records(self._record_memo)

    def _is_of(self, store: Store) -> bool:
        return self._edition != b"" and self._edition == store.edition()

    def learn(self, store: Store) -> None:
        """Take over all that a store holds; nobody may be writing to it."""
        self._edition = b""
        self._rows, records = store.rows(self._row_memo), store.records(self._record_memo)
        self._records = {
            name: self._opened.recall(name, data, self._open) for name, data in records.items()
        }
        for place, row in self._rows.items():
            self.heads.recall(place, row.head, pickle.loads)
        for memo in (self._row_memo, self.heads):
            memo.keep_only(self._rows)
        for memo in (self._record_memo, self._opened):
            memo.keep_only(records)
        self._edition = store.edition()

    def _open(self, data: bytes) -> Record | bytes:
        """Open a record if it is one; what many tell of a document they have in common."""
        with suppress(EOFError, ValueError, TypeError):
            base, sources, total, outcome = open_record(data)
            common = self._sources.setdefault
            return base, tuple(common(one, one) for one in sources), total, outcome
        return data

    def make_own(self) -> None:
        """Let a copy of this process have its own of all objects, before they are needed.

        To count a reference is to write: the system would copy each page of memory then.
        """
        gc.get_referents(*gc.get_objects())
        # Nothing of it is rubbish, and to look would take long.
        gc.freeze()
