"""The search as browsers add it to their own: an OpenSearch 1.1 description of each edition."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

MEDIA_TYPE = "application/opensearchdescription+xml"
NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
# The most characters that the specification allows (OpenSearch 1.1 draft 6, section 4.1).
_SHORT_NAME, _LONG_NAME, _DESCRIPTION, _CONTACT = 16, 48, 1024, 64


@dataclass(frozen=True, slots=True)
class Engine:
    """The search of an edition. Addresses are full ones; `page` takes the query as `q`."""

    lang: str
    short_name: str
    name: str
    description: str
    contact: str
    page: str
    own_address: str
    picture: str


def describe(engine: Engine) -> bytes:
    """Return the description; names that are too long end after a word."""
    root = etree.Element(_tag("OpenSearchDescription"), nsmap=_namespaces())
    _add(root, "ShortName", cut(engine.short_name, _SHORT_NAME))
    _add(root, "LongName", cut(engine.name, _LONG_NAME))
    _add(root, "Description", cut(engine.description, _DESCRIPTION))
    if len(engine.contact) <= _CONTACT:
        _add(root, "Contact", engine.contact)
    _add(root, "Url", type="text/html", template=f"{engine.page}?q={{searchTerms}}")
    _add(root, "Url", type=MEDIA_TYPE, rel="self", template=engine.own_address)
    _add(root, "Image", engine.picture, type="image/svg+xml")
    _add(root, "Language", engine.lang)
    _add(root, "InputEncoding", "UTF-8")
    _add(root, "OutputEncoding", "UTF-8")
    _add(root, "SyndicationRight", "open")
    xml: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return xml


def cut(text: str, most: int) -> str:
    """Return as many whole words of a text as have room in so many characters, at least a part."""
    words = " ".join(text.split())
    if len(words) <= most:
        return words
    return words[: most + 1].rpartition(" ")[0].rstrip(" ,;:–-") or words[:most]


def _add(root: etree._Element, name: str, text: str | None = None, **attributes: str) -> None:
    etree.SubElement(root, _tag(name), attributes).text = text


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _namespaces() -> dict[str, str]:
    return {None: NAMESPACE}  # type: ignore[dict-item]  # None is lxml's name of the default
