"""Equal values have equal stamps in every process; what cannot be told apart is refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from plugins.core.document import Document, PaperCopy
from plugins.core.stamps import stamp
from tests.plugins.samples import NEWS, make_document, make_view


class Silent:
    """Has no text of its own."""


@dataclass
class Box:
    things: Any
    hidden: Any = field(default=None, repr=False)


@pytest.mark.parametrize(
    "make",
    [
        lambda: {"a": [1, 2.5, None, True], "b": ("x", date(2026, 1, 1))},
        lambda: NEWS,
        lambda: PaperCopy("/a.pdf", 1, 2),
        lambda: SimpleNamespace(documents=[make_document()]),
        lambda: Box([make_document(), {"a": Box(1)}]),
        make_view,
    ],
)
def test_values_that_are_made_twice_have_one_stamp(make: Any) -> None:  # noqa: ANN401
    assert stamp(make()) == stamp(make())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ([1, 2], [2, 1]),
        ("1", 1),
        (Box([1]), Box([2])),
        (SimpleNamespace(a=make_document("a")), SimpleNamespace(a=make_document("b"))),
        ({"a": make_document("a")}, {"b": make_document("a")}),
        ([["a"], "b"], [["a", "b"]]),
    ],
)
def test_other_values_have_other_stamps(one: object, other: object) -> None:
    assert stamp(one) != stamp(other)


def test_a_document_stands_for_itself_whatever_it_holds() -> None:
    assert stamp(Document(make_view(), "một")) == stamp(Document(make_view(title="Khác"), "hai"))


@pytest.mark.parametrize(
    "value",
    [lambda: 1, Silent(), [Silent()], {"a": Silent()}, Box(Silent()), SimpleNamespace(a=stamp)],
)
def test_what_has_no_text_of_its_own_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="cannot be told apart"):
        stamp(value)
