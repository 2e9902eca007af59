"""Templates as Jinja has compiled them, kept with what else a build need not do again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.bccache import Bucket

    from plugins.core.ledger import Ledger

# Each byte is a character of its own there: what a ledger keeps is text.
_ENCODING = "latin-1"


class CompiledTemplates(BytecodeCache):
    """A ledger's records of templates: the code by the template's name, while its text is the same.

    Python's code can be trusted only where it was made and is whole: a ledger's store is of the
    same Python, Jinja and settings, and its records are sealed.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's
        """Return the record's name."""
        return f"compiled:{name}"

    def load_bytecode(self, bucket: Bucket) -> None:
        code = self._ledger.recall(bucket.key, bucket.checksum)
        if code is not None:
            bucket.bytecode_from_string(code.encode(_ENCODING))

    def dump_bytecode(self, bucket: Bucket) -> None:
        code = bucket.bytecode_to_string().decode(_ENCODING)
        self._ledger.keep(bucket.key, bucket.checksum, lambda: code)


def keep_compiled(environment: Environment, ledger: Ledger) -> None:
    """Let an environment load its templates from a ledger, and note there what it compiles."""
    compiled = CompiledTemplates(ledger)
    environment.bytecode_cache = compiled
    # Where nothing is rendered, none is asked for.
    ledger.hold(map(compiled.get_cache_key, environment.list_templates()))
