"""Netlify and Cloudflare Pages: the files `_headers` and `_redirects` in the output's root."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plugins.hosting.headers import Rule
    from plugins.hosting.redirects import Redirect


def render_headers(rules: Sequence[Rule], base_path: str) -> str:
    """Return `_headers`."""
    blocks = [
        "\n".join(
            [f"{base_path}/{rule.folder}*", *(f"  {name}: {value}" for name, value in rule.headers)]
        )
        for rule in rules
    ]
    return "\n\n".join([*blocks, ""])


def render_redirects(redirects: Iterable[Redirect]) -> str:
    """Return `_redirects`."""
    return "".join(f"{one.source} {one.target} 301\n" for one in redirects)
