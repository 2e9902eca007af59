"""What cannot be brought in, and what is unsure: each in its words, Vietnamese first."""

from __future__ import annotations


class RefusedError(ValueError):
    """A file cannot be brought in; the message says why and what to do."""


REFUSALS = {
    "doc": (
        "Tệp Word kiểu cũ (.doc): mở bằng Word hoặc LibreOffice, lưu lại thành .docx. "
        "/ An old .doc: save it as .docx."
    ),
    "password": (
        "Tệp có mật khẩu: mở bằng Word, bỏ mật khẩu rồi lưu lại. "
        "/ Protected by a password: remove it."
    ),
    "broken": (
        "Tệp hỏng hoặc không phải .docx: mở thử bằng Word rồi lưu lại. "
        "/ Broken, or no .docx: open it in Word and save it again."
    ),
    "large": (
        "Tệp quá lớn ({size}, tối đa {limit}): nén ảnh trong Word (Picture Format → Compress "
        "Pictures) rồi lưu lại. / Too large: compress its pictures in Word."
    ),
    "no-article": ("Không tìm thấy bài viết trong trang này. / No article was found in this page."),
    "feed": ("Tệp XML không phải RSS hay bản xuất của WordPress (WXR). / Neither RSS nor WXR."),
    "kind": (
        "Loại tệp “{suffix}” không nhập được: dùng .docx, .html hoặc .xml. "
        "/ This kind of file cannot be imported."
    ),
    "unreadable": "Không đọc được tệp: {detail}. / The file cannot be read.",
}

DOUBTS = {
    "date": "không rõ ngày đăng, tạm ghi {date}",
    "date-guessed": "ngày đăng lấy từ chữ trong đoạn đầu: {date}",
    "category": "không rõ chuyên mục, tạm ghi “{category}”",
    "summary": "tóm tắt lấy từ đoạn đầu",
    "title": "không rõ tiêu đề, tạm lấy tên tệp",
    "encoding": "đã đổi chữ {encoding} sang Unicode",
    "tracked": "tệp Word còn vết sửa (Track Changes): đã giữ phần thêm, bỏ phần xóa",
    "comments": "tệp Word có {count} lời bàn (Comment), không đưa vào bài",
    "text-box": "chữ trong khung (Text Box) đã đưa vào bài, có thể sai chỗ",
    "picture": "ảnh loại {kind} không dùng được trên web: xuất lại thành PNG hoặc JPEG",
    "picture-gone": "không tìm thấy tệp ảnh “{name}”",
    "picture-inside": "ảnh nằm giữa đoạn văn, đã đưa lên trước đoạn",
    "merged-cells": "bảng có ô gộp, chữ đã lặp lại ở từng ô",
    "nested-table": "bảng nằm trong bảng, đã gộp thành chữ",
    "layout-text": "bảng trình bày ảnh có chữ ngoài chú thích",
    "letterhead": "đã bỏ phần quốc hiệu, tên cơ quan ở đầu văn bản",
    "link": "liên kết “{text}” dẫn đến {target}, không rõ địa chỉ đầy đủ: đã giữ chữ",
    "file-gone": "tệp đính kèm “{name}” không có ở máy này, giữ liên kết cũ",
    "embedded": "nội dung nhúng ({kind}) không đưa vào bài",
}


def refusal(code: str, **values: object) -> RefusedError:
    """Return the error that tells why a file stays outside."""
    return RefusedError(REFUSALS[code].format(**values))


def doubt(code: str, **values: object) -> str:
    """Return what is to be looked at."""
    return DOUBTS[code].format(**values)
