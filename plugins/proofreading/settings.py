"""The settings of proofreading: its limits, and what the site does not want to hear."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from plugins.core.settings import suggest
from plugins.proofreading.catalogue import IGNORABLE


@dataclass(frozen=True, slots=True)
class ProofreadingSettings:
    """How strict proofreading is.

    `ignore` pairs the code of a warning with the reason why this site does without it.
    `everyday_abbreviations` are those that every reader knows, so that no glossary needs them.
    """

    paragraph_words: int = 200
    photo_mb: int = 12
    days_ahead: int = 366
    everyday_abbreviations: tuple[str, ...] = (
        *(
            "AI",
            "ASEAN",
            "ATM",
            "COVID",
            "ĐT",
            "EU",
            "GDP",
            "GPS",
            "GS",
            "HIV",
            "HTML",
            "ICT",
            "ID",
            "ISO",
        ),
        *("IT", "KM", "OK", "OTP", "PDF", "PGS", "QR", "RSS", "SIM", "SMS", "TP", "TS", "TV"),
        *("UNESCO", "UNICEF", "URL", "USB", "USD", "VIP", "VN", "VNĐ", "WHO", "WTO"),
    )
    ignore: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Raise ValueError for limits that nothing could keep, and for a missing reason."""
        for name in ("paragraph_words", "photo_mb", "days_ahead"):
            if getattr(self, name) <= 0:
                raise ValueError(f"{name}: phải lớn hơn 0 / must be above 0.")
        for code, reason in self.ignore.items():
            if code not in IGNORABLE:
                hint = suggest(code, sorted(IGNORABLE))
                raise ValueError(f"ignore: không có cảnh báo “{code}” / no such warning.{hint}")
            if not (isinstance(reason, str) and reason.strip()):
                raise ValueError(f"ignore: “{code}” cần lý do / needs a reason.")
