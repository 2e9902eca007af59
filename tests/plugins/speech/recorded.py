"""Documents as the tree stage leaves them, to be recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plugins.core.html import parse, serialise
from plugins.speech import prepare_speech
from plugins.speech.settings import SpeechSettings
from tests.plugins.samples import make_build, make_document, make_source

if TYPE_CHECKING:
    from plugins.core.document import Document


def prepare_document(
    html: str = "<p>Có 5 xã.</p>",
    name: str = "hop-bao",
    **changes: Any,  # noqa: ANN401 - any field
) -> Document:
    """Return a document as the tree stage leaves it."""
    source = make_source(**changes)
    tree = parse(html)
    prepare_speech(make_build(source.folder, speech=SpeechSettings()), source, tree)
    document = make_document(name, serialise(tree), **changes)
    document.extras = source.extras
    return document
