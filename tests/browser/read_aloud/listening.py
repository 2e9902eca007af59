"""A page to listen to: the theme's own control, styles and scripts around a known text."""

from __future__ import annotations

import shutil
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.core.assets import publish_assets
from plugins.core.html import parse, serialise
from plugins.core.output import Output
from plugins.core.wording import load_wording, make_translator
from plugins.speech.markup import wrap_line, wrap_sentences
from plugins.speech.recording.script import write_script
from plugins.speech.recording.studio import Studio, Take
from plugins.speech.recording.track import write_track
from plugins.speech.recording.voices import choose_voices
from plugins.speech.settings import SpeechSettings
from plugins.speech.speaker import SiteSpeaker
from plugins.speech.vietnamese.speaker import SpokenVietnamese
from tests.plugins.samples import make_document

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.visitor import Visitor

THEME = Path(__file__).resolve().parents[3] / "theme"
MOCK_VOICES = (Path(__file__).parent / "mock_voices.js").read_text("utf-8")
SPEAKER = SiteSpeaker(SpokenVietnamese())

LONG = ", ".join(["rà soát từng nhiệm vụ được giao"] * 8) + "."
BODY = {
    "vi": f"""<p>Có 15.518 văn bản. <a href="#xa">Xem bài này</a> nhé.</p>
<p id="giua">Xây <span lang="en">data center</span> mới. Ra <b>hai. Rồi</b> ba.</p>
<p id="xa">{LONG}</p><p>Hết.</p>""",
    "en": "<p>There are 5 communes. The first is here. The last is there.</p>",
}
# More than a minute of sound, with English words in each paragraph.
ARTICLE = "".join(
    f'<p>Điểm {n}. Có {n * 17} hộ ở {n} xã. Nộp tại <span lang="en">data center</span> số {n}.</p>'
    for n in range(1, 13)
)
TITLE = {"vi": "Họp báo", "en": "Press conference"}
SENTENCES = [
    "Họp báo",
    "Có mười lăm nghìn năm trăm mười tám văn bản.",
    "Xem bài này nhé.",
    "Xây",
    "Ra hai.",
    "Rồi ba.",
]

_POLLS = 250
_POLL_MS = 20
_IS_IDLE = "document.querySelector('.read-aloud__panel').hidden"

_PAGE = """<!doctype html><html lang="{{ page.lang }}"><head><meta charset="utf-8">
<title>{{ title }}</title><link rel="icon" href="{{ asset('images/logo.svg') }}">
<link rel="stylesheet" href="{{ asset('css/site.css') }}">
<script src="{{ asset('js/first-paint.js') }}"></script>
<script type="module" src="{{ asset('js/main.js') }}"></script></head>
<body><main><h1>{{ spoken_title | safe }}</h1>{% include "partials/read-aloud.html" %}
{% if sound %}<audio controls preload="none" src="{{ sound }}" data-recording="{{ sound }}.vtt"
data-title="{{ title }}"></audio>{% endif %}
<div class="prose">{{ body | safe }}</div></main></body></html>"""


def write_pages(folder: Path) -> None:
    """Write `/vi/` and `/en/` and all that they load.

    `/en/sound/` and the long `/vi/sound/` have a recording, which `write_recording` makes.
    """
    assets = publish_assets(THEME / "static", Output(folder))
    environment = Environment(
        loader=FileSystemLoader(THEME / "templates"), undefined=StrictUndefined, autoescape=True
    )
    template = environment.from_string(_PAGE)
    for lang, sound in (
        ("vi", ""),
        ("en", ""),
        ("en", "/en/sound/sound.mp3"),
        ("vi", "/vi/sound/sound.mp3"),
    ):
        html = template.render(
            page={"lang": lang},
            edition={"lang": lang},
            title=TITLE[lang],
            spoken_title=wrap_line(TITLE[lang], lang, SPEAKER, "t"),
            body=_wrapped(lang, _body(lang, is_recorded=bool(sound))),
            sound=sound,
            footer_links=[{"url": "/tro-giup/"}],
            asset=lambda place: f"/{assets[place]}",
            t=make_translator(load_wording(THEME, lang), lang),
        )
        place = folder / lang / ("sound" if sound else "")
        place.mkdir()
        (place / "index.html").write_text(html, "utf-8")
    shutil.copy(folder / "vi" / "index.html", folder / "404.html")


def _body(lang: str, *, is_recorded: bool) -> str:
    return ARTICLE if is_recorded and lang == "vi" else BODY[lang]


def _wrapped(lang: str, body: str) -> str:
    tree = parse(body)
    wrap_sentences(tree, lang, SPEAKER)
    return serialise(tree)


def write_recording(folder: Path, lang: str) -> dict[str, float]:
    """Record a page by the real engine; return when each of its sentences begins, by its id."""
    document = make_document(html=_wrapped(lang, _body(lang, is_recorded=True)), lang=lang)
    document.extras.spoken_title = wrap_line(TITLE[lang], lang, SPEAKER, "t")
    script = write_script(document)
    voices = choose_voices(SpeechSettings(), folder)
    (take,) = Studio(folder / "cache", voices, 160).record([script])
    if not isinstance(take, Take):
        raise take
    place = folder / lang / "sound"
    shutil.copy(take.path, place / "sound.mp3")
    (place / "sound.mp3.vtt").write_text(write_track(script.lines, take.durations_s), "utf-8")
    starts = [0.0, *accumulate(take.durations_s)]
    return dict(zip([*(line.id for line in script.lines), "end"], starts, strict=True))


class Listener:
    """Somebody who listens to a page: presses its buttons, and hears what the voice is given."""

    def __init__(self, visitor: Visitor, path: str = "/vi/", **options: Any) -> None:  # noqa: ANN401 - those of a visit
        script = MOCK_VOICES + options.pop("script", "")
        self.page: Page = visitor(path, script=script, **options)
        self.toggle = self.page.locator(".read-aloud__toggle")
        self.panel = self.page.locator(".read-aloud__panel")

    def press(self, name: str) -> None:
        self.panel.get_by_role("button", name=name, exact=True).click()

    def start(self) -> Listener:
        """Press the control's button and wait until it speaks."""
        self.toggle.click()
        self.wait_until("engine.current !== null")
        return self

    def wait_until(self, condition: str, polls: int = _POLLS) -> None:
        """Wait for a condition in the page, whose policy allows no function made of text."""
        for _ in range(polls):
            if self.page.evaluate(condition):
                return
            self.page.wait_for_timeout(_POLL_MS)
        raise AssertionError(f"{condition} has not come true; heard: {self.heard()}")

    def heard(self) -> list[str]:
        """Return the texts that the voice was given."""
        return [str(one["text"]) for one in self.asked()]

    def asked(self) -> list[dict[str, Any]]:
        asked: list[dict[str, Any]] = self.page.evaluate("engine.said")
        return asked

    def hear_out(self, utterances: int = 1) -> None:
        """Let the voice end so many utterances."""
        for _ in range(utterances):
            count = len(self.asked())
            self.page.evaluate("engine.finish()")
            self.wait_until(f"engine.said.length > {count} || {_IS_IDLE}")

    def is_silent(self) -> bool:
        return bool(self.page.evaluate("engine.current === null"))

    def marked(self) -> str:
        """Return the text that is marked as being read."""
        text: str = self.page.evaluate(
            """() => {
              const painted = [...(CSS.highlights?.get("read-aloud") ?? [])].map(String);
              const classed = [...document.querySelectorAll(".is-read-aloud")];
              return [...painted, ...classed.map((e) => e.textContent)].join("");
            }"""
        )
        return text

    def part(self, name: str) -> Locator:
        return self.page.locator(f"[data-read={name}]")
