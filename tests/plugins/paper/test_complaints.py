"""WeasyPrint's complaints are told in the editor's words, with the line where it is known."""

from __future__ import annotations

import pytest

from plugins.paper.complaints import tell_complaints

SOURCE = "---\ntitle: Bài\n---\nDòng bốn.\nChữ 中 ở dòng năm.\n\n| Đơn vị | 1 |\n"


@pytest.mark.parametrize(
    ("complaint", "told"),
    [
        (
            '.notdef glyph rendered for Unicode string unsupported by fonts: "中" (U+4E2D)',
            (
                "content/a/index.md:5 — Bản PDF không in được chữ “中” (U+4E2D): "
                "không phông chữ nào có chữ này.\n"
                "  Cách sửa: thay bằng chữ hoặc dấu khác.\n"
                "  (No font of the PDF has this character. Use another one.)"
            ),
        ),
        (
            "table too wide: Đơn vị",
            (
                "content/a/index.md:7 — Bảng bắt đầu bằng ô “Đơn vị” rộng hơn trang giấy.\n"
                "  Cách sửa: bỏ bớt cột, viết gọn đầu đề cột, hoặc tách thành hai bảng.\n"
                "  (This table is wider than paper. "
                "Drop columns, shorten their headings, or make two tables of it.)"
            ),
        ),
        (
            "https://site.example/photos/a.jpg",
            (
                "content/a/index.md:1 — Bản PDF cần “https://site.example/photos/a.jpg”, "
                "nhưng trang web không có tệp này.\n"
                "  Cách sửa: kiểm tra ảnh và đường dẫn trong bài.\n"
                "  (The PDF needs a file that the site does not have. "
                "Check the photos and paths of this article.)"
            ),
        ),
        (
            "Ignored `colour: red` at 1:5, unknown property.",
            (
                "content/a/index.md:1 — WeasyPrint, phần mềm tạo PDF, báo: "
                "Ignored `colour: red` at 1:5, unknown property.\n"
                "  Cách sửa: xem lại bài; nếu mọi bài đều bị, xem lại theme/static/css/print.css.\n"
                "  (WeasyPrint, which makes the PDF, complains. "
                "Look at the article; where all have it, at theme/static/css/print.css.)"
            ),
        ),
    ],
)
def test_a_complaint_is_told_literally(complaint: str, told: str) -> None:
    (problem,) = tell_complaints([complaint], "content/a/index.md", SOURCE)
    assert str(problem) == told
