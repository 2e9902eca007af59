"""Apache: an .htaccess in the output, which it never serves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.hosting.headers import FOR_MINUTES, MEDIA_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plugins.hosting.headers import Rule
    from plugins.hosting.redirects import Redirect

# What each encoding's copies are called; the better one is asked for first.
_ENCODINGS = (("br", "br"), ("gzip", "gz"))
TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "xml": "application/xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "json": "application/json",
    "vtt": "text/vtt; charset=utf-8",
}


def render(rules: Sequence[Rule], redirects: Iterable[Redirect], base_path: str) -> str:
    """Return the .htaccess of the output's root (mod_headers, mod_rewrite, mod_alias)."""
    everywhere, *rest = rules
    lines = [
        "# Cổng Tin. Needs AllowOverride All, and the modules headers, rewrite and alias.",
        "Options -Indexes -MultiViews",
        "AddDefaultCharset utf-8",
        "AddType image/avif .avif",
        "AddType font/woff2 .woff2",
        f"ErrorDocument 403 {base_path}/404.html",
        f"ErrorDocument 404 {base_path}/404.html",
        f'Header always set Cache-Control "{FOR_MINUTES}"',
    ]
    lines += [f'Header always set {name} "{value}"' for name, value in everywhere.headers]
    for rule in rest:
        lines.append(f'<If "%{{REQUEST_URI}} =~ m#^{base_path}/{rule.folder}#">')
        lines += [f'    Header always set {name} "{value}"' for name, value in rule.headers]
        lines.append("</If>")
    lines += _precompressed()
    # A packed copy, once chosen, is the file that is asked for.
    lines += [
        f'<If "%{{REQUEST_URI}} =~ m#{end}(\\.br|\\.gz)?$#">\n    ForceType {kind}\n</If>'
        for end, kind in MEDIA_TYPES.items()
    ]
    lines += [f"RedirectMatch 301 ^{_escape(one.source)}$ {one.target}" for one in redirects]
    return "\n".join([*lines, ""])


def _precompressed() -> list[str]:
    lines = ["RewriteEngine On"]
    for encoding, suffix in _ENCODINGS:
        lines += [
            f"RewriteCond %{{HTTP:Accept-Encoding}} {encoding}",
            f"RewriteCond %{{REQUEST_FILENAME}}.{suffix} -f",
            f"RewriteRule ^(.+)$ $1.{suffix} [L]",
            f"RemoveLanguage .{suffix}",
        ]
        lines += [
            f'<FilesMatch "\\.{ext}\\.{suffix}$">\n'
            f'    ForceType "{kind}"\n'
            f"    Header set Content-Encoding {encoding}\n"
            f"    Header append Vary Accept-Encoding\n"
            f"</FilesMatch>"
            for ext, kind in TYPES.items()
        ]
    return lines


def _escape(path: str) -> str:
    return "".join(f"\\{c}" if c in ".+()" else c for c in path)
