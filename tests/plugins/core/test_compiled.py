"""Templates are compiled once, and again where their text changes or a record is of no use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from jinja2 import DictLoader, Environment

from plugins.core.compiled import keep_compiled
from plugins.core.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Callable

THEME = {
    "page.html": '{% extends "base.html" %}{% block main %}{{ title }}{% endblock %}',
    "base.html": "<main>{% block main %}{% endblock %}</main>",
}


def make_environment(ledger: Ledger, theme: dict[str, str]) -> Environment:
    environment = Environment(loader=DictLoader(theme), autoescape=True)
    keep_compiled(environment, ledger)
    return environment


def render(ledger: Ledger, theme: dict[str, str]) -> str:
    return make_environment(ledger, theme).get_template("page.html").render(title="Họp & bàn")


def next_after(ledger: Ledger, kept: dict[str, bytes] | None = None) -> Ledger:
    """Return what the next build gets of a ledger, which had `kept` itself."""
    new, gone = ledger.changes()
    return Ledger({n: r for n, r in ({**(kept or {}), **dict(new)}).items() if n not in gone})


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the templates that are compiled, as they are."""
    names: list[str] = []
    compile_template: Callable[..., object] = Environment.compile

    def note(self: Environment, source: str, name: str, *rest: object) -> object:
        names.append(name)
        return compile_template(self, source, name, *rest)

    monkeypatch.setattr(Environment, "compile", note)
    return names


def test_what_was_compiled_by_the_last_build_is_not_compiled_again(compiled: list[str]) -> None:
    ledger = Ledger()
    assert render(ledger, THEME) == "<main>Họp &amp; bàn</main>"
    assert compiled == ["page.html", "base.html"]
    assert render(next_after(ledger), THEME) == "<main>Họp &amp; bàn</main>"
    assert compiled == ["page.html", "base.html"]


def test_another_text_is_compiled(compiled: list[str]) -> None:
    ledger = Ledger()
    render(ledger, THEME)
    compiled.clear()
    theme = {**THEME, "base.html": "<b>{% block main %}{% endblock %}</b>"}
    assert render(next_after(ledger), theme) == "<b>Họp &amp; bàn</b>"
    assert compiled == ["base.html"]


def test_a_build_that_renders_nothing_forgets_only_what_is_gone() -> None:
    first = Ledger()
    render(first, THEME)
    kept = dict(first.changes()[0])
    second = Ledger(kept)
    make_environment(second, {"page.html": THEME["page.html"]})
    assert second.changes() == ([], ["compiled:base.html"])


def test_a_record_that_is_no_code_is_passed_over(compiled: list[str]) -> None:
    ledger = Ledger()
    environment = make_environment(ledger, THEME)
    cache = environment.bytecode_cache
    assert cache is not None
    bucket = cache.get_bucket(environment, "base.html", None, THEME["base.html"])
    ledger.keep(bucket.key, bucket.checksum, lambda: "không mã"[:1] * 9)
    compiled.clear()
    assert render(next_after(ledger), THEME) == "<main>Họp &amp; bàn</main>"
    assert "base.html" in compiled
