"""What stands for a value that pages are made of: the same text in every process."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import PurePath
from types import SimpleNamespace

from plugins.core.document import Document

_ADDRESS = " at 0x"
# Their repr tells all that they are.
_SHOWN = (str, int, float, bool, type(None), bytes, date, Enum, PurePath)


def stamp(value: object) -> str:
    """Return a text that is equal for equal values.

    A document stands for itself, not for what it holds: that is noted as it is read.
    Raises TypeError for what has no text of its own, such as a function.
    """
    text = repr(value)
    return text if _ADDRESS not in text else _spell_out(value)


def _spell_out(value: object) -> str:
    """Return the same for a value whose text may show where it lies in memory."""
    if isinstance(value, _SHOWN):
        return repr(value)
    if isinstance(value, Document):
        return repr(value)
    if isinstance(value, tuple | list):
        return f"[{','.join(map(_spell_out, value))}]"
    return f"{type(value).__name__}{_spell_out(_inside(value))}"


def _inside(value: object) -> tuple[object, ...]:
    if isinstance(value, dict):
        return tuple(value.items())
    if isinstance(value, SimpleNamespace):
        return tuple(vars(value).items())
    if is_dataclass(value) and not isinstance(value, type):
        return tuple(getattr(value, field.name) for field in fields(value))
    message = f"{type(value).__name__}: a page's context holds what cannot be told apart"
    raise TypeError(message)
