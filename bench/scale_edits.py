"""What an editor or a designer changes between two builds of our site, and how it is put back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from bench.scale_corpus import make_story
from bench.scale_sources import place_for_us, text_for_us

if TYPE_CHECKING:
    from bench.scale_corpus import Story

_BASE = Path("theme") / "templates" / "base.html"


@dataclass(frozen=True, slots=True)
class Site:
    """A made site of ours: its folder, its number of articles, where its templates are kept."""

    folder: Path
    count: int
    original: Path
    has_everything: bool = False

    def story(self, share: float) -> Story:
        """Return an article of the archive: 0 is the newest, 1 the oldest."""
        number = 1 + round(share * (self.count - 1))
        return make_story(number, self.count, beside=self.has_everything)

    def write(self, story: Story) -> None:
        (self.folder / place_for_us(story)).write_text(text_for_us(story), "utf-8")


# Told apart by the round: what was edited before is no edit.
Edit: TypeAlias = Callable[[Site, int], None]
_BODY, _TITLE = 0.5, 0.3


def restore(site: Site, _round: int) -> None:
    site.write(site.story(_BODY))
    site.write(site.story(_TITLE))
    if (site.original / _BASE).is_file():
        shutil.copyfile(site.original / _BASE, site.folder / _BASE)


def edit_nothing(_site: Site, _round: int) -> None:
    """Leave everything as it was built."""


def edit_body(site: Site, number: int) -> None:
    story = site.story(_BODY)
    site.write(replace(story, body=f"{story.body}\nĐoạn thêm lần thứ {number}.\n"))


def edit_title(site: Site, number: int) -> None:
    story = site.story(_TITLE)
    site.write(replace(story, title=f"{story.title}, sửa lần thứ {number}"))


def edit_template(site: Site, number: int) -> None:
    path = site.folder / _BASE
    text = path.read_text("utf-8")
    if "</body>" not in text:
        raise ValueError(f"{path}: no </body>")
    path.write_text(text.replace("</body>", f"<p>Bản {number}</p>\n</body>"), "utf-8")


# In a round, a text that the ordinary build of the same edit has not seen.
_RESIDENT_ROUND = 1000


def edit_anew(edit: Edit) -> Edit:
    return lambda site, number: edit(site, _RESIDENT_ROUND + number)


COLD = "from nothing"
SAME = "nothing changed"
BODY = "a body edited"
TITLE = "a title edited"
TEMPLATE = "a template edited"
EDITS: dict[str, Edit] = {
    COLD: restore,
    SAME: edit_nothing,
    BODY: edit_body,
    TITLE: edit_title,
    TEMPLATE: edit_template,
}
RESIDENT = "resident process (make serve): {}"
RESIDENT_BODY, RESIDENT_TITLE = RESIDENT.format(BODY), RESIDENT.format(TITLE)
EDITS_OF_RESIDENT: dict[str, Edit] = {
    RESIDENT.format(SAME): edit_nothing,
    RESIDENT_BODY: edit_anew(edit_body),
    RESIDENT_TITLE: edit_anew(edit_title),
}
RESIDENT_EDITS_OF_EVERYTHING: dict[str, Edit] = {RESIDENT_BODY: edit_anew(edit_body)}
EDITS_OF_EVERYTHING: dict[str, Edit] = {name: EDITS[name] for name in (COLD, SAME, BODY)}
