"""The office of the settings: every text in every language, every mistake told."""

from __future__ import annotations

from copy import deepcopy

import pytest

from plugins.core.sections import load_office
from plugins.core.settings import SettingsError
from tests.plugins.samples import OFFICE, SITE


def office_said(**changes: object) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        load_office(deepcopy(SITE) | changes)
    return str(caught.value).split("\n")


def test_the_office_has_every_text_in_every_language() -> None:
    assert OFFICE.name == {"vi": "Văn phòng", "en": "The Office"}
    assert OFFICE.short_name == {"vi": "VP", "en": "VP"}
    assert OFFICE.telephone_uri == "tel:+842053999123"
    assert [section.slug["en"] for section in OFFICE.categories] == ["news", "notices"]
    assert OFFICE.languages == ("vi", "en")


def test_an_office_may_speak_one_language() -> None:
    office = load_office(SITE | {"languages": ["vi"]})
    assert office.languages == ("vi",)
    assert office.name == {"vi": "Văn phòng"}


@pytest.mark.parametrize("key", SITE)
def test_a_missing_key_is_told(key: str) -> None:
    with pytest.raises(SettingsError, match=f"^SITE: thiếu mục “{key}” / the key is missing.$"):
        load_office({other: value for other, value in SITE.items() if other != key})


ROW = SITE["categories"][0]
OFFICE_WRONG: list[tuple[dict[str, object], str]] = [
    (
        {"adress": "x"},
        "SITE: không có mục “adress” / no such key. Ý bạn là “address”? / Did you mean “address”?",
    ),
    ({"name": {"vi": "A"}}, "SITE: “name” thiếu ngôn ngữ “en” / the language is missing."),
    (
        {"name": {"vi": "A", "en": ""}},
        "SITE: “name” thiếu ngôn ngữ “en” / the language is missing.",
    ),
    ({"name": 3}, "SITE: “name” phải là chữ / must be a text or one for each language."),
    ({"name": ""}, "SITE: “name” phải là chữ / must be a text or one for each language."),
    ({"email": {"vi": "x"}}, "SITE: “email” phải là chữ / must be a text."),
    ({"telephone": 113}, "SITE: “telephone” phải là chữ / must be a text."),
    (
        {"menu_pages": "gioi-thieu"},
        "SITE: “menu_pages” phải là một danh sách chữ / must be a list of texts.",
    ),
    ({"languages": [3]}, "SITE: “languages” phải là một danh sách chữ / must be a list of texts."),
    (
        {
            "languages": ["vi", "fr"],
            "name": "A",
            "slogan": "B",
            "publisher": "C",
            "categories": [{"name": "N", "slug": "n", "description": "D"}],
        },
        "SITE: không có ngôn ngữ “fr” / no such language: vi, en.",
    ),
    (
        {"languages": ["en", "vi"]},
        (
            "SITE: ngôn ngữ đầu tiên phải là “vi”, như DEFAULT_LANG / "
            "the first language must be that of DEFAULT_LANG."
        ),
    ),
    (
        {"categories": []},
        "SITE: “categories” phải có ít nhất một chuyên mục / at least one is needed.",
    ),
    (
        {"categories": "tin"},
        "SITE: “categories” phải có ít nhất một chuyên mục / at least one is needed.",
    ),
    (
        {"categories": ["tin"]},
        "SITE: mỗi dòng của “categories” phải là một dict / each row must be a dict.",
    ),
    (
        {"categories": [ROW | {"colour": "red"}]},
        "SITE: “categories” không có mục “colour” / no such key.",
    ),
    (
        {"categories": [{k: v for k, v in ROW.items() if k != "slug"}]},
        "SITE: “categories” thiếu mục “slug” / the key is missing.",
    ),
    (
        {"categories": [ROW | {"description": {"vi": "x"}}]},
        "SITE: “categories.description” thiếu ngôn ngữ “en” / the language is missing.",
    ),
    (
        {"categories": [ROW | {"slug": "Tin tức"}], "languages": ["vi"]},
        "SITE: slug “Tin tức” phải viết không dấu: “tin-tuc” / must be plain ASCII.",
    ),
    (
        {"categories": [ROW, ROW], "languages": ["vi"]},
        "SITE: hai chuyên mục có cùng slug “tin-tuc” / two categories have one slug.",
    ),
]


@pytest.mark.parametrize(("changes", "message"), OFFICE_WRONG, ids=range(len(OFFICE_WRONG)))
def test_each_mistake_about_the_office_is_told(changes: dict[str, object], message: str) -> None:
    assert office_said(**changes) == [message]


def test_the_site_is_a_dict() -> None:
    with pytest.raises(SettingsError, match="SITE: phải là một dict / must be a dict"):
        load_office(None)
