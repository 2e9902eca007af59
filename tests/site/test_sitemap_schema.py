"""The sitemap that is written is one by its protocol's rules, here as a RELAX NG schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tests.site.building import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = etree.RelaxNG(etree.parse(PROJECT / "tests/plugins/sitemap/sitemap.rng"))
_SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_LOC = "<loc>https://tin.example/</loc>"


def test_every_file_of_the_sitemap_is_valid(output: Path) -> None:
    files = sorted(output.glob("sitemap*.xml"))
    assert len(files) > 1
    for path in files:
        tree = etree.parse(path)
        assert SCHEMA.validate(tree), f"{path.name}: {SCHEMA.error_log}"
        assert len(tree.getroot()) <= 50_000
        assert path.stat().st_size <= 50 * 1024 * 1024


def test_each_address_of_the_sitemap_is_of_this_site_and_there_once(output: Path) -> None:
    tree = etree.parse(output / "sitemap-1.xml")
    found = [str(e.text) for e in tree.iterfind("{*}url/{*}loc")]
    assert len(found) > 20
    assert len(set(found)) == len(found)
    for address in found:
        place = address.removeprefix("https://tin.example/cong/")
        assert (output / place / "index.html").is_file(), address


@pytest.mark.parametrize(
    "text",
    [
        f"<urlset><url>{_LOC}</url></urlset>",
        f"<urlset {_SITEMAP}><url/></urlset>",
        f"<urlset {_SITEMAP}><url><loc>/a/</loc></url></urlset>",
        f"<urlset {_SITEMAP}><url><loc>https://a.vn/{'a' * 2048}</loc></url></urlset>",
        f"<urlset {_SITEMAP}><url>{_LOC}<lastmod>20/11/2026</lastmod></url></urlset>",
        f"<urlset {_SITEMAP}><url>{_LOC}<lastmod>2026-11-20T08:00:00</lastmod></url></urlset>",
        f"<urlset {_SITEMAP}><url><lastmod>2026-11-20</lastmod>{_LOC}</url></urlset>",
        f"<urlset {_SITEMAP}><url>{_LOC}{_LOC}</url></urlset>",
        f"<sitemapindex {_SITEMAP}/>",
        f"<sitemapindex {_SITEMAP}><url>{_LOC}</url></sitemapindex>",
    ],
)
def test_the_schema_refuses_what_the_protocol_does(text: str) -> None:
    assert not SCHEMA.validate(etree.fromstring(text))
