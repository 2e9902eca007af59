"""Which templates a template is made of, and what stands for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import nodes
from jinja2.exceptions import TemplateNotFound
from jinja2.meta import find_referenced_templates

from plugins.core.artifacts import digest
from plugins.core.ledger import Ledger
from plugins.core.parts import NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment


# What no template's text is: some may be missing ("ignore missing"), and appear one day.
_MISSING = "\0"
# Neither do names have these.
_ANY, _BETWEEN = "\0", "\n"


class TemplateStamps:
    """Stamps of a theme's templates, with those that they extend, include, import or call.

    `ledger` keeps which those are: to parse a theme takes a tenth of a second.
    """

    def __init__(self, environment: Environment, ledger: Ledger | None = None) -> None:
        self._environment, self._ledger = environment, ledger or Ledger()
        self._sources: dict[str, str] = {}
        self._named: dict[str, list[str]] = {}
        self._stamps: dict[str, str] = {}

    def stamp_of(self, name: str) -> str:
        """Return what changes when the text of any template does that `name` may use."""
        if name not in self._stamps:
            used = sorted(self._collect(name))
            self._stamps[name] = digest(*(part for one in used for part in (one, self._read(one))))
        return self._stamps[name]

    def _collect(self, name: str) -> frozenset[str]:
        found, waiting = set(), [name]
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting.extend(self._named_in(one))
        return frozenset(found)

    def _named_in(self, name: str) -> list[str]:
        # Most pages are made of the same ones.
        if name not in self._named:
            found = self._ledger.keep(
                f"template:{name}", digest(self._read(name)), lambda: self._find_named(name)
            )
            names = self._environment.list_templates() if found == _ANY else found.split(_BETWEEN)
            self._named[name] = [one for one in names if one]
        return self._named[name]

    def _find_named(self, name: str) -> str:
        tree = self._environment.parse(self._read(name))
        named = {*find_referenced_templates(tree), *find_parts(tree)}
        # A name that is worked out as the page is rendered may be any.
        return _ANY if None in named else _BETWEEN.join(sorted(filter(None, named)))

    def _read(self, name: str) -> str:
        if name not in self._sources:
            self._sources[name] = self._load(name)
        return self._sources[name]

    def _load(self, name: str) -> str:
        loader = self._environment.loader
        try:
            return loader.get_source(self._environment, name)[0] if loader else _MISSING
        except TemplateNotFound:
            # Whoever renders a page that needs it will tell.
            return _MISSING


def find_parts(tree: nodes.Template) -> Iterator[str | None]:
    """Yield the template of each part that is shown; None for one that may be any."""
    calls = [call for call in tree.find_all(nodes.Call) if _is_part(call.node)]
    for call in calls:
        name = call.args[0] if call.args else None
        yield name.value if isinstance(name, nodes.Const) else None
    if len(calls) < sum(map(_is_part, tree.find_all(nodes.Name))):
        # Under another name, it could be called with anything.
        yield None


def _is_part(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) and node.name == NAME
