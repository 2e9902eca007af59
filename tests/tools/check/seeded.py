"""A content folder full of mistakes: each stands in a line that names it behind "⟵"."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

PROJECT = Path(__file__).resolve().parents[3]
MARK = "⟵"
# The site's clock: 1 December 2026, 08:00 in Viet Nam.
NOW_EPOCH = "1796086800"
LONG_PARAGRAPH = " ".join(["một đoạn văn dài"] * 55) + "."
LONG_SUMMARY = "Tóm tắt dài quá. " * 30
NFD_LINE = unicodedata.normalize("NFD", "Hội nghị đã thảo luận.")

_HEAD = """---
title: {title}
date: 20/11/2026 08:00
category: Tin tức
summary: Tóm tắt.
---
"""


def head(title: str) -> str:
    return _HEAD.format(title=title)


SOURCES = {
    "2026/truong/index.md": f"""---
title: HỘI NGHỊ TỔNG KẾT CÔNG TÁC ⟵title-capitals
date: 31/02/2026 ⟵date-wrong
categori: Tin tức ⟵field-unknown
category: Tin tứ ⟵category-unknown
status: publish ⟵status-unknown
lang: en ⟵lang-differs
tags: hội nghị ⟵field-type
pinned: true
pinned: true ⟵field-twice
summary: {LONG_SUMMARY} ⟵summary-long
---
Nội dung.
""",
    "2026/thieu/index.md": """--- ⟵field-missing
title: Bài không có tóm tắt
date: 19/11/2026
category: Tin tức
---
Nội dung.
""",
    "2026/khong-khai-bao/index.md": "Chỉ có nội dung. ⟵frontmatter-missing\n",
    "2026/khai-bao-mo/index.md": "--- ⟵frontmatter-open\ntitle: Mở\n",
    "2026/yaml/index.md": "---\ntitle: Thông báo: nghỉ Tết ⟵frontmatter-yaml\n---\nNội dung.\n",
    "2026/ten-tep/bai.md": "--- ⟵file-name\ntitle: Tên tệp sai\n---\n",
    "2026/dich-mot-minh/index.en.md": head("Alone")
    .replace("---\ntitle", "--- ⟵translation-alone\ntitle")
    .replace("Tin tức", "News")
    + "Text.\n",
    "2026/anh/index.md": head("Ảnh")
    + """
![Toàn cảnh hội trường](khong-co.jpg) ⟵photo-missing

![](co.jpg) ⟵photo-alt-empty

![IMG_2034](co.jpg) ⟵photo-alt-is-file-name

![Đại biểu vỗ tay](co.jpg "Đại biểu vỗ tay.") ⟵photo-alt-is-caption

![Đại biểu biểu quyết]( "Biểu quyết.") ⟵photo-target-empty

![Đại biểu ra về](https://example.org/a.jpg) ⟵photo-remote

![Đại biểu đến dự](CO.jpg) ⟵photo-name-case

![Sơ đồ](so-do.svg) ⟵photo-svg

![Trao thưởng](co.jpg "Ông Bình nói "tốt lắm" với đại biểu.") ⟵caption-quotes

![Ảnh chưa có mô tả (1)](co.jpg) ⟵alt-unwritten

![Một góc hội trường](nang.jpg) ⟵photo-heavy

Toàn cảnh hội nghị sáng nay ⟵caption-apart
""",
    "2026/nhap/index.md": head("Nháp").replace("summary", "status: draft\nsummary") + "Nháp.\n",
    "2026/lien-ket/index.md": head("Liên kết").replace(
        "---\n", "---\nattachments: [{file: khong-co.pdf, title: Tệp}] ⟵attachment-missing\n", 1
    )
    + """
## Mục một

[Bài cũ](../bai-cu/index.md) ⟵link-missing

[Bài nháp](../nhap/index.md) ⟵link-unpublished

[Mục hai](#muc-hai) ⟵link-anchor-missing

[Ảnh bài trước](../anh/index.md#phan-mot) ⟵link-anchor-missing

[Văn bản]() ⟵link-without-target

[Bấm](javascript:alert(1)) ⟵link-scheme

Mời xem [tại đây](https://example.org). ⟵link-vague

[Chương trình](chay.exe) ⟵attachment-refused
""",
    "2026/de-muc/index.md": head("Đề mục")
    + """
# Đề mục lớn ⟵heading-too-high

## Mục một

#### Mục nhảy cấp ⟵heading-skipped

### ⟵heading-empty
""",
    "2026/ky-tu/index.md": head("Ký tự")
    + f"""
{NFD_LINE} ⟵text-nfd
Chữ có\u200b ký tự ẩn. ⟵text-invisible
Héi nghÞ tæng kÕt c«ng t¸c n¨m 2005 ⟵text-legacy
Hoäi nghò toång keát coâng taùc naêm 2005 ⟵text-legacy
Hai dấu \u00a0cách. ⟵text-space
""",
    "2026/loi-van/index.md": head("Lời văn")
    + f"""
Sở đã báo cáo XYZQ về kết quả. ⟵abbreviation-unknown
Tổng số 15,518 hồ sơ. ⟵number-format
Liên hệ nguyenvana@gmail.com. ⟵private-contact
Gọi 0912 345 678 để hỏi. ⟵private-contact
<font color="red">Chú ý</font> ⟵html-removed
<!-- Xem lại: ngày đăng --> ⟵note-left

{LONG_PARAGRAPH} ⟵paragraph-long
""",
    "2026/ngay-xa/index.md": head("Ngày xa")
    .replace("2026", "2062")
    .replace("08:00", "08:00 ⟵date-far")
    + "Nội dung.\n",
    "2026/cap-nhat/index.md": head("Cập nhật").replace(
        "category", "updated: 19/11/2026 ⟵updated-before-date\ncategory"
    )
    + "Nội dung.\n",
    "2026/bo-qua/index.md": head("Bỏ qua").replace(
        "summary", "ignore: {number-fomat: trích nguyên văn} ⟵ignore-unknown\nsummary"
    )
    + "Nội dung.\n",
    "2026/mot/index.md": head("Bài một").replace(
        "summary", "tags: [bàn giao] ⟵tags-collide\nsummary"
    )
    + "Ông Lê Văn Hoà phát biểu. ⟵name-spelling\n",
    "2026/hai/index.md": head("Bài hai").replace("summary", "tags: [bán giao]\nsummary")
    + "Ông Lê Văn Hòa phát biểu.\n",
    "2026/ba/index.md": head("Bài ba") + "Ông Lê Văn Hòa phát biểu.\n",
    "2026/trung/bon/index.md": head("Trùng").replace("08:00", "08:00 ⟵page-collides")
    + "Nội dung.\n",
    "2026/trung-2/bon/index.md": head("Trùng") + "Nội dung.\n",
}


@dataclass(frozen=True, slots=True, order=True)
class Expected:
    """What must be told of a line."""

    path: str
    line: int
    code: str


def write_sources(folder: Path) -> list[Expected]:
    """Write the content below a project's folder; return what must be told, in order."""
    expected = []
    for place, text in SOURCES.items():
        lines = []
        for number, line in enumerate(text.split("\n"), 1):
            written, _, code = line.partition(MARK)
            lines.append(written.rstrip(" ") if code else line)
            if code:
                expected.append(Expected(f"content/{place}", number, code.strip()))
        path = folder / "content" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines), encoding="utf-8")
    expected.append(_write_latin1(folder))
    _write_files(folder / "content")
    return sorted(expected)


def _write_latin1(folder: Path) -> Expected:
    path = folder / "content/2026/bang-ma/index.md"
    path.parent.mkdir()
    path.write_bytes("---\ntitle: Thông báo\n---\n".encode("utf-16"))
    return Expected("content/2026/bang-ma/index.md", 1, "file-encoding")


def _write_files(content: Path) -> None:
    photos = content / "2026/anh"
    Image.new("RGB", (64, 48), "gray").save(photos / "co.jpg")
    Image.new("RGB", (64, 48), "gray").save(photos / "nang.jpg")
    with (photos / "nang.jpg").open("ab") as file:
        file.truncate(13_000_000)
    (photos / "so-do.svg").write_text("<svg/>", encoding="utf-8")
    (content / "2026/lien-ket/chay.exe").write_bytes(b"MZ")
