"""The catalogue: each problem that core can find, in its words, Vietnamese first."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.core.problems import Problem


@dataclass(frozen=True, slots=True)
class Entry:
    """A problem's texts; `{names}` are filled in by `problem`."""

    message: str
    hint: str
    message_en: str
    hint_en: str
    is_warning: bool = False

    def problem(self, code: str, path: str, line: int, **values: object) -> Problem:
        """Return the problem at a place, its texts filled."""
        texts = (self.message, self.hint, self.message_en, self.hint_en)
        message, hint, message_en, hint_en = (text.format(**values) for text in texts)
        return Problem(path, line, code, message, hint, message_en, hint_en, self.is_warning)


CATALOGUE = {
    "file-name": Entry(
        "Tên tệp “{name}” không dùng được.",
        "đặt tên là index.md, hoặc index.{languages}.md cho bản dịch.",
        "This file name cannot be used.",
        "Name it index.md, or index.<language>.md for a translation.",
    ),
    "file-encoding": Entry(
        "Tệp không phải là văn bản UTF-8.",
        "mở tệp và lưu lại với bảng mã UTF-8.",
        "The file is not UTF-8 text.",
        "Save it again as UTF-8.",
    ),
    "file-outside": Entry(
        "Tệp là liên kết tượng trưng dẫn ra ngoài thư mục bài viết.",
        "chép tệp thật vào thư mục này.",
        "The file is a symbolic link that leads out of the content folder.",
        "Copy the file itself here.",
    ),
    "folder-linked": Entry(
        "Thư mục là liên kết tượng trưng.",
        "chép thư mục thật vào đây.",
        "The folder is a symbolic link.",
        "Copy the folder itself here.",
    ),
    "file-large": Entry(
        "Tệp nặng hơn {limit} KiB, không phải một bài viết.",
        "tách thành nhiều bài, hoặc đặt nội dung vào tệp đính kèm.",
        "The file is too large for an article.",
        "Divide it, or attach what it holds.",
    ),
    "line-long": Entry(
        "Dòng dài hơn {limit} ký tự.",
        "ngắt dòng: giữa hai đoạn văn là một dòng trống.",
        "The line is too long.",
        "Break it: between two paragraphs is an empty line.",
    ),
    "nested-deep": Entry(
        "Danh sách, trích dẫn hoặc thẻ HTML lồng nhau quá {limit} tầng.",
        "bớt dấu “>”, bớt thụt dòng, hoặc đóng các thẻ HTML còn mở.",
        "Lists, quotations or HTML are nested too deep.",
        "Take away “>” or indents, or close the tags left open.",
    ),
    "source-slow": Entry(
        "Đọc bài này mất hơn {limit} giây: có dấu lặp lại quá nhiều.",
        "tìm chỗ có hàng nghìn dấu “[”, “*” hoặc “(” liền nhau, rồi xóa bớt.",
        "Reading this takes too long: some sign is repeated too often.",
        "Look for thousands of “[”, “*” or “(”, and delete them.",
    ),
    "frontmatter-missing": Entry(
        "Bài viết không có phần khai báo giữa hai dòng “---” ở đầu tệp.",
        "thêm các dòng ---, title: …, date: …, --- vào đầu tệp.",
        "The front matter between two lines “---” is missing.",
        "Add it at the top of the file.",
    ),
    "frontmatter-open": Entry(
        "Phần khai báo không có dòng “---” kết thúc.",
        "thêm một dòng “---” sau trường cuối cùng.",
        "The front matter has no closing line “---”.",
        "Add it after the last field.",
    ),
    "frontmatter-yaml": Entry(
        "Phần khai báo viết sai cú pháp YAML: {detail}.",
        "đặt giá trị có dấu hai chấm hoặc dấu ngoặc trong nháy kép, thụt dòng bằng dấu cách.",
        "The front matter is not valid YAML.",
        "Put values with a colon in double quotes; indent with spaces.",
    ),
    "field-unknown": Entry(
        "Không có trường “{key}”.{suggestion}",
        "sửa tên trường hoặc xóa dòng này; các trường dùng được: {known}.",
        "There is no such field.",
        "Mend its name or delete the line.",
    ),
    "field-twice": Entry(
        "Trường “{key}” được khai báo hai lần.",
        "giữ lại một dòng.",
        "The field is given twice.",
        "Keep one of the lines.",
    ),
    "field-missing": Entry(
        "Thiếu trường bắt buộc “{key}” ({label}).",
        "thêm dòng “{key}: …” vào phần khai báo.",
        "A required field is missing.",
        "Add it to the front matter.",
    ),
    "field-type": Entry(
        "Trường “{key}” phải là {expected}.",
        "ví dụ: {example}",
        "The field has a value of the wrong type.",
        "See the example.",
    ),
    "date-wrong": Entry(
        "Ngày “{value}” trong trường “{key}” không đúng.",
        "viết như 20/01/2021 hoặc 2021-01-20, có thể thêm giờ: 20/01/2021 08:00.",
        "This date cannot be read.",
        "Write 20/01/2021 or 2021-01-20, with a time if wanted.",
    ),
    "category-unknown": Entry(
        "Không có chuyên mục “{value}”.{suggestion}",
        "chọn một trong: {known}.",
        "There is no such category.",
        "Choose one of the office's categories.",
    ),
    "status-unknown": Entry(
        "Trạng thái “{value}” không dùng được.{suggestion}",
        "viết published (xuất bản) hoặc draft (bản nháp).",
        "There is no such status.",
        "Write published or draft.",
    ),
    "lang-differs": Entry(
        "Trường “lang” ghi “{value}” nhưng tên tệp cho biết ngôn ngữ là “{lang}”.",
        "xóa dòng lang, hoặc đổi tên tệp.",
        "The field “lang” differs from the file's name.",
        "Delete the line, or rename the file.",
    ),
    "summary-long": Entry(
        "Tóm tắt dài {length} ký tự, tối đa là {limit}.",
        "rút gọn còn một hoặc hai câu.",
        "The summary is too long.",
        "Shorten it to a sentence or two.",
        is_warning=True,
    ),
    "link-missing": Entry(
        "Liên kết đến “{target}” không dẫn đến tệp nào.{suggestion}",
        "sửa đường dẫn; nó tính từ thư mục của bài viết này.",
        "This link leads to no file.",
        "Mend the path; it is relative to this article's folder.",
    ),
    "link-unpublished": Entry(
        "Liên kết đến “{target}” dẫn đến một bài chưa xuất bản.",
        "bỏ liên kết, hoặc xuất bản bài đó trước.",
        "This link leads to an unpublished article.",
        "Remove it, or publish that article first.",
    ),
    "translation-alone": Entry(
        "Bản dịch này không có bản gốc index.md bên cạnh.",
        "thêm tệp index.md, hoặc đổi tên tệp này thành index.md.",
        "This translation has no original index.md beside it.",
        "Add it, or rename this file.",
    ),
    "page-collides": Entry(
        "Trang “{url}” trùng địa chỉ với {other}.",
        "đổi tên thư mục hoặc ngày của một trong hai bài.",
        "Two documents have the same address.",
        "Rename a folder or change a date.",
    ),
    "tags-collide": Entry(
        "Hai thẻ “{one}” và “{other}” có cùng địa chỉ “{slug}”.",
        "dùng thống nhất một cách viết, hoặc đổi một thẻ cho khác hẳn.",
        "Two tags have the same address.",
        "Use one spelling, or rename one of them.",
    ),
}


def problem(code: str, path: str, line: int, **values: object) -> Problem:
    """Return the catalogue's problem at a place; KeyError for a code that it lacks."""
    return CATALOGUE[code].problem(code, path, line, **values)
