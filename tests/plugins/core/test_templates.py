"""A template's stamp changes with every template that it may use, and with no other."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment
from jinja2.exceptions import TemplateSyntaxError

from plugins.core.ledger import Ledger
from plugins.core.templates import TemplateStamps

THEME = {
    "base.html": "{% block main %}{% endblock %}",
    "article.html": '{% extends "base.html" %}{% block x %}{% include "part.html" %}{% endblock %}',
    "part.html": '{% from "macros.html" import link %}{{ link() }}',
    "macros.html": "{% macro link() %}<a>{% endmacro %}",
    "listing.html": '{% import "macros.html" as m %}{{ m.link() }}',
    "choice.html": '{% include ["none.html", "part.html"] ignore missing %}',
    "dynamic.html": "{% include name %}",
    "round.html": '{% include "round.html" %}{% include "part.html" %}',
    "alone.html": "một mình",
    "parts.html": '{{ part("part.html", level=2) }}{{ other("alone.html") }}',
    "nested.html": '{% if x %}{{ "<b>" ~ part("parts.html", x=part("alone.html")) }}{% endif %}',
    "chosen.html": '{{ part("alone.html" if x else "part.html") }}',
    "renamed.html": '{% set show = part %}{{ show("alone.html") }}',
}
USES = {
    "base.html": {"base.html"},
    "article.html": {"article.html", "base.html", "part.html", "macros.html"},
    "listing.html": {"listing.html", "macros.html"},
    "round.html": {"round.html", "part.html", "macros.html"},
    "alone.html": {"alone.html"},
    "dynamic.html": set(THEME) - {"choice.html"},
    "parts.html": {"parts.html", "part.html", "macros.html"},
    "nested.html": {"nested.html", "parts.html", "part.html", "macros.html", "alone.html"},
    "chosen.html": set(THEME) - {"choice.html"},
    "renamed.html": set(THEME) - {"choice.html"},
}


def stamp_of(name: str, theme: dict[str, str]) -> str:
    return TemplateStamps(Environment(loader=DictLoader(theme), autoescape=True)).stamp_of(name)


@pytest.mark.parametrize(("name", "used"), USES.items())
def test_a_stamp_changes_with_each_template_that_is_used_and_no_other(
    name: str, used: set[str]
) -> None:
    theme = {one: text for one, text in THEME.items() if one != "choice.html"}
    before = stamp_of(name, theme)
    assert before == stamp_of(name, dict(theme))
    changed = {one for one in theme if stamp_of(name, {**theme, one: f"{theme[one]} "}) != before}
    assert changed == used


def test_a_template_that_a_page_may_do_without_may_appear() -> None:
    before = stamp_of("choice.html", THEME)
    assert stamp_of("choice.html", {**THEME, "none.html": "có rồi"}) != before


def test_a_new_template_counts_where_any_may_be_used() -> None:
    theme = {one: text for one, text in THEME.items() if one != "choice.html"}
    assert stamp_of("dynamic.html", {**theme, "new.html": ""}) != stamp_of("dynamic.html", theme)


def test_what_is_wrong_with_a_template_is_for_the_caller_to_tell() -> None:
    with pytest.raises(TemplateSyntaxError):
        stamp_of("a.html", {"a.html": "{% if %}"})


def kept_in(ledger: Ledger) -> Ledger:
    """Return what the next build gets of a ledger."""
    return Ledger(dict(ledger.changes()[0]))


@pytest.mark.parametrize("name", [*USES, "choice.html"])
def test_a_ledger_tells_which_templates_are_used_without_parsing(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = Environment(loader=DictLoader(THEME), autoescape=True)
    ledger = Ledger()
    before = TemplateStamps(environment, ledger).stamp_of(name)
    monkeypatch.delattr(Environment, "parse")
    assert TemplateStamps(environment, kept_in(ledger)).stamp_of(name) == before
    with pytest.raises(AttributeError):
        TemplateStamps(environment, Ledger()).stamp_of(name)


def test_a_template_that_was_changed_is_parsed_again() -> None:
    ledger = Ledger()
    TemplateStamps(Environment(loader=DictLoader(THEME), autoescape=True), ledger).stamp_of(
        "article.html"
    )
    theme = {**THEME, "part.html": '{% include "alone.html" %}'}
    environment = Environment(loader=DictLoader(theme), autoescape=True)
    found = TemplateStamps(environment, kept_in(ledger)).stamp_of("article.html")
    assert found == TemplateStamps(environment).stamp_of("article.html")
    theme["alone.html"] = "hai mình"
    environment = Environment(loader=DictLoader(theme), autoescape=True)
    assert found != TemplateStamps(environment, kept_in(ledger)).stamp_of("article.html")
