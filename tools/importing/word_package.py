"""A .docx file opened: its parts as trees, and their relations; what is none is refused."""

from __future__ import annotations

import lzma
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from plugins.core.formats import format_size
from tools.importing.refusals import refusal

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# Strict OOXML, which Word may write, has other names for the same things.
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/drawingml/main": (
        b"http://schemas.openxmlformats.org/drawingml/2006/main"
    ),
}
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MOST_BYTES = 200 * 1024 * 1024
_BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, EOFError, NotImplementedError)
# What zipfile and its decompressors raise for bytes that are none of theirs.
_UNPACKING_ERRORS = (*_BROKEN, RuntimeError, ValueError, KeyError, zlib.error, lzma.LZMAError)


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a .docx by their names in the archive."""

    archive: zipfile.ZipFile

    def tree(self, name: str) -> etree._Element | None:
        """Return a part's root, or None where it is absent or broken."""
        data = self.read(name)
        if data is None:
            return None
        for strict, transitional in _STRICT.items():
            data = data.replace(strict, transitional)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
        try:
            return etree.fromstring(data, parser)
        except etree.LxmlError:
            return None

    def read(self, name: str) -> bytes | None:
        try:
            return self.archive.read(name)
        except _UNPACKING_ERRORS:
            return None

    def relations(self, part: str) -> dict[str, str]:
        """Return the targets of a part's relations: a name in the archive, or an address."""
        folder, name = posixpath.split(part)
        tree = self.tree(f"{folder}/_rels/{name}.rels")
        found: dict[str, str] = {}
        for relation in tree.iter(_RELATION) if tree is not None else ():
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[relation.get("Id", "")] = target
        return found


def open_package(data: bytes) -> Package:
    """Return the opened file. Raises RefusedError for what is no .docx that can be read."""
    if data.startswith(_COMPOUND_FILE):
        raise refusal("password" if _ENCRYPTED in data else "doc")
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        size = sum(info.file_size for info in archive.infolist())
    except (*_BROKEN, ValueError) as error:
        raise refusal("broken") from error
    if any(info.flag_bits & 1 for info in archive.infolist()):
        raise refusal("password")
    if size > MOST_BYTES:
        sizes = {"size": format_size(size, "vi"), "limit": format_size(MOST_BYTES, "vi")}
        raise refusal("large", **sizes)
    return Package(archive)
