"""Caddy: a snippet to import in a site block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.hosting.headers import FOR_MINUTES, MEDIA_TYPES, find_overridden

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plugins.hosting.headers import Rule
    from plugins.hosting.redirects import Redirect


def render(
    rules: Sequence[Rule],
    redirects: Iterable[Redirect],
    editions: Sequence[str],
    base_path: str,
) -> str:
    """Return the snippet `cong_tin`; the site block says `root` and imports it."""
    everywhere, *rest = rules
    lines = [
        "# Cổng Tin: import this file at the top of the Caddyfile, then write:",
        "#",
        "#     vanphong.vinhson.example {",
        "#         root * /srv/cong-tin/current",
        "#         import cong_tin",
        "#     }",
        "(cong_tin) {",
        f'    header ?Cache-Control "{FOR_MINUTES}"',
    ]
    # Of two `header`s that match, Caddy's order decides: the usual one says where it is not meant.
    overridden = find_overridden(rules)
    for name, value in everywhere.headers:
        others = " ".join(f"{base_path}/{rule.folder}*" for rule in overridden.get(name, ()))
        if others:
            lines.append(f"    @usual_{name} not path {others}")
        lines.append(f'    header {f"@usual_{name} " if others else ""}{name} "{value}"')
    for rule in rest:
        name = rule.folder.strip("/").replace("/", "_")
        lines.append(f"    @{name} path {base_path}/{rule.folder}*")
        lines += [f'    header @{name} {key} "{value}"' for key, value in rule.headers]
    for number, (end, kind) in enumerate(MEDIA_TYPES.items()):
        lines.append(f"    @type_{number} path_regexp {end}$")
        lines.append(f"    header @type_{number} Content-Type {kind}")
    lines += [f"    redir {one.source} {one.target} permanent" for one in redirects]
    lines += ["    file_server {", "        precompressed zstd br gzip", "    }"]
    return "\n".join([*lines, *_not_found(editions, base_path), "}", ""])


def _not_found(editions: Sequence[str], base_path: str) -> list[str]:
    """Return the answers to addresses that lead nowhere, each in the language of its folder."""
    lines = [
        "    handle_errors {",
        "        @missing expression `{err.status_code} == 404`",
        "        handle @missing {",
    ]
    for edition in editions:
        matcher = f"{base_path}/{edition}* " if edition else ""
        lines += [
            f"            handle {matcher}{{",
            f"                rewrite * {base_path}/{edition}404.html",
            "                file_server",
            "            }",
        ]
    return [*lines, "        }", "    }"]
