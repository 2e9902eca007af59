"""Two workers make the same site as one, to the byte."""

from __future__ import annotations

import os
import shutil
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.site.building import Pelican
from tests.site.edits import Workshop
from tests.site.test_reproducible import sums_of, use_one_core

if TYPE_CHECKING:
    from pathlib import Path

# So many that reading, and rendering, is shared out.
ARTICLES = 80
ARTICLE = """---
title: Hội nghị số {number}
date: 2026-0{month}-{day:02} 08:00
category: {category}
tags: [họp báo, "quý {month}"]
summary: Tóm tắt của bài số {number}.
---
Văn phòng họp lần thứ **{number}**; xem [bài trước](../bai-{before}/index.md).

## Nội dung

- Một việc;
- hai việc.
"""


def write_articles(content: Path) -> None:
    for number in range(ARTICLES):
        folder = content / f"2026/bai-{number}"
        folder.mkdir()
        text = ARTICLE.format(
            number=number,
            before=max(number - 1, 0),
            month=1 + number % 2,
            day=1 + number % 28,
            category="Tin tức" if number % 3 else "Thông báo",
        )
        (folder / "index.md").write_text(text, "utf-8")


def build(folder: Path, name: str) -> dict[str, str]:
    pelican = Pelican(folder, folder / "siteconf.py", cache=folder / f"cache-{name}")
    done = pelican.run(folder / "content", folder / f"output-{name}")
    assert done.returncode == 0, done.stdout + done.stderr
    return sums_of(folder / f"output-{name}")


@pytest.mark.skipif(len(os.sched_getaffinity(0)) < 2, reason="one core only")
def test_two_workers_and_one_give_the_same_tree(tmp_path: Path) -> None:
    shop = Workshop.open(tmp_path / "project", Random(1))  # noqa: S311 - no secret
    # Most of the time, and no matter of the workers'.
    shutil.rmtree(shop.folder / "plugins/compression")
    write_articles(shop.folder / "content")
    two = build(shop.folder, "two")
    cores = os.sched_getaffinity(0)
    use_one_core()
    try:
        one = build(shop.folder, "one")
    finally:
        os.sched_setaffinity(0, cores)
    assert sum(place.endswith("index.html") for place in two) > ARTICLES
    assert one == two
