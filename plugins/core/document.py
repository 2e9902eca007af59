"""A document on its way through the build: a frozen view, its HTML, and what features add."""

from __future__ import annotations

import marshal
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from plugins.core.artifacts import digest
from plugins.core.lazy_text import LazyText
from plugins.core.reads import Watched

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from plugins.core.article import ArticleView


class Picture(NamedTuple):
    """A photo's published derivatives, as `<picture>` needs them.

    `sources` pairs a media type with a srcset ("image/avif", "/…-480.avif 480w, …"), best first;
    `src` is the JPEG every browser reads, `full` the largest derivative, opened by itself.
    `width_px` and `height_px` are the size of the largest derivative.
    `tone` is the average colour's class number (0–63), a placeholder that needs no inline style.
    """

    sources: tuple[tuple[str, str], ...]
    src: str
    full: str
    width_px: int
    height_px: int
    tone: int = 0
    alt: str = ""


class PhotoUse(NamedTuple):
    """A photo that a body shows, or that the words of a link lead to (not `is_shown`).

    `photo` is its path below the content folder, `line` where it is written. `is_link_text` tells
    that a link of the editor's surrounds it; `narrow` and `wide` are how many of six columns it
    takes on narrow and on wide screens.
    """

    photo: str
    line: int
    alt: str = ""
    is_shown: bool = True
    is_link_text: bool = False
    narrow: int = 6
    wide: int = 6


class BodyPhotos(NamedTuple):
    """What a body has of photos: those shown in reading order, then those that links lead to.

    `cover` is the path below the content folder of the one that the front matter names, or "".
    """

    uses: tuple[PhotoUse, ...] = ()
    cover: str = ""


NO_PHOTOS = BodyPhotos()


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the table of contents; `level` is 2–6."""

    level: int
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A published attachment; `kind` is its type in capitals ("PDF")."""

    url: str
    title: str
    kind: str
    size_bytes: int
    media_type: str
    number: str | None = None
    date: date | None = None


class PaperCopy(NamedTuple):
    """The document's PDF: where it is, how large, how many pages."""

    url: str
    size_bytes: int
    pages: int


@dataclass(frozen=True, slots=True)
class Recording:
    """The document read aloud (MP3); its track (WebVTT) names the sentence that sounds."""

    url: str
    track_url: str
    podcast_url: str
    size_bytes: int
    seconds: int


class Drawing(Protocol):
    """A picture that becomes HTML only where a template shows it."""

    def __html__(self) -> str: ...


@dataclass(slots=True, eq=False)
class Extras(Watched):
    """What features add to a document: a field for each, its default meaning "not there".

    `spoken_title` and `spoken_summary` are HTML: the texts with their sentences wrapped.
    `names` are the proper names of the text; `anchor_links` pairs the address of each link whose
    anchor the body itself does not have with that anchor.
    `attached_files` pairs the names by which files beside the article are published with their own.
    """

    photos: BodyPhotos = NO_PHOTOS
    cover: Picture | None = None
    social: str | None = None
    contents: tuple[Heading, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    attached_files: tuple[tuple[str, str], ...] = ()
    related: tuple[Document, ...] = ()
    pdf: PaperCopy | None = None
    qr_svg: Drawing | None = None
    is_speakable: bool = False
    spoken_title: str = ""
    spoken_summary: str = ""
    recording: Recording | None = None
    names: tuple[str, ...] = ()
    anchor_links: tuple[tuple[str, str], ...] = ()

    def __reduce__(self) -> tuple[Callable[..., Extras], tuple[dict[str, object]]]:
        # Most have hardly any, and each build takes all of them out of the store.
        there = {name: getattr(self, name) for name in _DEFAULTS}
        return _extras_of, ({n: v for n, v in there.items() if v != _DEFAULTS[n]},)


_DEFAULTS = {one.name: one.default for one in fields(Extras)}


def _extras_of(there: dict[str, Any]) -> Extras:
    return Extras(**there)


class Document(Watched):
    """A document of the build. `html` is its body; steps of the pipeline replace or alter it.

    It is fetched only when it is read.
    `links` are the sources it links to, each with the line that does.
    `older` and `newer` are its neighbours in time, `translations` the same text in the other
    languages, both set before the pages are written.
    """

    __slots__ = (
        "_html",
        "_view_stamp",
        "extras",
        "links",
        "newer",
        "older",
        "translations",
        "view",
    )

    def __init__(
        self,
        view: ArticleView,
        html: str | LazyText = "",
        extras: Extras | None = None,
        *,
        links: tuple[tuple[str, int], ...] = (),
    ) -> None:
        self.view = view
        self._view_stamp = ""
        self._html = html if isinstance(html, LazyText) else LazyText.of(html)
        self.extras = Extras() if extras is None else extras
        self.links = links
        self.older: Document | None = None
        self.newer: Document | None = None
        self.translations: tuple[Document, ...] = ()

    def __repr__(self) -> str:
        return f"Document({self.view.path!r})"

    @property
    def html(self) -> str:
        return self._html.read()

    @html.setter
    def html(self, html: str) -> None:
        self._html = LazyText.of(html)

    @property
    def view_stamp(self) -> str:
        """Return what stands for the view: equal stamps, equal views."""
        if not self._view_stamp:
            # Of a version that tells nothing of who else holds a text.
            self._view_stamp = digest(marshal.dumps(self.view.packed(), 2))
        return self._view_stamp

    @view_stamp.setter
    def view_stamp(self, known: str) -> None:
        self._view_stamp = known

    @property
    def html_stamp(self) -> str:
        """Return what stands for the body's HTML: equal stamps, equal HTML. It is not fetched."""
        return self._html.stamp

    def alter_html(self, function: Callable[[str, Any], str], inputs: object) -> None:
        """Let `function(html, inputs)` be the HTML, once it is read.

        `inputs` must hold all that the outcome depends on, and its `repr` must tell it.
        """
        self._html.alter(function, inputs)
