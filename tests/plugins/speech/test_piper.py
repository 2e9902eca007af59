"""Piper's voices: said without chance, and each broken file told with its remedy."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import onnx
import pytest

from plugins.core.settings import SettingsError, load
from plugins.speech.recording.engines.espeak import Espeak
from plugins.speech.recording.engines.piper import Piper
from plugins.speech.recording.publishing import publish_recordings
from plugins.speech.recording.script import Line, Script
from plugins.speech.recording.studio import Studio, Take
from plugins.speech.recording.voices import choose_voices
from plugins.speech.settings import SpeechSettings
from tests.plugins.samples import make_build, make_document
from tests.plugins.speech.made_voices import (
    DESCRIPTION,
    SAMPLES_A_PHONEME,
    SAMPLES_PER_SECOND,
    make_network,
    make_voice,
)

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.build import Build
    from plugins.core.problems import Problem

NAME = "vi_VN-hum-x_low.onnx"
TEXT = "Có năm xã, hai phường."
# What Piper's own program gives its network for TEXT.
PHONEMES = "kˈɔɜ nˈam sˈaː5, hˈaːj fˈyə2ŋ."


def _count_ids(phonemes: str) -> int:
    """Return how many ids a network gets: begin, end, and a pad beside each phoneme."""
    return 2 * sum(letter in DESCRIPTION["phoneme_id_map"] for letter in phonemes) + 3


def _say(voice: Path, text: str, words_per_minute: int = 160) -> bytes:
    return Piper(voice, Espeak(words_per_minute), words_per_minute).say(text)[0]


def test_a_text_becomes_the_phonemes_that_piper_itself_makes(tmp_path: Path) -> None:
    piper = Piper(make_voice(tmp_path), Espeak(160), 160)
    assert piper._phonemes(TEXT) == PHONEMES
    assert piper._phonemes("Vì sao?") == "vˌi2 sˈaːw?"


def test_a_voice_that_reads_letters_gets_them(tmp_path: Path) -> None:
    piper = Piper(make_voice(tmp_path, phoneme_type="text"), Espeak(160), 160)
    assert piper._phonemes("Xã") == "xa\u0303"


def test_ids_begin_end_and_are_parted_by_pads(tmp_path: Path) -> None:
    ids = Piper(make_voice(tmp_path), Espeak(160), 160)._ids("a→b")
    known = DESCRIPTION["phoneme_id_map"]
    assert ids == [1, 0, *known["a"], 0, *known["b"], 0, 2]


def test_the_sound_is_the_networks_at_full_loudness(tmp_path: Path) -> None:
    sound = memoryview(_say(make_voice(tmp_path), TEXT)).cast("h")
    assert len(sound) == _count_ids(PHONEMES) * SAMPLES_A_PHONEME
    assert max(sound) == 32_767


def test_chance_is_taken_out_of_the_network(tmp_path: Path) -> None:
    voice = make_voice(tmp_path)
    piper = Piper(voice, Espeak(160), 160)
    first = piper.say(TEXT)
    assert piper.say("Vì sao?") != first
    assert piper.say(TEXT) == first == Piper(voice, Espeak(160), 160).say(TEXT)


def test_it_speaks_as_fast_as_the_setting_says(tmp_path: Path) -> None:
    voice = make_voice(tmp_path)
    usual, fast = (len(_say(voice, TEXT, wpm)) for wpm in (160, 320))
    assert fast == pytest.approx(usual / 2, abs=4)


def test_a_voice_of_several_speakers_is_told_one(tmp_path: Path) -> None:
    voice = make_voice(tmp_path, num_speakers=3)
    expected = _say(voice, TEXT)
    voice.write_bytes(make_network(speakers=True))
    assert _say(voice, TEXT) == expected


def _build(root: Path, file: str = NAME, html: str = "", **more: Any) -> Build:  # noqa: ANN401 - settings
    document = make_document(html=html or f'<p><span class="s" id="s1">{TEXT}</span></p>')
    document.extras.is_speakable = True
    settings = SpeechSettings(recordings=1, voices={"vi": file}, **more)
    return make_build(root, document, speech=settings)


def test_an_article_is_recorded_by_the_given_voice(tmp_path: Path) -> None:
    make_voice(tmp_path)
    build = _build(tmp_path)
    publish_recordings(build)
    assert list(build.problems) == []
    recording = build.documents[0].extras.recording
    assert recording
    spoken_s = _count_ids(PHONEMES) * SAMPLES_A_PHONEME / SAMPLES_PER_SECOND
    assert recording.seconds == pytest.approx(spoken_s + 0.35, abs=1)
    sound = build.output.folder / "2021/01/20/hop-bao/ban-ghi-am.mp3"
    assert sound.stat().st_size == recording.size_bytes


def test_a_word_of_another_language_is_said_by_its_own_voice(tmp_path: Path) -> None:
    make_voice(tmp_path)
    voices = choose_voices(SpeechSettings(voices={"vi": NAME}), tmp_path)
    line = Line("s1", (("vi", "Xem"), ("fr", "voilà"), ("en", "data center")))
    studio = Studio(tmp_path / "cache", voices, 160)
    (take,) = studio.record([Script("vi", (line,))])
    assert isinstance(take, Take)
    alone = Studio(tmp_path / "cache", {"en": voices["en"]}, 160)
    (english,) = alone.record([Script("en", (Line("s1", (("en", "data center"),)),))])
    assert isinstance(english, Take)
    assert english.path.read_bytes() in take.path.read_bytes()


def test_another_voice_file_of_the_same_name_is_another_voice(tmp_path: Path) -> None:
    voice = make_voice(tmp_path)
    settings = SpeechSettings(voices={"vi": NAME})
    first = choose_voices(settings, tmp_path)["vi"]
    assert choose_voices(settings, tmp_path)["vi"] == first
    make_voice(tmp_path, length_scale=2)
    second = choose_voices(settings, tmp_path)["vi"]
    voice.write_bytes(make_network(speakers=True))
    third = choose_voices(settings, tmp_path)["vi"]
    assert len({first.stamp, second.stamp, third.stamp}) == 3


def _problem(build: Build) -> Problem:
    publish_recordings(build)
    (problem,) = build.problems
    assert problem.path == "pelicanconf.py"
    assert build.documents[0].extras.recording is None
    return problem


def test_a_voice_file_that_is_not_there(tmp_path: Path) -> None:
    problem = _problem(_build(tmp_path))
    assert problem.code == "voice-missing"
    assert problem.message == f"Không thấy tệp giọng đọc “{NAME}”."
    assert problem.hint == (
        "đặt tệp .onnx của giọng Piper vào đúng chỗ đó, hoặc sửa “voices” trong SPEECH."
    )


def test_a_voice_without_its_description(tmp_path: Path) -> None:
    make_voice(tmp_path)
    (tmp_path / f"{NAME}.json").unlink()
    problem = _problem(_build(tmp_path))
    assert problem.code == "voice-description-missing"
    assert problem.message == f"Giọng đọc “{NAME}” thiếu tệp “{NAME}.json” đi kèm."
    assert problem.hint == (
        "lấy tệp .onnx.json cùng tên ở nơi đã lấy giọng đọc, đặt cạnh tệp .onnx."
    )


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        "null",
        '"voice"',
        "{}",
        "\xff",
        json.dumps(DESCRIPTION | {"audio": {"sample_rate": 0}}),
        json.dumps(DESCRIPTION | {"audio": []}),
        json.dumps(DESCRIPTION | {"phoneme_id_map": {"a": [1]}}),
        json.dumps(DESCRIPTION | {"phoneme_id_map": {"^": 1, "$": 2, "_": 0}}),
        json.dumps(DESCRIPTION | {"phoneme_type": "pinyin"}),
        json.dumps(DESCRIPTION | {"espeak": None}),
        json.dumps(DESCRIPTION | {"language": "vi"}),
        json.dumps(DESCRIPTION | {"inference": {"length_scale": "slow"}}),
    ],
)
def test_a_description_that_describes_no_voice(tmp_path: Path, text: str) -> None:
    make_voice(tmp_path)
    (tmp_path / f"{NAME}.json").write_text(text, "latin-1")
    problem = _problem(_build(tmp_path))
    assert problem.code == "voice-description-broken"
    start = f"Tệp “{NAME}.json” không phải là mô tả của một giọng Piper: "
    assert problem.message.startswith(start)
    assert len(problem.message) > len(start) + 2
    assert problem.hint == "lấy lại tệp này ở nơi đã lấy giọng đọc."


def test_a_voice_of_another_language(tmp_path: Path) -> None:
    make_voice(tmp_path, language={"code": "en_GB"})
    problem = _problem(_build(tmp_path))
    assert problem.code == "voice-language"
    assert problem.message == f"Giọng đọc “{NAME}” nói tiếng “en”, không phải “vi”."
    assert problem.hint == "chọn giọng đọc đúng ngôn ngữ trong “voices” của SPEECH."


def _other_network() -> bytes:
    shape = onnx.helper.make_tensor_value_info("x", onnx.TensorProto.FLOAT, [1])
    other = onnx.helper.make_tensor_value_info("y", onnx.TensorProto.FLOAT, [1])
    node = onnx.helper.make_node("Identity", ["x"], ["y"])
    graph = onnx.helper.make_graph([node], "other", [shape], [other])
    opsets = [onnx.helper.make_opsetid("", 17)]
    model = onnx.helper.make_model(graph, opset_imports=opsets, ir_version=8)
    return bytes(model.SerializeToString())


@pytest.mark.parametrize(
    "data",
    [b"", b"<!doctype html><p>404", make_network()[:200], make_network()[:-9], _other_network()],
    ids=["empty", "a page", "cut off early", "cut off late", "another network"],
)
def test_a_voice_file_that_is_broken_is_told_once(tmp_path: Path, data: bytes) -> None:
    make_voice(tmp_path).write_bytes(data)
    sentences = "".join(f'<span class="s" id="s{n}">Câu {n}.</span>' for n in range(40))
    problem = _problem(_build(tmp_path, html=f"<p>{sentences}</p>"))
    assert problem.code == "voice-broken"
    assert problem.message.startswith(f"Không dùng được giọng đọc: {NAME}: ")
    assert "Traceback" not in problem.message
    assert problem.hint == (
        "lấy lại cả tệp .onnx và tệp .onnx.json của giọng đọc; "
        "hoặc bỏ “voices” trong SPEECH để ghi âm bằng eSpeak NG."
    )


def test_a_description_of_another_voices_language_is_told(tmp_path: Path) -> None:
    make_voice(tmp_path, espeak={"voice": "no-such"}, language={"code": "vi_VN"})
    problem = _problem(_build(tmp_path))
    assert problem.code == "voice-broken"
    assert problem.message == "Không dùng được giọng đọc: eSpeak NG has no voice “no-such”"


@pytest.mark.parametrize("given", [{"vi": "voice.bin"}, {"vi": 5}])
def test_a_voice_that_is_no_path_is_refused(given: dict[str, object]) -> None:
    with pytest.raises(SettingsError, match=r"“voices” phải là đường dẫn tệp \.onnx"):
        load("SPEECH", SpeechSettings, {"voices": given})
