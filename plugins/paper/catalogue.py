"""The catalogue: what can go wrong on paper, in its words, Vietnamese first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.core.catalogue import Entry

if TYPE_CHECKING:
    from plugins.core.problems import Problem

CATALOGUE = {
    "paper-letter-missing": Entry(
        "Bản PDF không in được chữ “{letter}” ({code_point}): không phông chữ nào có chữ này.",
        "thay bằng chữ hoặc dấu khác.",
        "No font of the PDF has this character.",
        "Use another one.",
    ),
    "paper-file-missing": Entry(
        "Bản PDF cần “{url}”, nhưng trang web không có tệp này.",
        "kiểm tra ảnh và đường dẫn trong bài.",
        "The PDF needs a file that the site does not have.",
        "Check the photos and paths of this article.",
    ),
    "paper-table-wide": Entry(
        "Bảng bắt đầu bằng ô “{cell}” rộng hơn trang giấy.",
        "bỏ bớt cột, viết gọn đầu đề cột, hoặc tách thành hai bảng.",
        "This table is wider than paper.",
        "Drop columns, shorten their headings, or make two tables of it.",
    ),
    "paper-lost": Entry(
        "Không in được bài này thành PDF: mọi tiến trình in nó đều bị dừng, có lẽ vì thiếu bộ nhớ.",
        "chia bài hoặc bảng dài thành nhiều bài; máy ít bộ nhớ thì đặt WORKERS = {{'local': 1}}.",
        "Every process that prints this one is ended, perhaps for want of memory.",
        "Make several articles of it; on a small machine set WORKERS = {{'local': 1}}.",
    ),
    "paper-complaint": Entry(
        "WeasyPrint, phần mềm tạo PDF, báo: {message}",
        "xem lại bài; nếu mọi bài đều bị, xem lại theme/static/css/print.css.",
        "WeasyPrint, which makes the PDF, complains.",
        "Look at the article; where all have it, at theme/static/css/print.css.",
    ),
}


def problem(code: str, path: str, line: int, **values: object) -> Problem:
    """Return the catalogue's problem at a place; KeyError for a code that it lacks."""
    return CATALOGUE[code].problem(code, path, line, **values)
