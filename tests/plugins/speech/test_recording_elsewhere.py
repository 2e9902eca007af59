"""Recordings are the same whoever says them, and workers need no voice's file."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from plugins.core.cluster import DaskExecutor
from plugins.core.executor import LocalExecutor
from plugins.speech.recording.saying import Order, gather, say
from plugins.speech.recording.script import Line, Script
from plugins.speech.recording.studio import Studio, Take
from plugins.speech.recording.voices import Voice
from tests.plugins.core.cluster import run_cluster
from tests.plugins.speech.made_voices import make_voice

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = Script("vi", tuple(Line(f"s{n}", (("vi", f"Câu số {n}."),)) for n in range(20)))


@pytest.fixture(params=["espeak", "piper"])
def voices(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, Voice]:
    name = "vi" if request.param == "espeak" else str(make_voice(tmp_path))
    return {"vi": Voice(name, "stamp")}


def test_other_machines_say_the_same(tmp_path: Path, voices: dict[str, Voice]) -> None:
    (here,) = Studio(tmp_path / "here", voices, 160).record([SCRIPT])
    with run_cluster(tmp_path / "machines", "one", "two") as cluster:
        others = DaskExecutor(cluster.address, 60, is_required=True, local=LocalExecutor())
        (there,) = Studio(tmp_path / "there", voices, 160, others).record([SCRIPT])
    assert isinstance(here, Take)
    assert isinstance(there, Take)
    assert there.path.read_bytes() == here.path.read_bytes()
    assert there.durations_s == here.durations_s


def test_a_voice_is_sent_with_what_it_says(tmp_path: Path) -> None:
    path = make_voice(tmp_path)
    files, names = gather([str(path)])
    order = Order(160, ((names[str(path)], "Có năm xã.", 0.0),))
    assert str(tmp_path).encode() not in pickle.dumps((files, order))
    before = say(files, order)
    for file in tmp_path.iterdir():
        file.unlink()
    assert say(files, order) == before
    assert isinstance(before, list)
    assert before[0]
