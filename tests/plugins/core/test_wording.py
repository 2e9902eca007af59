"""The interface's words: filled, counted, and missed when missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plugins.core.wording import WordingError, load_wording, make_translator

if TYPE_CHECKING:
    from pathlib import Path

T = make_translator(
    {
        "plain": "Trang chủ {nguyên}",
        "filled": "{heading}, trang {number}",
        "pages_one": "{count} page",
        "pages_other": "{count} pages",
        "trang": "{count} trang",
    },
    "en",
)


def test_a_text_without_values_is_as_it_stands() -> None:
    assert T("plain") == "Trang chủ {nguyên}"


def test_values_are_filled_in() -> None:
    assert T("filled", heading="Tin {x}", number=2) == "Tin {x}, trang 2"


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 pages"), (1, "1 page"), (2, "2 pages"), (11, "11 pages")]
)
def test_a_count_chooses_its_form(count: int, text: str) -> None:
    assert T("pages", count=count) == text


def test_a_language_without_plurals_needs_one_form() -> None:
    assert T("trang", count=1) == "1 trang"


@pytest.mark.parametrize("key", ["none", "pages"])
def test_a_text_that_is_not_there_is_told(key: str) -> None:
    with pytest.raises(WordingError, match=f"en.json: thiếu “{key}” / the text is missing"):
        T(key)


def test_a_value_that_is_not_given_is_a_mistake() -> None:
    with pytest.raises(KeyError, match="number"):
        T("filled", heading="Tin")


def test_texts_come_from_the_theme(tmp_path: Path) -> None:
    folder = tmp_path / "translations"
    folder.mkdir()
    (folder / "vi.json").write_text('{"home": "Trang chủ"}', "utf-8")
    assert load_wording(tmp_path, "vi") == {"home": "Trang chủ"}
