"""What is copied or read aloud from a PDF is the article, letter by letter."""

from __future__ import annotations

import subprocess
import unicodedata
from typing import TYPE_CHECKING

import pytest

from tests.plugins.paper.reading import read_page, read_pdf, squeeze

if TYPE_CHECKING:
    from tests.plugins.paper.site import Site


@pytest.mark.parametrize("name", ["awkward", "sample"])
def test_each_pdf_has_the_whole_text_of_its_page_in_reading_order(
    request: pytest.FixtureRequest, name: str
) -> None:
    site: Site = request.getfixturevalue(name)
    assert site.pdfs
    for pdf in site.pdfs:
        page = pdf.with_name("index.html")
        assert read_page(page) in read_pdf(pdf, page), pdf.name


def test_copied_text_is_in_normal_form(awkward: Site) -> None:
    for pdf in awkward.pdfs:
        done = subprocess.run(
            ["pdftotext", "-enc", "UTF-8", str(pdf), "-"], capture_output=True, check=True
        )
        assert unicodedata.is_normalized("NFC", done.stdout.decode()), pdf.name


def test_the_comparison_notices_a_lost_syllable(awkward: Site) -> None:
    pdf = next(path for path in awkward.pdfs if path.stem == "ky-hieu")
    text = read_pdf(pdf, pdf.with_name("index.html"))
    assert "ẮẰẲẴẶẤẦẨẪẬẾỀỂỄỆỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰÝỲỶỸỴđĐăĂâÂêÊôÔơƠưƯ" in text
    assert squeeze("ẮẰẲẴẶ ẤẦẨẬ") not in text
