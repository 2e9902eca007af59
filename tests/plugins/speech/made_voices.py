"""A Piper voice made here: its network hums, the longer the more phonemes it is given."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import onnx
from onnx import TensorProto, helper

if TYPE_CHECKING:
    from pathlib import Path

SAMPLES_PER_SECOND = 16_000
SAMPLES_A_PHONEME = 400
_LETTERS = "_^$ !?,.:;abcdeghiklmnopqrstuvxyzɛɔəɨɯɤŋɲʈʂʐɣʷʰˈˌː1234567"

DESCRIPTION: dict[str, Any] = {
    "audio": {"sample_rate": SAMPLES_PER_SECOND, "quality": "x_low"},
    "espeak": {"voice": "vi"},
    "inference": {"noise_scale": 0.667, "length_scale": 1.0, "noise_w": 0.8},
    "phoneme_type": "espeak",
    "phoneme_id_map": {letter: [number] for number, letter in enumerate(_LETTERS)},
    "num_speakers": 1,
    "language": {"code": "vi_VN"},
}


def make_voice(folder: Path, **changes: object) -> Path:
    """Write a voice and its description, changed as told; return the voice's path."""
    path = folder / "vi_VN-hum-x_low.onnx"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(make_network())
    path.with_name(f"{path.name}.json").write_text(json.dumps(DESCRIPTION | changes), "utf-8")
    return path


def make_network(*, speakers: bool = False) -> bytes:
    """Return a network of Piper's inputs, with chance in it as theirs have: scale 0 takes it out.

    Its sound is as long as `SAMPLES_A_PHONEME` for each id by the length scale, and its pitch
    depends on the ids. With `speakers` it needs to be told who speaks.
    """
    inputs = [
        helper.make_tensor_value_info("input", TensorProto.INT64, [1, "phonemes"]),
        helper.make_tensor_value_info("input_lengths", TensorProto.INT64, [1]),
        helper.make_tensor_value_info("scales", TensorProto.FLOAT, [3]),
    ]
    if speakers:
        inputs.append(helper.make_tensor_value_info("sid", TensorProto.INT64, [1]))
    output = helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, 1, "samples"])
    graph = helper.make_graph(_nodes(), "hum", inputs, [output], _constants())
    opsets = [helper.make_opsetid("", 17)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=8)
    return bytes(model.SerializeToString())


def _constants() -> list[onnx.TensorProto]:
    floats = {"zero": 0.0, "one": 1.0, "a_phoneme": float(SAMPLES_A_PHONEME), "turn": 0.001}
    return [
        *(helper.make_tensor(name, TensorProto.FLOAT, [], [v]) for name, v in floats.items()),
        helper.make_tensor("shape", TensorProto.INT64, [3], [1, 1, -1]),
        helper.make_tensor("first", TensorProto.INT64, [], [0]),
        helper.make_tensor("second", TensorProto.INT64, [], [1]),
        helper.make_tensor("axis", TensorProto.INT64, [1], [0]),
    ]


def _nodes() -> list[onnx.NodeProto]:
    rows = (
        ("Gather", ["scales", "first"], "noise_scale"),
        ("Gather", ["scales", "second"], "length_scale"),
        ("Cast", ["input_lengths"], "counted"),
        ("Squeeze", ["counted", "axis"], "count"),
        ("Mul", ["count", "a_phoneme"], "usual_length"),
        ("Mul", ["usual_length", "length_scale"], "length"),
        ("Range", ["zero", "length", "one"], "times"),
        ("Cast", ["input"], "ids"),
        ("ReduceMean", ["ids"], "pitch"),
        ("Mul", ["pitch", "turn"], "slow"),
        ("Mul", ["times", "slow"], "angles"),
        ("Sin", ["angles"], "hum"),
        ("RandomNormalLike", ["hum"], "chance"),
        ("Mul", ["chance", "noise_scale"], "noise"),
        ("Add", ["hum", "noise"], "sound"),
        ("Reshape", ["sound", "shape"], "output"),
    )
    options: dict[str, dict[str, Any]] = {
        "Cast": {"to": TensorProto.FLOAT},
        "ReduceMean": {"keepdims": 0},
    }
    return [
        helper.make_node(kind, given, [made], **options.get(kind, {})) for kind, given, made in rows
    ]
