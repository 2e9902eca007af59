"""A bulletin has every article of its month or category, and its contents tell the right pages."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from typing import TYPE_CHECKING

import pikepdf
import pytest

from plugins.core.settings import SettingsError, load
from plugins.paper.bulletin import keep_ids_apart
from plugins.paper.settings import BulletinSettings
from tests.plugins.paper.reading import read_page, squeeze
from tests.plugins.paper.site import Site

if TYPE_CHECKING:
    from pathlib import Path

    from tests.plugins.paper.conftest import Check

_TITLES = {
    "anh": "Ảnh ngang, ảnh dọc, bộ ảnh và ảnh trong bảng",
    "ngon-ngu": "Phần bằng tiếng nước ngoài, chú thích và tiêu đề sâu",
    "ky-hieu": "Ký hiệu và biểu tượng cảm xúc 😀",
}


@pytest.fixture(scope="module")
def bulletin(awkward: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return March's bulletin of the awkward site."""
    site = Site(tmp_path_factory.mktemp("bulletin"), awkward.project, awkward.content)
    site.build_well(PAPER={"monthly_bulletins": True})
    return site.output / "2026" / "03" / "ban-tin-2026-03.pdf"


def pages_of(path: Path) -> list[str]:
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    return done.stdout.removesuffix("\f").split("\f")


def test_a_bulletin_is_accessible(bulletin: Path, check_pdf_ua: Check) -> None:
    assert check_pdf_ua([bulletin]) == {}


def test_contents_tell_the_page_on_which_each_article_begins(bulletin: Path) -> None:
    cover, contents, *_articles = pages = pages_of(bulletin)
    assert "Bản tin tháng 3 năm 2026" in cover
    for title in _TITLES.values():
        match = re.search(rf"{re.escape(squeeze(title))}[.]*(\d+)", squeeze(contents))
        assert match, title
        assert squeeze(title) in squeeze(pages[int(match[1]) - 1]), title


def test_bookmarks_lead_to_the_contents_and_every_article(bulletin: Path) -> None:
    with pikepdf.open(bulletin) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        assert titles[:2] == ["Bản tin tháng 3 năm 2026", "Mục lục"]
        assert set(_TITLES.values()) <= set(titles)
        assert len(titles) == 10


def test_the_page_of_the_month_leads_to_its_bulletin(bulletin: Path) -> None:
    page = bulletin.with_name("index.html").read_text("utf-8")
    with pikepdf.open(bulletin) as pdf:
        count = len(pdf.pages)
    assert 'href="/cong/2026/03/ban-tin-2026-03.pdf" type="application/pdf"' in page
    assert f", {count} trang)" in page


def test_a_bulletin_has_the_whole_text_of_its_articles(bulletin: Path) -> None:
    text = squeeze("".join(pages_of(bulletin)))
    page = next(bulletin.parent.glob("04/bai-trong/index.html"))
    assert read_page(page) in text


def test_the_bulletin_of_a_category_is_made_when_asked_for(
    awkward: Site, project: Path, tmp_path: Path
) -> None:
    site = Site(tmp_path, project, awkward.content)
    site.build_well(BULLETIN={"category": "tin-tuc"})
    path = site.output / "chuyen-muc" / "tin-tuc" / "ban-tin-tin-tuc.pdf"
    assert squeeze("Bản tin chuyên mục Tin tức") in squeeze(pages_of(path)[0])


def test_a_bulletin_of_nothing_is_refused(awkward: Site, project: Path, tmp_path: Path) -> None:
    site = Site(tmp_path, project, awkward.content)
    done = site.build(BULLETIN={"month": "1999-01"})
    assert done.returncode != 0
    assert "1999-01" in done.stdout + done.stderr


@pytest.mark.parametrize("month", ["2021", "2021-13", "2021-1", "01/2021"])
def test_what_is_no_month_is_refused(month: str) -> None:
    with pytest.raises(SettingsError, match="2021-01"):
        load("BULLETIN", BulletinSettings, {"month": month})


def test_articles_of_a_bulletin_share_no_ids() -> None:
    html = '<h2 id="muc">Mục</h2><a href="#muc">Mục</a><a href="/x#muc">Ngoài</a>'
    both = keep_ids_apart(html, "bai-1") + keep_ids_apart(html, "bai-2")
    counts = Counter(re.findall(r'id="([^"]+)"', both))
    assert counts == {"bai-1-muc": 1, "bai-2-muc": 1}
    assert 'href="#bai-2-muc"' in both
    assert both.count('href="/x#muc"') == 2
