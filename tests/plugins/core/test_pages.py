"""From documents to pages: what surrounds them, what collides, and what a template may not do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined

from plugins.core import pipeline
from plugins.core.article import Kind, Status, Term
from plugins.core.catalogue import problem
from plugins.core.chrome import Chrome, localise_office
from plugins.core.document import Document
from plugins.core.generating import assemble, gather_pages, write_pages
from plugins.core.page import Page, page_of
from plugins.core.problems import ProblemsFoundError
from plugins.core.rendering import ThemeError
from tests.plugins.samples import OFFICE, make_build, make_document, make_view, moment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from plugins.core.build import Build


@pytest.fixture(autouse=True)
def empty_pipeline() -> Iterator[None]:
    pipeline.clear()
    yield
    pipeline.clear()


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Make a build whose sources lie in a folder of their own."""
    (tmp_path / "index.md").touch()
    return make_build(tmp_path)


def environment(**templates: str) -> Environment:
    files = {f"{name}.html": text for name, text in templates.items()}
    return Environment(loader=DictLoader(files), undefined=StrictUndefined, autoescape=True)


def document(build: Build, name: str = "hop-bao", **changes: Any) -> Document:  # noqa: ANN401 - any field of the view
    return Document(make_view(name, folder=build.project_dir, **changes))


def test_only_what_is_published_goes_on(build: Build) -> None:
    found = [
        document(build, "a"),
        document(build, "b", status=Status.DRAFT),
        document(build, "c", status=Status.SCHEDULED),
    ]
    assemble(build, found, environment())
    assert build.documents == [found[0]]


def test_steps_run_in_their_order_and_problems_stop_the_later_ones(build: Build) -> None:
    ran: list[str] = []

    def complain(build: Build) -> None:
        ran.append("documents")
        build.problems.add(problem("file-encoding", "content/a.md", 1))

    pipeline.on_documents(complain)
    pipeline.on_documents(lambda _: ran.append("documents again"))
    pipeline.on_paper(lambda _: ran.append("paper"))
    with pytest.raises(ProblemsFoundError, match=r"content/a\.md:1 — Tệp không phải"):
        assemble(build, [document(build)], environment())
    assert ran == ["documents", "documents again"]


def test_features_render_with_all_that_surrounds_a_page(build: Build) -> None:
    rendered = []

    def render(build: Build) -> None:
        for one in build.documents:
            rendered.append(build.render("x.html", {"document": one}))  # noqa: PERF401 - a step reads better so

    pipeline.on_documents(render)
    assemble(
        build,
        [document(build, title="A & B")],
        environment(x="{{ office.name }}: {{ document.view.title }} {{ page.url }}"),
    )
    assert rendered == ["Văn phòng: A &amp; B /2021/01/20/hop-bao/"]


def written(build: Build, *documents: Document, **templates: str) -> dict[str, str]:
    assemble(build, list(documents), environment(**templates))
    write_pages(build, gather_pages(build))
    folder = build.output.folder
    pages = folder.rglob("*.html")
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in pages}


def test_each_document_becomes_a_page_by_its_template(build: Build) -> None:
    page = document(
        build,
        "gioi-thieu",
        kind=Kind.PAGE,
        date=None,
        category=None,
        save_as="gioi-thieu/index.html",
    )
    pages = written(
        build, document(build), page, article="A {{ page.title }}", page="P {{ page.url }}"
    )
    assert pages == {
        "2021/01/20/hop-bao/index.html": "A Họp báo",
        "gioi-thieu/index.html": "P /2021/01/20/gioi-thieu/",
    }


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{{ documnt }}", r"article\.html \(/2021/01/20/hop-bao/\): 'documnt' is undefined"),
        ("{% if %}", r"article\.html \(/2021/01/20/hop-bao/\): Expected an expression"),
        ('{% include "none.html" %}', r"article\.html \(/2021/01/20/hop-bao/\): .*none\.html"),
    ],
)
def test_a_template_that_fails_is_named_with_its_page(
    build: Build, template: str, message: str
) -> None:
    with pytest.raises(ThemeError, match=message):
        written(build, document(build), article=template)


def test_two_pages_of_one_file_are_told_with_their_source(build: Build) -> None:
    home = Page(save_as="en/index.html", url="/en/", template="home.html", lang="en", title="Home")
    pipeline.on_pages(lambda _: [home])
    page = document(build, "en", kind=Kind.PAGE, date=None, url="/en/", save_as="en/index.html")
    assemble(build, [page], environment())
    with pytest.raises(ProblemsFoundError) as caught:
        gather_pages(build)
    told = str(caught.value)
    assert "content/2021/en/index.md:1 — Trang “/en/” trùng địa chỉ với một trang khác." in told


def test_the_page_of_an_article_knows_its_place(build: Build) -> None:
    vi, en = document(build), document(build, lang="en", url="/en/2021/01/20/hop-bao/")
    vi.translations, en.translations = (en,), (vi,)
    page = page_of(build, en)
    assert [(a.lang, a.url) for a in page.alternates] == [("vi", vi.view.url), ("en", en.view.url)]
    assert [(c.title, c.url) for c in page.crumbs] == [("Tin tức", "/chuyen-muc/tin-tuc/")]
    assert (page.section, page.description) == ("/chuyen-muc/tin-tuc/", vi.view.summary)
    assert page_of(build, document(build)).alternates == ()


def test_the_stamp_of_a_document_s_page_changes_with_the_view_and_with_translations(
    build: Build,
) -> None:
    one = document(build)
    stamps = {page_of(build, one).stamp, page_of(build, document(build, title="Khác")).stamp}
    for url in ("/en/a/", "/en/b/"):
        one.translations = (document(build, lang="en", url=url),)
        stamps.add(page_of(build, one).stamp)
    assert len(stamps) == 4
    assert page_of(build, document(build)).stamp in stamps


def test_the_menu_leads_only_where_there_are_pages_and_marks_where_one_is(build: Build) -> None:
    build.office = replace(OFFICE, menu_pages=("gioi-thieu", "khong-co"))
    about = document(
        build, "gioi-thieu", kind=Kind.PAGE, date=None, url="/gioi-thieu/", title="Giới thiệu"
    )
    build.documents = [about]
    chrome = Chrome(build, ["/", "/chuyen-muc/thong-bao/"])
    page = Page("x", "/x/", "x.html", "vi", "X", section="/chuyen-muc/thong-bao/")
    menu = chrome.context_of(page)["menu"]
    assert [item.url for item in menu] == ["/", "/chuyen-muc/thong-bao/", "/gioi-thieu/"]
    assert chrome.context_of(page)["here"] == "/chuyen-muc/thong-bao/"
    assert chrome.context_of(page_of(build, about))["here"] == "/gioi-thieu/"
    assert chrome.context_of(page._replace(section="/chuyen-muc/khac/"))["here"] == ""
    assert chrome.context_of(page._replace(section=None))["here"] == ""


def test_a_page_leads_to_its_translation_or_to_the_other_edition(build: Build) -> None:
    vi, en = document(build), document(build, lang="en", url="/en/2021/01/20/hop-bao/")
    assert elsewhere(build, page_of(build, vi)) == [("en", "/en/")]
    vi.translations, en.translations = (en,), (vi,)
    assert elsewhere(build, page_of(build, vi)) == [("en", en.view.url)]
    assert elsewhere(build, page_of(build, en)) == [("vi", vi.view.url)]


def elsewhere(build: Build, page: Page) -> list[tuple[str, str]]:
    return [(one.lang, one.url) for one in Chrome(build, []).context_of(page)["elsewhere"]]


def test_an_edition_offers_only_what_is_written(build: Build) -> None:
    page = Page("x", "/x/", "x.html", "vi", "X")
    bare = Chrome(build, []).context_of(page)["edition"]
    assert (bare.archive_url, bare.sitemap_url, bare.atom_url) == (None, None, None)
    build.feeds["vi", ""] = ("/feeds/atom.xml", "/feeds/rss.xml", "/feeds/feed.json")
    full = Chrome(build, ["/luu-tru/", "/so-do-trang/"]).context_of(page)["edition"]
    assert (full.archive_url, full.sitemap_url) == ("/luu-tru/", "/so-do-trang/")
    assert (full.atom_url, full.rss_url) == ("/feeds/atom.xml", "/feeds/rss.xml")


def test_the_office_speaks_the_language_of_the_page(build: Build) -> None:
    assert localise_office(build, "vi").name == "Văn phòng"
    assert localise_office(build, "en").name == "The Office"
    assert localise_office(build, "en").telephone_uri == "tel:+842053999123"


def test_documents_are_joined_before_features_see_them(build: Build) -> None:
    seen: list[tuple[Document | None, Document | None]] = []
    pipeline.on_documents(lambda build: seen.extend((d.older, d.newer) for d in build.documents))
    old, new = document(build, "a", date=moment("2021-01-01")), document(build, "b")
    assemble(build, [old, new], environment())
    assert seen == [(old, None), (None, new)]


def test_tags_of_one_address_stop_the_build(build: Build) -> None:
    one, other = (Term("ban-giao", name, "/the/ban-giao/") for name in ("bàn giao", "bán giao"))
    found = [document(build, "a", tags=(one,)), document(build, "b", tags=(other,))]
    with pytest.raises(ProblemsFoundError, match="Hai thẻ"):
        assemble(build, found, environment())


def test_a_document_s_own_context_is_not_shared() -> None:
    one, other = make_document("a"), make_document("b")
    one.extras.names = ("x",)
    assert other.extras.names == ()
