"""Packages of Office Open XML (ECMA-376): the zip with its types and relations."""

from __future__ import annotations

import io
import zipfile

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OOXML = "http://schemas.openxmlformats.org"
PACKAGE = f"{OOXML}/package/2006"
RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
LINKS = f"{OOXML}/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument"


def make_package(main: tuple[str, str, str], others: list[tuple[str, str, str, str]]) -> bytes:
    """Return the zip of a main part (name, type, XML) and its others (name, role, type, XML)."""
    folder, _, base = main[0].partition("/")
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in [main[:2], *((name, kind) for name, _, kind, _ in others)]
    )
    rels = f'<Default Extension="rels" ContentType="{RELS_TYPE}"/>'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{rels}{types}</Types>',
        "_rels/.rels": _relations([(main[0], "officeDocument")]),
        main[0]: main[2],
        f"{folder}/_rels/{base}.rels": _relations(
            [(name.removeprefix(f"{folder}/"), role) for name, role, _, _ in others]
        ),
        **{name: xml for name, _, _, xml in others},
    }
    return _zip(files)


def _relations(targets: list[tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{LINKS}/{role}" Target="{target}"/>'
        for n, (target, role) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def _zip(files: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, xml in files.items():
            # ZipInfo's own date is fixed (1980), so the bytes do not tell when they were made.
            archive.writestr(zipfile.ZipInfo(name), XML + xml, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
