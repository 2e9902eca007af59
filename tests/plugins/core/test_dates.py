"""Dates: what editors may write, what they may not, and how readers see them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.dates import (
    format_full_date,
    format_iso,
    format_short_date,
    has_time,
    parse_date,
    read_clock,
)
from plugins.core.settings import SettingsError
from tests.plugins.samples import ZONE, moment

RIGHT = {
    "2021-01-20": "2021-01-20 00:00:00",
    "2021-1-2": "2021-01-02 00:00:00",
    "20/01/2021": "2021-01-20 00:00:00",
    "2/1/2021": "2021-01-02 00:00:00",
    " 20/01/2021\t": "2021-01-20 00:00:00",
    "20/01/2021 08:00": "2021-01-20 08:00:00",
    "20/01/2021 8:05": "2021-01-20 08:05:00",
    "20/01/2021 8h05": "2021-01-20 08:05:00",
    "20/01/2021 8g05": "2021-01-20 08:05:00",
    "20/01/2021, 08:00": "2021-01-20 08:00:00",
    "2021-01-20T08:00": "2021-01-20 08:00:00",
    "2021-01-20T08:00:59": "2021-01-20 08:00:59",
    "29/02/2024": "2024-02-29 00:00:00",
    "31/12/2099 23:59": "2099-12-31 23:59:00",
}
WRONG = (
    "",
    "hôm qua",
    "20-01-2021",
    "2021/01/20",
    "20/01/21",
    "20.01.2021",
    "32/01/2021",
    "00/01/2021",
    "20/13/2021",
    "29/02/2021",
    "31/04/2021",
    "0000-01-01",
    "01/01/0201",
    "31/12/1899",
    "20/01/2021 24:00",
    "20/01/2021 08:60",
    "20/01/2021 08:00:60",
    "20/01/2021 8h",
    "20/01/2021 8",
    "20/01/202108:00",
    "20/01/2021 08:00 sáng",
    "2021-01-20T08:00+07:00",
    "٢٠/٠١/٢٠٢١",
)


@pytest.mark.parametrize(("text", "expected"), RIGHT.items())
def test_every_form_of_a_date_is_the_moment_it_means(text: str, expected: str) -> None:
    assert parse_date(text, ZONE) == moment(expected)


@pytest.mark.parametrize("text", WRONG)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_date(text or " ", ZONE)


def test_a_date_is_in_the_time_zone_of_the_office() -> None:
    assert parse_date("20/01/2021 08:00", ZONE).utcoffset() == timedelta(hours=7)
    assert parse_date("20/07/2021", "Europe/Paris").utcoffset() == timedelta(hours=2)


@given(st.text())
def test_any_text_is_a_date_or_refused_as_none(text: str) -> None:
    try:
        parse_date(text, ZONE)
    except ValueError:
        return


@given(st.datetimes(min_value=datetime(1900, 1, 1)))  # noqa: DTZ001 - the zone is what is added
def test_a_date_that_we_write_ourselves_is_read_back(given_moment: datetime) -> None:
    whole = given_moment.replace(microsecond=0, tzinfo=ZoneInfo(ZONE))
    assert parse_date(f"{whole:%Y-%m-%d %H:%M:%S}", ZONE) == whole
    assert parse_date(f"{whole:%d/%m/%Y %H:%M:%S}", ZONE) == whole


FULL = {
    ("2021-01-20 08:00", "vi"): "Thứ Tư, 20/01/2021, 08:00",
    ("2021-01-24 00:00", "vi"): "Chủ Nhật, 24/01/2021",
    ("2021-01-20 08:00", "en"): "Wednesday, 20 January 2021, 08:00",
    ("2021-01-04 00:00", "en"): "Monday, 4 January 2021",
}
SHORT = {
    ("2021-01-04 08:00", "vi"): "04/01/2021",
    ("2021-01-04 08:00", "en"): "4 January 2021",
}


@pytest.mark.parametrize(("given_text", "expected"), FULL.items())
def test_a_full_date_has_the_day_of_the_week_and_the_time_if_one_was_given(
    given_text: tuple[str, str], expected: str
) -> None:
    text, lang = given_text
    assert format_full_date(moment(text), lang) == expected


@pytest.mark.parametrize(("given_text", "expected"), SHORT.items())
def test_a_short_date_is_written_as_each_language_does(
    given_text: tuple[str, str], expected: str
) -> None:
    text, lang = given_text
    assert format_short_date(moment(text), lang) == expected
    assert format_short_date(moment(text).date(), lang) == expected


def test_equal_moments_of_two_zones_are_written_each_in_its_own() -> None:
    here = moment("2021-01-20 02:00")
    there = here.astimezone(UTC)
    assert here == there
    assert [format_short_date(one, "vi") for one in (here, there)] == ["20/01/2021", "19/01/2021"]
    assert [format_full_date(one, "vi") for one in (here, there)] == [
        "Thứ Tư, 20/01/2021, 02:00",
        "Thứ Ba, 19/01/2021, 19:00",
    ]


def test_midnight_stands_for_no_time() -> None:
    assert not has_time(moment("2021-01-20 00:00"))
    assert has_time(moment("2021-01-20 00:01"))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (moment("2021-01-20 08:00"), "2021-01-20T08:00:00+07:00"),
        (moment("2021-01-20 00:00"), "2021-01-20"),
        (date(2021, 1, 20), "2021-01-20"),
    ],
)
def test_a_datetime_attribute_tells_no_more_than_the_editor_did(day: date, expected: str) -> None:
    assert format_iso(day) == expected


def test_the_clock_can_be_set_for_reproducible_builds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert read_clock(ZONE) == moment("2001-09-09 08:46:40")


def test_without_that_the_clock_is_the_machine_s(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before = datetime.now(ZoneInfo(ZONE))
    assert before <= read_clock(ZONE) <= datetime.now(ZoneInfo(ZONE))


@pytest.mark.parametrize("epoch", ["mai", "1.5", "-1", "²"])
def test_a_clock_that_is_no_number_is_told(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(SettingsError, match=f"SOURCE_DATE_EPOCH: “{epoch}” phải là một số giây"):
        read_clock(ZONE)
