"""The glossary's file: read whole, or told as one problem with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plugins.core.glossary import GlossaryError, load_glossary

if TYPE_CHECKING:
    from pathlib import Path


def test_each_language_has_its_terms(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yml"
    path.write_text(
        "\ufeffvi:\r\n  UBND: Uỷ ban nhân dân\r\n  NO: không\r\nen:\r\n  PPC: x\r\n", "utf-8"
    )
    assert load_glossary(path) == {
        "vi": {"UBND": "Uỷ ban nhân dân", "NO": "không"},
        "en": {"PPC": "x"},
    }


def test_no_file_and_an_empty_one_have_no_terms(tmp_path: Path) -> None:
    (tmp_path / "empty.yml").write_text("# chưa có gì\n")
    assert load_glossary(tmp_path / "none.yml") == {}
    assert load_glossary(tmp_path / "empty.yml") == {}


SHAPE = (
    "g.yml: mỗi ngôn ngữ phải gồm các dòng “viết tắt: nghĩa đầy đủ” / "
    "each language must hold lines “abbreviation: meaning”."
)
NOT_YAML = "g.yml: viết sai cú pháp YAML / not valid YAML: "
WRONG = {
    "- UBND": (1, SHAPE),
    "UBND: Ủy ban": (1, SHAPE),
    "vi:": (1, SHAPE),
    "vi:\n  UBND:": (1, SHAPE),
    "vi:\n  UBND: [a]": (1, SHAPE),
    "vi:\n  A: b\n\tC: d": (
        3,
        NOT_YAML + "found character '\\t' that cannot start any token.",
    ),
    "vi:\n  A: b: c": (
        2,
        NOT_YAML + "mapping values are not allowed here.",
    ),
    "[" * 1000: (1, "g.yml: không đọc được / cannot be read."),
}


@pytest.mark.parametrize(("text", "expected"), WRONG.items(), ids=range(len(WRONG)))
def test_another_shape_is_told(tmp_path: Path, text: str, expected: tuple[int, str]) -> None:
    path = tmp_path / "g.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(GlossaryError) as caught:
        load_glossary(path)
    assert (caught.value.line, str(caught.value)) == expected


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    path = tmp_path / "g.yml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(GlossaryError, match="không đọc được"):
        load_glossary(path)


def test_the_problem_names_the_file_and_the_line() -> None:
    assert str(GlossaryError("g.yml: sai.", 3).problem("content/g.yml")) == (
        "content/g.yml:3 — Không đọc được bảng từ viết tắt: g.yml: sai.\n"
        "  Cách sửa: sửa tệp cho đúng dạng “vi:”, rồi mỗi dòng một từ viết tắt và nghĩa của nó.\n"
        "  (The glossary cannot be read. Mend it: a language, then a line for each abbreviation.)"
    )
