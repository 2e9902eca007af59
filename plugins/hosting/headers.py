"""The one table of the headers that the site is served with; each host's file is made from it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_DAY_S = 86_400

# Nothing but the site's own files; no frame, no form, no script that a text could become.
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "media-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "'none'",
}
# A meta element may not speak of frames (CSP level 3, 3.3).
_ONLY_IN_HEADERS = frozenset({"frame-ancestors"})

# What files are by the end of their path, a regular expression, where hosts would say otherwise.
MEDIA_TYPES = {
    r"/feeds/[^/]*atom\.xml": "application/atom+xml",
    r"/feeds/[^/]*rss\.xml": "application/rss+xml",
    r"/feeds/[^/]*\.json": "application/feed+json",
    r"/opensearch\.xml": "application/opensearchdescription+xml",
    r"\.vtt": "text/vtt",
}
# How the names of all of these end: most of a site's files do not.
_TOLD = (".xml", ".json", ".vtt")

_UNUSED_FEATURES = (
    "accelerometer camera display-capture geolocation gyroscope magnetometer microphone midi "
    "payment usb browsing-topics"
)
CONTENT_POLICY = "Content-Security-Policy"
FOR_EVER = "public, max-age=31536000, immutable"
FOR_MINUTES = "public, max-age=300"


@dataclass(frozen=True, slots=True)
class Rule:
    """Headers of every file below a folder of the output; "" is the whole site.

    A header that is also the whole site's takes the place of that one.
    """

    folder: str
    headers: tuple[tuple[str, str], ...]


def policy_text(own: Mapping[str, str] | None = None, *, in_page: bool = False) -> str:
    """Return the content policy as a header's value, or as a page may say it.

    `own` are the directives that differ on this page.
    """
    policy = POLICY | dict(own or {})
    kept = ((k, v) for k, v in policy.items() if not (in_page and k in _ONLY_IN_HEADERS))
    return "; ".join(f"{name} {value}" for name, value in kept)


def make_rules(
    hsts_days: int, policies: Mapping[str, Mapping[str, str]] | None = None
) -> tuple[Rule, ...]:
    """Return the table. `policies` are pages' own directives by their folders.

    No two of the folders hold the same file. Pages and feeds have no rule for caching: hosts that
    cannot exclude a folder from a rule ask for a fresh copy each time by themselves; the others use
    FOR_MINUTES.
    """
    hsts = (("Strict-Transport-Security", f"max-age={hsts_days * _DAY_S}"),) if hsts_days else ()
    everywhere = (
        (CONTENT_POLICY, policy_text()),
        *hsts,
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", ", ".join(f"{one}=()" for one in _UNUSED_FEATURES.split())),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    )
    kept = ("Cache-Control", FOR_EVER)
    own = (Rule(f, ((CONTENT_POLICY, policy_text(p)),)) for f, p in (policies or {}).items())
    # Photos may be shown by feed readers on other sites; the theme's files by none.
    return (
        Rule("", everywhere),
        Rule("assets/", (kept, ("Cross-Origin-Resource-Policy", "same-origin"))),
        Rule("search-index/", (kept, ("Cross-Origin-Resource-Policy", "same-origin"))),
        Rule("photos/", (kept, ("Cross-Origin-Resource-Policy", "cross-origin"))),
        *own,
    )


def type_of(place: str) -> str | None:
    """Return the media type of a file of the output where hosts would say another."""
    if not place.endswith(_TOLD):
        return None
    path = f"/{place}"
    return next((kind for end, kind in MEDIA_TYPES.items() if re.search(f"{end}$", path)), None)


def find_overridden(rules: Iterable[Rule]) -> dict[str, list[Rule]]:
    """Return the site's headers that folders have otherwise, with the rules of these folders."""
    everywhere, *rest = rules
    names = [name for name, _ in everywhere.headers]
    found = {name: [one for one in rest if name in dict(one.headers)] for name in names}
    return {name: others for name, others in found.items() if others}
