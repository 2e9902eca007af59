"""From fields as written to typed values: every mistake becomes a problem, none an exception."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import yaml

from plugins.core.article import AttachmentField
from plugins.core.catalogue import problem
from plugins.core.dates import parse_date
from plugins.core.fields import ATTACHMENT_TABLE, TABLES, Field, Table, Type
from plugins.core.frontmatter import read_mapping
from plugins.core.settings import ask
from plugins.core.text import fold_spaces
from plugins.core.written import text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from plugins.core.article import Kind
    from plugins.core.problems import Problem
    from plugins.core.written import Written


@dataclass(slots=True)
class Reading:
    """The values read so far, and the problems met on the way."""

    path: str
    timezone: str
    problems: list[Problem] = field(default_factory=list)

    def complain(self, code: str, line: int, **values: object) -> None:
        self.problems.append(problem(code, self.path, line, **values))

    def complain_of_type(self, field: Field, line: int) -> None:
        example = field.type.example(field.key)
        values = {"key": field.key, "expected": field.type.expected, "example": example}
        self.complain("field-type", line, **values)


def read_values(reading: Reading, kind: Kind, written: Sequence[Written]) -> dict[str, Any]:
    """Return the typed values of a document's front matter by their keys.

    Keys that are unknown, empty, or of a wrong value are left out; `reading.problems` tells why.
    """
    return _read(reading, TABLES[kind], written, first_line=1)


def _read(
    reading: Reading, table: Table, written: Sequence[Written], first_line: int
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for one in written:
        field = table.known.get(one.key)
        if field is not None:
            value = _READERS[field.type](reading, field, one)
            if value is not None:
                values[one.key] = value
    _complain_of_keys(reading, table, written, first_line)
    for one in written:
        if one.key in table.required and one.text is not None and not one.text.strip():
            label = table.required[one.key].label
            reading.complain("field-missing", one.line, key=one.key, label=label)
    return values


def _complain_of_keys(
    reading: Reading, table: Table, written: Sequence[Written], first_line: int
) -> None:
    given = {one.key for one in written}
    absent = [f for key, f in table.required.items() if key not in given]
    unknown = [one for one in written if one.key not in table.known]
    misnamed = _pair_misnamed([one.key for one in unknown], table.known, absent)
    for one in unknown:
        hint = ask(misnamed[one.key]) if one.key in misnamed else ""
        names = ", ".join(table.known)
        reading.complain("field-unknown", one.line, key=one.key, suggestion=hint, known=names)
    for f in absent:
        # A field under a wrong name is one mistake, told where the name is.
        if f.key not in misnamed.values():
            reading.complain("field-missing", first_line, key=f.key, label=f.label)


def _pair_misnamed(unknown: list[str], known: Iterable[str], absent: list[Field]) -> dict[str, str]:
    """Return the field that each unknown key stands for, where that can be told."""
    near = {key: get_close_matches(key, known, n=1) for key in unknown}
    pairs = {key: names[0] for key, names in near.items() if names}
    if len(unknown) == len(absent) == 1 and not pairs:
        return {unknown[0]: absent[0].key}
    return pairs


def _read_text(reading: Reading, field: Field, one: Written) -> str | None:
    if one.text is None:
        reading.complain_of_type(field, one.line)
        return None
    return fold_spaces(one.text) or None


def _read_date(reading: Reading, field: Field, one: Written) -> datetime | None:
    if one.text is None:
        reading.complain_of_type(field, one.line)
        return None
    if not one.text.strip():
        return None
    try:
        return parse_date(one.text, reading.timezone)
    except ValueError:
        reading.complain("date-wrong", one.line, key=field.key, value=one.text)
        return None


def _read_flag(reading: Reading, field: Field, one: Written) -> bool | None:
    known = {"true": True, "có": True, "yes": True, "false": False, "không": False, "no": False}
    text = None if one.text is None else one.text.strip().lower()
    if text == "":
        return None
    if text not in known:
        reading.complain_of_type(field, one.line)
    return known.get(text or "")


def _read_words(reading: Reading, field: Field, one: Written) -> tuple[str, ...] | None:
    if isinstance(one.node, yaml.SequenceNode):
        texts = [text_of(node) for node in one.node.value]
        if None not in texts:
            words = (" ".join((text or "").split()) for text in texts)
            return tuple(dict.fromkeys(word for word in words if word))
    elif one.text is not None and not one.text.strip():
        return ()
    reading.complain_of_type(field, one.line)
    return None


def _read_reasons(
    reading: Reading, field: Field, one: Written
) -> tuple[tuple[str, str], ...] | None:
    if one.text is not None and not one.text.strip():
        return None
    if not isinstance(one.node, yaml.MappingNode):
        reading.complain_of_type(field, one.line)
        return None
    written, problems = read_mapping(one.node, reading.path)
    reading.problems.extend(problems)
    for reason in written:
        if not (reason.text or "").strip():
            reading.complain_of_type(field, reason.line)
    return tuple((reason.key, (reason.text or "").strip()) for reason in written)


def _read_attachments(
    reading: Reading, field: Field, one: Written
) -> tuple[AttachmentField, ...] | None:
    if one.text is not None and not one.text.strip():
        return None
    if not isinstance(one.node, yaml.SequenceNode):
        reading.complain_of_type(field, one.line)
        return None
    found: list[AttachmentField] = []
    for node in one.node.value:
        if isinstance(node, yaml.MappingNode):
            found.extend(_read_attachment(reading, node))
        else:
            reading.complain_of_type(field, node.start_mark.line + 2)
    return tuple(found)


def _read_attachment(reading: Reading, node: yaml.MappingNode) -> Iterable[AttachmentField]:
    line = node.start_mark.line + 2
    written, problems = read_mapping(node, reading.path)
    reading.problems.extend(problems)
    values = _read(reading, ATTACHMENT_TABLE, written, line)
    if "file" in values and "title" in values:
        day = values.get("date")
        yield AttachmentField(
            values["file"], values["title"], values.get("number"), day and day.date(), line
        )


_READERS: dict[Type, Callable[[Reading, Field, Written], Any]] = {
    Type.TEXT: _read_text,
    Type.DATE: _read_date,
    Type.FLAG: _read_flag,
    Type.WORDS: _read_words,
    Type.ATTACHMENTS: _read_attachments,
    Type.REASONS: _read_reasons,
}
