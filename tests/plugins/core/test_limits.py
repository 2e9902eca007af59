"""What one source may ask of the build: beyond it is a problem, never a crash, never minutes."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest

from plugins.core.limits import Limits, TangledError, find_long_line, is_too_large, refuse_tangles
from plugins.core.markup import Renderer
from plugins.core.patience import OutOfTimeError, within_cpu_time
from plugins.core.reading import Reader
from tests.plugins.samples import OFFICE, URLS, ZONE, moment

if TYPE_CHECKING:
    from pathlib import Path

FRONT = "---\ntitle: Bom\ndate: 20/01/2021\ncategory: Tin tức\nsummary: Bài.\n---\n"


def told(root: Path, body: str) -> list[str]:
    """Return what reading an article with this body tells, with small limits."""
    path = root / "content/2021/bom/index.md"
    path.parent.mkdir(parents=True)
    path.write_text(FRONT + body, "utf-8")
    limits = Limits(source_kib=8, line_characters=1000)
    now = moment("2021-06-01 00:00")
    reader = Reader(OFFICE, URLS, root, root / "content", ZONE, now, limits)
    source, problems = reader.read(path)
    assert (source is None) == bool(problems)
    return [str(problem) for problem in problems]


def test_what_is_within_the_limits_passes(tmp_path: Path) -> None:
    assert told(tmp_path, ("a" * 1000 + "\n") * 8) == []


def test_a_file_that_is_too_large_is_not_even_read(tmp_path: Path) -> None:
    assert told(tmp_path, "\xff" * 9000) == [
        (
            "content/2021/bom/index.md:1 — Tệp nặng hơn 8 KiB, không phải một bài viết.\n"
            "  Cách sửa: tách thành nhiều bài, hoặc đặt nội dung vào tệp đính kèm.\n"
            "  (The file is too large for an article. Divide it, or attach what it holds.)"
        )
    ]


def test_a_line_that_is_too_long_is_told_by_its_number(tmp_path: Path) -> None:
    assert told(tmp_path, "x\n" + "a" * 1001) == [
        (
            "content/2021/bom/index.md:8 — Dòng dài hơn 1000 ký tự.\n"
            "  Cách sửa: ngắt dòng: giữa hai đoạn văn là một dòng trống.\n"
            "  (The line is too long. Break it: between two paragraphs is an empty line.)"
        )
    ]


def test_a_file_of_ten_megabytes_in_one_line_is_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "index.md"
    with path.open("wb") as file:
        file.truncate(10_000_000)
    assert is_too_large(path, Limits())
    assert find_long_line("a" * 10_000_000, Limits()) == 1


DEEP = {
    "quotations": ">" * 50 + " x",
    "a list": "\n".join("    " * n + "- x" for n in range(30)),
    "divs": "<div>" * 10_000 + "x",
    "divs that are closed": "<div>" * 50 + "x" + "</div>" * 50,
    "divs of two names": "<div><DIV>" * 30 + "x",
    "tags in running text": "a " + "<span>" * 50 + "x",
    "paragraphs under open divs": "<div>" * 1000 + "</p>" * 1000,
    # Each paragraph would open every element again.
    "bold that each paragraph opens again": (
        "<p>" + "".join(f'<b id="b{n}"></b id>' for n in range(900)) + "</p>" + "<p>x" * 900
    ),
}


@pytest.mark.parametrize("body", DEEP.values(), ids=DEEP)
def test_what_is_nested_too_deep_is_refused(body: str) -> None:
    with pytest.raises((TangledError, RecursionError)):
        Renderer("vi").render(body)


FLAT = {
    "quotations": ">" * 30 + " x",
    "a list of ten levels": "\n".join("    " * n + "- x" for n in range(10)),
    "many paragraphs": "<p>x\n\n" * 500,
    "many pictures": "![a](a.jpg)\n\n" * 500,
    "many foreign words": '<i lang="en">a</i> b\n\n' * 200,
    "a long table": "|a|b|\n|-|-|\n" + "|x|y|\n" * 500,
    "every element once": "".join(f"<{t}>x</{t}>" for t in ("b", "i", "u", "s", "em", "q")),
    "signs of less": "a < b " * 500,
}


@pytest.mark.parametrize("body", FLAT.values(), ids=FLAT)
def test_what_articles_have_passes(body: str) -> None:
    assert Renderer("vi").render(body)


def test_depth_is_that_of_the_deepest_place() -> None:
    html = "<div><p>a<br>b</p><p><b>c</b></p></div>" * 20
    refuse_tangles(html, 3, is_balanced=True)
    with pytest.raises(TangledError):
        refuse_tangles(html, 2, is_balanced=True)


def spin() -> None:
    start = time.process_time()
    while time.process_time() - start < 30:
        pass


def search_catastrophically() -> None:
    re.search(r"(a+)+b", "a" * 40)


@pytest.mark.parametrize("work", [spin, search_catastrophically])
def test_a_block_ends_when_its_computing_time_is_used_up(work: object) -> None:
    assert callable(work)
    with pytest.raises(OutOfTimeError), within_cpu_time(1):
        work()


def test_a_block_that_ends_in_time_is_left_alone_afterwards() -> None:
    with within_cpu_time(1):
        pass
    start = time.process_time()
    while time.process_time() - start < 1.5:
        pass


@pytest.mark.parametrize("name", ["source_kib", "line_characters", "nesting", "cpu_s"])
def test_a_limit_of_nothing_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        Limits(**{name: 0})
