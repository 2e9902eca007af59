"""Social pictures: every title fits, every mark is whole, white words can be read on any photo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw

from plugins.core.lettering import Lettering, fit, load_font
from plugins.core.style import Style, load_style
from plugins.photos.social import (
    SIZE_PX,
    draw_card,
    draw_on_photo,
    is_large_enough,
    style_digest,
    width_to_decode,
)

THEME = Path(__file__).parents[3] / "theme"
FONT = (THEME / "fonts/BeVietnamPro-Bold.ttf").read_bytes()
SIZES = range(32, 57, 2)
OFFICE = "Văn phòng Ủy ban nhân dân tỉnh Vĩnh Sơn"
LONG = "Kết luận của Chủ tịch Ủy ban nhân dân tỉnh tại phiên họp thường kỳ tháng 10 năm 2026"
TITLES = ["Nghỉ Tết", LONG, f"{LONG} {LONG.upper()}", f"{LONG} " * 9, "x" * 400, "ĐẶNG ẾỄỖỮ " * 12]


@pytest.fixture
def style() -> Style:
    return load_style(THEME)


def set_in(text: str, width_px: int = 1080, height_px: int = 236) -> Lettering:
    return fit(text, FONT, SIZES, width_px, height_px)


@pytest.mark.parametrize("title", TITLES)
def test_every_title_fits(title: str) -> None:
    words = set_in(title)
    assert words.lines
    assert words.height_px <= 236
    assert max(map(words.font.getlength, words.lines)) <= 1080
    assert words.font.size in SIZES


@pytest.mark.parametrize("title", TITLES[:3])
def test_no_word_is_lost_where_there_is_room(title: str) -> None:
    assert " ".join(set_in(title).lines) == title


def test_what_has_no_room_ends_with_an_ellipsis_after_a_word() -> None:
    words = set_in(TITLES[3])
    shown = " ".join(words.lines)
    assert shown.endswith("…")
    assert TITLES[3].startswith(shown.removesuffix("…"))
    assert TITLES[3][len(shown) - 1] == " "


def test_short_titles_are_larger_than_long_ones() -> None:
    assert set_in("Nghỉ Tết").font.size == 56 > set_in(TITLES[2]).font.size


def test_lines_are_about_as_long_as_each_other() -> None:
    words = set_in(LONG)
    lengths = [words.font.getlength(line) for line in words.lines]
    assert min(lengths) > 0.6 * max(lengths)


def test_a_no_break_space_holds_its_words_together() -> None:
    lines = set_in("dài\u00a020\u00a0km " * 30).lines
    assert all(line.split(" ")[0].startswith("dài\u00a020\u00a0km") for line in lines)


@pytest.mark.parametrize(
    ("written", "shown"),
    [("Chào 😀 mừng", "Chào mừng"), ("A\u200b\nB", "A B"), ("Hô\u0323i", "Hội"), ("😀", "")],
)
def test_letters_that_the_font_lacks_leave_no_boxes(written: str, shown: str) -> None:
    assert " ".join(set_in(written).lines) == shown


def test_no_mark_is_outside_its_line() -> None:
    """Ễ has two marks above, ậ and ỵ one below: lines right below each other must not touch."""
    font = load_font(FONT, 56)
    leading = Lettering(("x",), font).leading_px
    left, top, right, bottom = font.getbbox("ẾỄỖỮẬỴgjặ", anchor="ls")
    assert right > left
    assert bottom - top <= leading
    assert -top <= round(56 * 1.15)


def test_the_title_is_drawn_whole(style: Style) -> None:
    """A card without a title differs only within the margins: nothing is cut at an edge."""
    for title in TITLES:
        box = ImageChops.difference(
            draw_card(title, OFFICE, style), draw_card("", OFFICE, style)
        ).getbbox()
        assert box is not None
        assert box[0] >= 50
        assert box[1] >= 20
        assert box[2] <= SIZE_PX[0] - 30
        assert box[3] <= SIZE_PX[1] - 84


def contrast(lighter: float, darker: float) -> float:
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: object) -> float:
    assert isinstance(colour, tuple)
    parts: list[float] = [part / 255 for part in colour]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("title", TITLES)
def test_white_words_are_read_on_a_white_photo(style: Style, title: str) -> None:
    picture = draw_on_photo(Image.new("RGB", (1600, 1200), "white"), title, OFFICE, style)
    words = set_in(title, SIZE_PX[0] - 120)
    top = SIZE_PX[1] - 84 - 32 - words.height_px
    behind = [picture.getpixel((5, row)) for row in range(top, SIZE_PX[1] - 84)]
    assert min(contrast(1, luminance(colour)) for colour in behind) >= 4.5


def test_the_upper_part_of_the_photo_is_left_as_it_is(style: Style) -> None:
    picture = draw_on_photo(Image.new("RGB", (1600, 1200), "white"), "Nghỉ Tết", OFFICE, style)
    assert picture.getpixel((600, 100)) == (255, 255, 255)


@pytest.mark.parametrize("size", [(1200, 900), (900, 1200), (3000, 400), (600, 315)])
def test_a_photo_of_any_shape_fills_the_picture(style: Style, size: tuple[int, int]) -> None:
    photo = Image.new("RGB", size, "blue")
    ImageDraw.Draw(photo).rectangle((0, 0, size[0], 3), "red")
    picture = draw_on_photo(photo, "", OFFICE, style)
    assert picture.size == SIZE_PX
    assert is_large_enough(size)
    wide = width_to_decode(size)
    assert wide >= SIZE_PX[0]
    assert round(size[1] * wide / size[0]) >= SIZE_PX[1] - 84


@pytest.mark.parametrize("size", [(599, 900), (900, 314)])
def test_a_small_photo_is_not_blown_up(size: tuple[int, int]) -> None:
    assert not is_large_enough(size)


def test_the_theme_gives_font_and_colours(tmp_path: Path, style: Style) -> None:
    tokens = (THEME / "static/css/tokens.css").read_text("utf-8")
    other = tmp_path / "static/css/tokens.css"
    other.parent.mkdir(parents=True)
    other.write_text(tokens.replace("--color-brand: #9a1b1e", "--color-brand: #00407a"), "utf-8")
    (tmp_path / "fonts").symlink_to(THEME / "fonts")
    blue = load_style(tmp_path)
    assert (style.brand, blue.brand) == ("#9a1b1e", "#00407a")
    assert style_digest(blue) != style_digest(style)
    assert draw_card("", OFFICE, blue).getpixel((2, 620)) == (0, 0x40, 0x7A)


def test_a_theme_without_colours_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "static/css"
    folder.mkdir(parents=True)
    (folder / "tokens.css").write_text(":root {}")
    with pytest.raises(KeyError, match="--color-brand"):
        load_style(tmp_path)
