"""Paragraphs and captions: what reads like a caption, and what is none."""

from __future__ import annotations

import pytest

from plugins.proofreading.paragraphs import find_paragraph_problems, mend_caption_quotes
from plugins.proofreading.prose import Prose

PHOTO = "![Đại biểu vỗ tay](a.jpg)"
CAPTIONED = '![Đại biểu vỗ tay](a.jpg "Toàn cảnh.")'


def codes_of(text: str) -> list[tuple[int, str]]:
    found = find_paragraph_problems("a.md", Prose(text, (), 1), 200)
    return [(problem.line, problem.code) for problem in found]


@pytest.mark.parametrize(
    "caption",
    [
        "Toàn cảnh hội nghị sáng 20/11",
        "Ảnh: Thu Hà",
        "Ảnh 1. Toàn cảnh hội nghị.",
        "(Ảnh minh họa.)",
        "Đồng chí Chủ tịch phát biểu tại hội nghị. Ảnh: Thu Hà.",
    ],
)
def test_a_short_paragraph_under_a_photo_that_reads_like_a_caption_is_told(caption: str) -> None:
    assert codes_of(f"{PHOTO}\n\n{caption}\n") == [(3, "caption-apart")]


@pytest.mark.parametrize(
    "text",
    [
        f"{PHOTO}\n\n*Toàn cảnh hội nghị*\n",
        f"{PHOTO}\n*Toàn cảnh hội nghị*\n",
        f"{CAPTIONED}\n\nToàn cảnh hội nghị sáng 20/11\n",
        f"{PHOTO}\n\nHội nghị bắt đầu lúc 8 giờ.\n",
        f"{PHOTO}\n\n## Toàn cảnh hội nghị\n",
        f"{PHOTO}\n\n- Toàn cảnh hội nghị\n",
        f"{PHOTO}\n\nÔng Bình nói:\n\n> Tốt lắm.\n",
        f"{PHOTO}\n",
        "Toàn cảnh hội nghị sáng 20/11\n",
    ],
)
def test_what_is_bound_to_a_photo_or_reads_like_text_is_left_in_peace(text: str) -> None:
    assert codes_of(text) == []


def test_only_paragraphs_of_more_than_the_limit_are_long() -> None:
    assert codes_of("một " * 200) == []
    assert codes_of("Ngắn.\n\n" + "một " * 201) == [(3, "paragraph-long")]
    assert codes_of("- " + "một " * 300) == []


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ('![a](b.jpg "Ông nói "tốt" rồi đi")', '![a](b.jpg "Ông nói “tốt” rồi đi")'),
        ('![a](b.jpg "Ông nói \\"tốt\\".")', '![a](b.jpg "Ông nói “tốt”.")'),
        ('![a](b.jpg "Cao 5" thôi")', '![a](b.jpg "Cao 5” thôi")'),
        ('![a](b.jpg "Toàn cảnh.")', '![a](b.jpg "Toàn cảnh.")'),
        ('![a](b.jpg "c") và ![d](e.jpg "f")', '![a](b.jpg "c") và ![d](e.jpg "f")'),
        ('Ông nói "tốt".', 'Ông nói "tốt".'),
    ],
)
def test_quotes_inside_captions_become_curly_and_nothing_else_changes(
    line: str, mended: str
) -> None:
    assert mend_caption_quotes(line) == mended
    assert mend_caption_quotes(mended) == mended
