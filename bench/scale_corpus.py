"""The corpus: as many articles as wanted, and the same ones as each generator's sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bench.scale_prose import ACTIONS, MATTERS, PLACES, UNITS, capitalise, make_body, make_sentence
from plugins.core.text import slugify

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
OFFICE = "Văn phòng Ủy ban nhân dân tỉnh Vĩnh Sơn"
SLOGAN = "Gần dân, vì dân phục vụ"
ADDRESS = "Số 1, đường Hùng Vương, phường Vĩnh Sơn, tỉnh Vĩnh Sơn"
SITE_URL = "https://vinhson.example"
_CATEGORIES = (
    "Tin tức",
    "Chỉ đạo điều hành",
    "Thông báo",
    "Lấy ý kiến",
    "Cải cách hành chính",
    "Hoạt động của lãnh đạo",
    "Kinh tế và xã hội",
    "Tiếp công dân",
)
# Names by their slugs, in the order of the menu.
CATEGORIES = {slugify(name): name for name in _CATEGORIES}
_TAGS = (
    *("hội nghị", "nông thôn mới", "đất đai", "y tế", "giáo dục", "văn hóa", "du lịch"),
    *("giao thông", "thủy lợi", "lao động", "việc làm", "trẻ em", "người cao tuổi"),
    *("chuyển đổi số", "một cửa", "đầu tư công", "ngân sách", "thuế", "khoáng sản"),
    *("rừng", "thiên tai", "môi trường", "rác thải", "nước sạch", "điện", "viễn thông"),
    *("biên giới", "quốc phòng", "an ninh", "tư pháp", "hộ tịch", "tôn giáo", "dân tộc"),
    *("thanh niên", "phụ nữ", "cựu chiến binh", "khen thưởng", "thanh tra", "báo chí"),
    "xây dựng",
)
TAGS = {slugify(name): name for name in _TAGS}
# All in the past of any clock, evenly over sixteen years.
_NEWEST = datetime(2025, 12, 30, 16, tzinfo=ZONE)
_YEARS = 16
PHOTOS_BESIDE = ("anh-1.jpg", "anh-2.jpg")
_PHOTO_POOL = 200


@dataclass(frozen=True, slots=True)
class Story:
    """One article before it is any generator's; its photos lie beside it or apart.

    `category` and `tags` are slugs; `photos` are the addresses in the body.
    """

    number: int
    slug: str
    title: str
    summary: str
    moment: datetime
    category: str
    tags: tuple[str, ...]
    photos: tuple[str, str]
    body: str

    @property
    def place(self) -> str:
        """Return where every generator puts its page."""
        return f"{self.moment:%Y/%m/%d}/{self.slug}/"


def make_stories(count: int, *, beside: bool = False) -> Iterator[Story]:
    """Yield the articles of an archive of `count`, newest first."""
    return (make_story(number, count, beside=beside) for number in range(1, count + 1))


def make_story(number: int, count: int, *, beside: bool = False) -> Story:
    """Return one article, always the same; its photos lie `beside` it or in a folder of all."""
    dice = Random(number)  # noqa: S311 - texts, not secrets
    step = timedelta(days=365.25 * _YEARS) / count
    unit, place, matter = dice.choice(UNITS), dice.choice(PLACES), dice.choice(MATTERS)
    photos = PHOTOS_BESIDE if beside else (_pooled(dice), _pooled(dice))
    summary = f"{capitalise(matter)} tại {place}. {make_sentence(dice)}"
    return Story(
        number=number,
        slug=f"{slugify(matter)}-{number}",
        title=f"{unit} {dice.choice(ACTIONS)} về {matter} tại {place}, kỳ {number}",
        summary=summary,
        moment=(_NEWEST - (number - 1) * step).replace(second=0, microsecond=0),
        category=dice.choice(tuple(CATEGORIES)),
        tags=tuple(dice.sample(tuple(TAGS), dice.randrange(2, 5))),
        photos=photos,
        body=make_body(dice, photos),
    )


def _pooled(dice: Random) -> str:
    return f"/anh/anh-{dice.randrange(_PHOTO_POOL)}.jpg"


def write_all(target: Path, files: Iterable[tuple[str, str]]) -> None:
    """Write the sources of a generator; each file's place is below `target`."""
    for place, text in files:
        path = target / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
