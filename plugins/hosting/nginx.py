"""nginx: one file to include in a server block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.hosting.headers import FOR_MINUTES, MEDIA_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plugins.hosting.headers import Rule
    from plugins.hosting.redirects import Redirect

_HEAD = """\
# Cổng Tin: include this file at the http level, then write in your server block:
#
#     root /srv/cong-tin/current;
#     include /etc/nginx/cong-tin/nginx-server.conf;
"""


def render_maps(rules: Sequence[Rule], redirects: Iterable[Redirect], base_path: str) -> str:
    """Return the part for the http level: a map for each header that depends on the folder.

    Maps, since an `add_header` in a location would make nginx forget the server's other headers.
    """
    everywhere, *rest = rules
    usual = dict(everywhere.headers) | {"Cache-Control": FOR_MINUTES}
    names = _names_in(rest)
    lines = [_HEAD]
    for name in names:
        lines += [f"map $uri ${variable_of(name)} {{", f'    default "{usual.get(name, "")}";']
        for rule in rest:
            value = dict(rule.headers).get(name)
            if value:
                lines.append(f'    ~^{base_path}/{rule.folder} "{value}";')
        lines.append("}")
    lines += ["map $uri $cong_tin_new_address {", '    default "";']
    lines += [f'    "{one.source}" "{one.target}";' for one in redirects]
    return "\n".join([*lines, "}", ""])


def _names_in(rules: Iterable[Rule]) -> list[str]:
    return list(dict.fromkeys(name for rule in rules for name, _ in rule.headers))


def variable_of(header: str) -> str:
    return f"cong_tin_{header.lower().replace('-', '_')}"


def render_server(rules: Sequence[Rule], editions: Sequence[str], base_path: str) -> str:
    """Return the part for the server block. `editions` are the languages' folders ("", "en/")."""
    everywhere, *rest = rules
    names = _names_in(rest)
    lines = [
        "# Cổng Tin: include this file in the server block; nginx-maps.conf at the http level.",
        "charset utf-8;",
        "charset_types text/plain text/css application/javascript application/atom+xml",
        "    application/rss+xml application/opensearchdescription+xml text/xml application/xml",
        "    image/svg+xml text/vtt;",
        "absolute_redirect off;",
        "gzip_static on;",
        "index index.html;",
        'if ($cong_tin_new_address != "") { return 301 $cong_tin_new_address; }',
    ]
    lines += [
        f'add_header {name} "{value}" always;'
        for name, value in everywhere.headers
        if name not in names
    ]
    lines += [f"add_header {name} ${variable_of(name)} always;" for name in names]
    not_found = "error_page 403 404 =404 {}404.html;".format
    for end, kind in MEDIA_TYPES.items():
        what = f"types {{ }} default_type {kind}; {not_found(f'{base_path}/')}"
        lines.append(f"location ~ {end}$ {{ {what} }}")
    for edition in editions:
        place = f"{base_path}/{edition}"
        lines.append(f"location {place} {{ {not_found(place)} }}")
    return "\n".join([*lines, ""])
