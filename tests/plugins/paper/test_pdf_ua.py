"""Every PDF holds to PDF/UA-1, and the check finds those that do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.plugins.paper.conftest import Check
    from tests.plugins.paper.site import Site


def test_every_awkward_case_passes(awkward: Site, check_pdf_ua: Check) -> None:
    assert len(awkward.pdfs) == 10
    assert check_pdf_ua(awkward.pdfs) == {}


def test_the_whole_sample_site_passes(sample: Site, check_pdf_ua: Check) -> None:
    assert sample.pdfs
    assert check_pdf_ua(sample.pdfs) == {}


def _elements(pdf: pikepdf.Pdf, kind: str) -> Iterator[pikepdf.Object]:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == pikepdf.Name(kind):
            yield thing


def _drop_alt(pdf: pikepdf.Pdf) -> None:
    del next(_elements(pdf, "/Figure"))["/Alt"]


def _drop_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def _skip_a_level(pdf: pikepdf.Pdf) -> None:
    next(_elements(pdf, "/H1"))["/S"] = pikepdf.Name("/H3")


def _hide_the_title(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/ViewerPreferences"]["/DisplayDocTitle"] = False


def _untag(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


HARMS: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "7.1-10": _hide_the_title,
    "7.1-11": _untag,
    "7.2-": _drop_language,
    "7.3-1": _drop_alt,
    "7.4.2-1": _skip_a_level,
}


def test_each_seeded_defect_is_found(awkward: Site, check_pdf_ua: Check, tmp_path: Path) -> None:
    whole = next(path for path in awkward.pdfs if path.stem == "anh")
    for rule, harm in HARMS.items():
        with pikepdf.open(whole) as pdf:
            harm(pdf)
            pdf.save(tmp_path / f"{rule}.pdf")
    found = check_pdf_ua(sorted(tmp_path.glob("*.pdf")))
    for rule in HARMS:
        broken = found[str(tmp_path / f"{rule}.pdf")]
        assert [name for name in broken if name.startswith(rule)], (rule, broken)
