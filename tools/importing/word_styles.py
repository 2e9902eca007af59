"""What Word's styles and lists say of a paragraph: its look, its level, its bullet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tools.importing.word_package import W

if TYPE_CHECKING:
    from lxml.etree import _Element

    from tools.importing.word_package import Package

_HEADING = re.compile(r"(?:heading|đề mục|tiêu đề) ?([1-6])", re.IGNORECASE)
_ROLES = {
    "title": "title",
    "tiêu đề": "title",
    "caption": "caption",
    "chú thích": "caption",
    "quote": "quote",
    "intense quote": "quote",
    "trích dẫn": "quote",
}
_OFF = {"0", "false", "off", "none"}
_ALIGNMENTS = {"center": "center", "right": "right", "end": "right"}
_DEEPEST_STYLE = 20


@dataclass(frozen=True, slots=True)
class Look:
    """How a run or a paragraph looks; what nothing says is inherited."""

    is_bold: bool = False
    is_italic: bool = False
    font: str = ""
    align: str = ""
    role: str = ""
    level: int = 0
    list_id: str = ""
    depth: int = 0


@dataclass(slots=True)
class Styles:
    """The document's styles by their ids, and its kinds of list."""

    by_id: dict[str, _Element] = field(default_factory=dict)
    default: Look = field(default_factory=Look)
    default_id: str = ""
    list_kinds: dict[tuple[str, int], str] = field(default_factory=dict)

    def look_of(self, style_id: str, depth: int = 0) -> Look:
        """Return how a style looks, with all that it is based on."""
        style = self.by_id.get(style_id)
        if style is None or depth > _DEEPEST_STYLE:
            # Some programs use styles that they do not define: their ids are names enough.
            return _with_name(self.default, style_id)
        base = value_of(style, "basedOn")
        look = self.look_of(base, depth + 1) if base else self.default
        look = with_run(with_paragraph(look, style.find(f"{W}pPr")), style.find(f"{W}rPr"))
        return _with_name(look, value_of(style, "name"))

    def list_kind(self, look: Look) -> str:
        """Return "-" or "1." for a list's item, "" for what is none."""
        return self.list_kinds.get((look.list_id, look.depth), "-" if look.list_id else "")


def _with_name(look: Look, name: str) -> Look:
    heading = _HEADING.fullmatch(name)
    role = _ROLES.get(name.lower(), look.role)
    return replace(look, level=int(heading[1]) if heading else look.level, role=role)


def load_styles(package: Package) -> Styles:
    """Return the styles and lists of a .docx."""
    styles = Styles(list_kinds=_load_lists(package))
    tree = package.tree("word/styles.xml")
    if tree is None:
        return styles
    for style in tree.iter(f"{W}style"):
        style_id = style.get(f"{W}styleId", "")
        styles.by_id[style_id] = style
        if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") == "1":
            styles.default_id = style_id
    run = tree.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    styles.default = with_run(Look(), run)
    return styles


def value_of(element: _Element | None, name: str) -> str:
    """Return `w:val` of a child, "" where it is absent."""
    child = None if element is None else element.find(f"{W}{name}")
    return "" if child is None else child.get(f"{W}val", "")


def is_on(element: _Element, name: str, inherited: bool) -> bool:  # noqa: FBT001 - what was so far
    """Tell whether a switch such as bold is on: there without a value means on."""
    child = element.find(f"{W}{name}")
    return inherited if child is None else child.get(f"{W}val", "1").lower() not in _OFF


def with_run(look: Look, properties: _Element | None) -> Look:
    """Return the look with what a `w:rPr` changes."""
    if properties is None:
        return look
    fonts = properties.find(f"{W}rFonts")
    names = () if fonts is None else (fonts.get(f"{W}{key}", "") for key in ("ascii", "hAnsi"))
    return replace(
        look,
        is_bold=is_on(properties, "b", look.is_bold),
        is_italic=is_on(properties, "i", look.is_italic),
        font=next(filter(None, names), look.font),
    )


def with_paragraph(look: Look, properties: _Element | None) -> Look:
    """Return the look with what a `w:pPr` changes."""
    if properties is None:
        return look
    align = value_of(properties, "jc")
    look = replace(look, align=_ALIGNMENTS.get(align, "") if align else look.align)
    outline = value_of(properties, "outlineLvl")
    if outline.isdecimal():
        look = replace(look, level=int(outline) + 1 if int(outline) < 6 else 0)  # noqa: PLR2004 - h6
    numbers = properties.find(f"{W}numPr")
    if numbers is None:
        return look
    list_id, depth = value_of(numbers, "numId"), value_of(numbers, "ilvl")
    return replace(
        look,
        list_id="" if list_id == "0" else list_id or look.list_id,
        depth=int(depth) if depth.isdecimal() else look.depth,
    )


def _load_lists(package: Package) -> dict[tuple[str, int], str]:
    tree = package.tree("word/numbering.xml")
    if tree is None:
        return {}
    levels: dict[tuple[str, int], str] = {}
    for abstract in tree.iter(f"{W}abstractNum"):
        for level in abstract.iter(f"{W}lvl"):
            depth = level.get(f"{W}ilvl", "0")
            kind = "-" if value_of(level, "numFmt") in {"bullet", "none", ""} else "1."
            key = abstract.get(f"{W}abstractNumId", ""), int(depth) if depth.isdecimal() else 0
            levels[key] = kind
    found = {}
    for number in tree.iter(f"{W}num"):
        abstract_id = value_of(number, "abstractNumId")
        for (owner, depth_number), kind in levels.items():
            if owner == abstract_id:
                found[number.get(f"{W}numId", ""), depth_number] = kind
    return found
