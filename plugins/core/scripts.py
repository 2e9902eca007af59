"""The theme's modules in as few files as a page needs: one, and one for each begun later.

Each module keeps a scope of its own: it becomes a function that returns what it exports. What this
cannot join it refuses, rather than guess; the forms it knows are those the theme is written in.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ROOT = "main.js"

_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*.*?\*/)[ \t]*\n?", re.MULTILINE | re.DOTALL)
_INDENT = re.compile(r"^[ \t]+|\n(?=\n)", re.MULTILINE)
_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([a-z0-9-]+\.js)";\n?', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|class|const) (\w+))", re.MULTILINE)
_LATER = re.compile(r'\bimport\("\./([a-z0-9-]+\.js)"\)')
# After what is known was taken away. The last: a template over several lines may hold anything.
_REFUSED = (
    (re.compile(r"^(?:import|export)\b(?!\()", re.MULTILINE), "import, export"),
    (re.compile(r"\bimport\(\s*[\"']"), "import()"),
    (re.compile(r"\bimport\s*\.\s*meta\b"), "import.meta"),
    (re.compile(r"^(?=\S)(?!async |const \w+ = async ).*\bawait\b", re.MULTILINE), "await"),
    (re.compile(r"^[^`\n]*(?:`[^`\n]*`[^`\n]*)*`[^`\n]*$", re.MULTILINE), "`…`"),
)


class ScriptError(ValueError):
    """A module has a form that cannot be joined, or asks for what is not there."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(f"{name}: không gộp được / cannot be bundled: {what}")


@dataclass(frozen=True, slots=True)
class Module:
    """A module's code without comments, imports and exports, and what these were.

    `imports` pairs each module with the names as they are written ("a, b as c").
    """

    name: str
    code: str
    imports: tuple[tuple[str, str], ...]
    exports: tuple[str, ...]
    later: tuple[str, ...]

    @property
    def variable(self) -> str:
        return f"${self.name.removesuffix('.js').replace('-', '_')}"


@dataclass(frozen=True, slots=True)
class Bundles:
    """The files to publish by their names, and the modules that lie in them."""

    files: dict[str, str]
    inside: frozenset[str]


def bundle_scripts(sources: Mapping[str, str]) -> Bundles:
    """Return `ROOT` and what it begins later, each with all that it imports.

    `sources` are the modules' texts by their names. What two of the files need lies in `ROOT`, from
    which the other takes it: no module runs twice. Raises ScriptError.
    """
    modules = _gather(sources)
    later = dict.fromkeys(name for module in modules.values() for name in module.later)
    needs = {name: _in_order(modules, name) for name in (ROOT, *later)}
    counts = Counter(name for names in needs.values() for name in names)
    common = {name for name, count in counts.items() if count > 1}
    at_root = [*dict.fromkeys((*(n for names in needs.values() for n in names if n in common),
                               *needs[ROOT]))]  # fmt: skip
    files = {ROOT: _join(modules, at_root, ROOT, offered=common)}
    for name in later:
        own = [one for one in needs[name] if one not in at_root]
        taken = [one for one in needs[name] if one in at_root]
        files[name] = _join(modules, own, name, taken=taken)
    return Bundles(files, frozenset(modules))


def _gather(sources: Mapping[str, str]) -> dict[str, Module]:
    """Return the modules that `ROOT` leads to, now or later."""
    found: dict[str, Module] = {}
    waiting = [(ROOT, ROOT)]
    while waiting:
        asker, name = waiting.pop()
        if name not in sources:
            raise ScriptError(asker, f"không có / missing: {name}")
        if name not in found:
            found[name] = module = read_module(name, sources[name])
            waiting += [(name, one) for one, _ in module.imports]
            waiting += [(name, one) for one in module.later]
    _check_names(found)
    return found


def read_module(name: str, text: str) -> Module:
    """Take a module apart; ScriptError for a form that is not known."""
    bare = _COMMENT.sub("", text)
    code = _EXPORT.sub("", _IMPORT.sub("", bare))
    for pattern, what in _REFUSED:
        if pattern.search(_LATER.sub("later()", code)):
            raise ScriptError(name, what)
    return Module(
        name=name,
        code=_INDENT.sub("", code).strip(),
        imports=tuple((one, " ".join(names.split())) for names, one in _IMPORT.findall(bare)),
        exports=tuple(_EXPORT.findall(bare)),
        later=tuple(_LATER.findall(code)),
    )


def _check_names(modules: Mapping[str, Module]) -> None:
    for module in modules.values():
        for name, names in module.imports:
            asked = {one.split(" as ")[0].strip() for one in names.split(",")} - {""}
            for missing in sorted(asked.difference(modules[name].exports)):
                raise ScriptError(module.name, f"{name} không có / does not export: {missing}")


def _in_order(modules: Mapping[str, Module], name: str) -> list[str]:
    """Return a module and all that it imports, each after what it needs."""
    done: list[str] = []

    def visit(one: str, path: tuple[str, ...]) -> None:
        if one in path:
            raise ScriptError(one, f"vòng lặp / a circle: {' → '.join((*path, one))}")
        if one not in done:
            for needed, _ in modules[one].imports:
                visit(needed, (*path, one))
            done.append(one)

    visit(name, ())
    return done


def _join(
    modules: Mapping[str, Module],
    names: Iterable[str],
    entry: str,
    *,
    taken: Iterable[str] = (),
    offered: Iterable[str] = (),
) -> str:
    """Return a file of the named modules that offers what its entry exports."""
    from_root = ", ".join(modules[name].variable for name in taken)
    for_others = ", ".join(sorted(modules[name].variable for name in offered))
    own = modules[entry]
    parts = [
        *([f'import {{ {from_root} }} from "./{ROOT}";'] if from_root else []),
        *(_as_function(modules, modules[name]) for name in names),
        *(
            [f"export const {{ {', '.join(own.exports)} }} = {own.variable};"]
            if own.exports
            else []
        ),
        *([f"export {{ {for_others} }};"] if for_others else []),
    ]
    return "\n".join([*parts, ""])


def _as_function(modules: Mapping[str, Module], module: Module) -> str:
    """Return a module as a function that is called at once, and returns what it exports."""
    lines = [
        f"const {{ {names.strip(' ,').replace(' as ', ': ')} }} = {modules[name].variable};"
        for name, names in module.imports
    ]
    result = [f"return {{ {', '.join(module.exports)} }};"] if module.exports else []
    head = f"const {module.variable} = (() => {{" if module.exports else "(() => {"
    return "\n".join([head, *lines, module.code, *result, "})();"])
