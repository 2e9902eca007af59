"""A source's lines: prose is looked at, code is not."""

from __future__ import annotations

import pytest

from tests.plugins.samples import make_source


def prose(body: str) -> list[tuple[int, str]]:
    return [(line, text) for line, text in make_source(body).prose_lines() if text.strip()]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("a\n\nb", [(8, "a"), (10, "b")]),
        ("```\nx\n```\nb", [(11, "b")]),
        ("~~~~ python\nx\n~~~\ny\n~~~~~\nb", [(13, "b")]),
        ("```\nx\n~~~\n```\nb", [(12, "b")]),
        ("```\nx", []),
        ("a `x` b", [(8, "a     b")]),
        ("a ``x ` y`` b", [(8, "a           b")]),
        ("a ` b", [(8, "a ` b")]),
    ],
)
def test_code_is_no_prose(body: str, expected: list[tuple[int, str]]) -> None:
    assert prose(body) == expected


@pytest.mark.parametrize(
    ("target", "lines"),
    [
        ("a.md", [8]),
        ("b/a.md", [9]),
        ("a.md#x", [10]),
        ("khong.md", [8]),
    ],
)
def test_a_target_is_found_in_its_lines(target: str, lines: list[int]) -> None:
    assert make_source("[x](a.md)\n[y](b/a.md)\n[z](a.md#x)").lines_with(target) in (
        lines,
        [*lines, 10] if target == "a.md" else lines,
    )
