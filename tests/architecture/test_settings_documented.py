"""docs/settings.md: every setting, with its default, in Vietnamese and in English."""

from __future__ import annotations

import importlib
import re
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

import pytest

from plugins.core import pipeline
from plugins.core.limits import Limits
from plugins.core.office import Office, Section
from plugins.core.workforce import WorkerSettings

PROJECT = Path(__file__).resolve().parents[2]
DOCS = (PROJECT / "docs/settings.md").read_text("utf-8")
ROW = re.compile(r"^\| `(\w+)` \| (.+?) \| (.+?) \| \*(.+?)\* \|$", re.MULTILINE)


def load_settings() -> dict[str, type[Any]]:
    """Return the settings class of each feature by the name of its setting."""
    pipeline.clear()
    for path in sorted((PROJECT / "plugins").iterdir()):
        if (path / "__init__.py").exists() and path.name != "core":
            importlib.import_module(f"plugins.{path.name}").register()
    declared = dict(pipeline.current().settings)
    pipeline.clear()
    # Core's own; its `register` would listen to Pelican.
    return {"LIMITS": Limits, "WORKERS": WorkerSettings, **declared}


SETTINGS = load_settings()
FIELDS = [(name, field) for name, kind in SETTINGS.items() for field in fields(kind)]


def rows_of(heading: str) -> dict[str, tuple[str, str, str]]:
    """Return the rows of a section's table: name → default, meaning, English."""
    match = re.search(
        rf"^##+ `?{heading}`?\b[^\n]*\n(.*?)(?=^##|\Z)", DOCS, re.MULTILINE | re.DOTALL
    )
    assert match, f"docs/settings.md has no section {heading}"
    return {name: (default, vi, en) for name, default, vi, en in ROW.findall(match[1])}


def as_written(field: Any) -> str:  # noqa: ANN401 - a dataclass's field
    """Return a default as the document writes it; a long list is not copied."""
    value = field.default if field.default_factory is MISSING else field.default_factory()
    text = repr(value).replace("'", '"')
    return f"`{text}`" if len(text) <= 80 else "`(…)`"


@pytest.mark.parametrize(("name", "field"), FIELDS, ids=[f"{n}.{f.name}" for n, f in FIELDS])
def test_every_setting_is_documented_with_its_default(name: str, field: Any) -> None:  # noqa: ANN401 - a dataclass's field
    rows = rows_of(name)
    assert field.name in rows, f"{name}.{field.name}"
    default, vietnamese, english = rows[field.name]
    assert default == as_written(field)
    assert vietnamese != english


@pytest.mark.parametrize("name", SETTINGS)
def test_nothing_is_documented_that_is_not_there(name: str) -> None:
    assert set(rows_of(name)) == {f.name for f in fields(SETTINGS[name])}


def test_the_office_s_section_is_documented() -> None:
    assert set(rows_of("SITE")) == {f.name for f in fields(Office)}
    assert set(rows_of("categories")) == {f.name for f in fields(Section)}


def test_every_feature_of_the_pipeline_is_documented() -> None:
    features = {p.parent.name for p in (PROJECT / "plugins").glob("*/__init__.py")}
    assert set(re.findall(r"^\| `(\w+)/` \|", DOCS, re.MULTILINE)) == features


def test_no_section_stands_twice() -> None:
    headings = re.findall(r"^## .+$", DOCS, re.MULTILINE)
    assert len(headings) == len(set(headings))
