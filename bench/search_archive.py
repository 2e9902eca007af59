"""Generated articles for searching: the sample site's own words, as often as they stand there.

Vietnamese has few syllables, so common ones are in most articles: the hard case of searching.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from datetime import datetime, timedelta
from html import escape
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from plugins.core.article import ArticleView, Kind, Term
from plugins.core.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTENT = Path(__file__).resolve().parents[1] / "content"
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NEWEST = datetime(2026, 11, 24, 8, tzinfo=ZONE)
# What articles are about, in their titles and first sentences.
SUBJECTS = (
    "Hội nghị trực tuyến về phòng, chống thiên tai",
    "Đồng chí Chủ tịch UBND tỉnh tiếp công dân",
    "Quyết liệt hành động giải ngân vốn đầu tư công",
    "Thông báo kết luận phiên họp thường kỳ",
    "Đoàn công tác tỉnh Lạng Sơn trao đổi kinh nghiệm",
    "Kiểm tra công tác biên phòng tuyến đường biên giới",
    "Hợp tác phát triển với tỉnh Đắk Lắk",
    "Tăng cường phòng, chống dịch Covid-19",
    "Triển khai Quyết định 1002/QĐ-UBND ngày 20/01/2021",
    "Cải cách thủ tục hành chính, số hóa 15.518 văn bản",
)
_CATEGORIES = (
    Term("tin-tuc", "Tin tức", "/chuyen-muc/tin-tuc/"),
    Term("thong-bao", "Thông báo", "/chuyen-muc/thong-bao/"),
    Term("chi-dao-dieu-hanh", "Chỉ đạo điều hành", "/chuyen-muc/chi-dao-dieu-hanh/"),
)
_WORDS = 600
_PARAGRAPH_WORDS = 100
_SENTENCE_WORDS = 20
# The newest two of sixteen years hold an eighth of all, as in an archive that grows evenly.
_YEARS = 16


def count_sample_words() -> Counter[str]:
    """Return how often each word stands in the sample articles."""
    counts: Counter[str] = Counter()
    for path in sorted(CONTENT.rglob("index.md")):
        body = path.read_text("utf-8").split("---", 2)[2]
        counts.update(re.findall(r"[^\W\d_]+", body.lower()))
    return counts


def generate_articles(count: int, seed: int = 1) -> Iterator[Document]:
    """Yield articles of some 600 words, the newest first; the same ones for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - texts, not secrets
    counts = count_sample_words()
    words, limits = list(counts), list(accumulate(counts.values()))
    step = timedelta(days=365.25 * _YEARS) / count
    for number in range(count):
        picked = chance.choices(words, cum_weights=limits, k=_WORDS)
        subject = SUBJECTS[chance.randrange(len(SUBJECTS))]
        yield _make_article(count - number, NEWEST - number * step, subject, picked)


def _make_article(number: int, moment: datetime, subject: str, words: list[str]) -> Document:
    category = _CATEGORIES[number % len(_CATEGORIES)]
    view = ArticleView(
        kind=Kind.ARTICLE,
        path=f"{moment:%Y}/bai-{number}/index.md",
        folder=str(CONTENT / f"{moment:%Y}" / f"bai-{number}"),
        key=f"{moment:%Y}/bai-{number}",
        lang="vi",
        slug=f"bai-{number}",
        url=f"/{moment:%Y/%m/%d}/bai-{number}/",
        save_as=f"{moment:%Y/%m/%d}/bai-{number}/index.html",
        title=f"{subject} (bài {number})",
        summary=f"{subject}. {_sentence(words[:_SENTENCE_WORDS])}",
        date=moment,
        category=category,
    )
    starts = range(0, len(words), _PARAGRAPH_WORDS)
    paragraphs = (_paragraph(words[at : at + _PARAGRAPH_WORDS]) for at in starts)
    return Document(view, "".join(f"<p>{escape(one)}</p>\n" for one in paragraphs))


def _paragraph(words: list[str]) -> str:
    starts = range(0, len(words), _SENTENCE_WORDS)
    return " ".join(_sentence(words[at : at + _SENTENCE_WORDS]) for at in starts)


def _sentence(words: list[str]) -> str:
    return " ".join(words).capitalize() + "."
