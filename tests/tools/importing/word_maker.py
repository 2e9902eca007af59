"""Makes .docx files as Word writes them, from a few lines: formatted by hand, as offices do."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from xml.sax.saxutils import escape

from PIL import Image

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman"/></w:rPr></w:rPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/>
<w:basedOn w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>
"""
_NUMBERING = """
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
"""
_RELATION = '<Relationship Id="{id}" Type="t" Target="{target}"{mode}/>'


def photo_bytes(colour: str, kind: str = "JPEG") -> bytes:
    """Return a small picture of one colour."""
    file = BytesIO()
    Image.new("RGB", (96, 64), colour).save(file, kind)
    return file.getvalue()


def run(text: str, *, bold: bool = False, italic: bool = False, more: str = "") -> str:
    properties = ("<w:b/>" * bold) + ("<w:i/>" * italic) + more
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(t)}</w:t>' for t in text.split("\n"))
    return f"<w:r><w:rPr>{properties}</w:rPr>{lines}</w:r>"


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def paragraph(*content: str, align: str = "", style: str = "", more: str = "") -> str:
    properties = f'<w:pStyle w:val="{style}"/>' * bool(style) + more
    properties += f'<w:jc w:val="{align}"/>' * bool(align)
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(content)}</w:p>"


def numbered(*content: str, depth: int = 0) -> str:
    numbers = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>'
    return paragraph(*content, more=numbers)


def cell(*paragraphs: str, more: str = "") -> str:
    return f"<w:tc><w:tcPr>{more}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def table(*rows: list[str]) -> str:
    inner = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return f"<w:tbl>{inner}</w:tbl>"


@dataclass
class WordMaker:
    """Collects a document's parts; `save` gives the bytes of the file."""

    media: dict[str, bytes] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    parts: dict[str, str] = field(default_factory=dict)

    def photo(self, name: str, data: bytes, alt: str = "") -> str:
        self.media[name] = data
        return (
            f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{escape(alt)}"/>'
            f'<a:graphic><a:graphicData><a:blip r:embed="p-{name}"/></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r>"
        )

    def old_photo(self, name: str, data: bytes) -> str:
        self.media[name] = data
        return f'<w:r><w:pict><v:shape><v:imagedata r:id="p-{name}"/></v:shape></w:pict></w:r>'

    def link(self, text: str, target: str) -> str:
        self.links.append(target)
        return f'<w:hyperlink r:id="l{len(self.links)}">{run(text)}</w:hyperlink>'

    def note(self, text: str) -> str:
        number = len(self.parts.get("footnotes", "").split("<w:footnote ")) + 0
        body = f'<w:footnote w:id="{number}">{paragraph(run(text))}</w:footnote>'
        self.parts["footnotes"] = self.parts.get("footnotes", "") + body
        return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'

    def save(self, *body: str) -> bytes:
        parts = {
            "document": f"<w:document {_NAMES}><w:body>{''.join(body)}</w:body></w:document>",
            "styles": f"<w:styles {_NAMES}>{_STYLES}</w:styles>",
            "numbering": f"<w:numbering {_NAMES}>{_NUMBERING}</w:numbering>",
            "_rels/document.xml": self._relations(),
        }
        for name, text in self.parts.items():
            parts[name] = f"<w:{name} {_NAMES}>{text}</w:{name}>"
        file = BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in parts.items():
                suffix = ".rels" if name.startswith("_rels") else ".xml"
                archive.writestr(f"word/{name}{suffix}", f'<?xml version="1.0"?>{text}')
            for name, data in self.media.items():
                archive.writestr(f"word/media/{name}", data)
        return file.getvalue()

    def _relations(self) -> str:
        inner = "".join(
            _RELATION.format(id=f"p-{name}", target=f"media/{name}", mode="") for name in self.media
        )
        inner += "".join(
            _RELATION.format(id=f"l{number}", target=escape(target), mode=' TargetMode="External"')
            for number, target in enumerate(self.links, 1)
        )
        namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
        return f'<Relationships xmlns="{namespace}">{inner}</Relationships>'
