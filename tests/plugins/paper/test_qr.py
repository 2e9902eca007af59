"""The QR code holds the page's address, and fits into a page with a strict policy."""

from __future__ import annotations

import marshal
import re
from typing import TYPE_CHECKING

import pytest
import segno
from lxml import etree

from plugins.paper.codes import find_codes
from plugins.paper.qr import QrCode, encode

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "https://vinhson.example/cong/2026/11/20/hop-bao-thuong-ky/"


def modules_of(svg: str) -> list[list[bool]]:
    """Return the dark modules that an SVG's path strokes, row by row."""
    root = etree.fromstring(svg)
    (path,) = [element for element in root.iter() if element.tag.endswith("path")]
    width = int(str(root.get("viewBox")).split()[2])
    rows = [[False] * width for _ in range(width)]
    x, y = 0.0, 0.0
    for command, numbers in re.findall(r"([Mmh])([-\d. ]+)", path.get("d") or ""):
        values = [float(number) for number in numbers.split()]
        if command == "h":
            for column in range(int(x), int(x + values[0])):
                rows[int(y)][column] = True
            x += values[0]
        else:
            x, y = (values[0], values[1]) if command == "M" else (x + values[0], y + values[1])
    return rows


@pytest.mark.parametrize("address", [ADDRESS, f"{ADDRESS}{'rat-dai-' * 20}/"])
def test_what_is_drawn_is_the_code_of_the_address(address: str) -> None:
    wanted = segno.make_qr(address, error="m", boost_error=False).matrix
    assert modules_of(QrCode(encode(address), "Mã QR").__html__()) == [
        [bool(m) for m in row] for row in wanted
    ]


def test_the_code_has_a_title_and_no_style_of_its_own() -> None:
    svg = QrCode(encode(ADDRESS), "Mã QR & hơn nữa").__html__()
    root = etree.fromstring(svg)
    assert root.get("role") == "img"
    assert [element.text for element in root.iter() if element.tag.endswith("title")] == [
        "Mã QR & hơn nữa"
    ]
    assert "style" not in svg


def test_codes_are_worked_out_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = tmp_path / "qr" / "codes"
    codes = find_codes([ADDRESS, "https://a.vn/"], memory)
    assert codes == {ADDRESS: encode(ADDRESS), "https://a.vn/": encode("https://a.vn/")}
    monkeypatch.setattr("plugins.paper.codes.encode", None)
    assert find_codes([ADDRESS], memory) == {ADDRESS: codes[ADDRESS]}
    assert b"a.vn" not in memory.read_bytes()


@pytest.mark.parametrize("damage", [b"", b"\0", marshal.dumps((0, {})), marshal.dumps(1)])
def test_a_damaged_memory_costs_time_only(tmp_path: Path, damage: bytes) -> None:
    memory = tmp_path / "codes"
    find_codes([ADDRESS], memory)
    memory.write_bytes(damage)
    assert find_codes([ADDRESS], memory) == {ADDRESS: encode(ADDRESS)}
