"""What a file really is, whatever its name says: by its first bytes, or what it packs."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

if TYPE_CHECKING:
    from pathlib import Path

_HEAD_BYTES = 1024
_CHUNK_BYTES = 1 << 20

_OLE = "tệp Office đời cũ (.doc, .xls, .ppt)"
_ZIP = "tệp nén ZIP"
# How files of a kind begin, at which byte, and what editors call that kind.
_BEGINNINGS = (
    (b"%PDF-", 0, "tệp PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, _OLE),
    (b"PK\x03\x04", 0, _ZIP),
    (b"PK\x05\x06", 0, _ZIP),
    (b"ID3", 0, "tệp MP3"),
    (b"ftyp", 4, "tệp MP4"),
    (b"MZ", 0, "chương trình Windows"),
    (b"\x7fELF", 0, "chương trình Linux"),
    (b"\xff\xd8\xff", 0, "ảnh JPEG"),
    (b"\x89PNG", 0, "ảnh PNG"),
    (b"Rar!", 0, "tệp nén RAR"),
    (b"7z\xbc\xaf", 0, "tệp nén 7z"),
    (b"{\\rtf", 0, "tệp RTF"),
)
_PAGES = (b"<!doctype html", b"<html", b"<script", b"<svg", b"<?xml")
# What an archive of each type must hold.
_PARTS = {
    ".docx": "word/document.xml",
    ".xlsx": "xl/workbook.xml",
    ".pptx": "ppt/presentation.xml",
}
_OPEN_DOCUMENTS = {
    ".odt": b"application/vnd.oasis.opendocument.text",
    ".ods": b"application/vnd.oasis.opendocument.spreadsheet",
}
_TEXTS = frozenset({".csv", ".txt"})
# A frame of MPEG audio begins with eleven bits that are set.
_SYNC = 0xFFE0


def is_true_to_name(path: Path) -> bool:
    """Tell whether a file is what its extension says; False for extensions not known here."""
    suffix = path.suffix.lower()
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if suffix in _TEXTS:
        return _is_text(path)
    if suffix in _PARTS or suffix in _OPEN_DOCUMENTS or suffix == ".zip":
        return _is_archive_of(path, suffix)
    return _begins_as(suffix, head)


def _begins_as(suffix: str, head: bytes) -> bool:
    if suffix == ".pdf":
        # Mail programs have put lines before it, and readers do not mind.
        return b"%PDF-" in head
    if suffix in {".doc", ".xls", ".ppt"}:
        return head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    if suffix == ".mp3":
        is_frame = int.from_bytes(head[:2], "big") & _SYNC == _SYNC
        return head.startswith(b"ID3") or is_frame
    return suffix == ".mp4" and head[4:8] == b"ftyp"


def _is_text(path: Path) -> bool:
    """Tell whether a file is UTF-8 without control characters that no text has."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK_BYTES):
                if "\0" in decoder.decode(chunk):
                    return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _is_archive_of(path: Path, suffix: str) -> bool:
    try:
        with ZipFile(path) as archive:
            if suffix in _PARTS:
                return _PARTS[suffix] in archive.namelist()
            if suffix in _OPEN_DOCUMENTS:
                with archive.open("mimetype") as kind:
                    return kind.read(_HEAD_BYTES).strip() == _OPEN_DOCUMENTS[suffix]
            return True
    except (BadZipFile, KeyError, OSError, ValueError, NotImplementedError, RuntimeError):
        # Broken, encrypted, or packed in a way that nobody uses.
        return False


def name_kind(path: Path) -> str:
    """Return what a file looks like, in Vietnamese, for whoever has to find the right one."""
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    for start, place, name in _BEGINNINGS:
        if head[place : place + len(start)] == start:
            return name
    if head.removeprefix(codecs.BOM_UTF8).lstrip()[:20].lower().startswith(_PAGES):
        return "trang web hoặc tệp XML"
    if not head:
        return "tệp rỗng"
    return "một loại khác"
