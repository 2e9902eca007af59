"""How large an attachment may be before an editor is warned."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AttachmentSettings:
    """`size_mib`: a larger file is told as a warning; many read on telephones, and pay for it."""

    size_mib: int = 20

    def __post_init__(self) -> None:
        if self.size_mib < 1:
            message = "“size_mib” phải từ 1 trở lên / must be at least 1."
            raise ValueError(message)
