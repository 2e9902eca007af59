"""The one table of the headers that the site is served with; each host's file is made from it."""

from __future__ import annotations

from dataclasses import dataclass

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

_UNUSED_FEATURES = (
    "accelerometer camera display-capture geolocation gyroscope magnetometer microphone midi "
    "payment usb browsing-topics"
)
FOR_EVER = "public, max-age=31536000, immutable"
FOR_MINUTES = "public, max-age=300"


@dataclass(frozen=True, slots=True)
class Rule:
    """Headers of every file below a folder of the output; "" is the whole site."""

    folder: str
    headers: tuple[tuple[str, str], ...]


def policy_text(*, in_page: bool = False) -> str:
    """Return the content policy as a header's value, or as a page may say it."""
    kept = ((k, v) for k, v in POLICY.items() if not (in_page and k in _ONLY_IN_HEADERS))
    return "; ".join(f"{name} {value}" for name, value in kept)


def make_rules(hsts_days: int) -> tuple[Rule, ...]:
    """Return the table. No header stands in two rules: some hosts would send both values.

    Pages and feeds have no rule for caching: hosts that cannot exclude a folder from a rule ask
    for a fresh copy each time by themselves; the others use FOR_MINUTES.
    """
    hsts = (("Strict-Transport-Security", f"max-age={hsts_days * _DAY_S}"),) if hsts_days else ()
    everywhere = (
        ("Content-Security-Policy", policy_text()),
        *hsts,
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", ", ".join(f"{one}=()" for one in _UNUSED_FEATURES.split())),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    )
    kept = ("Cache-Control", FOR_EVER)
    # Photos may be shown by feed readers on other sites; the theme's files by none.
    return (
        Rule("", everywhere),
        Rule("assets/", (kept, ("Cross-Origin-Resource-Policy", "same-origin"))),
        Rule("photos/", (kept, ("Cross-Origin-Resource-Policy", "cross-origin"))),
    )
