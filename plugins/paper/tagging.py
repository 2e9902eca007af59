"""The PDF's structure says what WeasyPrint leaves out: languages of parts, words of links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf
from weasyprint.pdf import tags

if TYPE_CHECKING:
    from collections.abc import Iterator

_build = tags._build_box_tree  # noqa: SLF001 - WeasyPrint 70 has no public place for this


def _build_with_languages(box: Any, *rest: Any) -> Iterator[Any]:  # noqa: ANN401 - WeasyPrint's boxes have no types
    """Yield the structure elements of a box, each with its `lang` and what an `abbr` stands for."""
    # An absolutely placed box hides in a placeholder.
    html = getattr(getattr(box, "_box", box), "element", None)
    lang = html.get("lang") if html is not None and html.tag not in ("html", "body") else None
    meaning = html.get("title") if html is not None and html.tag == "abbr" else None
    for element in _build(box, *rest):
        if lang:
            element["Lang"] = pydyf.String(lang)
        if meaning:
            element["E"] = pydyf.String(meaning)
        yield element


def tag_languages() -> None:
    """Make WeasyPrint write `/Lang` (PDF/UA-1, 7.2) and `/E` where the HTML has them."""
    tags._build_box_tree = _build_with_languages  # noqa: SLF001 - it looks itself up by this name


def name_links(document: Any, _pdf: Any) -> None:  # noqa: ANN401 - WeasyPrint's documents have no types
    """Describe each link by its words, as a screen reader should say them, not by its address."""
    for page in document.pages:
        for _kind, _target, _rectangle, box in page.links:
            annotation = getattr(box, "link_annotation", None)
            words = " ".join("".join(box.element.itertext()).split())
            if annotation is not None and words:
                annotation["Contents"] = pydyf.String(words)
