"""YAML that is meant to do harm: it is a problem, or it is plain text, and it is read at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plugins.core.glossary import GlossaryError, load_glossary
from plugins.core.patience import within_cpu_time
from plugins.core.reading import Reader
from tests.plugins.samples import OFFICE, URLS, ZONE, moment

if TYPE_CHECKING:
    from pathlib import Path

FRONT = "title: Họp\ndate: 20/01/2021\ncategory: Tin tức\nsummary: Sáng nay.\n"
LAUGHS = "a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
)


def codes_of(root: Path, fields: str) -> set[str]:
    path = root / "content/2021/bom/index.md"
    path.parent.mkdir(parents=True)
    path.write_text(f"---\n{FRONT}{fields}---\nx\n", "utf-8")
    reader = Reader(OFFICE, URLS, root, root / "content", ZONE, moment("2021-06-01 00:00"))
    with within_cpu_time(20):
        _, problems = reader.read(path)
    return {problem.code for problem in problems}


CASES = {
    "a billion laughs": (f"{LAUGHS}tags: *a29\n", {"field-unknown", "field-type"}),
    "a billion laughs in an attachment": (
        f"{LAUGHS}attachments: [*a29, *a29]\n", {"field-unknown", "field-type"}
    ),
    "a list in itself": ("tags: &a [*a]\n", {"field-type"}),
    "a mapping in itself": ("ignore: &a {x: *a}\n", {"field-type"}),
    "one attachment named two thousand times": (
        f"attachments: [&a {{file: a.pdf, title: A}}, {', '.join(['*a'] * 2000)}]\n", set()
    ),
    "merged keys": ("ignore: &a {x: y}\n<<: *a\n", {"field-unknown"}),
    "brackets nineteen thousand deep": (f"tags: {'[' * 19_000}\n", {"frontmatter-yaml"}),
    "brackets seven thousand deep": (f"tags: {'[' * 7000}{']' * 7000}\n", {"frontmatter-yaml"}),
    "braces and indents": ("".join(f"{' ' * n}a:\n" for n in range(300)), {"field-unknown"}),
    "an order to Python": (
        'author: !!python/object/apply:os.system ["exit 1"]\n', {"field-type"}
    ),
    "a name of Python's": ("author: !!python/name:os.system\n", set()),
    "a module of Python's": ("author: !!python/module:antigravity x\n", set()),
    "a tag of nobody's": ("author: !evil x\n", set()),
    "binary data": ("author: !!binary aGVsbG8=\n", set()),
    "a number for a key": ("1: x\n", {"field-unknown"}),
    "nothing for a key": ("~: x\n", {"field-unknown"}),
    "a list for a key": ("? [a, b]\n: x\n", {"field-unknown"}),
    "a mapping for a key": ("? {a: b}\n: x\n", {"field-unknown"}),
    "a key twice": ("author: A\nauthor: B\n", {"field-twice"}),
    "a key twice in an attachment": (
        "attachments: [{file: a.pdf, title: A, file: b.pdf}]\n", {"field-twice"}
    ),
    "an alias of nothing": ("author: *khong\n", {"frontmatter-yaml"}),
    "a second document": ("--- x\nauthor: A\n", {"frontmatter-yaml"}),
    "a directive": ("%TAG ! tag:evil,2000:\n", {"frontmatter-yaml"}),
    "a year beyond the calendar": ("updated: 99999999999999999999-01-01\n", {"date-wrong"}),
    "NUL by an escape": ('author: "a\\0b\\x1b\\ud800"\n', set()),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_hostile_front_matter_is_told_or_harmless(tmp_path: Path, case: str) -> None:
    fields, codes = CASES[case]
    assert codes_of(tmp_path, fields) == codes


GLOSSARIES = {
    "a billion laughs": f"vi: {{x: y}}\n{LAUGHS}",
    "itself": "vi: &a {x: *a}\n",
    "a list": "[vi]\n",
    "an order to Python": "vi: !!python/object/apply:os.system [exit 1]\n",
    "a mapping for a key": "? {a: b}\n: {x: y}\n",
    "nothing to say": "vi: {UBND: ''}\n",
    "brackets": "[" * 20_000,
    "a tab": "vi:\n\tUBND: x\n",
}


@pytest.mark.parametrize("case", GLOSSARIES)
def test_a_hostile_glossary_is_told(tmp_path: Path, case: str) -> None:
    path = tmp_path / "glossary.yml"
    path.write_text(GLOSSARIES[case], "utf-8")
    with pytest.raises(GlossaryError), within_cpu_time(20):
        load_glossary(path)


def test_numbers_and_dates_in_a_glossary_stay_the_text_they_are(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yml"
    path.write_text("vi: {1: 2026-01-01, true: null, '3': \"a\\0b\"}\n", "utf-8")
    assert load_glossary(path)["vi"] == {"1": "2026-01-01", "true": "null", "3": "ab"}
