"""The PDF's structure says what WeasyPrint leaves out: languages of parts, words of links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf
from weasyprint.pdf import tags

if TYPE_CHECKING:
    from collections.abc import Iterator

_build = tags._build_box_tree  # noqa: SLF001 - WeasyPrint 70 has no public place for this


def complete_tags() -> None:
    """Make WeasyPrint write `/Lang` and `/E` where the HTML has them, and whole list items.

    PDF/UA-1 asks for the language of each part (7.2), and that a list item holds a label and a
    body only; WeasyPrint puts an item's paragraphs beside its label.
    """
    tags._build_box_tree = _build_completely  # noqa: SLF001 - it finds itself by this name


def keep_one_annotation_a_link(document: Any) -> None:  # noqa: ANN401 - WeasyPrint has no types
    """Drop the annotations that WeasyPrint gives to every element within a link (PDF/UA-1, 7.18.5).

    Call it between layout and writing.
    """
    for page in document.pages:
        page.links[:] = [link for link in page.links if link[3].element_tag == "a"]


def name_links(document: Any, _pdf: Any) -> None:  # noqa: ANN401 - WeasyPrint has no types
    """Describe each link by its words, as a screen reader should say them, not by its address."""
    for page in document.pages:
        for _kind, _target, _rectangle, box in page.links:
            words = " ".join("".join(box.element.itertext()).split())
            if words:
                box.link_annotation["Contents"] = pydyf.String(words)


def _build_completely(
    box: Any,  # noqa: ANN401 - WeasyPrint has no types
    parent: Any,  # noqa: ANN401
    pdf: Any,  # noqa: ANN401
    *rest: Any,  # noqa: ANN401
) -> Iterator[Any]:
    # An absolutely placed box hides in a placeholder.
    html = getattr(getattr(box, "_box", box), "element", None)
    lang, meaning = _lang_and_meaning(html) if html is not None else ("", "")
    for element in _build(box, parent, pdf, *rest):
        if lang:
            element["Lang"] = pydyf.String(lang)
        if meaning:
            element["E"] = pydyf.String(meaning)
        if element["S"] == "/TH":
            scope = html.get("scope", "") if html is not None else ""
            element["A"]["Scope"] = "/Row" if scope.startswith("row") else "/Column"
        if element["S"] == "/LI":
            _gather_body(element, pdf)
        yield element


def _lang_and_meaning(html: Any) -> tuple[str, str]:  # noqa: ANN401 - an element
    lang = html.get("lang", "") if html.tag not in {"html", "body"} else ""
    return lang, html.get("title", "") if html.tag == "abbr" else ""


def _gather_body(item: Any, pdf: Any) -> None:  # noqa: ANN401 - pydyf's objects
    """Put what stands beside a list item's label into one body."""
    kids = [pdf.objects[int(reference.split()[0])] for reference in item["K"]]
    strays = [kid for kid in kids if kid["S"] not in {"/Lbl", "/LBody"}]
    if not strays:
        return
    body = pydyf.Dictionary(
        {"Type": "/StructElem", "S": "/LBody", "K": pydyf.Array(), "Pg": item["Pg"]}
    )
    body["P"] = item.reference
    pdf.add_object(body)
    for kid in strays:
        item["K"].remove(kid.reference)
        body["K"].append(kid.reference)
        kid["P"] = body.reference
    item["K"].append(body.reference)
