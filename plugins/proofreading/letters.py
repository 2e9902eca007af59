"""The capital and small letters of Vietnamese, as character classes of regular expressions."""

from __future__ import annotations

_SMALL = (
    "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz"
)
SMALL = f"[{_SMALL}]"
CAPITAL = f"[{_SMALL.upper()}]"
