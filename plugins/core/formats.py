"""Numbers, sizes and dates as the page's readers write them: the templates' filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from babel.numbers import format_decimal
from jinja2 import pass_context

from plugins.core.dates import format_full_date, format_iso, format_short_date
from plugins.core.sharing import list_share_links

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from jinja2.runtime import Context

_KIB = 1024
_UNITS = ("KB", "MB", "GB")


def format_number(number: float, lang: str) -> str:
    """Return 15518 as "15.518", in English "15,518"."""
    return format_decimal(number, locale=lang)


def format_size(size_bytes: int, lang: str) -> str:
    """Return 88064 as "86 KB", 1258291 as "1,2 MB": at least 1 KB, as file managers count."""
    size = max(1.0, size_bytes / _KIB)
    unit = 0
    while round(size) >= _KIB and unit < len(_UNITS) - 1:
        size, unit = size / _KIB, unit + 1
    pattern = "#,##0.#" if unit else "#,##0"
    return f"{format_decimal(size, pattern, locale=lang)} {_UNITS[unit]}"


def _lang(context: Context) -> str:
    # Not the page's, which a part of one does not see.
    lang: str = context["edition"].lang
    return lang


@pass_context
def full_date(context: Context, moment: datetime) -> str:
    return format_full_date(moment, _lang(context))


@pass_context
def short_date(context: Context, day: date) -> str:
    return format_short_date(day, _lang(context))


@pass_context
def number(context: Context, value: float) -> str:
    return format_number(value, _lang(context))


@pass_context
def size(context: Context, size_bytes: int) -> str:
    return format_size(size_bytes, _lang(context))


FILTERS: dict[str, Callable[..., Any]] = {
    "full_date": full_date,
    "short_date": short_date,
    "number": number,
    "size": size,
    "iso": format_iso,
    "share_links": list_share_links,
}
