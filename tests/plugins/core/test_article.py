"""What a build keeps of a document is the same when the next one takes it out."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from plugins.core.article import AttachmentField, Kind, Status, Term
from plugins.core.document import BodyPhotos, Document, Extras, Heading, PhotoUse
from tests.plugins.samples import NEWS, make_view, moment

if TYPE_CHECKING:
    from plugins.core.article import ArticleView

CHANGES: list[dict[str, Any]] = [
    {},
    {"kind": Kind.PAGE, "date": None, "category": None},
    {"status": Status.SCHEDULED, "updated": moment("2021-02-03 23:59")},
    {"date": datetime(2021, 1, 20, 8, tzinfo=UTC)},
    {"date": moment("1900-01-01 00:00")},
    {"tags": (NEWS, Term("a", "á", "/the/a/"))},
    {"attachments": (AttachmentField("a.pdf", "Công văn", "12/CV", date(2021, 1, 2), 7),)},
    {"aliases": ("/cu/",), "pinned": True, "author": "An", "source": "Báo", "cover": "a.jpg"},
    {"ignore": (("summary-long", "cố ý"),), "lines": ()},
]


def again(thing: object) -> Any:  # noqa: ANN401 - of the same type
    return pickle.loads(pickle.dumps(thing, protocol=5))  # noqa: S301 - just made


@pytest.mark.parametrize("view", [make_view(**changes) for changes in CHANGES], ids=str)
def test_a_view_is_kept_as_it_is(view: ArticleView) -> None:
    kept = again(view)
    # The text tells types and time zones as well: pages are rendered anew where it differs.
    assert (kept, repr(kept)) == (view, repr(view))


def test_what_features_add_is_kept_as_it_is() -> None:
    photos = BodyPhotos((PhotoUse("2021/a.jpg", 12, "Hội nghị"),))
    extras = Extras(photos=photos, contents=(Heading(2, "a", "A"),), is_speakable=True)
    assert repr(again(extras)) == repr(extras)
    assert repr(again(Extras())) == repr(Extras())


def test_a_view_with_another_field_has_another_stamp() -> None:
    stamps = {Document(make_view(**changes)).view_stamp for changes in CHANGES}
    assert len(stamps) == len(CHANGES)
    assert Document(make_view()).view_stamp == Document(again(make_view())).view_stamp
