"""Copies lie beside their files, are made once, and go when nothing needs them for long."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import brotli
import pytest

from plugins import compression
from plugins.compression import pack_output, shelf
from plugins.compression.packing import pack
from plugins.compression.settings import CompressionSettings
from tests.plugins.samples import make_build

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Văn phòng Ủy ban nhân dân tỉnh. " * 100


# Each level packs it otherwise.
NUMBERS = " ".join(str(number * number) for number in range(2000))
BROTLI = CompressionSettings(formats=("br",))


def publish(
    root: Path, files: dict[str, str], settings: CompressionSettings = BROTLI
) -> dict[str, bytes]:
    build = make_build(root, settings=settings)
    build.is_production = True
    build.output.open()
    for place, text in files.items():
        build.output.write(place, text.encode())
    pack_output(build)
    build.output.sweep()
    build.output.save()
    return {
        path.name: path.read_bytes() for path in build.output.folder.rglob("*") if path.is_file()
    }


def test_texts_that_are_not_small_have_copies(tmp_path: Path) -> None:
    files = publish(tmp_path, {"a.html": TEXT, "b.jpg": TEXT, "c.txt": "x"})
    assert set(files) == {"a.html", "a.html.br", "b.jpg", "c.txt"}
    assert brotli.decompress(files["a.html.br"]).decode() == TEXT


def test_a_copy_is_made_once_and_follows_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed: list[bytes] = []

    def note(data: bytes, suffix: str, settings: CompressionSettings) -> bytes:
        packed.append(data)
        return pack(data, suffix, settings)

    monkeypatch.setattr(compression, "pack", note)
    publish(tmp_path, {"a.html": TEXT})
    publish(tmp_path, {"a.html": TEXT})
    assert packed == [TEXT.encode()]
    files = publish(tmp_path, {"a.html": f"{TEXT}x", "b.html": TEXT})
    assert packed == [TEXT.encode(), f"{TEXT}x".encode()]
    assert brotli.decompress(files["a.html.br"]).decode() == f"{TEXT}x"
    assert brotli.decompress(files["b.html.br"]).decode() == TEXT


OTHER_SETTINGS = {
    "formats": CompressionSettings(formats=("gz", "br")),
    "brotli_quality": CompressionSettings(brotli_quality=0),
    "zstd_level": CompressionSettings(zstd_level=1),
    "gzip_level": CompressionSettings(gzip_level=1),
    "least_bytes": CompressionSettings(least_bytes=len(NUMBERS) + 1),
}


def test_every_setting_is_changed() -> None:
    assert OTHER_SETTINGS.keys() == {one.name for one in fields(CompressionSettings)}


@pytest.mark.parametrize("settings", OTHER_SETTINGS.values(), ids=OTHER_SETTINGS)
def test_after_another_setting_copies_are_those_of_a_build_from_nothing(
    tmp_path: Path, settings: CompressionSettings
) -> None:
    before = publish(tmp_path / "old", {"a.html": NUMBERS}, CompressionSettings())
    after = publish(tmp_path / "old", {"a.html": NUMBERS}, settings)
    assert after != before
    assert after == publish(tmp_path / "new", {"a.html": NUMBERS}, settings)


def test_copies_that_nothing_needs_go_but_for_the_newest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "_LEAST_KEPT", 2)
    for number in range(6):
        publish(tmp_path, {"a.html": f"{TEXT}{number}"})
    assert len(list((tmp_path / "cache/packed").iterdir())) == 3
