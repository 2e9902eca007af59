"""The plugin: a document with its title and summary ready to be read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plugins.core.html import parse, serialise
from plugins.core.settings import SettingsError, load
from plugins.speech import prepare_speech
from plugins.speech.settings import SpeechSettings
from tests.plugins.samples import make_build, make_source

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.build import Build
    from plugins.core.source import Source


def _prepare(build: Build, html: str, source: Source) -> str:
    tree = parse(html)
    prepare_speech(build, source, tree)
    return serialise(tree)


def _build(root: Path, glossary: str = "", dialect: str = "northern") -> Build:
    (root / "content").mkdir()
    (root / "content" / "glossary.yml").write_text(glossary, "utf-8")
    return make_build(root, speech=SpeechSettings(dialect=dialect))


def test_body_title_and_summary_are_wrapped(tmp_path: Path) -> None:
    source = make_source(title="Họp báo", summary="Sáng 20/01, họp.")
    html = _prepare(_build(tmp_path), "<p>Có 5 xã.</p>", source)
    assert html == '<p><span class="s" id="s1" data-say="Có năm xã.">Có 5 xã.</span></p>'
    assert source.extras.spoken_title == '<span class="s" id="t1">Họp báo</span>'
    assert source.extras.spoken_summary == (
        '<span class="s" id="l1" data-say="Sáng hai mươi tháng một, họp.">Sáng 20/01, họp.</span>'
    )
    assert source.extras.is_speakable


def test_a_body_without_words_is_not_offered_to_listeners(tmp_path: Path) -> None:
    source = make_source()
    assert _prepare(_build(tmp_path), "<pre>x = 1</pre>", source) == "<pre>x = 1</pre>"
    assert not source.extras.is_speakable


def test_the_glossary_tells_what_abbreviations_mean(tmp_path: Path) -> None:
    build = _build(tmp_path, "vi:\n  VPX: Văn phòng xã\n")
    html = _prepare(build, '<p><abbr title="Văn phòng xã">VPX</abbr></p>', make_source())
    assert 'data-say="Văn phòng xã"' in html


def test_an_english_document_is_left_to_an_english_voice(tmp_path: Path) -> None:
    source = make_source(lang="en", title="On 20/01")
    html = _prepare(_build(tmp_path), "<p>There are 5 communes.</p>", source)
    assert html == '<p><span class="s" id="s1">There are 5 communes.</span></p>'
    assert source.extras.spoken_title == '<span class="s" id="t1">On 20/01</span>'


def test_the_south_is_a_setting(tmp_path: Path) -> None:
    html = _prepare(_build(tmp_path, dialect="southern"), "<p>1.005</p>", make_source())
    assert 'data-say="một ngàn không trăm lẻ năm"' in html


def test_a_dialect_that_is_none_is_refused() -> None:
    with pytest.raises(SettingsError, match="“dialect” phải là một trong"):
        load("SPEECH", SpeechSettings, {"dialect": "central"})


def test_a_broken_glossary_is_told_once_and_stops_no_reading(tmp_path: Path) -> None:
    build = _build(tmp_path, "vi: [")
    for _ in range(2):
        assert _prepare(build, "<p>Một.</p>", make_source()) == "<p>Một.</p>"
    (problem,) = build.problems
    assert (problem.code, problem.path) == ("glossary-broken", "content/glossary.yml")
    assert problem.message.startswith("Không đọc được bảng từ viết tắt: glossary.yml: ")


@pytest.mark.parametrize(
    "html",
    [
        "<p>a</p>",
        "<p>" + "Một câu khá dài, có 5 xã và 20% số hộ. " * 5000 + "</p>",
        "<table><tr><td>1</td></tr></table>",
        "<figure><photo-slot></photo-slot><figcaption>Chợ.</figcaption></figure>",
        '<p>Chào <span lang="en">world</span>. “Chưa đóng (</p>',
        "<p>🎉 ∑ x² ≠ ½ 中文</p>",
    ],
    ids=["a letter", "50,000 words", "only a table", "only photos", "mixed", "signs"],
)
def test_odd_bodies_are_read_too(tmp_path: Path, html: str) -> None:
    source = make_source()
    assert 'class="s"' in _prepare(_build(tmp_path), html, source)
    assert source.extras.is_speakable
