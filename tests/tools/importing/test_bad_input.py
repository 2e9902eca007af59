"""Importing what cannot be read: refused with a reason, and nothing falls over."""

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
from tests.tools.importing.bringing import DEFAULTS, bring_in, from_word
from tests.tools.importing.samples import office_report
from tests.tools.importing.word_maker import WordMaker, paragraph, run
from tools.importing import word_package
from tools.importing.__main__ import main
from tools.importing.blocks import Draft
from tools.importing.converting import convert
from tools.importing.reading import read_file
from tools.importing.refusals import RefusedError
from tools.importing.word import read_word

COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


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
