"""Small sites to audit, as a build gives them to its output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.audit import audit_output
from plugins.audit.settings import AuditSettings
from plugins.core.page import Page
from plugins.core.problems import ProblemsFoundError
from tests.plugins.samples import URLS, make_build

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SETTINGS = AuditSettings(in_previews=True, html_limit_kib=2, html_limits_kib={})
HOST = URLS.site_url
BOOK = "cache/audit/book.sqlite3"


def page(place: str, body: str = "", head: str = "") -> str:
    return (
        f'<html lang="vi"><head><title>{place}</title>\n'
        f'<link rel="canonical" href="{HOST}/{place}/">\n{head}</head>\n'
        f'<body><h1 id="t">{place}</h1>\n{body}</body></html>\n'
    )


def other_language(place: str) -> str:
    return f'<link rel="alternate" hreflang="en" href="{HOST}/{place}/">'


SITE = {
    "a/index.html": page("a", '<a href="/b/#t">b</a> <a href="#t">t</a>'),
    "b/index.html": page("b", '<a href="/a/">a</a> <img src="/x.svg" alt="" width=1 height=1>'),
    "c/index.html": page("c", '<a href="/t.txt">t</a>', other_language("d")),
    "d/index.html": page("d", '<a href="https://khac.example/#x">x</a>', other_language("c")),
    "x.svg": "<svg/>",
    "t.txt": "a",
}


def audit(
    root: Path,
    files: Mapping[str, str],
    cache: str = "cache",
    settings: AuditSettings = SETTINGS,
    templates: Mapping[str, str] | None = None,
) -> list[str]:
    """Return what is wrong with an output of these files: place, line, code, and what is said.

    `templates` are the names of pages' templates, by the pages' places.
    """
    build = make_build(root, settings=settings)
    build.cache_dir = root / cache
    build.written_pages = [
        Page(save_as=place, url=f"/{place}", template=f"{name}.html", lang="vi", title="t")
        for place, name in (templates or {}).items()
    ]
    build.output.open()
    for place, text in files.items():
        build.output.write(place, text.encode())
    try:
        audit_output(build)
    except ProblemsFoundError:
        pass
    else:
        build.output.sweep()
        build.output.save()
    return [f"{one.path}:{one.line} {one.code} {one.message}" for one in build.problems]


def codes(told: list[str]) -> list[str]:
    """Return place, line and code of what was told."""
    return [" ".join(one.split(" ")[:2]) for one in told]
