"""The podcast: what players and directories read in it, and its cover picture."""

from __future__ import annotations

import json
from html import unescape
from io import BytesIO
from typing import TYPE_CHECKING, Any

import feedparser  # type: ignore[import-untyped]  # it has no types
import pytest
from lxml import etree
from PIL import Image

from plugins.core.document import Recording
from plugins.core.style import load_style
from plugins.speech.recording.broadcasting import write_podcasts
from plugins.speech.recording.cover import draw_cover
from plugins.speech.settings import SpeechSettings
from tests.plugins.samples import THEME, make_build, make_document, moment

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.build import Build
    from plugins.core.document import Document

ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"


def _recorded(name: str, **changes: Any) -> Document:  # noqa: ANN401 - any field of the view
    document = make_document(name, **changes)
    document.extras.recording = Recording(
        url=f"{document.view.url}ban-ghi-am.mp3",
        track_url=f"{document.view.url}ban-ghi-am.vtt",
        podcast_url="/feeds/podcast.xml",
        size_bytes=123_456,
        seconds=3671,
    )
    return document


def _build(root: Path, *documents: Document) -> Build:
    build = make_build(root, *documents, speech=SpeechSettings())
    write_podcasts(build)
    return build


def test_a_reader_of_feeds_finds_every_episode(tmp_path: Path) -> None:
    newer = _recorded("hop", title="Họp & báo", summary="Sáng 20/01 <họp>.")
    older = _recorded("cu", title="Cũ", date=moment("2021-01-05 10:00"))
    build = _build(tmp_path, newer, make_document("khong"), older)
    feed = feedparser.parse((build.output.folder / "feeds/podcast.xml").read_bytes())
    assert not feed.bozo
    assert feed.version == "rss20"
    assert [entry.title for entry in feed.entries] == ["Họp & báo", "Cũ"]
    first = feed.entries[0]
    assert first.id == first.link == "https://example.org/2021/01/20/hop/"
    assert unescape(first.summary) == "Sáng 20/01 <họp>."
    assert first.published == "Wed, 20 Jan 2021 08:00:00 +0700"
    assert first.itunes_duration == "3671"
    (sound,) = first.enclosures
    assert sound == {
        "href": "https://example.org/2021/01/20/hop/ban-ghi-am.mp3",
        "length": "123456",
        "type": "audio/mpeg",
    }


def test_the_channel_has_what_directories_ask_for(tmp_path: Path) -> None:
    build = _build(tmp_path, _recorded("hop"))
    path = build.output.folder / "feeds/podcast.xml"
    feed = feedparser.parse(path.read_bytes()).feed
    assert (feed.title, feed.subtitle, feed.language) == ("Văn phòng", "Vì dân", "vi")
    assert feed.link == "https://example.org/"
    assert feed.author == "Văn phòng tỉnh"
    assert feed.publisher_detail == {"name": "Văn phòng tỉnh", "email": "vp@example.org"}
    assert [tag.term for tag in feed.tags] == ["Government"]
    assert feed.image.href == "https://example.org/feeds/podcast.jpg"
    channel = etree.parse(path).find("channel")
    assert channel is not None
    assert channel.findtext(f"{ITUNES}explicit") == "false"
    assert channel.findtext(f"{ITUNES}type") == "episodic"
    image = channel.find(f"{ITUNES}image")
    assert image is not None
    assert image.get("href") == "https://example.org/feeds/podcast.jpg"
    own = channel.find("{http://www.w3.org/2005/Atom}link")
    assert own is not None
    assert own.get("href") == "https://example.org/feeds/podcast.xml"


def test_a_language_without_recordings_has_no_podcast(tmp_path: Path) -> None:
    build = _build(tmp_path, _recorded("hop"), make_document("x", lang="en"))
    assert sorted(p.name for p in (build.output.folder / "feeds").iterdir()) == [
        "podcast.jpg",
        "podcast.xml",
    ]
    assert not (build.output.folder / "en").exists()


def test_each_language_has_its_own_cover(tmp_path: Path) -> None:
    english = _recorded("press", lang="en", url="/en/2021/01/20/press/")
    build = _build(tmp_path, _recorded("hop"), english)
    covers = [build.output.folder / place / "podcast.jpg" for place in ("feeds", "en/feeds")]
    assert covers[0].read_bytes() != covers[1].read_bytes()


def test_the_cover_is_as_directories_ask(tmp_path: Path) -> None:
    build = _build(tmp_path, _recorded("hop"))
    path = build.output.folder / "feeds/podcast.jpg"
    assert path.stat().st_size < 512_000
    with Image.open(path) as cover:
        assert (cover.format, cover.mode) == ("JPEG", "RGB")
        assert cover.size[0] == cover.size[1]
        assert 1400 <= cover.size[0] <= 3000
        assert not cover.getexif()


def test_the_same_words_give_the_same_cover_drawn_once(tmp_path: Path) -> None:
    style = load_style(THEME)
    assert draw_cover(style, "Văn phòng", "Nghe") == draw_cover(style, "Văn phòng", "Nghe")
    build = _build(tmp_path, _recorded("hop"))
    (kept,) = (build.cache_dir / "podcast-covers").iterdir()
    drawn = kept.stat().st_mtime_ns
    write_podcasts(build)
    assert [p.stat().st_mtime_ns for p in (build.cache_dir / "podcast-covers").iterdir()] == [drawn]


@pytest.mark.parametrize(
    "name", ["A", "Văn phòng " * 40, "Vănphòng" * 40, "日本", ""], ids=lambda n: n[:4] or "empty"
)
def test_any_name_stays_within_the_cover(name: str) -> None:
    style = load_style(THEME)
    without, with_name = _open(draw_cover(style, "", "x")), _open(draw_cover(style, name, "x"))
    for edge in ((0, 0, 100, 1400), (1300, 0, 1400, 1400), (0, 0, 1400, 640)):
        before, after = without.crop(edge), with_name.crop(edge)
        assert max(abs(a - b) for a, b in zip(before.tobytes(), after.tobytes(), strict=True)) < 48


def _open(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def test_a_theme_without_fonts_gives_a_podcast_without_a_cover(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    build = make_build(tmp_path, _recorded("hop"), speech=SpeechSettings())
    build.theme_dir = tmp_path / "theme"
    (build.theme_dir / "translations").mkdir(parents=True)
    (build.theme_dir / "translations/vi.json").write_text(json.dumps({}))
    write_podcasts(build)
    xml = (build.output.folder / "feeds/podcast.xml").read_text()
    assert "image" not in xml
    assert "Không vẽ được bìa podcast" in caplog.text
