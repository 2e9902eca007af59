"""Settings of features: a frozen dataclass each, filled from a dict, every mistake told."""

from __future__ import annotations

from dataclasses import fields
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

Options = TypeVar("Options")


class SettingsError(ValueError):
    """Settings that cannot be used; the message tells all that is wrong with them."""


def suggest(word: str, known: list[str]) -> str:
    """Return " Ý bạn là “x”? / Did you mean “x”?" for a near miss, else ""."""
    near = get_close_matches(word, known, n=1)
    return f" Ý bạn là “{near[0]}”? / Did you mean “{near[0]}”?" if near else ""


def load(name: str, kind: type[Options], given: object) -> Options:
    """Return the settings class filled from the Pelican setting `name`.

    Raises SettingsError for what is no dict, for unknown keys, and for values that the class's
    own `__post_init__` refuses with ValueError or TypeError.
    """
    if not isinstance(given, dict):
        message = f"{name}: phải là một dict / must be a dict, không phải {type(given).__name__}."
        raise SettingsError(message)
    _refuse_unknown(name, kind, given)
    try:
        return kind(**given)
    except (TypeError, ValueError) as error:
        message = f"{name}: {error}"
        raise SettingsError(message) from error


def _refuse_unknown(name: str, kind: type[Any], given: Mapping[str, object]) -> None:
    known = [f.name for f in fields(kind)]
    wrong = [
        f"{name}: không có thiết lập “{key}” / no such setting.{suggest(key, known)}"
        for key in given
        if key not in known
    ]
    if wrong:
        raise SettingsError("\n".join(wrong))
