"""How wide a photo is shown, so that browsers load no larger derivative than they need.

The widths are those of theme/static/css/components/photo.css.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from plugins.core.document import Picture
    from plugins.photos.settings import PhotoSettings

# A gallery has six columns; a photo by itself takes them all.
COLUMNS = 6
_WHOLE, _HALF, _THIRD = 6, 3, 2
_GALLERY_IS_WIDE_REM = 40
_TALL_REM = 28


def columns_of(image: HtmlElement) -> tuple[int, int]:
    """Return how many of the six columns a photo takes on narrow and on wide screens."""
    figure = next(image.iterancestors("figure"), None)
    gallery = figure.getparent() if figure is not None else None
    if figure is None or gallery is None or gallery.get("class") != "gallery":
        return _WHOLE, _WHOLE
    figures = gallery.findall("figure")
    return columns_in_gallery(figures.index(figure), len(figures))


def columns_in_gallery(number: int, total: int) -> tuple[int, int]:
    """Return the columns, narrow and wide, of a gallery's photo; `number` counts from 0."""
    narrow = _WHOLE if number == 0 and total % 2 else _HALF
    two_short = total % 3 == 2  # noqa: PLR2004 - one short of a row of three
    if total == 4 or (two_short and number < 2):  # noqa: PLR2004 - four are two rows of two
        return narrow, _HALF
    return narrow, _WHOLE if number == 0 and total % 3 == 1 else _THIRD


def sizes_of(picture: Picture, narrow: int, wide: int, settings: PhotoSettings) -> str:
    """Return the `sizes` of a photo that takes so many columns, in CSS lengths."""
    column, margins = settings.column_rem, settings.margins_rem
    is_tall = picture.height_px > picture.width_px
    if is_tall and wide == COLUMNS:
        return f"(min-width: {_TALL_REM + margins}rem) {_TALL_REM}rem, calc(100vw - {margins}rem)"
    sizes = [f"(min-width: {column + margins}rem) {column * wide / COLUMNS:g}rem"]
    if wide != narrow:
        sizes.append(f"(min-width: {_GALLERY_IS_WIDE_REM}rem) {_part(wide)}")
    whole = f"calc(100vw - {margins}rem)"
    return ", ".join([*sizes, whole if narrow == COLUMNS else _part(narrow)])


def _part(columns: int) -> str:
    return f"{100 * columns // COLUMNS}vw"
