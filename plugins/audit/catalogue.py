"""What an audit can find, in its words; most of it is a mistake of the theme, not of an editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.core.catalogue import Entry

if TYPE_CHECKING:
    from plugins.core.problems import Problem

CATALOGUE = {
    "page-lang": Entry(
        "Trang không khai báo ngôn ngữ.",
        "thêm thuộc tính lang vào thẻ html của mẫu trang.",
        "The page does not say its language.",
        "Give the template's html element a lang.",
    ),
    "page-title": Entry(
        "Trang không có tiêu đề.",
        "thêm thẻ title vào mẫu trang.",
        "The page has no title.",
        "Give the template a title element.",
    ),
    "page-h1": Entry(
        "Trang có {count} tiêu đề cấp 1, cần đúng một.",
        "sửa mẫu trang hoặc bài viết để chỉ còn một thẻ h1.",
        "A page needs exactly one h1.",
        "Mend the template or the article.",
    ),
    "page-heading-skipped": Entry(
        "Đề mục nhảy từ cấp {before} xuống cấp {level}.",
        "dùng cấp liền sau.",
        "A heading level is skipped.",
        "Use the next level.",
    ),
    "page-id-twice": Entry(
        "Mã “{id}” xuất hiện hai lần trong trang.",
        "đổi một trong hai; liên kết đến mã này chỉ tới được chỗ đầu.",
        "An id occurs twice in the page.",
        "Change one of the two.",
    ),
    "page-reference": Entry(
        "Thuộc tính trỏ đến mã “{id}” không có trong trang.",
        "sửa mã, hoặc bỏ thuộc tính.",
        "An attribute names an id that is not in the page.",
        "Mend the id, or drop the attribute.",
    ),
    "page-image-alt": Entry(
        "Ảnh “{src}” không có thuộc tính alt.",
        "thêm alt; ảnh trang trí thì để trống.",
        "An image has no alt attribute.",
        "Add one, empty for decoration.",
    ),
    "page-image-size": Entry(
        "Ảnh “{src}” không ghi chiều rộng và chiều cao.",
        "thêm width và height để chữ không nhảy khi ảnh hiện ra.",
        "An image has no width and height.",
        "Add both, so that text does not jump.",
    ),
    "page-unsafe": Entry(
        "Trang có mã hoặc kiểu viết thẳng trong HTML: {what}.",
        "chuyển vào tệp .js hoặc .css; chính sách an ninh của trang chặn loại này.",
        "The page has an inline script or style, which its security policy blocks.",
        "Move it to a file.",
    ),
    "page-other-host": Entry(
        "Trang tải “{url}” từ nơi khác.",
        "đặt tệp vào trang này; người đọc không phải gửi dấu vết đi đâu.",
        "The page loads something from another host.",
        "Keep the file on this site.",
    ),
    "page-not-nfc": Entry(
        "Chữ “{text}” chưa ở dạng chuẩn NFC.",
        "chạy lại phần đọc bài, hoặc sửa mẫu trang.",
        "Text is not in normal form C.",
        "Normalise it where it enters.",
    ),
    "page-leftover": Entry(
        "Còn sót ký hiệu “{mark}” trong chữ: “{text}”.",
        "sửa cú pháp trong bài viết hoặc mẫu trang.",
        "A mark of Markdown or of a template is left in the text.",
        "Mend the syntax.",
    ),
    "page-canonical": Entry(
        "Địa chỉ chính của trang là “{found}”, phải là “{expected}”.",
        "sửa mẫu trang hoặc SITEURL.",
        "The page's canonical address is wrong.",
        "Mend the template or SITEURL.",
    ),
    "page-heavy": Entry(
        "HTML của trang nặng {size_kib} KiB, mẫu “{template}” cho phép {limit_kib} KiB.",
        "chia trang, đặt bảng lớn vào tệp đính kèm, hoặc nâng html_limits_kib trong AUDIT.",
        "The page's HTML is over its template's budget.",
        "Divide it, attach its large tables, or raise the budget.",
    ),
    "page-first-load": Entry(
        "Lần tải đầu nặng {size_kib} KiB ({parts}), mẫu “{template}” cho phép {limit_kib} KiB.",
        'bớt phần nặng nhất (ảnh ở dưới: loading="lazy"), '
        "hoặc nâng first_load_limits_kib trong AUDIT.",
        "What the page loads at first is over its template's budget.",
        "Lighten the heaviest part (lazy photos), or raise the budget.",
    ),
    "budget-unknown": Entry(
        "AUDIT đặt mức nặng cho mẫu “{name}”, nhưng giao diện không có mẫu ấy.{hint}",
        "sửa tên mẫu, hoặc bỏ mức này.",
        "AUDIT has a budget for a template that the theme lacks.",
        "Mend the name, or drop it.",
    ),
    "link-broken": Entry(
        "Liên kết “{href}” không dẫn đến tệp nào.",
        "sửa liên kết.",
        "A link leads to no file.",
        "Mend it.",
    ),
    "link-anchor": Entry(
        "Liên kết “{href}”: trang đích không có mã “{id}”.",
        "sửa phần sau dấu #.",
        "A link's target has no such id.",
        "Mend the part after #.",
    ),
    "link-empty": Entry(
        "Liên kết không có địa chỉ.",
        "thêm địa chỉ hoặc bỏ liên kết.",
        "A link has no address.",
        "Give it one, or drop it.",
    ),
    "alternate-one-way": Entry(
        "Trang dẫn đến bản “{lang}” là {url}, nhưng bản ấy không dẫn ngược lại.",
        "sửa phần ngôn ngữ trong mẫu trang.",
        "A translation does not lead back.",
        "Mend the template's alternates.",
    ),
    "file-xml": Entry(
        "Tệp XML sai cú pháp: {detail}.",
        "sửa nơi tạo ra tệp.",
        "The XML is not well-formed.",
        "Mend what makes it.",
    ),
    "file-photo": Entry(
        "Tệp ảnh không mở được: {detail}.",
        "xoá .cache/ rồi dựng lại.",
        "A photo cannot be opened.",
        "Remove .cache/ and build again.",
    ),
    "file-metadata": Entry(
        "Ảnh còn chứa thông tin kèm theo ({what}).",
        "không chép ảnh gốc vào bản đăng.",
        "A photo carries metadata.",
        "Never publish an original.",
    ),
    "file-kind": Entry(
        "Tệp loại “{suffix}” không được có trong bản đăng.",
        "bỏ tệp này.",
        "A file of this type must not be published.",
        "Remove it.",
    ),
    "file-link": Entry(
        "Tệp là liên kết tượng trưng.",
        "chép tệp thật vào bản đăng.",
        "The file is a symbolic link.",
        "Publish the file itself.",
    ),
}


def problem(code: str, path: str, line: int = 1, **values: object) -> Problem:
    """Return the catalogue's problem at a place; KeyError for a code that it lacks."""
    return CATALOGUE[code].problem(code, path, line, **values)
