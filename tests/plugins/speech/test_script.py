"""A recording's script says what the page shows, and its track tells when."""

from __future__ import annotations

import re

from plugins.speech.recording.script import Line, Script, write_script
from plugins.speech.recording.track import write_track
from tests.plugins.speech.recorded import prepare_document


def test_a_script_has_title_summary_and_body_as_they_are_said() -> None:
    document = prepare_document(title="Họp báo", summary="Sáng 20/01, họp.")
    lines = (
        Line("t1", (("vi", "Họp báo"),)),
        Line("l1", (("vi", "Sáng hai mươi tháng một, họp."),)),
        Line("s1", (("vi", "Có năm xã."),)),
    )
    assert write_script(document) == Script("vi", lines)


def test_a_script_parts_languages_and_joins_pieces() -> None:
    html = '<p>Xây <span lang="en">data center</span>. Một <b>hai. Ba</b> bốn.</p>'
    assert [line.parts for line in write_script(prepare_document(html)).lines][-3:] == [
        (("vi", "Xây"), ("en", "data center.")),
        (("vi", "Một hai."),),
        (("vi", "Ba bốn."),),
    ]


def test_every_sentence_of_the_page_is_in_the_script_and_in_the_track() -> None:
    document = prepare_document(
        '<p>Có 5 <b>xã. Một</b> hai.</p><p>Ba <span lang="en">four</span>.</p>'
    )
    whole = document.extras.spoken_title + document.extras.spoken_summary + document.html
    ids = re.findall(r'class="s" id="(\w+)"', whole)
    lines = write_script(document).lines
    assert [line.id for line in lines] == ids
    cues = write_track(lines, [1.0] * len(lines))
    assert re.findall(r"^(\w\d+)$", cues, re.MULTILINE) == ids


def test_a_track_tells_from_when_to_when_each_sentence_sounds() -> None:
    lines = [Line("t1", (("vi", "A & B"),)), Line("s1", (("vi", "<Xem>"), ("en", "data")))]
    assert write_track(lines, [1.5, 3670.0]) == (
        "WEBVTT\n\n"
        "t1\n00:00:00.000 --> 00:00:01.500\nA &amp; B\n\n"
        "s1\n00:00:01.500 --> 01:01:11.500\n&lt;Xem&gt; data\n"
    )
