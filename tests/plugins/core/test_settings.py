"""Settings: every mistake told with its name, its like and what it should be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from plugins.core import pipeline
from plugins.core.settings import SettingsError, load, suggest
from plugins.core.starting import start_build
from tests.plugins.samples import SITE


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
    site = {key: value for key, value in SITE.items() if key != "email"}
    wrong = PELICAN | {"SAMPLE": {"cuont": 1}, "SITE": site, "IS_PRODUCTION": True}
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
