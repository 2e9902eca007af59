"""Settings: every mistake told with its name, its like and what it should be."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import pytest

from plugins.core import pipeline
from plugins.core.running import start_build
from plugins.core.sections import load_office
from plugins.core.settings import SettingsError, load, suggest
from tests.plugins.samples import OFFICE, SITE


@dataclass(frozen=True)
class Sample:
    count: int = 4
    name: str = "x"
    share: float = 0.5
    is_on: bool = True
    widths_px: tuple[int, ...] = (1, 2)
    workers: int | None = None

    def __post_init__(self) -> None:
        if self.count < 1:
            raise ValueError("“count” phải từ 1 trở lên / must be at least 1.")


def said(given: object) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        load("SAMPLE", Sample, given)
    return str(caught.value).split("\n")


def test_what_is_not_given_has_its_default() -> None:
    assert load("SAMPLE", Sample, {}) == Sample()
    assert load("SAMPLE", Sample, {"count": 7, "share": 1, "workers": 2}) == Sample(
        7, share=1, workers=2
    )


def test_a_list_is_taken_for_a_row_of_values() -> None:
    assert load("SAMPLE", Sample, {"widths_px": [3]}) == Sample(widths_px=(3,))


@pytest.mark.parametrize("given", [None, [], "x", 3])
def test_settings_are_a_dict(given: object) -> None:
    kind = type(given).__name__
    assert said(given) == [f"SAMPLE: phải là một dict / must be a dict, không phải {kind}."]


def test_an_unknown_setting_is_told_with_its_like() -> None:
    assert said({"cuont": 1, "zzz": 2}) == [
        (
            "SAMPLE: không có thiết lập “cuont” / no such setting. "
            "Ý bạn là “count”? / Did you mean “count”?"
        ),
        "SAMPLE: không có thiết lập “zzz” / no such setting.",
    ]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"count": "4"}, "SAMPLE: “count” phải là một số nguyên / a whole number."),
        ({"count": True}, "SAMPLE: “count” phải là một số nguyên / a whole number."),
        ({"count": 4.0}, "SAMPLE: “count” phải là một số nguyên / a whole number."),
        ({"count": None}, "SAMPLE: “count” phải là một số nguyên / a whole number."),
        ({"name": 4}, "SAMPLE: “name” phải là chữ / a text."),
        ({"share": "nhiều"}, "SAMPLE: “share” phải là một số / a number."),
        ({"is_on": 1}, "SAMPLE: “is_on” phải là True hoặc False / True or False."),
        ({"widths_px": 3}, "SAMPLE: “widths_px” phải là một danh sách / a list."),
        ({"workers": "2"}, "SAMPLE: “workers” phải là một số nguyên / a whole number, None."),
        ({"count": 0}, "SAMPLE: “count” phải từ 1 trở lên / must be at least 1."),
    ],
)
def test_a_value_that_will_not_do_is_told(given: dict[str, object], message: str) -> None:
    assert said(given) == [message]


def test_all_mistakes_of_a_setting_are_told_at_once() -> None:
    assert len(said({"cuont": 1, "name": 3, "share": "x"})) == 3


def test_nothing_is_suggested_where_nothing_is_near() -> None:
    assert suggest("zzz", ["count", "name"]) == ""


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


def without(key: str) -> dict[str, Any]:
    return {k: v for k, v in SITE.items() if k != key}


@pytest.mark.parametrize("key", SITE)
def test_a_missing_key_is_told(key: str) -> None:
    with pytest.raises(SettingsError, match=f"^SITE: thiếu mục “{key}” / the key is missing.$"):
        load_office(without(key))


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


@pytest.fixture
def sample_pipeline() -> Any:  # noqa: ANN401 - a fixture with an end
    pipeline.clear()
    pipeline.declare_settings("SAMPLE", Sample)
    yield
    pipeline.clear()


PELICAN = {
    "SITE": SITE,
    "SITEURL": "",
    "DEFAULT_LANG": "vi",
    "IS_PRODUCTION": False,
    "PATH": "content",
    "OUTPUT_PATH": "output",
    "CACHE_DIR": ".cache",
    "THEME": "theme",
    "TIMEZONE": "Asia/Ho_Chi_Minh",
}


@pytest.mark.usefixtures("sample_pipeline")
def test_the_mistakes_of_all_settings_are_told_together() -> None:
    wrong = PELICAN | {"SAMPLE": {"cuont": 1}, "SITE": without("email"), "IS_PRODUCTION": True}
    with pytest.raises(SettingsError) as caught:
        start_build(wrong)
    assert str(caught.value).split("\n") == [
        (
            "SAMPLE: không có thiết lập “cuont” / no such setting. "
            "Ý bạn là “count”? / Did you mean “count”?"
        ),
        "SITE: thiếu mục “email” / the key is missing.",
        (
            "SITEURL: bản để đăng cần địa chỉ đầy đủ, bắt đầu bằng https:// / "
            "production needs a full address that begins with https://"
        ),
    ]


@pytest.mark.usefixtures("sample_pipeline")
def test_a_build_knows_its_places_and_options() -> None:
    build = start_build(PELICAN | {"SAMPLE": {"count": 9}, "SITEURL": "https://a.vn/cong"})
    assert build.options_of(Sample).count == 9
    assert build.content_dir == build.project_dir / "content"
    assert build.content_dir.is_absolute()
    assert build.urls.base_path == "/cong"
    with pytest.raises(RuntimeError, match=r"x\.html: the theme is there"):
        build.render("x.html", {})
