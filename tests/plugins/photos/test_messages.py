"""What is told of photos: each message and its remedy, literally."""

from __future__ import annotations

import pytest

from plugins.photos.catalogue import CATALOGUE, problem

VALUES = {
    "name": "hop-bao.jpg",
    "actual": "Hop-Bao.jpg",
    "suggestion": " Ý bạn là “hop-bao.jpeg”?",
    "alt": "IMG_2034",
    "kind": "PNG",
    "extension": ".png",
    "detail": "tệp rỗng",
    "width_px": 12,
    "height_px": 8,
    "limit": 16,
}
# code → what is wrong, how to mend it
TEXTS = {
    "photo-missing": (
        "Ảnh “hop-bao.jpg” không có trong thư mục. Ý bạn là “hop-bao.jpeg”?",
        "đặt ảnh cạnh bài viết, hoặc sửa lại tên ảnh.",
    ),
    "photo-name-case": (
        "Ảnh “hop-bao.jpg” khác chữ hoa, chữ thường với tệp “Hop-Bao.jpg”.",
        "sửa trong bài thành “Hop-Bao.jpg”.",
    ),
    "photo-name-form": (
        "Tên tệp ảnh “hop-bao.jpg” ghi dấu tiếng Việt ở dạng tách rời (thường do máy Mac).",
        "chạy “make photos” để đổi tên tệp và sửa bài viết theo.",
    ),
    "photo-name-twice": (
        "Thư mục có hai ảnh cùng tên “hop-bao.jpg”, chỉ khác chữ hoa, chữ thường hoặc cách ghi dấu.",  # noqa: E501 - the literal text, to be searched for
        "đổi tên một ảnh rồi sửa bài theo; trên máy Windows và Mac hai tên này là một.",
    ),
    "photo-target-empty": (
        "Ảnh chưa có tên tệp trong dấu ngoặc tròn.",
        "viết tên tệp ảnh: ![mô tả ảnh](ten-anh.jpg).",
    ),
    "photo-reference-missing": (
        "Ảnh dùng nhãn “hop-bao.jpg” nhưng trong bài không có dòng “[hop-bao.jpg]: ten-anh.jpg”.",
        "thêm dòng đó vào cuối bài, hoặc viết tên tệp ngay trong ngoặc: ![mô tả](ten-anh.jpg).",
    ),
    "photo-alt-empty": (
        "Ảnh “hop-bao.jpg” chưa có lời mô tả cho người không nhìn thấy ảnh.",
        "viết điều thấy trong ảnh vào ngoặc vuông: ![Mô tả ảnh](hop-bao.jpg).",
    ),
    "photo-alt-is-file-name": (
        "Lời mô tả của ảnh “hop-bao.jpg” chỉ là tên tệp (“IMG_2034”).",
        "viết điều thấy trong ảnh vào ngoặc vuông, ví dụ: Đại biểu biểu quyết tại hội trường.",
    ),
    "photo-alt-is-caption": (
        "Lời mô tả của ảnh “hop-bao.jpg” giống hệt chú thích, nên phần mềm đọc màn hình đọc hai lần.",  # noqa: E501 - the literal text, to be searched for
        "trong ngoặc vuông, hãy tả điều thấy trong ảnh; chú thích nói thêm ai, ở đâu, khi nào.",
    ),
    "photo-remote": (
        "Ảnh “hop-bao.jpg” nằm ở trang web khác.",
        "tải ảnh về, đặt cạnh bài viết rồi ghi tên tệp.",
    ),
    "photo-path": (
        "Đường dẫn ảnh “hop-bao.jpg” không dùng được.",
        "đặt ảnh cạnh bài viết và chỉ ghi tên tệp, như ten-anh.jpg.",
    ),
    "photo-svg": (
        "Ảnh “hop-bao.jpg” là hình SVG, có thể chứa mã chạy được nên không đăng.",
        "xuất hình thành PNG hoặc JPEG.",
    ),
    "photo-heic": (
        "Ảnh “hop-bao.jpg” ở dạng HEIC (máy iPhone), bản cài này không mở được.",
        "xuất ảnh thành JPEG, hoặc cài gói pillow-heif.",
    ),
    "photo-kind": (
        "Tệp “hop-bao.jpg” không thuộc dạng ảnh dùng được.",
        "dùng ảnh JPEG, PNG, WebP, AVIF hoặc GIF.",
    ),
    "photo-wrong-extension": (
        "Tệp ảnh “hop-bao.jpg” có đuôi sai: bên trong là ảnh PNG.",
        "đổi đuôi tệp thành .png, hoặc chạy “make photos”.",
    ),
    "photo-broken": ("Ảnh “hop-bao.jpg” bị hỏng: tệp rỗng.", "chép lại ảnh từ máy gốc."),
    "photo-too-large": (
        "Ảnh “hop-bao.jpg” quá lớn: 12 × 8 điểm ảnh.",
        "chạy “make photos”, hoặc tự thu nhỏ ảnh còn dưới 16 triệu điểm ảnh.",
    ),
    "photo-too-small": (
        "Ảnh “hop-bao.jpg” quá nhỏ: 12 × 8 điểm ảnh.",
        "dùng ảnh gốc, mỗi cạnh ít nhất 16 điểm ảnh.",
    ),
}


@pytest.mark.parametrize("code", CATALOGUE)
def test_each_message_reads_as_it_should(code: str) -> None:
    found = problem(code, "content/2021/hop-bao/index.md", 12, **VALUES)
    assert (found.message, found.hint) == TEXTS[code]
    assert found.message_en
    assert found.hint_en
