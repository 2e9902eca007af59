"""PDFs are the same wherever they are printed, whoever is killed meanwhile."""

from __future__ import annotations

import pickle
import random
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from plugins.core.executor import LocalExecutor
from plugins.paper.press import load_press
from plugins.paper.printing import print_with
from plugins.paper.sheet import Sheet
from tests.plugins.core.cluster import run_cluster
from tests.plugins.paper.site import PROJECT, Site

if TYPE_CHECKING:
    from pathlib import Path

    from tests.plugins.core.cluster import Cluster

_ARTICLE = """---
title: Bài thứ {number}
date: 2026-03-10 08:{minute:02}
category: Tin tức
summary: Tóm tắt của bài thứ {number}.
---

{words}

![Ảnh của bài thứ {number}](anh.jpg)

## Bảng số {number}

| STT | Nội dung |
|--:|---|
{rows}
"""
_PATIENCE_S = 600


def write_articles(content: Path, count: int) -> None:
    """Write so many articles, no two alike, each with a photo."""
    for number in range(count):
        dice = random.Random(number)  # noqa: S311 - texts, no secrets
        words = " ".join(
            dice.choices(
                ["hội", "nghị", "tỉnh", "văn", "bản", "số", "đường", "nước", "ủy", "ban"], k=200
            )
        )
        rows = "\n".join(f"| {row} | {dice.random()} |" for row in range(number % 7 + 1))
        path = content / "2026" / f"bai-{number}" / "index.md"
        path.parent.mkdir(parents=True)
        text = _ARTICLE.format(number=number, minute=number % 60, words=words, rows=rows)
        path.write_text(text, "utf-8")
        photo = Image.frombytes("RGB", (8, 6), dice.randbytes(144)).resize((400, 300))
        photo.save(path.with_name("anh.jpg"))


def build_and_kill(site: Site, cluster: Cluster, count: int) -> int:
    """Build a site on a cluster; kill a worker when some PDFs are there, and return how many."""
    with ThreadPoolExecutor(1) as pool:
        workers = {"scheduler": cluster.address, "required": True, "patience_s": 60}
        built = pool.submit(site.build_well, WORKERS=workers)
        until_s = time.monotonic() + _PATIENCE_S
        while len(site.cached) < count // 4 and not built.done():
            assert time.monotonic() < until_s
            time.sleep(0.01)
        cluster.kill("one")
        printed = len(site.cached)
        built.result()
    return printed


@pytest.mark.parametrize("count", [20, pytest.param(200, marks=pytest.mark.nightly)])
def test_two_workers_of_which_one_is_killed_print_what_this_machine_does(
    tmp_path: Path, project: Path, count: int
) -> None:
    here = Site(tmp_path / "here", project)
    write_articles(here.content, count)
    here.build_well()
    there = Site(tmp_path / "there", project, here.content)
    # Workers have the code, and neither theme nor content nor output.
    shutil.copytree(project / "plugins", tmp_path / "far" / "plugins")
    with run_cluster(tmp_path / "machines", "one", "two", project=tmp_path / "far") as cluster:
        printed = build_and_kill(there, cluster, count)
    assert 0 < printed < count
    assert len(there.pdfs) == count
    assert [p.relative_to(there.output) for p in there.pdfs] == [
        p.relative_to(here.output) for p in here.pdfs
    ]
    assert [p.read_bytes() for p in there.pdfs] == [p.read_bytes() for p in here.pdfs]


def test_a_task_needs_no_file_of_the_site(tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    shutil.copytree(PROJECT / "theme", theme)
    task = print_with(load_press(theme))
    Image.new("RGB", (40, 30), (40, 120, 160)).save(tmp_path / "anh.jpg")
    address = "https://vinhson.example/bai/"
    html = (
        '<!doctype html><html lang="vi"><title>Bài</title><body><h1>Bài</h1>'
        '<p>Chữ đậm: <strong>Hội nghị</strong>.</p><img src="anh.jpg" alt="Một ảnh">'
    )
    files = {f"{address}anh.jpg": (tmp_path / "anh.jpg").read_bytes()}
    sheet = Sheet(html, address, files)
    sent = pickle.dumps((task.function, task.shared, sheet))
    assert str(tmp_path).encode() not in sent
    assert str(PROJECT).encode() not in sent
    (_, before), *_ = LocalExecutor().map_in_order(task, [("a", sheet)], 1)
    shutil.rmtree(theme)
    (tmp_path / "anh.jpg").unlink()
    (_, after), *_ = LocalExecutor().map_in_order(task, [("a", sheet)], 1)
    assert before == after
    assert before.complaints == ()
    assert before.pdf.startswith(b"%PDF-")
