"""Asks another site whether an address is still there."""

from __future__ import annotations

from http import HTTPStatus
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

_TIMEOUT_S = 20
# These say "not to you, not now", not "there is nothing".
_TOLERATED = frozenset(
    {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS}
)


def find_fault(url: str) -> str | None:
    """Return what is wrong with an http(s) address, or None where it answers."""
    fault = _ask(url, "HEAD")
    # Not every host knows HEAD: only a GET that fails too is a fault.
    return fault and _ask(url, "GET")


def _ask(url: str, method: str) -> str | None:
    address = quote(url, safe=":/?#[]@!$&'()*+,;=%~")
    request = Request(address, method=method, headers={"User-Agent": "cong-tin-links"})  # noqa: S310 - the caller admits http(s) alone
    try:
        with urlopen(request, timeout=_TIMEOUT_S):  # noqa: S310 - as above
            return None
    except HTTPError as error:
        with error:
            return None if error.code in _TOLERATED else f"{error.code} {error.reason}"
    except (URLError, OSError, ValueError) as error:
        return str(getattr(error, "reason", error))
