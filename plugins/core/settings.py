"""Settings of features: a frozen dataclass each, filled from a dict, every mistake told."""

from __future__ import annotations

from dataclasses import fields
from difflib import get_close_matches
from types import UnionType
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Options = TypeVar("Options")

_KINDS = {
    int: "một số nguyên / a whole number",
    float: "một số / a number",
    str: "chữ / a text",
    bool: "True hoặc False / True or False",
    tuple: "một danh sách / a list",
    dict: "một dict / a dict",
}


class SettingsError(ValueError):
    """Settings that cannot be used; the message tells all that is wrong with them."""


def suggest(word: str, known: list[str]) -> str:
    """Return " Ý bạn là “x”? / Did you mean “x”?" for a near miss, else ""."""
    near = get_close_matches(word, known, n=1)
    return ask(near[0]) if near else ""


def ask(word: str) -> str:
    return f" Ý bạn là “{word}”? / Did you mean “{word}”?"


def load(name: str, kind: type[Options], given: object) -> Options:
    """Return the settings class filled from the Pelican setting `name`.

    Raises SettingsError for what is no dict, for unknown keys, for values of another type, and
    for those that the class's own `__post_init__` refuses with ValueError or TypeError.
    """
    if not isinstance(given, dict):
        message = f"{name}: phải là một dict / must be a dict, không phải {type(given).__name__}."
        raise SettingsError(message)
    wrong = [*_unknown(name, kind, given), *_mistyped(name, kind, given)]
    if wrong:
        raise SettingsError("\n".join(wrong))
    try:
        return kind(**{key: _frozen(value) for key, value in given.items()})
    except (TypeError, ValueError) as error:
        message = f"{name}: {error}"
        raise SettingsError(message) from error


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _unknown(name: str, kind: type[Any], given: Mapping[str, object]) -> Iterator[str]:
    known = [f.name for f in fields(kind)]
    for key in given:
        if key not in known:
            hint = suggest(str(key), known)
            yield f"{name}: không có thiết lập “{key}” / no such setting.{hint}"


def _mistyped(name: str, kind: type[Any], given: Mapping[str, object]) -> Iterator[str]:
    for key, hint in get_type_hints(kind).items():
        wanted = _plain(hint)
        if key in given and not any(_is_a(given[key], one) for one in wanted):
            named = ", ".join(_KINDS.get(one, "None") for one in wanted)
            yield f"{name}: “{key}” phải là {named}."


def _plain(hint: Any) -> list[type]:  # noqa: ANN401 - what a type hint is, typing does not tell
    """Return the types that a value may have: `tuple[int, ...] | None` → tuple and NoneType."""
    hints = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    return [get_origin(one) or one for one in hints]


def _is_a(value: object, kind: type) -> bool:
    if isinstance(value, bool):
        # True is a whole number to Python, and to nobody who writes settings.
        return kind is bool
    return isinstance(value, {float: (int, float), tuple: (list, tuple)}.get(kind, kind))
