"""Whole numbers in Vietnamese words, after the north's or the south's use."""

from __future__ import annotations

from dataclasses import dataclass

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BILLION = 10**9
_MOST_DIGITS = 18
_TEN = 10
_FOUR = 4


@dataclass(frozen=True, slots=True)
class Numerals:
    """Says numbers; `zero_ten` stands for an empty place of tens, `thousand` for 1,000."""

    zero_ten: str = "linh"
    thousand: str = "nghìn"

    def integer(self, number: int) -> str:
        """Return a number of at most 18 digits in words: 79091 → "bảy mươi chín nghìn …"."""
        if number < 0:
            return f"âm {self.integer(-number)}"
        billions, rest = divmod(number, _BILLION)
        words = [self.integer(billions), "tỷ"] if billions else []
        if rest or not billions:
            words.append(self._below_a_billion(rest, is_leading=not billions))
        return " ".join(words)

    def _below_a_billion(self, number: int, *, is_leading: bool) -> str:
        words: list[str] = []
        for scale, name in ((10**6, "triệu"), (1000, self.thousand), (1, "")):
            group = number // scale % 1000
            if group:
                words += self._group(group, is_leading=is_leading)
                words += [name] if name else []
                is_leading = False
        return " ".join(words) or _DIGITS[0]

    def _group(self, number: int, *, is_leading: bool) -> list[str]:
        """Return three digits in words: the hundreds are said unless the group leads."""
        hundreds, tens, units = number // 100, number // 10 % 10, number % 10
        words = [_DIGITS[hundreds], "trăm"] if hundreds or not is_leading else []
        if tens:
            words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
        elif words and units:
            words.append(self.zero_ten)
        return [*words, _units_after(tens, units)] if units else words

    def digits(self, text: str) -> str:
        """Return each digit of a text in words, whatever else there is left out."""
        return " ".join(_DIGITS[int(c)] for c in text if c in "0123456789")

    def of_digits(self, text: str) -> str:
        """Return a string of digits as a number, or digit by digit where it is a code.

        Codes begin with a zero and have more than two digits, or are longer than any number.
        """
        is_code = (text[0] == "0" and len(text) > 2) or len(text) > _MOST_DIGITS  # noqa: PLR2004 - "05 hộ" is five households
        return self.digits(text) if is_code or text == "00" else self.integer(int(text))

    def fraction(self, digits: str) -> str:
        """Return the digits after a decimal comma: ",76" → "bảy mươi sáu", ",05" → "không năm"."""
        if digits[0] == "0" or len(digits) > 2:  # noqa: PLR2004 - longer ones are said digit by digit
            return self.digits(digits)
        return self.integer(int(digits))

    def ordinal(self, number: int) -> str:
        """Return what follows "thứ": "nhất", "hai", "ba", "tư", …"""  # noqa: D400, D415 - the dots stand for the rest
        return {1: "nhất", _FOUR: "tư"}.get(number) or self.integer(number)

    def day(self, number: int) -> str:
        """Return a day of the month: "mùng năm", "hai mươi"."""
        return f"mùng {self.integer(number)}" if number <= _TEN else self.integer(number)

    def month(self, number: int) -> str:
        return "tư" if number == _FOUR else self.integer(number)


def _units_after(tens: int, units: int) -> str:
    """Return the units as they sound after the tens: "mốt", "tư", "lăm"."""
    special = {1: "mốt", 4: "tư", 5: "lăm"} if tens > 1 else {5: "lăm"} if tens else {}
    return special.get(units) or _DIGITS[units]


NORTHERN = Numerals()
SOUTHERN = Numerals(zero_ten="lẻ", thousand="ngàn")
