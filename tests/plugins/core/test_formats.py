"""Numbers and sizes as readers of each language write them."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from jinja2 import Environment, StrictUndefined

from plugins.core.formats import FILTERS, format_number, format_size
from tests.plugins.samples import moment


@pytest.mark.parametrize(
    ("number", "lang", "expected"),
    [
        (15518, "vi", "15.518"),
        (15518, "en", "15,518"),
        (0, "vi", "0"),
        (3.5, "vi", "3,5"),
        (-1200, "en", "-1,200"),
    ],
)
def test_numbers_are_grouped(number: float, lang: str, expected: str) -> None:
    assert format_number(number, lang) == expected


@pytest.mark.parametrize(
    ("size_bytes", "lang", "expected"),
    [
        (0, "vi", "1 KB"),
        (1, "vi", "1 KB"),
        (88064, "vi", "86 KB"),
        (1023 * 1024, "vi", "1.023 KB"),
        (1024 * 1024 - 1, "vi", "1 MB"),
        (1258291, "vi", "1,2 MB"),
        (1258291, "en", "1.2 MB"),
        (5 * 1024**3, "vi", "5 GB"),
        (5000 * 1024**3, "en", "5,000 GB"),
    ],
)
def test_sizes_have_the_unit_that_keeps_them_short(
    size_bytes: int, lang: str, expected: str
) -> None:
    assert format_size(size_bytes, lang) == expected


def test_templates_format_in_the_language_of_their_edition() -> None:
    environment = Environment(undefined=StrictUndefined, autoescape=True)
    environment.filters.update(FILTERS)
    template = environment.from_string(
        "{{ n | number }}|{{ n | size }}"
        "|{{ day | full_date }}|{{ day | short_date }}|{{ day | iso }}"
    )

    def rendered(lang: str) -> str:
        day = moment("2021-01-20 08:00")
        return template.render(edition=SimpleNamespace(lang=lang), n=2048000, day=day)

    assert rendered("vi") == (
        "2.048.000|2 MB|Thứ Tư, 20/01/2021, 08:00|20/01/2021|2021-01-20T08:00:00+07:00"
    )
    assert rendered("en") == (
        "2,048,000|2 MB|Wednesday, 20 January 2021, 08:00|20 January 2021|2021-01-20T08:00:00+07:00"
    )
