"""The house's rules about code: who imports whom, how long a module is, what it promises."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
PLUGINS = PROJECT / "plugins"
MODULES = sorted(PLUGINS.rglob("*.py"))
FEATURES = sorted(
    p.name for p in PLUGINS.iterdir() if (p / "__init__.py").exists() and p.name != "core"
)


def name_of(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def imports_of(path: Path) -> set[str]:
    """Return the modules that a file imports, wherever in it it does."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            # A program of its own does not know by which name its folder is found.
            is_beside = node.level == 1 and (path.parent / "__main__.py").exists()
            is_plain = node.level == 0 or is_beside
            assert is_plain, f"{name_of(path)}: a relative import hides where it leads"
            module = node.module or ""
            found |= {f"{module}.{alias.name}" for alias in node.names} | {module}
    return found


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_one_way(path: Path) -> None:
    own = path.relative_to(PLUGINS).parts[0]
    reached = {m.split(".")[1] for m in imports_of(path) if re.match(r"plugins\.\w", m)}
    allowed = {own, "core"} if own != "core" else {"core"}
    assert reached - allowed <= set() if own in {*FEATURES, "core"} else reached <= set()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_edge_knows_pelican(path: Path) -> None:
    known = {m for m in imports_of(path) if m.split(".")[0] == "pelican"}
    if path == PLUGINS / "core/__init__.py":
        assert known
        return
    text = path.read_text("utf-8")
    checked_only = text.partition("if TYPE_CHECKING:")[2]
    assert all(m.split(".")[-1] in checked_only or m in checked_only for m in known), known


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_short_and_opens_with_its_promise(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= 250
    promise = ast.get_docstring(ast.parse(text))
    assert promise
    assert re.fullmatch(r".{20,}[.:?]", promise.split("\n\n")[0].replace("\n", " "))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_function_is_longer_than_forty_lines(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= 40, f"{name_of(path)}: {node.name} has {lines} lines"


VAGUE = re.compile(r"(utils?|helpers?|manager|process|common|misc)(\.py)?$")


def test_no_module_has_a_vague_name() -> None:
    assert [
        name_of(p) for p in MODULES if VAGUE.search(p.name) or VAGUE.search(p.parent.name)
    ] == []


def test_every_feature_registers_itself_and_does_nothing_else_on_import() -> None:
    for feature in FEATURES:
        tree = ast.parse((PLUGINS / feature / "__init__.py").read_text("utf-8"))
        functions = {n.name for n in tree.body if isinstance(n, ast.FunctionDef)}
        assert "register" in functions, feature
        calls = [n for n in tree.body if isinstance(n, ast.Expr) and isinstance(n.value, ast.Call)]
        assert calls == [], feature


def test_every_feature_has_a_row_in_the_pipeline_and_every_row_a_feature() -> None:
    text = (PROJECT / "pelicanconf.py").read_text("utf-8")
    rows = re.findall(r'^    "(\w+)",  #', text, re.MULTILINE)
    assert rows[0] == "core"
    assert sorted(rows[1:]) == FEATURES
