"""What reading aloud costs: CPU and bytes for the sample articles, CPU for a minute of recording.

    .venv/bin/python -m bench.speech [CONTENT]

The recording is measured where requirements/audio.txt is installed.
"""

from __future__ import annotations

import resource
import sys
import tempfile
from pathlib import Path

import brotli

from plugins.core.glossary import load_glossary
from plugins.core.html import parse, serialise
from plugins.core.markup import Renderer
from plugins.speech.markup import wrap_sentences
from plugins.speech.recording.script import Line, Script
from plugins.speech.recording.studio import Studio, Take
from plugins.speech.recording.voices import Voice, find_missing_packages
from plugins.speech.speaker import SiteSpeaker
from plugins.speech.vietnamese.speaker import SpokenVietnamese

PROJECT = Path(__file__).resolve().parents[1]
_ROUNDS = 20


def cpu_s(who: int = resource.RUSAGE_SELF) -> float:
    """Return the CPU seconds used so far, by this process or by the children that have ended."""
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def read_bodies(content: Path) -> list[str]:
    """Return the HTML of each Vietnamese article."""
    renderer = Renderer("vi")
    sources = sorted(content.glob("20*/*/index.md"))
    return [renderer.render(s.read_text("utf-8").split("\n---\n", 1)[-1]) for s in sources]


def measure_wrapping(bodies: list[str], speaker: SiteSpeaker) -> list[str]:
    """Print CPU and bytes of the sentences; return the wrapped bodies."""
    wrapped: list[str] = []
    spent_s = 0.0
    for _ in range(_ROUNDS):
        trees = [parse(body) for body in bodies]
        begin_s = cpu_s()
        for tree in trees:
            wrap_sentences(tree, "vi", speaker)
        spent_s += cpu_s() - begin_s
        wrapped = [serialise(tree) for tree in trees]
    articles = len(bodies)
    added = sum(map(_packed, wrapped)) - sum(map(_packed, bodies))
    print(f"{articles} articles: {spent_s / _ROUNDS / articles * 1000:.2f} ms of CPU each")
    print(f"{added / articles:.0f} bytes more each, compressed by brotli")
    return wrapped


def _packed(html: str) -> int:
    return len(brotli.compress(html.encode(), quality=9))


def measure_recording(wrapped: list[str]) -> None:
    """Print the CPU of recording the longest body, and of asking for it again."""
    if find_missing_packages():
        print("no recording: requirements/audio.txt is not installed")
        return
    spans = parse(max(wrapped, key=len)).xpath(".//span[@id][@class='s']")
    said = [(("vi", s.get("data-say") or s.text_content()),) for s in spans]
    lines = [Line(span.get("id"), parts) for span, parts in zip(spans, said, strict=True)]
    with tempfile.TemporaryDirectory() as folder:
        begin_s = whole_cpu_s()
        take = record(Path(folder), lines)
        spent_s = whole_cpu_s() - begin_s
        minutes = sum(take.durations_s) / 60
        size_kb = take.path.stat().st_size / 1024
        print(f"{minutes:.1f} minutes, {size_kb:.0f} KB: {spent_s / minutes:.2f} s of CPU a minute")
        begin_s = whole_cpu_s()
        record(Path(folder), lines)
        print(f"the same again: {(whole_cpu_s() - begin_s) * 1000:.1f} ms of CPU")
        begin_s = whole_cpu_s()
        record(Path(folder), [*lines[:-1], Line("x", (("vi", "Một câu vừa được sửa."),))])
        print(f"with one other sentence: {(whole_cpu_s() - begin_s) * 1000:.0f} ms of CPU")


def whole_cpu_s() -> float:
    return cpu_s() + cpu_s(resource.RUSAGE_CHILDREN)


def record(folder: Path, lines: list[Line]) -> Take:
    """Return the recording of some lines, by a studio that knows the folder alone."""
    (take,) = Studio(folder, {"vi": Voice("vi", "")}, 160).record([Script("vi", tuple(lines))])
    if not isinstance(take, Take):
        raise take
    return take


def main() -> None:
    content = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT / "content"
    terms = load_glossary(content / "glossary.yml").get("vi", {})
    speaker = SiteSpeaker(SpokenVietnamese(terms))
    measure_recording(measure_wrapping(read_bodies(content), speaker))


if __name__ == "__main__":
    main()
