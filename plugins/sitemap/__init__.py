"""What search engines read: a sitemap of every page, and robots.txt that leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.core import pipeline
from plugins.sitemap.entries import list_entries
from plugins.sitemap.settings import SitemapSettings
from plugins.sitemap.xml import INDEX, cut_into_files, render_robots

if TYPE_CHECKING:
    from plugins.core.build import Build


def write_sitemap(build: Build) -> None:
    """Write the sitemap; not in a preview, which has no address to put into it."""
    if not build.urls.site_url:
        return
    entries = list_entries(build.written_pages, build.urls.absolute)
    per_file = build.options_of(SitemapSettings).urls_per_file
    place_of = build.urls.path
    files = cut_into_files(entries, per_file, lambda name: build.urls.absolute(place_of(name)))
    for name, data in files.items():
        build.output.write(name, data)
    robots = render_robots(build.urls.absolute(place_of(INDEX)))
    build.output.write("robots.txt", robots)


def register() -> None:
    pipeline.declare_settings("SITEMAP", SitemapSettings)
    pipeline.on_written(write_sitemap)
