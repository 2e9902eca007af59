"""Open pages hear of each build, and a page keeps all that it had when the script is added."""

from __future__ import annotations

import json
from threading import Thread

import pytest

from tools.serve.live import LiveSite, LiveState, with_reload_script

SCRIPT = b'<script src="/__reload.js" data-version="7" defer></script>'


@pytest.mark.parametrize(
    ("html", "with_script"),
    [
        (b"<head><title>T</title></head><body>", b"<head><title>T</title>%b</head><body>"),
        (b"<HEAD></HEAD><p>&lt;/head>", b"<HEAD>%b</HEAD><p>&lt;/head>"),
        ("<p>Họp báo".encode(), "<p>Họp báo%b".encode()),
        (b"", b"%b"),
    ],
)
def test_the_script_goes_to_the_end_of_the_head(html: bytes, with_script: bytes) -> None:
    assert with_reload_script(html, "7") == with_script % SCRIPT


def test_an_event_is_one_line_of_data_and_an_empty_one() -> None:
    event = LiveState(version="7", problems="một\nhai").as_event()
    name, _, data = event.partition(b": ")
    assert name == b"data"
    assert event.endswith(b"}\n\n")
    assert event.count(b"\n") == 2
    assert json.loads(data) == {"version": "7", "problems": "một\nhai"}


def test_a_good_build_is_a_new_version_without_problems() -> None:
    live = LiveSite()
    first = live.state
    live.report_failed_build("lỗi")
    live.report_good_build()
    assert live.state.version != first.version
    assert live.state.problems == ""


def test_a_failed_build_keeps_the_version_and_tells_its_problems() -> None:
    live = LiveSite()
    first = live.state
    live.report_failed_build("lỗi")
    assert live.state == LiveState(version=first.version, problems="lỗi")


def test_a_newcomer_is_told_the_state_at_once() -> None:
    live = LiveSite()
    assert live.wait_for_other(None, timeout_s=0) == live.state


def test_who_knows_the_state_waits_in_vain_without_a_build() -> None:
    live = LiveSite()
    assert live.wait_for_other(live.state, timeout_s=0) is None


def test_who_waits_is_woken_by_a_build() -> None:
    live = LiveSite()
    known, heard = live.state, list[LiveState | None]()
    listener = Thread(target=lambda: heard.append(live.wait_for_other(known, timeout_s=30)))
    listener.start()
    live.report_failed_build("lỗi")
    listener.join()
    assert heard == [live.state]


def test_who_waits_is_sent_away_when_the_preview_ends() -> None:
    live = LiveSite()
    live.close()
    assert live.is_closed
    assert live.wait_for_other(None, timeout_s=30) is None
