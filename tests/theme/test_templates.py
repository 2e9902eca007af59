"""Templates: what they may not do, so that pages stay strict, safe and whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.meta import find_referenced_templates, find_undeclared_variables

import pelicanconf
from plugins.core.formats import FILTERS
from plugins.core.parts import NAME
from plugins.core.templates import find_parts

THEME = Path(__file__).resolve().parents[2] / "theme"
TEMPLATES = THEME / "templates"
FILES = sorted(TEMPLATES.rglob("*.html"))
STATIC = THEME / "static"


def name_of(path: Path) -> str:
    return path.relative_to(TEMPLATES).as_posix()


def environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined
    )
    made.filters.update(FILTERS)
    return made


def bare(path: Path) -> str:
    """Return a template without its comments."""
    return re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)


def test_a_mistyped_name_stops_the_build_and_texts_are_escaped() -> None:
    assert pelicanconf.JINJA_ENVIRONMENT["undefined"] is StrictUndefined
    assert pelicanconf.JINJA_ENVIRONMENT["autoescape"] is True


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_template_compiles_with_our_filters_alone(path: Path) -> None:
    made = environment()
    tree = made.parse(path.read_text("utf-8"))
    used = {f.name for f in tree.find_all(nodes.Filter)}
    assert used <= set(made.filters)
    made.get_template(name_of(path))


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_template_that_is_named_is_there(path: Path) -> None:
    tree = environment().parse(path.read_text("utf-8"))
    kinds = (nodes.Include, nodes.Extends, nodes.Import, nodes.FromImport)
    found = [node for kind in kinds for node in tree.find_all(kind)]
    for name in (getattr(node, "template", None) for node in found):
        if isinstance(name, nodes.Const):
            assert (TEMPLATES / name.value).is_file(), name.value


def names_read(name: str) -> set[str]:
    """Return the names that a template reads of its context, with those that it is made of."""
    tree = environment().parse((TEMPLATES / name).read_text("utf-8"))
    others = (other for other in find_referenced_templates(tree) if other)
    return find_undeclared_variables(tree).union(*map(names_read, others))


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_part_is_there_and_asks_for_all_that_it_is_handed(path: Path) -> None:
    tree = environment().parse(path.read_text("utf-8"))
    assert None not in find_parts(tree)
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == NAME:
            handed = {argument.key for argument in call.kwargs}
            assert handed <= names_read(call.args[0].as_const())


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_static_file_that_is_named_is_there(path: Path) -> None:
    for place in re.findall(r"""asset\(\s*["']([^"']+)["']\s*\)""", bare(path)):
        assert (STATIC / place).is_file(), place


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_template_has_no_inline_script_style_or_handler(path: Path) -> None:
    text = bare(path)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", text)
    for tag in re.findall(r"<script[^>]*>", text):
        assert "src=" in tag or "application/ld+json" in tag


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_an_id_of_a_page_can_never_be_an_article_s(path: Path) -> None:
    """Anchors of bodies have no underscore (plugins/core/anchors.py); ids of pages have one."""
    if path.name.startswith("paper"):
        return
    for name in re.findall(r"""\sid=["']([^"']+)["']""", bare(path)):
        assert "_" in name, name


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_only_html_that_the_build_made_goes_unescaped(path: Path) -> None:
    allowed = r"document\.html|\w*spoken_\w+|\w*qr_svg|\w*_html|script|text|code|entry\.html"
    for expression in re.findall(r"\{\{\s*([^}|]+?)\s*\|\s*safe\b", bare(path)):
        assert re.search(allowed, expression), expression


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_vietnamese_and_english_come_from_the_translations(path: Path) -> None:
    text = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", " ", bare(path), flags=re.DOTALL)
    text = re.sub(r"<[^>]*>", " ", text)
    assert not re.findall(r"[^\W\d_]{3,}", text)


_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)|\b(?:rgba?|hsla?|oklch|oklab|lab|lch|hwb)\(")


@pytest.mark.parametrize(
    "path", sorted(STATIC.rglob("*.css")), ids=lambda p: p.relative_to(STATIC).as_posix()
)
def test_raw_colours_are_in_tokens_alone(path: Path) -> None:
    if path.name == "tokens.css":
        return
    text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
    # What a photo looks like from afar, until it is there: measured, not chosen.
    text = re.sub(r"[^{}]*tone-[^{}]*\{[^}]*\}", "", text)
    values = re.findall(r":\s*([^;{}]+);", text)
    assert [v for v in values if _COLOUR.search(v) or "color-mix(" in v] == []


def test_the_bundle_lists_every_stylesheet_of_the_screen() -> None:
    listed = set(re.findall(r'url\("([^"]+)"\)', (STATIC / "css/site.css").read_text("utf-8")))
    there = {p.relative_to(STATIC / "css").as_posix() for p in STATIC.glob("css/**/*.css")}
    alone = {"site.css", "paper.css"}
    assert listed <= there
    assert there - listed - alone == set()
