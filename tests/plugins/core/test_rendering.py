"""A page is rendered again where something that it shows has changed, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined

from plugins.core import pipeline
from plugins.core.document import Document, PaperCopy
from plugins.core.generating import assemble, gather_pages
from plugins.core.ledger import Ledger
from plugins.core.page import Page
from plugins.core.rendering import Renderer
from tests.plugins.samples import make_build, make_view, moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TEMPLATES = {
    "article.html": (
        '{% include "head.html" %}{{ document.html | safe }}'
        '{% if document.older %}{{ part("card.html", one=document.older) }}{% endif %}'
    ),
    "head.html": "<title>{{ page.title }}</title>",
    # Whoever shows it second gets it out of memory: the pages of articles come first.
    "card.html": "{{ one.view.title }}",
    "entry.html": '<li>{{ part("card.html", one=one) }}</li>',
    "listing.html": '{% for one in documents %}{{ part("entry.html", one=one) }} {% endfor %}',
    "pdf.html": "{% for one in documents %}{{ one.extras.pdf }} {% endfor %}",
}
NAMES = ("a", "b", "c")


class Site:
    """Three articles, a listing of titles and one of PDFs; `Site.build` renders what is due."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.templates = dict(TEMPLATES)
        self.views: dict[str, dict[str, Any]] = {
            name: {"title": f"Bài {name}", "date": moment(f"2021-01-1{number} 08:00")}
            for number, name in enumerate(NAMES)
        }
        self.html = {name: f"<p>{name}</p>" for name in NAMES}
        self.pdfs: dict[str, PaperCopy] = {}
        self.context: dict[str, object] = {}
        self._kept: dict[str, bytes] = {}

    def build(self) -> list[str]:
        """Return the folders of the pages that had to be rendered."""
        documents = [
            Document(make_view(name, folder=self.folder, **view), self.html[name])
            for name, view in self.views.items()
        ]
        for one in documents:
            one.extras.pdf = self.pdfs.get(one.view.slug)
        build = make_build(self.folder)
        build.ledger = Ledger(self._kept)
        build.output.open()
        loader = DictLoader(self.templates)
        environment = Environment(loader=loader, undefined=StrictUndefined, autoescape=True)
        assemble(build, documents, environment)
        pages = gather_pages(build)
        pages += [self._listing(build.documents, "listing"), self._listing(build.documents, "pdf")]
        count = Renderer(build, pages).publish()
        new, gone = build.ledger.changes()
        self._kept = {n: r for n, r in (self._kept | dict(new)).items() if n not in gone}
        build.output.sweep()
        build.output.save()
        places = [name for name, _ in new if name.endswith("/index.html")]
        assert len(places) == count
        return sorted(place.removesuffix("/index.html").rpartition("/")[2] for place in places)

    def _listing(self, documents: list[Document], name: str) -> Page:
        return Page(
            save_as=f"{name}/index.html",
            url=f"/{name}/",
            template=f"{name}.html",
            lang="vi",
            title=name,
            context={"documents": documents, **self.context},
        )

    def page(self, place: str) -> Path:
        return self.folder / "output" / place / "index.html"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    (tmp_path / "index.md").touch()
    pipeline.clear()
    made = Site(tmp_path)
    assert made.build() == ["a", "b", "c", "listing", "pdf"]
    yield made
    pipeline.clear()


def change_nothing(_: Site) -> None:
    pass


def change_a_body(site: Site) -> None:
    site.html["b"] = "<p>khác</p>"


def change_a_title(site: Site) -> None:
    site.views["b"]["title"] = "Khác"


def give_a_pdf(site: Site) -> None:
    site.pdfs["b"] = PaperCopy("/b.pdf", 1, 1)


def take_the_newest_away(site: Site) -> None:
    del site.views["c"]


def take_the_oldest_away(site: Site) -> None:
    del site.views["a"]


def change_an_included_template(site: Site) -> None:
    site.templates["head.html"] += " "


def change_a_template_of_one_page(site: Site) -> None:
    site.templates["pdf.html"] += " "


def change_a_part(site: Site) -> None:
    site.templates["card.html"] += " "


def change_a_context(site: Site) -> None:
    site.context["more"] = 1


def damage_a_page(site: Site) -> None:
    site.page("2021/01/20/b").write_text("hỏng")


def delete_a_page(site: Site) -> None:
    site.page("listing").unlink()


@pytest.mark.parametrize(
    ("change", "rendered"),
    [
        (change_nothing, []),
        (change_a_body, ["b"]),
        # The newer one names it as its neighbour.
        (change_a_title, ["b", "c", "listing"]),
        (give_a_pdf, ["pdf"]),
        (take_the_newest_away, ["listing", "pdf"]),
        (take_the_oldest_away, ["b", "listing", "pdf"]),
        (change_an_included_template, ["a", "b", "c"]),
        (change_a_template_of_one_page, ["pdf"]),
        (change_a_part, ["a", "b", "c", "listing"]),
        (change_a_context, ["listing", "pdf"]),
        (damage_a_page, ["b"]),
        (delete_a_page, ["listing"]),
    ],
)
def test_a_change_renders_what_shows_it_and_nothing_else(
    site: Site, change: Callable[[Site], None], rendered: list[str]
) -> None:
    change(site)
    assert site.build() == rendered
    assert site.build() == []


def test_what_is_not_rendered_again_is_what_a_rendering_would_give(
    site: Site, tmp_path: Path
) -> None:
    change_a_title(site)
    site.build()
    pages = {place: site.page(place).read_text() for place in ("2021/01/20/a", "listing", "pdf")}
    (tmp_path / "new").mkdir()
    (tmp_path / "new/index.md").touch()
    new = Site(tmp_path / "new")
    change_a_title(new)
    new.build()
    assert pages == {place: new.page(place).read_text() for place in pages}
