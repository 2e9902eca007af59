"""One build of the site: what the steps of the pipeline are handed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from plugins.core.article import Kind
from plugins.core.executor import LocalExecutor
from plugins.core.ledger import Ledger
from plugins.core.problems import Problems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from jinja2 import Environment

    from plugins.core.document import Document, PaperCopy
    from plugins.core.executor import Executor
    from plugins.core.office import Office
    from plugins.core.output import Output
    from plugins.core.page import Page
    from plugins.core.urls import Urls

Options = TypeVar("Options")
# Documents by kind, language and category's slug; None stands for all of the language.
Groups = dict[tuple[str | None, ...], list["Document"]]


def _cannot_render(template: str, _context: Mapping[str, object]) -> str:
    message = f"{template}: the theme is there from the stage “documents” on"
    raise RuntimeError(message)


def _say_nothing(_own: Mapping[str, str]) -> str:
    return ""


@dataclass(slots=True)
class Build:
    """The office, the places, the documents and the problems of one build.

    `documents` holds the published articles and pages of every language, newest article first (a
    list that is never changed, only replaced);
    `written_pages`, once they are, every page of the site. `meta_policy` returns the content policy
    that a page repeats, given the directives of its own; "" where none shall.
    `options` holds each feature's settings by their class; read it with `options_of`.
    From the stage "documents" on there are `environment`, the theme's templates; `assets`, the
    path on the host of each static file; and `render`, which returns a template rendered for the
    document in its context. `feeds` pairs the paths of Atom, RSS and JSON with a language and a
    category's slug, "" for the whole edition; `bulletins` a listing's path with the PDF of all
    its articles. What goes into the output goes through `output`;
    `ledger` knows what was rendered before and need not be again; `executor` does what any machine
    could do. `show_so_far` is there where somebody waits for the pages, in a preview: a step of the
    stage "written" that takes long calls it before it begins.
    """

    office: Office
    urls: Urls
    project_dir: Path
    content_dir: Path
    output: Output
    cache_dir: Path
    theme_dir: Path
    timezone: str
    is_production: bool
    options: Mapping[type[Any], Any]
    problems: Problems = field(default_factory=Problems)
    documents: list[Document] = field(default_factory=list)
    written_pages: list[Page] = field(default_factory=list)
    meta_policy: Callable[[Mapping[str, str]], str] = _say_nothing
    environment: Environment | None = None
    assets: dict[str, str] = field(default_factory=dict)
    feeds: dict[tuple[str, str], tuple[str, str, str]] = field(default_factory=dict)
    bulletins: dict[str, PaperCopy] = field(default_factory=dict)
    render: Callable[[str, Mapping[str, object]], str] = _cannot_render
    ledger: Ledger = field(default_factory=Ledger)
    executor: Executor = field(default_factory=LocalExecutor)
    show_so_far: Callable[[], None] | None = None
    _groups: tuple[list[Document], Groups] = field(default_factory=lambda: ([], {}))

    def options_of(self, kind: type[Options]) -> Options:
        """Return the loaded settings of a feature; KeyError where it did not declare them."""
        options: Options = self.options[kind]
        return options

    def publish(self, place: str, base: str, make: Callable[[], bytes]) -> None:
        """Put at `place` what `make` returns, without making it again where nothing changed.

        `base` must tell all that the outcome depends on but the documents: what is read of those
        is noted as `make` runs.
        """
        total = self.ledger.recall(place, base)
        if total is not None and self.output.holds(place, total):
            self.output.claim(place, total)
            return
        _, record = self.ledger.work_out(base, lambda: self.output.write(place, make()))
        self.ledger.note(place, record)

    def articles(self, lang: str, category: str | None = None) -> Sequence[Document]:
        """Return the dated articles of a language, or of a category by its slug, newest first."""
        return self._group(Kind.ARTICLE, lang, category)

    def pages(self, lang: str) -> Sequence[Document]:
        """Return the static pages of a language."""
        return self._group(Kind.PAGE, lang, None)

    def _group(self, *key: str | None) -> Sequence[Document]:
        if self._groups[0] is not self.documents:
            self._groups = (self.documents, _group(self.documents))
        return self._groups[1].get(key, ())


def _group(documents: Iterable[Document]) -> Groups:
    groups: Groups = defaultdict(list)
    for document in documents:
        view = document.view
        groups[view.kind, view.lang, None].append(document)
        if view.category is not None:
            groups[view.kind, view.lang, view.category.slug].append(document)
    return groups
