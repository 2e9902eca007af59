"""What is nobody's business is nowhere in the published tree, and no page asks another host."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

from tests.site.building import CAMERA_OWNER, PHOTOS
from tests.site.looking import page, pages


def texts(output: Path) -> list[Path]:
    return [
        p
        for p in output.rglob("*")
        if p.suffix in {".html", ".xml", ".txt", ".json", ".js", ".css"}
    ]


SECRETS = ("bai-hen-gio", "ban-nhap", "Bí mật", "Chưa ai được đọc", "Bài của ngày mai", "tep-mat")


def test_drafts_and_articles_of_the_future_are_nowhere(output: Path) -> None:
    for path in texts(output):
        text = path.read_text("utf-8")
        for secret in SECRETS:
            assert secret not in text, path
            assert secret not in path.relative_to(output).as_posix()
    assert not list(output.rglob("tep-mat*"))


def test_original_photos_are_nowhere(tiny: Path, output: Path) -> None:
    originals = {(tiny / "content/2026" / photo).read_bytes() for photo in PHOTOS}
    assert len(originals) == len(PHOTOS)
    published = [p for p in output.rglob("*") if p.is_file()]
    assert not [p for p in published if p.read_bytes() in originals]
    names = {Path(photo).name for photo in PHOTOS}
    assert not [p for p in published if p.name in names]


def test_no_published_file_tells_where_or_by_whom_a_photo_was_taken(output: Path) -> None:
    assert CAMERA_OWNER.encode() in b"".join(
        p.read_bytes() for p in (output.parent / "content").rglob("*.jpg")
    )
    program = shutil.which("exiftool")
    assert program, "exiftool is needed: make test installs it"
    groups = [f"-{name}:all" for name in ("GPS", "IFD0", "ExifIFD", "XMP", "IPTC")]
    kinds = [option for kind in ("jpg", "avif", "png", "webp") for option in ("-ext", kind)]
    done = subprocess.run(
        [program, "-json", "-recurse", "-q", *groups, *kinds, str(output)],
        capture_output=True,
        check=True,
    )
    told = json.loads(done.stdout)
    assert len(told) > 5
    assert [one for one in told if set(one) - {"SourceFile"}] == []
    assert not [
        p for p in output.rglob("*") if p.is_file() and CAMERA_OWNER.encode() in p.read_bytes()
    ]


def test_pages_hold_no_inline_script_style_or_handler(output: Path) -> None:
    for path in pages(output):
        tree = page(path)
        scripts = tree.xpath("//script[not(@src)][not(@type='application/ld+json')]")
        assert scripts == [], path
        assert tree.xpath("//style | //*[@style]") == [], path
        handlers = [name for e in tree.iter() for name in e.attrib if str(name).startswith("on")]
        assert handlers == [], path


_LOADING = (
    "//script[@src] | //img | //source | //iframe | "
    "//link[@rel='stylesheet' or @rel='preload' or @rel='icon']"
)


def test_pages_ask_no_other_host_for_anything(output: Path) -> None:
    for path in pages(output):
        for element in page(path).xpath(_LOADING):
            for name in ("src", "href", "srcset"):
                assert not re.search(r"(^|[\s,])(https?:)?//", element.get(name, "")), (path, name)
