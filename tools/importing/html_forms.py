"""How HTML dresses its text: bold, italic, alignment, font, level and list, wherever it says so."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import Tag

_FONT = re.compile(r"font-family:\s*[\"']?([^;,\"']+)", re.IGNORECASE)
_BOLD = re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NOT_BOLD = re.compile(r"font-weight:\s*(?:normal|[1-5]00)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style:\s*italic", re.IGNORECASE)
_ALIGN = re.compile(r"text-align:\s*(center|right)", re.IGNORECASE)
_ALIGN_CLASS = re.compile(r"(?:text-align-|rte|align|has-text-align-|text-)(center|right)$")
HIDDEN = re.compile(r"display:\s*none|mso-hide:\s*all", re.IGNORECASE)
_CAPTION_CLASS = re.compile(r"caption|chu-?thich|PictureNote", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Form:
    """The form that text takes from the elements around it."""

    is_bold: bool = False
    is_italic: bool = False
    link: str = ""
    raised: str = ""
    font: str = ""
    align: str = ""
    role: str = ""
    level: int = 0
    list_kind: str = ""
    depth: int = 0


def attribute(element: Tag, name: str) -> str:
    """Return an attribute's text, "" where it is absent."""
    value = element.get(name)
    return " ".join(value) if isinstance(value, list) else value or ""


def form_of(element: Tag, form: Form) -> Form:
    """Return the form of an element's content."""
    name, style = element.name, attribute(element, "style")
    font = _FONT.search(style)
    form = replace(
        form,
        is_bold=(form.is_bold or name in {"b", "strong"} or bool(_BOLD.search(style)))
        and not _NOT_BOLD.search(style),
        is_italic=form.is_italic or name in {"i", "em", "cite"} or bool(_ITALIC.search(style)),
        raised=name if name in {"sup", "sub"} else form.raised,
        font=font[1].strip() if font else attribute(element, "face") or form.font,
        align=_align_of(element, style) or form.align,
    )
    if name[0] == "h" and name[1:].isdecimal():
        return replace(form, level=int(name[1:]), is_bold=False)
    if name in {"ul", "ol"}:
        return replace(form, depth=form.depth + 1, list_kind="-" if name == "ul" else "1.")
    if name == "blockquote":
        return replace(form, role="quote")
    if name == "figcaption" or _CAPTION_CLASS.search(attribute(element, "class")):
        return replace(form, role="caption")
    return form


def _align_of(element: Tag, style: str) -> str:
    if element.name == "center":
        return "center"
    found = _ALIGN.search(style)
    if found:
        return found[1].lower()
    classes = attribute(element, "class").split()
    by_class = next(filter(None, (_ALIGN_CLASS.match(one) for one in classes)), None)
    align = by_class[1] if by_class else attribute(element, "align").lower()
    return align if align in {"center", "right"} else ""
