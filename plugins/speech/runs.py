"""Sentences of a flow, each in runs of one language, with what a voice says of each run."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from plugins.speech.elements import primary
from plugins.speech.sentences import find_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.speech.flow import Flow, Stretch


class Speaker(Protocol):
    """Knows how text is said in each language."""

    def say(self, text: str, lang: str) -> str:
        """Return the spoken form of a text."""

    def knows(self, abbreviation: str, meaning: str, lang: str) -> bool:
        """Tell whether `say` puts this meaning for the abbreviation by itself."""


@dataclass(slots=True)
class Run:
    """Characters `start` to `end` of a flow: a sentence's, or its part in one language.

    `said` is None where the spoken form is the text; `opens` tells a sentence's first run.
    """

    start: int
    end: int
    lang: str
    opens: bool
    said: str | None = None


def make_runs(flow: Flow, lang: str, speaker: Speaker, heading: str = "") -> list[Run]:
    """Return the runs of a flow in order; white space between sentences is in none.

    `heading` is said before the first run, if that is in the language `lang` of the flow.
    """
    runs: list[Run] = []
    for start, end in _sentences_of(flow, lang):
        runs += _runs_of_sentence(flow, *_trim(flow.text, start, end))
    for run in runs:
        source = _source(flow, run)
        if heading and primary(run.lang) == primary(lang):
            source = f"{heading}: {source}"
        heading = ""
        _set_said(flow, run, speaker.say(source, primary(run.lang)))
    return runs


def _sentences_of(flow: Flow, lang: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the sentences; one that would end inside something solid goes on."""
    begin: int | None = None
    for start, end in find_sentences(flow.text, primary(lang)):
        begin = start if begin is None else begin
        if not any(first < end < last for first, last in flow.solid):
            yield begin, end
            begin = None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    sentence = text[start:end]
    return end - len(sentence.lstrip()), start + len(sentence.rstrip())


def _runs_of_sentence(flow: Flow, start: int, end: int) -> list[Run]:
    if not _has_words(flow.text[start:end]):
        return []
    runs: list[Run] = []
    for run_start, run_end, lang in _spans_by_language(flow.stretches, start, end):
        # "…", or the full stop after a foreign word: no voice is changed for that.
        if runs and not (
            _has_words(flow.text[run_start:run_end])
            and _has_words(flow.text[runs[-1].start : runs[-1].end])
        ):
            runs[-1].end = run_end
            runs[-1].lang = runs[-1].lang if _has_words_in(flow, runs[-1], run_start) else lang
        else:
            runs.append(Run(run_start, run_end, lang, opens=not runs))
    return runs


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def _has_words_in(flow: Flow, run: Run, end: int) -> bool:
    return _has_words(flow.text[run.start : end])


def _spans_by_language(
    stretches: list[Stretch], start: int, end: int
) -> Iterator[tuple[int, int, str]]:
    inside = [s for s in stretches if s.start < end and s.end > start]
    for lang, group in groupby(inside, key=lambda stretch: stretch.lang):
        same = list(group)
        yield max(same[0].start, start), min(same[-1].end, end), lang


def _source(flow: Flow, run: Run) -> str:
    """Return the run's text as the speaker gets it: replacements in, once each."""
    parts = []
    for stretch in flow.stretches:
        if stretch.start < run.end and stretch.end > run.start:
            start, end = max(stretch.start, run.start), min(stretch.end, run.end)
            if stretch.said is None:
                parts.append(flow.text[start:end])
            elif start == stretch.start:
                parts.append(stretch.said)
    return " ".join("".join(parts).split())


def _set_said(flow: Flow, run: Run, said: str) -> None:
    shown = " ".join(flow.text[run.start : run.end].split())
    hides = any(run.start < place < run.end for place in flow.silent)
    run.said = said if hides or said != shown else None
