"""Sources that would keep a careless reader busy for hours: few signs, repeated very often."""

from __future__ import annotations

_LINE = 19_000
_WHOLE = 400_000

# Each is repeated to a line of nineteen thousand characters.
REPEATED = (
    ">", "- ", "1. ", "#", "*", "_", "**a *b ", "*a ", "_a ", "a_b", "[", "![", "[a](", "![a](",
    "[a][", "[^a]", "]", "(", ")", "](", "<", "<a ", "<b>", "<img ", "<p a='", "<!--", "<!", "<?",
    "<![CDATA[", "</div>", "<http:", "&", "&#x41;", "`", "`a", "``a`", "~", "|", "|a", "\\",
    "![a\\]", "{: ", "{#a ", "a=b ", ": ", ".", "…", "-", "a-", "A. ", "a. ", "1", "1.", "1/",
    "1 ", "0123 ", "20/01/2026 ", "Số 12/QĐ-UBND ", "UBND ", "A", "a", "Ủy ban nhân dân ", '"',
    "“", "'", "a@", "a.@", "http://", "www.a.", "\xa0", " ", "\t", "a\u0301\u0323",
    "\u0323\u0301", "\uffa0", "a'", "a\u200b", "%20", "Ông A. B. ", "đ ",
)  # fmt: skip
# Those that have taken the square of their number, here or in Markdown's own parser.
SUSPECTS = (
    "[",
    "![",
    "![a](",
    "<a ",
    "<img ",
    "<!--",
    "<![CDATA[",
    "![a\\]",
    ".",
    "A. ",
    ">",
    "*a ",
)


def _repeat(sign: str, length: int) -> str:
    return sign * (length // len(sign))


def _as_line(sign: str) -> str:
    return _repeat(sign, _LINE) + "x"


def _as_block(sign: str) -> str:
    """Return lines without an empty one between them: one paragraph to Markdown."""
    line = _repeat(sign, 400)
    return f"{line}\n" * (_WHOLE // (len(line.encode()) + 1))


def _as_lines(sign: str) -> str:
    return f"{sign}\n" * (_WHOLE // (len(sign.encode()) + 1))


BOMBS = {
    f"{name} {sign!r}": make(sign)
    for name, make in (("line", _as_line), ("block", _as_block), ("lines", _as_lines))
    for sign in REPEATED
}
