"""How the theme shows photos: its markup, made only when a body is read."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from plugins.core.artifacts import digest
from plugins.core.document import PhotoUse, Picture
from plugins.core.templates import TemplateStamps
from plugins.photos.slots import fill_slots
from plugins.photos.widths import sizes_of

if TYPE_CHECKING:
    from jinja2 import Environment

    from plugins.photos.entries import Entry
    from plugins.photos.settings import PhotoSettings

_MACROS = "macros/photo.html"


class Display:
    """The theme's way to show photos. Its `repr` stands for all that it depends on.

    `url` is the path on the host of the folder that published files are in.
    """

    def __init__(self, environment: Environment, settings: PhotoSettings, url: str) -> None:
        self._macros = environment.get_template(_MACROS).module
        self._settings, self._url = settings, url
        stamp = TemplateStamps(environment).stamp_of(_MACROS)
        self._stamp = digest(stamp, repr(settings), url)

    def __repr__(self) -> str:
        return f"Display({self._stamp})"

    def picture_of(self, entry: Entry, alt: str = "") -> Picture:
        """Return an entry as templates read it."""
        base = f"{self._url}{entry.stem}"
        avif = [(width, height) for kind, width, height in entry.shapes if kind == "avif"]
        jpeg_px = next(width for kind, width, _ in entry.shapes if kind == "jpg")
        width, height = avif[0]
        narrow_first = [f"{base}{width}.avif {width}w" for width, _ in reversed(avif)]
        return Picture(
            sources=(("image/avif", ", ".join(narrow_first)),),
            src=f"{base}{jpeg_px}.jpg",
            full=f"{base}{width}.avif",
            width_px=width,
            height_px=height,
            tone=entry.tone,
            alt=alt,
        )

    def fill(self, entry: Entry, use: PhotoUse, *, is_first: bool) -> str:
        """Return what comes into the slot of a photo: markup, or an address for a link."""
        picture = self.picture_of(entry, use.alt)
        if not use.is_shown:
            return escape(picture.full)
        macros = self._macros
        macro = macros.picture if use.is_link_text else macros.linked_picture  # type: ignore[attr-defined]  # a template's macros
        sizes = sizes_of(picture, use.narrow, use.wide, self._settings)
        return str(macro(picture, use.alt, sizes, priority=is_first))


class Fillings(NamedTuple):
    """What a body's slots are filled with; None where a photo could not be published."""

    display: Display
    uses: tuple[PhotoUse, ...]
    entries: tuple[Entry | None, ...]

    def __repr__(self) -> str:
        # Of plain tuples, which tell the same in a third of the time, for each body of a site.
        return repr((self.display, [*map(tuple, self.uses)], self.entries))


def fill_photos(html: str, fillings: Fillings) -> str:
    """Return a body with its slots filled: the first photo is shown at once, others when near."""
    display, uses, entries = fillings
    pairs = enumerate(zip(uses, entries, strict=True))
    filled = [display.fill(e, use, is_first=n == 0) if e else "" for n, (use, e) in pairs]
    return fill_slots(html, filled)
