"""Importing what is written awkwardly: what it means comes in, and the rest is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tools.importing.bringing import bring_in, from_word
from tests.tools.importing.samples import RED
from tests.tools.importing.word_maker import WordMaker, cell, paragraph, run, table
from tools.importing.nearby import Nearby

if TYPE_CHECKING:
    from pathlib import Path


def test_pictures_that_no_browser_shows_are_told(tmp_path: Path) -> None:
    word = WordMaker()
    body = [paragraph(run("Sơ đồ mạng lưới của tỉnh"))]
    body += [paragraph(word.photo(name, b"\x01\0\0\0")) for name in ("a.emf", "b.wmf")]
    article = from_word(tmp_path, word.save(*body))
    assert article.files == {}
    assert "ảnh loại EMF không dùng được trên web: xuất lại thành PNG hoặc JPEG" in article.notes
    assert any("WMF" in note for note in article.notes)


def test_tracked_changes_are_settled_and_told(tmp_path: Path) -> None:
    deleted = "<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>"
    text = paragraph(run("Giữ "), f"<w:ins>{run('thêm')}</w:ins>", deleted, run(" lại."))
    article = from_word(tmp_path, WordMaker().save(text))
    assert "\nGiữ thêm lại.\n" in article.text
    assert any("Track Changes" in note for note in article.notes)


def test_text_boxes_come_in_once_though_word_writes_them_twice(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph(run('Chữ trong khung.'))}</w:txbxContent>"
    twice = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing>"
        f"{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    article = from_word(tmp_path, WordMaker().save(paragraph(run("Trước."), twice)))
    assert article.text.count("Chữ trong khung.") == 1
    assert any("Text Box" in note for note in article.notes)


def test_comments_and_hidden_text_stay_outside(tmp_path: Path) -> None:
    word = WordMaker(parts={"comments": "<w:comment/><w:comment/>"})
    text = paragraph(run("Hiện. "), run("Ẩn.", more="<w:vanish/>"))
    article = from_word(tmp_path, word.save(text))
    assert "Ẩn" not in article.text
    assert any("2 lời bàn" in note for note in article.notes)


def test_cells_merged_in_word_repeat_their_text(tmp_path: Path) -> None:
    merged = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        [cell(paragraph(run("Sở"))), cell(paragraph(run("Quý"))), cell(paragraph(run("Số")))],
        [
            cell(paragraph(run("Y tế")), more=merged[0]),
            cell(paragraph(run("I"))),
            cell(paragraph(run("2"))),
        ],
        [cell(paragraph(), more=merged[1]), cell(paragraph(run("II"))), cell(paragraph(run("3")))],
    )
    article = from_word(tmp_path, WordMaker().save(paragraph(run("Bảng sau đây.")), body))
    assert "| Y tế | I | 2 |\n| Y tế | II | 3 |\n" in article.text


def test_a_letters_head_goes_and_its_date_and_two_lines_of_title_stay(tmp_path: Path) -> None:
    head = table(
        [cell(paragraph(run("VĂN PHÒNG"))), cell(paragraph(run("Độc lập - Tự do - Hạnh phúc")))],
        [cell(paragraph(run("Số: 12"))), cell(paragraph(run("ngày 20 tháng 01 năm 2021")))],
    )
    title = [("THÔNG BÁO", "center"), ("Về việc nghỉ Tết", "center")]
    body = [paragraph(run(text, bold=True), align=align) for text, align in title]
    article = from_word(tmp_path, WordMaker().save(head, *body, paragraph(run("Nghỉ từ 10/02."))))
    assert "title: Thông báo về việc nghỉ Tết\ndate: 20/01/2021\n" in article.text
    assert "Hạnh phúc" not in article.text


def test_styles_that_are_not_defined_are_known_by_their_names(tmp_path: Path) -> None:
    word = WordMaker()
    body = [paragraph(run("Tên bài"), style="Title"), paragraph(run("Mở đầu."))]
    body += [paragraph(run("Phần một"), style="Heading1"), paragraph(word.photo("a.png", RED))]
    article = from_word(tmp_path, word.save(*body, paragraph(run("Ảnh 1: Toàn cảnh"))))
    assert "title: Tên bài\n" in article.text
    assert '\n## Phần một\n\n![Ảnh chưa có mô tả (1)](a.jpg "Ảnh 1: Toàn cảnh")\n' in article.text


def test_signs_of_markdown_stand_for_themselves(tmp_path: Path) -> None:
    lines = [
        "# không phải đề mục",
        "> không trích",
        "2. không đếm",
        "a*b*c [x](y) `z`",
        "&lt; {: .x}",
    ]
    body = [paragraph(run("Mở đầu."))] + [paragraph(run(line)) for line in lines]
    article = from_word(tmp_path, WordMaker().save(*body))
    for line in (
        r"\# không",
        r"\> không",
        r"2\. không",
        r"a\*b\*c \[x\](y) \`z\`",
        r"&amp;lt; \{: .x\}",
    ):
        assert f"\n{line}" in article.text


def test_photos_that_are_not_here_are_told_by_name(tmp_path: Path) -> None:
    page = "<article><h1>Bài</h1><p>Chữ của bài.</p><p><img src='https://x.example/a%20b.jpg'></p></article>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    assert "không tìm thấy tệp ảnh “a b.jpg”" in bring_in(tmp_path / "a.html").notes


def test_nothing_outside_the_given_folders_is_taken(tmp_path: Path) -> None:
    (tmp_path / "mat.jpg").write_bytes(RED)
    (tmp_path / "cũ").mkdir()
    near = Nearby(tmp_path / "cũ")
    for address in ("../mat.jpg", str(tmp_path / "mat.jpg"), "file:///etc/passwd", "..%2Fmat.jpg"):
        assert near.read(address) is None
