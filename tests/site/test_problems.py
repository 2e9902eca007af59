"""What an editor reads when articles are wrong: all of it, once, and nothing is published."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.site.building import PROJECT, Pelican, copy_content, run_pelican

if TYPE_CHECKING:
    from pathlib import Path

# The office's own site; its photos are kept where its builds keep them.
SITE = Pelican(settings=PROJECT / "pelicanconf.py", now="1796058000", cache=PROJECT / ".cache")


def change(path: Path, pattern: str, new: str) -> int:
    """Replace the first match in a file; return its line."""
    text = path.read_text("utf-8")
    match = re.search(pattern, text, re.MULTILINE)
    assert match, (path, pattern)
    path.write_text(text[: match.start()] + new + text[match.end() :], "utf-8")
    return text.count("\n", 0, match.start()) + 1


_PHOTO = re.compile(r"^!\[[^\]]+\]\(([\w-]+\.jpg)", re.MULTILINE)


def choose_articles(content: Path) -> tuple[Path, Path, Path, Path]:
    """Return two articles with translations, and two with a photo of their own alone."""
    found = [(p, p.read_text("utf-8")) for p in sorted(content.glob("20*/*/index.md"))]
    pairs = [p for p, _ in found if p.with_name("index.en.md").exists()]
    shown = [
        p
        for p, text in found
        if p not in pairs and len(_PHOTO.findall(text)) == 1 and "cover:" not in text
    ]
    return pairs[0], pairs[1], shown[0], shown[1]


def delete_photo(path: Path) -> int:
    """Delete the photo of an article; return the line that shows it."""
    text = path.read_text("utf-8")
    match = _PHOTO.search(text)
    assert match
    (path.parent / match[1]).unlink()
    return text.count("\n", 0, match.start()) + 1


_REPORTED = re.compile(r"^(content/\S+):(\d+) — (?!Cảnh báo)(.+)\n  Cách sửa: (.+)$", re.MULTILINE)


def test_four_slips_in_four_articles_are_exactly_four_problems(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(PROJECT / "content", content)
    key, day, photo, alt = choose_articles(content)
    lines = {
        key: change(key, r"^summary:", "sumary:"),
        day: change(day, r"^date: .*$", "date: 31/02/2026"),
        photo: delete_photo(photo),
        alt: change(alt, r"^!\[[^\]]+\]", "![]"),
    }

    done = SITE.run(content, tmp_path / "output", "--fatal=errors")

    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    problems = _REPORTED.findall(done.stderr)
    expected = {(p.relative_to(tmp_path).as_posix(), str(line)) for p, line in lines.items()}
    assert {(path, line) for path, line, _, _ in problems} == expected, done.stderr
    assert len(problems) == 4
    told = {message for _, _, message, _ in problems}
    assert "Không có trường “sumary”. Ý bạn là “summary”? / Did you mean “summary”?" in told
    assert "Ngày “31/02/2026” trong trường “date” không đúng." in told
    assert "4 lỗi cần sửa trước khi xuất bản. / 4 problems to mend." in done.stderr
    kinds = {".html", ".xml", ".pdf"}
    assert not [p for p in (tmp_path / "output").rglob("*") if p.suffix in kinds]


def test_the_report_is_not_folded(tmp_path: Path) -> None:
    content = tmp_path / "content"
    copy_content(content)
    long = "-".join(["rat-dai"] * 20)
    change(content / "2026/tin-mot/index.md", r"^Nội dung.*$", f"[xem thêm](../{long}/index.md)")
    done = run_pelican(content, tmp_path / "output")
    place, target = "content/2026/tin-mot/index.md:9", f"../{long}/index.md"
    line = f"{place} — Liên kết đến “{target}” không dẫn đến tệp nào."
    assert done.returncode == 1
    assert line in done.stderr.split("\n")


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        (
            'LISTINGS={"per_pages": 3}',
            "LISTINGS: không có thiết lập “per_pages” / no such setting.",
        ),
        (
            'LISTINGS={"per_page": "3"}',
            "LISTINGS: “per_page” phải là một số nguyên / a whole number.",
        ),
        ('SITEURL="http://a.vn"', "SITEURL: bản để đăng cần địa chỉ đầy đủ, bắt đầu bằng https://"),
    ],
)
def test_a_wrong_setting_stops_the_build_without_a_trace(
    tmp_path: Path, setting: str, message: str
) -> None:
    (tmp_path / "content").mkdir()
    options = ("--fatal=errors", "--extra-settings", setting)
    done = run_pelican(tmp_path / "content", tmp_path / "output", *options)
    assert done.returncode == 1
    assert message in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not (tmp_path / "output").exists()


def test_files_that_are_no_articles_at_all_are_told_together(tmp_path: Path) -> None:
    content = tmp_path / "content"
    copy_content(content)
    (content / "2026/tin-mot/index.md").write_bytes(b"\xff\xfe")
    (content / "2026/tin-hai/index.md").write_text("Chỉ có chữ.", "utf-8")
    (content / "2026/tin-ba/index.md").rename(content / "2026/tin-ba/bai.md")
    change(content / "2026/hop-bao-thang-1/index.md", r"^title: .*$", "title: Họp: báo")
    done = run_pelican(content, tmp_path / "output")
    told = re.findall(r"^content/2026/(\S+) — ", done.stderr, re.MULTILINE)
    assert done.returncode == 1
    assert told == [
        "hop-bao-thang-1/index.md:2",
        "tin-ba/bai.md:1",
        "tin-hai/index.md:1",
        "tin-mot/index.md:1",
    ]
