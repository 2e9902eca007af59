"""Attachments as readers see them: the number and the date of each file."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from plugins.core.document import Attachment
from plugins.core.html import parse, text_of
from plugins.core.wording import load_wording, make_translator
from tests.theme.test_templates import THEME, environment

DAY = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("lang", "number", "day", "expected"),
    [
        ("vi", "27/DT-UBND", DAY, ["Số 27/DT-UBND, ngày 18/11/2026"]),
        ("vi", None, DAY, ["Ngày 18/11/2026"]),
        ("vi", "27/DT-UBND", None, ["Số 27/DT-UBND"]),
        ("vi", None, None, []),
        ("en", "27/DT-UBND", DAY, ["No. 27/DT-UBND, of 18 November 2026"]),
        ("en", None, DAY, ["Dated 18 November 2026"]),
    ],
)
def test_a_file_is_told_with_what_is_known_of_it(
    lang: str, number: str | None, day: date | None, expected: list[str]
) -> None:
    file = Attachment("/a.pdf", "Dự thảo", "PDF", 2048, "application/pdf", number, day)
    found = parse(render(lang, file)).find_class("attachment__facts")
    assert [text_of(one) for one in found] == expected


def render(lang: str, file: Attachment) -> str:
    """Return the part of a page that lists an article's attachments."""
    return (
        environment()
        .get_template("partials/attachments.html")
        .render(
            t=make_translator(load_wording(THEME, lang), lang),
            edition=SimpleNamespace(lang=lang),
            document=SimpleNamespace(extras=SimpleNamespace(attachments=[file])),
        )
    )
