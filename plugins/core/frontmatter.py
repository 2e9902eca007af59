"""Front matter: from a file's text to its fields as written, each with its line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from plugins.core.catalogue import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.core.problems import Problem

_MARK = "---"


@dataclass(frozen=True, slots=True)
class Written:
    """A field as written: its value is text, or a YAML node of a list or a mapping."""

    key: str
    line: int
    node: yaml.Node

    @property
    def text(self) -> str | None:
        """Return the value where it is plain text, else None."""
        return str(self.node.value) if isinstance(self.node, yaml.ScalarNode) else None


@dataclass(frozen=True, slots=True)
class Parts:
    """A file in two: the fields of its front matter, and the Markdown from `body_line` on."""

    fields: tuple[Written, ...]
    body: str
    body_line: int
    problems: tuple[Problem, ...] = ()


def split_front_matter(text: str, path: str) -> Parts:
    """Return the fields and the body of a source; `path` is what problems call it."""
    lines = text.split("\n")
    if lines[0].rstrip() != _MARK:
        return Parts((), text, 1, (problem("frontmatter-missing", path, 1),))
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == _MARK), None)
    if end is None:
        return Parts((), "", len(lines), (problem("frontmatter-open", path, 1),))
    fields, problems = _read_fields("\n".join(lines[1:end]), path)
    return Parts(fields, "\n".join(lines[end + 1 :]), end + 2, problems)


def _read_fields(text: str, path: str) -> tuple[tuple[Written, ...], tuple[Problem, ...]]:
    try:
        # Nodes, not values: each keeps its line, and no value is turned into another type unasked.
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        return (), (_yaml_problem(error, path),)
    if node is None:
        return (), ()
    if not isinstance(node, yaml.MappingNode):
        return (), (problem("frontmatter-yaml", path, 2, detail="không có dạng “tên: giá trị”"),)
    fields = tuple(read_mapping(node))
    return _drop_repeated(fields, path)


def read_mapping(node: yaml.MappingNode) -> Iterator[Written]:
    """Yield the fields of a mapping; lines count from the file's first, which holds "---"."""
    for key, value in node.value:
        yield Written(str(key.value), key.start_mark.line + 2, value)


def _drop_repeated(
    fields: tuple[Written, ...], path: str
) -> tuple[tuple[Written, ...], tuple[Problem, ...]]:
    kept: dict[str, Written] = {}
    problems = []
    for field in fields:
        if field.key in kept:
            problems.append(problem("field-twice", path, field.line, key=field.key))
        else:
            kept[field.key] = field
    return tuple(kept.values()), tuple(problems)


def _yaml_problem(error: yaml.YAMLError, path: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    detail = str(getattr(error, "problem", None) or "ký tự không được phép").rstrip(".")
    return problem("frontmatter-yaml", path, mark.line + 2 if mark else 1, detail=detail)
