"""Problems: what an editor reads, in which order, and how often."""

from __future__ import annotations

import importlib
import string
from pathlib import Path

import pytest

from plugins.core.catalogue import CATALOGUE, Entry, problem
from plugins.core.problems import Problem, Problems

ONE = problem("file-encoding", "content/b/index.md", 1)


def test_a_problem_reads_vietnamese_first() -> None:
    found = Problem("a.md", 12, "x", "Sai.", "sửa lại.", "Wrong.", "Mend it.")
    assert str(found) == "a.md:12 — Sai.\n  Cách sửa: sửa lại.\n  (Wrong. Mend it.)"


def test_a_problem_without_english_has_no_empty_brackets() -> None:
    assert str(Problem("a.md", 1, "x", "Sai.", "sửa.")) == "a.md:1 — Sai.\n  Cách sửa: sửa."


def test_the_report_has_each_problem_once_in_the_order_of_places() -> None:
    problems = Problems()
    problems.extend([ONE, problem("file-encoding", "content/a/index.md", 9), ONE])
    problems.add(problem("frontmatter-open", "content/a/index.md", 1))
    report = problems.report()
    assert [line.split(" ")[0] for line in report.split("\n") if "—" in line] == [
        "content/a/index.md:1",
        "content/a/index.md:9",
        "content/b/index.md:1",
    ]
    assert report.endswith("\n\n3 lỗi cần sửa trước khi xuất bản. / 3 problems to mend.")
    assert len(problems) == 3


def test_one_problem_is_one_in_english_too() -> None:
    problems = Problems()
    problems.add(ONE)
    assert problems.report().endswith("1 lỗi cần sửa trước khi xuất bản. / 1 problem to mend.")


WARNING = problem("summary-long", "content/a/index.md", 5, length=400, limit=320)


def test_a_warning_is_told_as_one_and_is_no_error() -> None:
    problems = Problems()
    problems.extend([ONE, WARNING])
    assert problems.errors == [ONE]
    assert str(WARNING).startswith(
        "content/a/index.md:5 — Cảnh báo: Tóm tắt dài 400 ký tự, tối đa là 320.\n"
        "  Cách sửa: rút gọn còn một hoặc hai câu."
    )
    assert problems.report().endswith(
        "1 lỗi cần sửa trước khi xuất bản. / 1 problem to mend.\n"
        "1 cảnh báo nên xem lại. / 1 warning to look at."
    )


def test_a_warning_can_be_dropped_where_it_is_not_wanted_and_an_error_cannot() -> None:
    problems = Problems()
    problems.extend([ONE, WARNING])
    problems.drop_warnings({"content/b/index.md": ["summary-long", "file-encoding"]})
    assert list(problems) == [WARNING, ONE]
    problems.drop_warnings({"content/a/index.md": ["summary-long"]})
    assert list(problems) == [ONE]


def test_values_may_hold_braces() -> None:
    found = problem("link-missing", "a.md", 1, target="{x}", suggestion="")
    assert found.message == "Liên kết đến “{x}” không dẫn đến tệp nào."


def test_a_code_that_is_not_in_the_catalogue_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError, match="no-such"):
        problem("no-such", "a.md", 1)


MODULES = (
    "plugins.core.catalogue",
    "plugins.outline.check",
    "plugins.attachments.files",
    "plugins.photos.catalogue",
)
ENTRIES = [
    (module, code, entry)
    for module in MODULES
    for code, entry in importlib.import_module(module).CATALOGUE.items()
]


@pytest.mark.parametrize(("module", "code", "entry"), ENTRIES, ids=[e[1] for e in ENTRIES])
def test_every_entry_speaks_both_languages_in_whole_sentences(
    module: str, code: str, entry: Entry
) -> None:
    assert entry.message[0].isupper(), module
    assert entry.message.rstrip().endswith((".", "}")), code
    assert entry.message_en.endswith(".")
    assert entry.hint_en.endswith(".")
    assert entry.hint[0].islower()
    names = {
        n for text in (entry.message, entry.hint) for _, n, _, _ in string.Formatter().parse(text)
    }
    english = {
        n
        for text in (entry.message_en, entry.hint_en)
        for _, n, _, _ in string.Formatter().parse(text)
    }
    assert english - {None} <= names


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_entry_of_core_is_used(code: str) -> None:
    core = Path(importlib.import_module("plugins.core.catalogue").__file__ or "").parent
    users = (p.read_text("utf-8") for p in core.glob("*.py") if p.name != "catalogue.py")
    assert any(f'"{code}"' in text for text in users)
