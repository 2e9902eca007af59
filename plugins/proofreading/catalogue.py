"""The catalogue: each problem that proofreading finds, in its words, Vietnamese first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.core.catalogue import Entry
from plugins.proofreading.warning_entries import WARNINGS

if TYPE_CHECKING:
    from plugins.core.problems import Problem

ERRORS = {
    "date-far": Entry(
        "Ngày “{value}” trong trường “{key}” còn xa, hơn {days} ngày nữa.",
        "kiểm tra lại năm.",
        "This date is far in the future.",
        "Check the year.",
    ),
    "updated-before-date": Entry(
        "Ngày cập nhật {updated} sớm hơn ngày đăng {date}.",
        "sửa một trong hai ngày, hoặc xóa dòng updated.",
        "The article was updated before it was published.",
        "Mend one of the dates, or delete the line “updated”.",
    ),
    "text-nfd": Entry(
        "Dòng có {count} chữ ghi dấu ở dạng tách rời (thường do máy Mac), nên tìm không thấy.",
        "chạy “make check-content FIX=1”, hoặc gõ lại dòng này.",
        "Letters of this line have their marks apart (NFD).",
        "Run “make check-content FIX=1”, or type the line anew.",
    ),
    "text-invisible": Entry(
        "Dòng có {count} ký tự không nhìn thấy ({names}), thường do chép từ Word hoặc Zalo.",
        "chạy “make check-content FIX=1”, hoặc gõ lại dòng này.",
        "This line has characters that cannot be seen.",
        "Run “make check-content FIX=1”, or type the line anew.",
    ),
    "text-legacy": Entry(
        "Dòng còn chữ ở bảng mã cũ {encoding}: “{sample}”.",
        "chạy “make check-content FIX=1” để đổi sang Unicode; đúng ra là “{decoded}”.",
        "This line is in an encoding older than Unicode.",
        "Run “make check-content FIX=1”.",
    ),
    "html-removed": Entry(
        "Mã HTML “{written}” không dùng được và sẽ bị bỏ khỏi trang: {what}.",
        "viết bằng Markdown, hoặc bỏ phần này.",
        "This raw HTML will be removed from the page.",
        "Write it in Markdown, or leave it out.",
    ),
    "link-without-target": Entry(
        "Liên kết “{text}” chưa có địa chỉ trong dấu ngoặc tròn.",
        "điền địa chỉ, hoặc bỏ liên kết.",
        "This link has no address.",
        "Fill it in, or remove the link.",
    ),
    "link-scheme": Entry(
        "Liên kết “{target}” thuộc loại “{scheme}:” không dùng được.",
        "dùng https, mailto, tel hoặc đường dẫn tới tệp.",
        "Links of this kind are removed.",
        "Use https, mailto, tel, or the path of a file.",
    ),
    "link-anchor-missing": Entry(
        "Liên kết đến “#{anchor}” không dẫn đến đề mục nào của {page}.{suggestion}",
        "sửa phần sau dấu “#”: chữ của đề mục, viết thường, không dấu, nối bằng dấu gạch.",
        "This link leads to no heading of the page.",
        "Mend what follows “#”.",
    ),
    "ignore-unknown": Entry(
        "Không có cảnh báo nào mang mã “{name}” để bỏ qua.{suggestion}",
        "sửa mã hoặc xóa dòng này; các mã dùng được: {known}.",
        "There is no warning of this code to be ignored.",
        "Mend the code or delete the line.",
    ),
}

CATALOGUE = ERRORS | WARNINGS
# Core's own warning may be switched off like the others.
IGNORABLE = frozenset({*WARNINGS, "summary-long"})


def problem(code: str, path: str, line: int, **values: object) -> Problem:
    """Return the catalogue's problem at a place; KeyError for a code that it lacks."""
    return CATALOGUE[code].problem(code, path, line, **values)
