"""Which copies are made, and how hard it is tried."""

from __future__ import annotations

from dataclasses import dataclass

FORMATS = ("br", "zst", "gz")
_RANGES = {"brotli_quality": (0, 11), "zstd_level": (1, 22), "gzip_level": (1, 9)}


@dataclass(frozen=True, slots=True)
class CompressionSettings:
    """`formats`: br (brotli), zst (zstd), gz (gzip).

    A file of fewer than `least_bytes` fits into one packet as it is, and gets no copies.
    Zstandard's level 19 is the highest that browsers' windows (8 MB) are sure to read.
    """

    formats: tuple[str, ...] = FORMATS
    brotli_quality: int = 11
    zstd_level: int = 19
    gzip_level: int = 9
    least_bytes: int = 1024

    def __post_init__(self) -> None:
        wrong = sorted(set(self.formats) - set(FORMATS))
        if wrong:
            message = f"“formats”: {', '.join(wrong)}? Chọn trong / choose from: br, zst, gz."
            raise ValueError(message)
        for name, (least, most) in _RANGES.items():
            if not least <= getattr(self, name) <= most:
                message = f"“{name}” phải từ {least} đến {most} / must be {least} to {most}."
                raise ValueError(message)
        if self.least_bytes < 1:
            message = "“least_bytes” phải từ 1 trở lên / must be at least 1."
            raise ValueError(message)

    def recipe(self, suffix: str) -> str:
        """Return what the copies of a format depend on besides the file."""
        level = {"br": self.brotli_quality, "zst": self.zstd_level, "gz": self.gzip_level}
        return f"{suffix} {level[suffix]}"
