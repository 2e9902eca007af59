"""The settings of photos: sizes, qualities, limits and how long unused derivatives are kept."""

from __future__ import annotations

from dataclasses import dataclass

_BEST_QUALITY = 100
_FASTEST_AVIF = 10


@dataclass(frozen=True, slots=True)
class PhotoSettings:
    """How photos are published.

    Speed 8 gives AVIF 36 % smaller than JPEG of the same SSIMULACRA2 score, at a third of the time
    of speed 6; quality 58 has the score 65 at these widths (measured on the office's own photos).
    `column_rem` is how wide the theme's text column is, `margins_rem` what is left beside it on a
    telephone: they tell browsers how wide photos are shown.
    `social_pictures` makes the 1200 × 630 picture that messengers show beside a shared link.
    """

    avif_widths_px: tuple[int, ...] = (480, 960, 1600)
    avif_quality: int = 58
    avif_speed: int = 8
    jpeg_width_px: int = 1200
    jpeg_quality: int = 76
    column_rem: int = 42
    margins_rem: int = 2
    min_side_px: int = 16
    max_pixels: int = 80_000_000
    cache_days: int = 30
    social_pictures: bool = True

    def __post_init__(self) -> None:
        """Raise ValueError for what could not make a photo."""
        for name in ("avif_quality", "jpeg_quality"):
            _check(name, 1 <= getattr(self, name) <= _BEST_QUALITY, "từ 1 đến 100 / 1 to 100")
        _check("avif_speed", 0 <= self.avif_speed <= _FASTEST_AVIF, "từ 0 đến 10 / 0 to 10")
        widths = (*self.avif_widths_px, self.jpeg_width_px)
        _check("avif_widths_px", bool(self.avif_widths_px), "ít nhất một / at least one")
        _check("avif_widths_px, jpeg_width_px", min(widths) > 0, "lớn hơn 0 / above 0")
        for name in ("min_side_px", "max_pixels", "cache_days", "column_rem"):
            _check(name, getattr(self, name) > 0, "lớn hơn 0 / above 0")


def _check(name: str, is_right: bool, wanted: str) -> None:  # noqa: FBT001 - read at every call beside its name
    if not is_right:
        raise ValueError(f"{name}: phải là / must be: {wanted}.")
