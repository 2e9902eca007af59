"""What a build writes: files whole or not at all, assets under one digest, no stale names."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.artifacts import digest, link_or_copy, write_atomically
from plugins.core.assets import AssetError, bundle_css, publish_assets, read_assets
from plugins.core.output import Output


def test_a_file_is_written_with_its_folders_and_can_be_read_by_all(tmp_path: Path) -> None:
    path = tmp_path / "a/b/c.txt"
    write_atomically(path, b"x")
    write_atomically(path, b"y")
    assert path.read_bytes() == b"y"
    assert path.stat().st_mode & 0o777 == 0o644
    assert [p.name for p in path.parent.iterdir()] == ["c.txt"]


def test_a_write_that_fails_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError("đầy đĩa")

    monkeypatch.setattr(Path, "chmod", fail)
    with pytest.raises(OSError, match="đầy đĩa"):
        write_atomically(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_a_file_is_linked_where_links_can_be_made(tmp_path: Path) -> None:
    source, target = tmp_path / "a", tmp_path / "out/b"
    source.write_bytes(b"x")
    for _ in range(2):
        link_or_copy(source, target)
    assert target.samefile(source)


def test_a_file_is_copied_where_they_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = tmp_path / "a", tmp_path / "b"
    source.write_bytes(b"new")
    target.write_bytes(b"old")

    def refuse(*_: object, **__: object) -> None:
        raise OSError("another file system")

    monkeypatch.setattr(os, "link", refuse)
    link_or_copy(source, target)
    assert target.read_bytes() == b"new"
    assert not target.samefile(source)


def test_a_digest_keeps_the_bounds_of_its_parts() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("a", "") != digest("a")
    assert digest("Đ") == digest("Đ".encode())
    assert len(digest()) == 32


@given(st.lists(st.binary()), st.lists(st.binary()))
def test_digests_agree_only_on_the_same_parts(one: list[bytes], other: list[bytes]) -> None:
    assert (digest(*one) == digest(*other)) is (one == other)


@pytest.fixture
def static(tmp_path: Path) -> Path:
    """Make a theme's static folder."""
    folder = tmp_path / "static"
    files = {
        "css/site.css": "@layer base, parts;\n/* lời\nbàn */\n"
        '@import url("base.css") layer(base);\n'
        '@import url("parts/a.css") layer(parts);\n@import url("bare.css");\n',
        "css/base.css": "/* x */\np {\n  margin: 0;\n}\n",
        "css/parts/a.css": "a { color: red; }\n",
        "css/bare.css": "b { color: blue; }\n",
        "js/main.js": "x",
        "fonts/a.woff2": "y",
    }
    for place, text in files.items():
        write_atomically(folder / place, text.encode())
    return folder


def test_stylesheets_become_one_in_the_order_of_their_imports(static: Path) -> None:
    assert bundle_css(static / "css/site.css") == (
        "@layer base, parts;\n@layer base {\np {\nmargin: 0;\n}\n}\n"
        "@layer parts {\na { color: red; }\n}\nb { color: blue; }\n"
    )


def test_a_missing_stylesheet_is_told(static: Path) -> None:
    (static / "css/parts/a.css").unlink()
    with pytest.raises(AssetError, match=r"a\.css: tệp CSS không có / the imported stylesheet"):
        bundle_css(static / "css/site.css")


def test_only_what_pages_ask_for_is_published(static: Path) -> None:
    assert set(read_assets(static)) == {"css/site.css", "js/main.js", "fonts/a.woff2"}


def test_assets_lie_in_a_folder_named_by_their_content(static: Path, tmp_path: Path) -> None:
    first = publish_assets(static, Output(tmp_path / "out"))
    again = publish_assets(static, Output(tmp_path / "out"))
    (static / "css/bare.css").write_text("b { color: green; }")
    changed = publish_assets(static, Output(tmp_path / "out"))
    assert first == again
    assert not set(first.values()) & set(changed.values())
    for place in first.values():
        assert place.split("/")[0] == "assets"
        assert (tmp_path / "out" / place).is_file()
