"""Parts of pages: rendered once in a process, and shown on every page that hands them the same."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jinja2.exceptions import TemplateRuntimeError, UndefinedError
from markupsafe import Markup

from plugins.core.reads import Watched, note_again, noting_reads

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

    from plugins.core.reads import Read

NAME = "part"
"""What templates call it."""

# Neither of them changes while pages are rendered, and equal ones look the same.
_STEADY = (str, int, type(None), Watched)


class Parts:
    """The parts that pages of one language are made of: `part(template, **arguments)`.

    A part's template sees what all pages of the language share, and its arguments: texts, whole
    numbers, documents. It sees nothing of the page, so that it cannot show what is not in the call;
    what it reads of documents counts for every page that shows it. `most` are kept: 0 where
    documents may yet change between two calls.
    """

    def __init__(
        self, environment: Environment | None, shared: Mapping[str, Any], most: int
    ) -> None:
        self._environment = environment
        self._shared = shared
        # Typed: 1 equals True, and is written otherwise.
        self._keep = lru_cache(maxsize=most, typed=True)(self._render)

    def __call__(self, template: str, /, **arguments: object) -> Markup:
        try:
            html, reads = self._keep(template, **arguments)
        except TypeError:
            # One that cannot even be looked up.
            _refuse_unsteady(template, arguments)
            raise
        note_again(reads)
        return html

    def _render(self, template: str, /, **arguments: object) -> tuple[Markup, tuple[Read, ...]]:
        _refuse_unsteady(template, arguments)
        with noting_reads() as reads:
            html = self._show(template, arguments)
        return Markup(html), tuple(reads)  # noqa: S704 - a template's own, which escapes

    def _show(self, template: str, arguments: Mapping[str, object]) -> str:
        assert self._environment is not None  # noqa: S101 - a template of it is being rendered
        try:
            found = self._environment.get_template(template)
            return found.render({**self._shared, **arguments})
        except UndefinedError as error:
            message = f"{template}, which sees only what it is handed: {error}"
            raise UndefinedError(message) from error


def _refuse_unsteady(template: str, arguments: Mapping[str, object]) -> None:
    for name, value in arguments.items():
        if not isinstance(value, _STEADY):
            message = f"{template}: “{name}” is a {type(value).__name__}, which may change"
            raise TemplateRuntimeError(message)
