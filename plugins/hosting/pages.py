"""Netlify and Cloudflare Pages: the files `_headers` and `_redirects` in the output's root."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.hosting.headers import find_overridden

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from plugins.hosting.headers import Rule
    from plugins.hosting.redirects import Redirect


# Cloudflare reads no more of them.
_MOST_BLOCKS = 100


def render_headers(rules: Sequence[Rule], base_path: str, types: Mapping[str, str]) -> str:
    """Return `_headers`. `types` are media types by places in the output, the weightiest first.

    Both hosts join the values of all blocks that match. Cloudflare takes a header back by "! name";
    Netlify cannot, so both policies hold there and the page finds titles only.
    """
    overridden = find_overridden(rules)
    blocks = []
    for rule in rules:
        lines = [f"{base_path}/{rule.folder}*"]
        for name, value in rule.headers:
            lines += [f"  ! {name}"] if rule in overridden.get(name, ()) else []
            lines.append(f"  {name}: {value}")
        blocks.append("\n".join(lines))
    blocks += [f"{base_path}/{place}\n  Content-Type: {kind}" for place, kind in types.items()]
    return "\n\n".join([*blocks[:_MOST_BLOCKS], ""])


def render_redirects(redirects: Iterable[Redirect]) -> str:
    """Return `_redirects`."""
    return "".join(f"{one.source} {one.target} 301\n" for one in redirects)
