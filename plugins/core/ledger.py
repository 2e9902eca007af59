"""What was rendered before, and from what: it need not be rendered again while that is the same."""

from __future__ import annotations

import marshal
from contextlib import suppress
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from plugins.core.artifacts import digest
from plugins.core.document import Document, Extras
from plugins.core.reads import noting_reads
from plugins.core.stamps import stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from plugins.core.reads import Reads

# The documents that were read, by their paths, each with the names of its fields, by spaces.
Sources = tuple[tuple[str, str], ...]
# (what it was asked with, what it read, the digest of that, the outcome)
Record = tuple[str, Sources, str, str]

_EXTRAS = "extras."
_NO_EXTRAS = Extras()
# No text that stands for a value has one.
_BETWEEN = "\0"
_SHORT = 200
# The path of no document: what a draft's extras hold cannot be told next time.
_UNKNOWN = ""


class Ledger:
    """The records of one build and of the one before, by name: a page's place, a PDF's.

    `recall` gives back an outcome (a text, such as a digest) while the base that it was asked with
    and all that it read of documents are the same; `work_out` notes what a function reads.
    """

    def __init__(self, kept: Mapping[str, bytes | Record] | None = None) -> None:
        self._kept = dict(kept or {})
        self._new: dict[str, bytes] = {}
        self._used: set[str] = set()
        self._documents: dict[str, Document] = {}
        self._owners: dict[int, str] = {}
        self._stamps: dict[tuple[str, str], str] = {}

    def use(self, documents: Iterable[Document]) -> None:
        """Take the documents as they are now. They must not change until `use` is called again."""
        self._documents = {document.view.path: document for document in documents}
        found = self._documents.items()
        self._owners = {id(thing): path for path, d in found for thing in (d, d.extras)}
        self._stamps = {}

    def recall(self, name: str, base: str) -> str | None:
        """Return what was worked out under this name, or None where it has to be done again."""
        kept = self._kept.get(name)
        if kept is None:
            return None
        with suppress(EOFError, ValueError, TypeError):
            known, sources, total, outcome = open_record(kept) if isinstance(kept, bytes) else kept
            if known == base and self._total(sources) == total:
                self._used.add(name)
                return str(outcome)
        return None

    def work_out(self, base: str, function: Callable[[], str]) -> tuple[str, Record]:
        """Return the outcome of a function, and the record of what it read, to be noted."""
        with noting_reads() as reads:
            outcome = function()
        sources = self._sources(reads)
        return outcome, (base, sources, self._total(sources) or "", outcome)

    def keep(self, name: str, base: str, function: Callable[[], str]) -> str:
        """Return what was worked out under this name, or work it out: from the base alone."""
        known = self.recall(name, base)
        if known is None:
            known = function()
            self.note(name, (base, (), self._total(()) or "", known))
        return known

    def hold(self, names: Iterable[str]) -> None:
        """Keep records that nothing asks for this time, and that may serve another build."""
        self._used.update(names)

    def note(self, name: str, record: Record) -> None:
        """Keep the record of something that was rendered."""
        self._used.add(name)
        self._new[name] = marshal.dumps(record)

    def changes(self) -> tuple[list[tuple[str, bytes]], list[str]]:
        """Return the new records, and the names of those that nothing asked for."""
        return list(self._new.items()), sorted(self._kept.keys() - self._used)

    def _sources(self, reads: Reads) -> Sources:
        fields: dict[str, set[str]] = {}
        for thing, name in reads:
            owner = self._owners.get(id(thing), _UNKNOWN)
            if isinstance(thing, Document):
                fields.setdefault(owner or thing.view.path, set()).add(name)
            elif isinstance(thing, Extras):
                fields.setdefault(owner, set()).add(f"{_EXTRAS}{name}")
        return tuple((path, " ".join(sorted(names))) for path, names in sorted(fields.items()))

    def _total(self, sources: Sources) -> str | None:
        """Return the digest of what the fields hold now; None where a document is gone."""
        stamps = self._stamps
        try:
            return digest(
                "".join([stamps.get(source) or self._stamp(source) for source in sources])
            )
        except KeyError:
            return None

    def _stamp(self, source: tuple[str, str]) -> str:
        path, names = source
        document = self._documents[path]
        found = _BETWEEN.join([tell(document) for tell in _tellers(names)])
        self._stamps[source] = found if len(found) < _SHORT else digest(found)
        return self._stamps[source]


def open_record(data: bytes) -> Record:
    """Return a record as `Ledger.changes` gave it. Whoever has opened it may hand it in so."""
    record: Record = marshal.loads(data)  # noqa: S302 - our own file
    return record


@lru_cache(maxsize=1000)
def _tellers(names: str) -> tuple[Callable[[Document], str], ...]:
    """Return functions, one for each field, that tell what stands for what it holds."""
    return tuple(_teller(name) for name in names.split(" "))


def _teller(name: str) -> Callable[[Document], str]:
    if name in {"view", "html"}:
        return attrgetter(f"{name}_stamp")
    if name == "extras":
        # Whose fields are noted each by itself.
        return lambda _: ""
    field, is_extra = name.removeprefix(_EXTRAS), name.startswith(_EXTRAS)
    default = getattr(_NO_EXTRAS, field) if is_extra else None

    def tell(document: Document) -> str:
        value = getattr(document.extras if is_extra else document, field)
        # As nearly all are.
        return "" if value is default else stamp(value)

    return tell
