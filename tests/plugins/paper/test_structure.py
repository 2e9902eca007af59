"""A PDF tells assistive technology what the page does: titles, languages, pictures, links."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pikepdf
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.plugins.paper.site import Site

_OURS = ("Be-Vietnam-Pro", "Paper-")


def pdf_of(site: Site, name: str, folder: str = "2026") -> Path:
    (path,) = (site.output / folder).rglob(f"{name}.pdf")
    return path


@pytest.fixture
def languages(awkward: Site) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(pdf_of(awkward, "ngon-ngu")) as pdf:
        yield pdf


def tags_of(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Dictionary]:
    name = pikepdf.Name(f"/{kind}")
    return [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == name]


def test_title_author_summary_tags_and_dates_are_in_the_metadata(languages: pikepdf.Pdf) -> None:
    assert str(languages.Root.Lang) == "vi"
    with languages.open_metadata() as metadata:
        assert metadata["dc:title"] == "Phần bằng tiếng nước ngoài, chú thích và tiêu đề sâu"
        assert metadata["dc:creator"] == ["Nguyễn Văn Ẩn"]
        assert metadata["dc:description"] == "Có <b> và & trong lời dẫn, không được hiểu là mã."
        assert metadata["pdf:Keywords"] == "thử nghiệm, hành chính"
        assert metadata["xmp:CreateDate"] == "2026-03-08T08:00:00+07:00"
        assert metadata["xmp:ModifyDate"] == "2026-03-09T09:30:00+07:00"
        assert metadata["pdfuaid:part"] == "1"


def test_a_document_without_an_author_is_the_offices(awkward: Site) -> None:
    with pikepdf.open(pdf_of(awkward, "bai-trong")) as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:creator"] == ["Văn phòng Ủy ban nhân dân tỉnh Vĩnh Sơn"]


def test_the_english_edition_is_english(awkward: Site) -> None:
    with pikepdf.open(pdf_of(awkward, "ngon-ngu", "en")) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert "vi" in [str(tag.Lang) for tag in tags_of(pdf, "Span") if "/Lang" in tag]


def test_parts_in_other_languages_tell_theirs(languages: pikepdf.Pdf) -> None:
    tagged = [
        str(thing.Lang)
        for thing in languages.objects
        if isinstance(thing, pikepdf.Dictionary) and "/S" in thing and "/Lang" in thing
    ]
    assert set(tagged) == {"en", "fr"}


def test_an_abbreviation_tells_what_it_stands_for(languages: pikepdf.Pdf) -> None:
    meanings = [str(tag.E) for tag in tags_of(languages, "NonStruct") if "/E" in tag]
    assert meanings == ["Ủy ban nhân dân"]


def test_headings_are_bookmarks_under_the_title(languages: pikepdf.Pdf) -> None:
    with languages.open_outline() as outline:
        (title,) = outline.root
        (second,) = title.children
        (third,) = second.children
        assert [title.title, second.title, third.title] == [
            "Phần bằng tiếng nước ngoài, chú thích và tiêu đề sâu",
            "Mục hai",
            "Mục ba",
        ]
        assert [item.title for item in third.children] == ["Mục bốn", "Mục năm", "Mục sáu"]


def test_each_photo_and_the_code_have_their_words(awkward: Site) -> None:
    with pikepdf.open(pdf_of(awkward, "anh")) as pdf:
        assert [str(tag.Alt) for tag in tags_of(pdf, "Figure")] == [
            "Ảnh ngang, nền xanh",
            "Ảnh dọc, nền xanh",
            "Ảnh thứ nhất của bộ",
            "Ảnh thứ hai của bộ",
            "Ảnh thứ ba của bộ",
            "Biểu trưng nhỏ",
            "nhỏ",
            "Mã QR dẫn đến bài này trên mạng",
        ]


def test_photos_stay_jpeg(awkward: Site) -> None:
    with pikepdf.open(pdf_of(awkward, "anh")) as pdf:
        filters = [str(o.Filter) for o in pdf.objects if _is_picture(o)]
    assert filters
    assert set(filters) == {"/DCTDecode"}


def _is_picture(thing: pikepdf.Object) -> bool:
    return isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == pikepdf.Name("/Image")


def test_links_are_named_by_their_words_and_lead_to_the_site(languages: pikepdf.Pdf) -> None:
    links = [a for page in languages.pages for a in page.get("/Annots", [])]
    found = {str(a.Contents): str(a.A.URI) if "/A" in a else str(a.Dest) for a in links}
    site = "https://vinhson.example/cong"
    assert found["danh sách"] == f"{site}/2026/03/01/danh-sach/"
    assert found["hộp thư"] == "mailto:a@example.org"
    assert found["mục hai"] == "muc-hai"
    assert found["Tin tức"] == f"{site}/chuyen-muc/tin-tuc/"


def test_a_link_is_one_annotation_whatever_is_in_it(awkward: Site) -> None:
    with pikepdf.open(pdf_of(awkward, "danh-sach")) as pdf:
        links = [str(a.Contents) for page in pdf.pages for a in page.get("/Annots", [])]
    assert links.count("liên kết đậm và nghiêng") <= 2  # lines
    assert "đậm" not in links


def test_all_fonts_are_the_themes_and_embedded(awkward: Site) -> None:
    for path in awkward.pdfs:
        with pikepdf.open(path) as pdf:
            kind = pikepdf.Name("/FontDescriptor")
            fonts = [
                o
                for o in pdf.objects
                if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == kind
            ]
            assert fonts
            for font in fonts:
                name = str(font.FontName).partition("+")[2]
                assert name.startswith(_OURS), (path.name, name)
                assert {"/FontFile2", "/FontFile3"} & set(font.keys()), (path.name, name)


def test_the_page_tells_how_large_its_pdf_is_and_how_many_pages(awkward: Site) -> None:
    for path in awkward.pdfs:
        page = path.with_name("index.html").read_text("utf-8")
        with pikepdf.open(path) as pdf:
            count = len(pdf.pages)
        size_kib = round(path.stat().st_size / 1024)
        words = f"{count} trang" if "/en/" not in path.as_posix() else f"{count} page"
        link = re.search(rf'href="[^"]*/{path.name}" type="application/pdf"', page)
        assert link, path.name
        assert f"({size_kib} KB, {words}" in page[link.end() :], path.name


def test_a_wide_table_gets_a_page_on_its_side(awkward: Site) -> None:
    with pikepdf.open(pdf_of(awkward, "bang-rong")) as pdf:
        shapes = ["wide" if p.mediabox[2] > p.mediabox[3] else "tall" for p in pdf.pages]
    assert shapes == ["tall", "wide"]


def test_lists_count_from_where_they_begin(awkward: Site) -> None:
    with pikepdf.open(pdf_of(awkward, "danh-sach")) as pdf:
        assert len(tags_of(pdf, "Lbl")) == 11
    text = subprocess.run(
        ["pdftotext", str(pdf_of(awkward, "danh-sach")), "-"], capture_output=True, check=True
    ).stdout.decode()
    assert {"5.", "6."} <= set(text.split())


def test_head_cells_tell_what_they_are_over(awkward: Site) -> None:
    with pikepdf.open(pdf_of(awkward, "bang-rong")) as pdf:
        scopes = [str(tag.A.Scope) for tag in tags_of(pdf, "TH")]
    # Two rows of each table: the second one's corner is empty.
    assert scopes.count("/Row") == 4
    assert set(scopes) == {"/Row", "/Column"}
