"""The catalogue: each problem that photos can have, in its words, Vietnamese first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from plugins.core.catalogue import Entry

if TYPE_CHECKING:
    from collections.abc import Callable

    from plugins.core.problems import Problem

CATALOGUE = {
    "photo-missing": Entry(
        "Ảnh “{name}” không có trong thư mục.{suggestion}",
        "đặt ảnh cạnh bài viết, hoặc sửa lại tên ảnh.",
        "This photo is not in the folder.",
        "Put it beside the article, or mend its name.",
    ),
    "photo-name-case": Entry(
        "Ảnh “{name}” khác chữ hoa, chữ thường với tệp “{actual}”.",
        "sửa trong bài thành “{actual}”.",
        "The photo's name differs from the file's in upper and lower case.",
        "Write it as the file is named.",
    ),
    "photo-name-form": Entry(
        "Tên tệp ảnh “{name}” ghi dấu tiếng Việt ở dạng tách rời (thường do máy Mac).",
        "chạy “make photos” để đổi tên tệp và sửa bài viết theo.",
        "The file's name has its marks apart from the letters (NFD).",
        "Run “make photos”: it renames the file and mends the article.",
    ),
    "photo-name-twice": Entry(
        "Thư mục có hai ảnh cùng tên “{name}”, chỉ khác chữ hoa, chữ thường hoặc cách ghi dấu.",
        "đổi tên một ảnh rồi sửa bài theo; trên máy Windows và Mac hai tên này là một.",
        "Two photos of the folder differ only in case or in how marks are written.",
        "Rename one of them: on Windows and Mac the two names are the same.",
    ),
    "photo-target-empty": Entry(
        "Ảnh chưa có tên tệp trong dấu ngoặc tròn.",
        "viết tên tệp ảnh: ![mô tả ảnh](ten-anh.jpg).",
        "The parentheses of this photo name no file.",
        "Write it: ![description](photo.jpg).",
    ),
    "photo-reference-missing": Entry(
        "Ảnh dùng nhãn “{name}” nhưng trong bài không có dòng “[{name}]: ten-anh.jpg”.",
        "thêm dòng đó vào cuối bài, hoặc viết tên tệp ngay trong ngoặc: ![mô tả](ten-anh.jpg).",
        "This photo uses a label that the article does not define.",
        "Add the line, or write the file's name in parentheses.",
    ),
    "photo-alt-empty": Entry(
        "Ảnh “{name}” chưa có lời mô tả cho người không nhìn thấy ảnh.",
        "viết điều thấy trong ảnh vào ngoặc vuông: ![Mô tả ảnh]({name}).",
        "The photo has no description for those who cannot see it.",
        "Write what it shows in the square brackets.",
    ),
    "photo-alt-is-file-name": Entry(
        "Lời mô tả của ảnh “{name}” chỉ là tên tệp (“{alt}”).",
        "viết điều thấy trong ảnh vào ngoặc vuông, ví dụ: Đại biểu biểu quyết tại hội trường.",
        "The photo's description is only its file name.",
        "Write what the photo shows.",
    ),
    "photo-alt-is-caption": Entry(
        "Lời mô tả của ảnh “{name}” giống hệt chú thích, nên phần mềm đọc màn hình đọc hai lần.",
        "trong ngoặc vuông, hãy tả điều thấy trong ảnh; chú thích nói thêm ai, ở đâu, khi nào.",
        "The photo's description repeats its caption, which screen readers would read twice.",
        "Describe what is seen; let the caption add who, where and when.",
    ),
    "photo-remote": Entry(
        "Ảnh “{name}” nằm ở trang web khác.",
        "tải ảnh về, đặt cạnh bài viết rồi ghi tên tệp.",
        "This photo is on another host.",
        "Put a copy beside the article and name that.",
    ),
    "photo-path": Entry(
        "Đường dẫn ảnh “{name}” không dùng được.",
        "đặt ảnh cạnh bài viết và chỉ ghi tên tệp, như ten-anh.jpg.",
        "This path is absolute, leaves the content folder, or has backslashes.",
        "Put the photo beside the article and write its file name only.",
    ),
    "photo-svg": Entry(
        "Ảnh “{name}” là hình SVG, có thể chứa mã chạy được nên không đăng.",
        "xuất hình thành PNG hoặc JPEG.",
        "SVG can carry scripts and is not published.",
        "Export it as PNG or JPEG.",
    ),
    "photo-heic": Entry(
        "Ảnh “{name}” ở dạng HEIC (máy iPhone), bản cài này không mở được.",
        "xuất ảnh thành JPEG, hoặc cài gói pillow-heif.",
        "This installation cannot open HEIC.",
        "Export the photo as JPEG, or install pillow-heif.",
    ),
    "photo-kind": Entry(
        "Tệp “{name}” không thuộc dạng ảnh dùng được.",
        "dùng ảnh JPEG, PNG, WebP, AVIF hoặc GIF.",
        "This kind of file is no photo that can be used.",
        "Use JPEG, PNG, WebP, AVIF or GIF.",
    ),
    "photo-wrong-extension": Entry(
        "Tệp ảnh “{name}” có đuôi sai: bên trong là ảnh {kind}.",
        "đổi đuôi tệp thành {extension}, hoặc chạy “make photos”.",
        "The file's extension does not tell what it is.",
        "Rename it, or run “make photos”.",
    ),
    "photo-broken": Entry(
        "Ảnh “{name}” bị hỏng: {detail}.",
        "chép lại ảnh từ máy gốc.",
        "The photo is broken.",
        "Copy it anew from where it came.",
    ),
    "photo-too-large": Entry(
        "Ảnh “{name}” quá lớn: {width_px} × {height_px} điểm ảnh.",
        "chạy “make photos”, hoặc tự thu nhỏ ảnh còn dưới {limit} triệu điểm ảnh.",
        "The photo has too many pixels.",
        "Run “make photos”, or make it smaller.",
    ),
    "photo-too-small": Entry(
        "Ảnh “{name}” quá nhỏ: {width_px} × {height_px} điểm ảnh.",
        "dùng ảnh gốc, mỗi cạnh ít nhất {limit} điểm ảnh.",
        "The photo is too small to show anything.",
        "Use the original.",
    ),
}


class PhotoError(Exception):
    """What is wrong with a photo, as a code of the catalogue and the values of its texts."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def __reduce__(self) -> tuple[Callable[[], PhotoError], tuple[()]]:
        """Let it come from a worker's process, as exceptions with names do not by themselves."""
        return partial(PhotoError, self.code, **self.values), ()

    def problem(self, path: str, line: int) -> Problem:
        """Return the problem at the place where the photo is used."""
        return problem(self.code, path, line, **self.values)


def problem(code: str, path: str, line: int, **values: object) -> Problem:
    """Return the catalogue's problem at a place; KeyError for a code that it lacks."""
    return CATALOGUE[code].problem(code, path, line, **values)
