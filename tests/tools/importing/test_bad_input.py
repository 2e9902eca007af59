"""Files that cannot be brought in, or not wholly: a clear line each, and the rest goes on."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.check.seeded import PROJECT
from tests.tools.importing.samples import RED, office_report
from tests.tools.importing.word_maker import WordMaker, cell, paragraph, run, table
from tools.importing import word_package
from tools.importing.__main__ import main
from tools.importing.blocks import Draft
from tools.importing.converting import Article, Defaults, convert
from tools.importing.nearby import Nearby
from tools.importing.reading import read_file
from tools.importing.refusals import RefusedError
from tools.importing.word import read_word

DEFAULTS = Defaults("01/12/2026", ["Tin tức", "Thông báo"])
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def bring_in(path: Path) -> Article:
    (draft,) = read_file(path)
    return convert(draft, DEFAULTS)


def from_word(tmp_path: Path, data: bytes) -> Article:
    path = tmp_path / "bài.docx"
    path.write_bytes(data)
    return bring_in(path)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("cu.doc", COMPOUND_FILE + b"WordDocument", "kiểu cũ (.doc)"),
        ("mat-khau.docx", COMPOUND_FILE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        ("hong.docx", b"PK\x03\x04 hong", "hỏng"),
        ("rong.docx", b"", "hỏng"),
        ("cat.docx", office_report()[:500], "hỏng"),
        ("dang-nhap.html", b"<html><body><form>x</form></body></html>", "Không tìm thấy bài viết"),
        ("rong.html", b"", "Không tìm thấy bài viết"),
        ("la.xml", b"<a><b/></a>", "không phải RSS"),
        ("rong.xml", b"", "không phải RSS"),
        ("anh.png", b"x", "“.png” không nhập được"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(RefusedError, match=said.replace("(", r"\(").replace(")", r"\)")):
        list(read_file(tmp_path / name))


def test_a_zip_that_is_no_word_file_is_refused(tmp_path: Path) -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(RefusedError, match="hỏng"):
        from_word(tmp_path, file.getvalue())


def test_200_mb_of_photos_are_refused_with_a_way_to_make_them_smaller(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_package, "MOST_BYTES", 1000)
    with pytest.raises(RefusedError, match="nén ảnh trong Word"):
        from_word(tmp_path, office_report())


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="Không đọc được tệp"):
        list(read_file(tmp_path / "khong-co.docx"))


def test_the_rest_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "cũ"
    folder.mkdir()
    (tmp_path / "content").mkdir()
    (folder / "a.docx").write_bytes(b"hong")
    (folder / "b.docx").write_bytes(office_report())
    (folder / "~$b.docx").write_bytes(b"khoa")
    (folder / "c.html").write_bytes(b"<p>x</p>")
    settings = ["--settings", str(PROJECT / "pelicanconf.py")]
    assert main([*settings, "--content", str(tmp_path / "content"), str(folder)]) == 1
    said = capsys.readouterr().out
    assert "Đã nhập 1 bài, 0 bài đã có từ trước, 2 tệp không nhập được." in said
    assert said.count("✗") == 2


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


_PIECES = (
    "<p>|</p>|<table>|<tr>|<td rowspan=9 colspan=99>|<img src='data:,x'>|<ul>|<li>|<br>|<b>|</b>"
    "|<h2>|<h7>|chữ|*|<!--|-->|<figure>|<a href='http://['>|</a>|<blockquote>|&nbsp;"
    "|&#0;|- |1. |<sup>"
)
MARKUP = st.lists(st.sampled_from(_PIECES.split("|"))).map("".join)


@settings(deadline=None, max_examples=150)
@given(st.one_of(st.text(), MARKUP))
def test_no_html_makes_the_import_fall_over(text: str) -> None:
    with TemporaryDirectory() as name:
        path = Path(name) / "a.html"
        path.write_bytes(f"<article>{text}</article>".encode("utf-8", "surrogatepass"))
        with suppress(RefusedError):
            bring_in(path)


@settings(deadline=None, max_examples=100)
@given(st.integers(0, 4000), st.binary(min_size=1, max_size=40))
def test_no_bytes_make_the_import_of_word_fall_over(position: int, noise: bytes) -> None:
    whole = office_report()
    data = whole[:position] + noise + whole[position + len(noise) :]
    draft = Draft("a.docx", "0")
    with suppress(RefusedError):
        read_word(data, draft)
        convert(draft, DEFAULTS)


@settings(deadline=None, max_examples=100)
@given(st.one_of(st.binary(), MARKUP.map(str.encode)))
def test_no_feed_makes_the_import_fall_over(content: bytes) -> None:
    with TemporaryDirectory() as name:
        path = Path(name) / "a.xml"
        path.write_bytes(
            b"<rss><item><title>x</title><description>" + content + b"</description></item>"
        )
        with suppress(RefusedError):
            for draft in read_file(path):
                convert(draft, DEFAULTS)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]))))
def test_no_text_in_word_makes_the_import_fall_over(texts: list[str]) -> None:
    draft = Draft("a.docx", "0")
    legal = ["".join(c for c in text if c.isprintable()) for text in texts]
    read_word(WordMaker().save(*(paragraph(run(text)) for text in legal)), draft)
    convert(draft, DEFAULTS)
