"""Articles as programs write them: the front matter, and a folder of their own below content/."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import yaml

from plugins.core.text import clean, slugify

if TYPE_CHECKING:
    from collections.abc import Mapping

# What PyYAML leaves plain is not always what it reads back: a date, "true", a colon at the end.
_PLAIN = re.compile(r"[^\W\d_][\w ,.()/“”‘’–%+-]*")
_CONTROL = re.compile("[\x7f-\x84\x86-\x9f]")
_MOST_SLUG_SIGNS = 80


def front_matter(fields: Mapping[str, str | list[str]]) -> str:
    """Return the lines between the two "---"; fields that are empty are left out."""
    lines = [f"{key}: {_value(value)}" for key, value in fields.items() if value]
    return "\n".join(["---", *lines, "---", ""])


def _value(value: str | list[str]) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_item(item) for item in value)}]"
    text = one_line(value)
    return text if _reads_back(text) else json.dumps(text, ensure_ascii=False)


def _item(text: str) -> str:
    text = one_line(text)
    return (
        text if _PLAIN.fullmatch(text) and "," not in text else json.dumps(text, ensure_ascii=False)
    )


def _reads_back(text: str) -> bool:
    """Tell whether YAML takes a plain text for itself: no list, no comment, no "null"."""
    try:
        values = yaml.load(f"key: {text}", Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes only texts, lists and mappings
    except (yaml.YAMLError, ValueError):
        return False
    return values == {"key": text} and text.lower() not in {"~", "null"}


def one_line(text: str) -> str:
    """Return a text in normal form, its white space folded, without what YAML cannot hold."""
    return " ".join(_CONTROL.sub("", clean(text)).split())


def folder_name(title: str) -> str:
    """Return the name of an article's folder: ASCII, cut between words; "" for no letters."""
    slug = slugify(title)
    if len(slug) <= _MOST_SLUG_SIGNS:
        return slug
    cut = slug[: _MOST_SLUG_SIGNS + 1]
    return cut.rpartition("-")[0] or slug[:_MOST_SLUG_SIGNS]
