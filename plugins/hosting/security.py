"""security.txt (RFC 9116): whom to tell of a hole, and until when that holds."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

PLACE = ".well-known/security.txt"


def render(
    contact: str, newest: datetime, days: int, canonical: str, languages: Sequence[str]
) -> str:
    """Return the file, which expires `days` after the newest article's day.

    Not after today: the same content must give the same bytes on any day.
    """
    midnight = newest.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    expires = (midnight + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        f"Contact: {contact}\n"
        f"Expires: {expires}\n"
        f"Preferred-Languages: {', '.join(languages)}\n"
        f"Canonical: {canonical}\n"
    )
