"""Front matter: from a file's text to its fields as written, each with its line."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from plugins.core.catalogue import problem
from plugins.core.text import clean
from plugins.core.written import Written, read_plain_fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.core.problems import Problem

_FIRST = re.compile(r"---[^\S\n]*(?=\n|\Z)")
_END = re.compile(r"\n---[^\S\n]*(?:\n|\Z)")
# How PyYAML's messages begin, and what they tell an editor.
_DETAILS = {
    "mapping values are not allowed": "dấu hai chấm ở chỗ không được có",
    "could not find expected ':'": "có dòng thiếu dấu hai chấm",
    "found character '\\t'": "có phím Tab ở chỗ phải là dấu cách",
    "expected <block end>": "dòng thụt vào không đều, hoặc có chữ thừa sau dấu nháy",
    "found unexpected end of stream": "có dấu nháy mở mà không đóng",
    "found undefined alias": "giá trị bắt đầu bằng dấu * hoặc &",
    "expected alphabetic or numeric": "giá trị bắt đầu bằng dấu * hoặc &",
    "found character '@'": "giá trị bắt đầu bằng dấu @",
    "found character '`'": "giá trị bắt đầu bằng dấu `",
    "found character '%'": "giá trị bắt đầu bằng dấu %",
}
# libyaml's composer is recursive in C: brackets twenty thousand deep end the process.
_LIBYAML_SAFE_LENGTH = 8000
_FAST_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNREADABLE = "có ký tự không đọc được"


@dataclass(frozen=True, slots=True)
class Parts:
    """A file in two: the fields of its front matter, and the Markdown from `body_line` on."""

    fields: tuple[Written, ...]
    body: str
    body_line: int
    problems: tuple[Problem, ...] = ()


def split_front_matter(text: str, path: str) -> Parts:
    """Return the fields and the body of a source in normal form; problems call it `path`."""
    first = _FIRST.match(text)
    if first is None:
        return Parts((), text, 1, (problem("frontmatter-missing", path, 1),))
    end = _END.search(text, first.end())
    if end is None:
        return Parts((), "", text.count("\n") + 1, (problem("frontmatter-open", path, 1),))
    fields, problems = _read_fields(text[first.end() + 1 : end.start()], path)
    line = text.count("\n", 0, end.start() + 1) + 2
    return Parts(fields, text[end.end() :], line, problems)


def _read_fields(text: str, path: str) -> tuple[tuple[Written, ...], tuple[Problem, ...]]:
    plain = read_plain_fields(text)
    if plain is not None:
        return _drop_repeated(plain, path)
    try:
        # Nodes, not values: each keeps its line, and no value is turned into another type unasked.
        node = _compose(text)
    except yaml.YAMLError as error:
        return (), (_yaml_problem(error, text, path),)
    except (ValueError, OverflowError, RecursionError):
        # PyYAML's own: an escape beyond Unicode, brackets a thousand deep.
        return (), (problem("frontmatter-yaml", path, 2, detail=_UNREADABLE),)
    if node is None:
        return (), ()
    if not isinstance(node, yaml.MappingNode):
        return (), (problem("frontmatter-yaml", path, 2, detail="không có dạng “tên: giá trị”"),)
    return read_mapping(node, path)


def _compose(text: str) -> yaml.Node | None:
    """Return the text's nodes, read by libyaml where it can: it is twenty times as fast.

    PyYAML's own parser bears any depth of nesting, and its messages are those of `_DETAILS`.
    """
    if len(text) < _LIBYAML_SAFE_LENGTH:
        with suppress(yaml.YAMLError, ValueError):
            return yaml.compose(text, Loader=_FAST_LOADER)
    return yaml.compose(text, Loader=yaml.SafeLoader)


def read_mapping(
    node: yaml.MappingNode, path: str
) -> tuple[tuple[Written, ...], tuple[Problem, ...]]:
    """Return the fields of a mapping; lines count from the file's first, which holds "---"."""
    return _drop_repeated(_fields_of(node), path)


def _fields_of(node: yaml.MappingNode) -> Iterator[Written]:
    for key, value in node.value:
        name = clean(str(key.value)) if isinstance(key, yaml.ScalarNode) else "?"
        yield Written.of(name, key.start_mark.line + 2, value)


def _drop_repeated(
    fields: Iterable[Written], path: str
) -> tuple[tuple[Written, ...], tuple[Problem, ...]]:
    kept: dict[str, Written] = {}
    problems = []
    for field in fields:
        if field.key in kept:
            problems.append(problem("field-twice", path, field.line, key=field.key))
        else:
            kept[field.key] = field
    return tuple(kept.values()), tuple(problems)


def _yaml_problem(error: yaml.YAMLError, text: str, path: str) -> Problem:
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        before = text[: getattr(error, "position", 0)]
        return problem("frontmatter-yaml", path, before.count("\n") + 2, detail=_UNREADABLE)
    given = str(error.problem)
    detail = next((vi for start, vi in _DETAILS.items() if given.startswith(start)), given)
    # What is never closed is to be mended where it opens, not where the file ends.
    opening = error.context_mark if "end of stream" in given else None
    mark = opening or error.problem_mark
    return problem("frontmatter-yaml", path, mark.line + 2, detail=detail)
