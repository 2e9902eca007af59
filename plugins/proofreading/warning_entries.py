"""The warnings of proofreading, in their words: told, but no build stops for them."""

from __future__ import annotations

from functools import partial

from plugins.core.catalogue import Entry

_warning = partial(Entry, is_warning=True)

WARNINGS = {
    "text-space": _warning(
        "Dòng có dấu cách không ngắt thừa (ở đầu, cuối dòng hoặc cạnh dấu cách khác).",
        "chạy “make check-content FIX=1”, hoặc thay bằng một dấu cách thường.",
        "This line has needless no-break spaces.",
        "Run “make check-content FIX=1”, or use one plain space.",
    ),
    "caption-apart": _warning(
        "Đoạn ngắn dưới ảnh “{name}” có vẻ là chú thích nhưng viết như đoạn văn: “{text}”.",
        'đặt trong ngoặc kép sau tên ảnh: ![mô tả]({name} "chú thích"), hoặc in nghiêng: *…*.',
        "This short paragraph seems to be the photo's caption.",
        "Write it in quotes after the photo's name, or in italics.",
    ),
    "caption-quotes": _warning(
        "Chú thích ảnh có nháy kép thẳng bên trong, một số phần mềm sẽ không hiện ảnh.",
        "dùng “…” cho lời trích trong chú thích; “make check-content FIX=1” sửa giúp.",
        "The caption has straight quotes inside its quotes.",
        "Use “…” inside; “make check-content FIX=1” mends it.",
    ),
    "alt-unwritten": _warning(
        "Ảnh còn mô tả tạm do máy ghi: “{alt}”.",
        "viết điều thấy trong ảnh vào ngoặc vuông.",
        "The photo still has the description that the import put there.",
        "Write what the photo shows.",
    ),
    "note-left": _warning(
        "Còn ghi chú chưa làm: “{text}”.",
        "làm theo, rồi xóa ghi chú <!-- … -->.",
        "A note of what is still to be done is left.",
        "Do it, then delete the comment.",
    ),
    "link-vague": _warning(
        "Chữ của liên kết “{text}” không nói liên kết dẫn đến đâu.",
        "dùng tên của trang hay văn bản làm chữ liên kết.",
        "The link's text does not say where it leads.",
        "Use the name of the page or document as the text.",
    ),
    "abbreviation-unknown": _warning(
        "Chữ viết tắt “{word}” chưa có nghĩa đầy đủ.",
        "thêm vào content/glossary.yml, hoặc viết đầy đủ ở lần đầu: tên đầy đủ ({word}).",
        "This abbreviation is explained nowhere.",
        "Add it to content/glossary.yml, or write it in full where it comes first.",
    ),
    "number-format": _warning(
        "Số “{number}” viết theo kiểu nước ngoài.",
        "viết “{right}”.",
        "This number is not written as the article's language does.",
        "Write it as suggested.",
    ),
    "paragraph-long": _warning(
        "Đoạn văn dài {count} từ, khó đọc trên điện thoại.",
        "tách thành các đoạn ngắn hơn {limit} từ.",
        "This paragraph is very long.",
        "Split it.",
    ),
    "title-capitals": _warning(
        "Tiêu đề viết toàn chữ in hoa, khó đọc và phần mềm đọc màn hình có thể đánh vần.",
        "viết như câu thường; trang tự trình bày cho nổi bật.",
        "The title is in capitals, which are hard to read and may be spelt out.",
        "Write it as a plain sentence.",
    ),
    "name-spelling": _warning(
        "Tên “{name}” ở {count} chỗ khác viết là “{other}”.",
        "dùng thống nhất một cách viết.",
        "This name is spelt otherwise elsewhere.",
        "Use one spelling.",
    ),
    "private-contact": _warning(
        "“{contact}” có vẻ là {kind} của cá nhân.",
        "dùng địa chỉ hoặc số máy của cơ quan.",
        "This seems to be a private person's address or telephone number.",
        "Use the office's own.",
    ),
    "photo-heavy": _warning(
        "Ảnh “{name}” nặng {size}, làm kho bài lớn và dựng trang chậm.",
        "chạy “make photos” trước khi gửi bài.",
        "This photo is very large.",
        "Run “make photos” before sending the article.",
    ),
}
