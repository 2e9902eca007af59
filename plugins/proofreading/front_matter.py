"""What the front matter says: dates that can be, titles that can be read, known warnings."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from plugins.core.dates import format_short_date, read_clock
from plugins.core.looks import note_moment
from plugins.core.settings import suggest
from plugins.proofreading.catalogue import IGNORABLE, problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from plugins.core.article import ArticleView
    from plugins.core.problems import Problem

_LEAST_CAPITALS = 10


def find_front_matter_problems(
    path: str, view: ArticleView, timezone: str, days_ahead: int
) -> Iterator[Problem]:
    """Yield a problem for each field whose value is well-formed and yet cannot be meant."""
    ahead = timedelta(days=days_ahead)
    latest = read_clock(timezone) + ahead
    for key, day in (("date", view.date), ("updated", view.updated)):
        if day is not None:
            note_moment(day - ahead)
        if day is not None and day > latest:
            values = {"key": key, "value": _short(day), "days": days_ahead}
            yield problem("date-far", path, view.line_of(key), **values)
    # A day without a time is midnight: an update of the same day is none too early.
    if view.date and view.updated and view.updated.date() < view.date.date():
        values = {"date": _short(view.date), "updated": _short(view.updated)}
        yield problem("updated-before-date", path, view.line_of("updated"), **values)
    if _is_shouted(view.title):
        yield problem("title-capitals", path, view.line_of("title"))
    yield from _check_ignored(path, view)


def _is_shouted(title: str) -> bool:
    """Tell whether a title is in capitals all through, and long enough to be no abbreviation."""
    if any(c.isalpha() and not c.isupper() for c in title):
        return False
    return sum(map(str.isalpha, title)) >= _LEAST_CAPITALS


def _check_ignored(path: str, view: ArticleView) -> Iterator[Problem]:
    for code, _reason in view.ignore:
        if code not in IGNORABLE:
            known = sorted(IGNORABLE)
            values = {"name": code, "suggestion": suggest(code, known), "known": ", ".join(known)}
            yield problem("ignore-unknown", path, view.line_of("ignore"), **values)


def _short(day: datetime) -> str:
    return format_short_date(day, "vi")
