"""The editing page in real Chromium: an article with a photo is written, saved, and on the site."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from PIL import Image
from playwright.sync_api import expect

from tests.site.building import copy_content, run_pelican
from tests.tools.check.seeded import PROJECT
from tests.tools.editor.local_folder import copy_to_disk, put_files, read_files

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tools.editor.server import EditorServer

OLD = """---
title: Bài cũ
date: 18/05/2026 07:00
category: Thông báo
tags: [họp, báo]
ignore: {number-format: trích nguyên văn}
author: Ngọc Ánh
summary: Tóm tắt của bài cũ.
---

<!-- Ghi chú của biên tập viên -->

Đoạn **đậm**, 120 m<sup>2</sup>, chú thích[^1], <span lang="en">one-stop shop</span>.

![Ảnh một](a.jpg)
![Ảnh hai](b.jpg)
*Chú thích chung. Ảnh: Ngọc Ánh*

![Ảnh ba](c.jpg "Chú thích “ba”")

![Ảnh bốn](<anh 4.jpg>)
![Ảnh năm](e.jpg)

## Đề mục

- Một
    - Một nhỏ
- Hai

Bảng 1. Kết quả

| Đơn vị | Số |
|---|---:|
| Sở Nội vụ | 1.020 |

[^1]: Nội dung.
"""
PAGE = "---\ntitle: Giới thiệu\nsummary: Về cơ quan.\n---\n\nNội dung.\n"
FILES = {"content/2026/bai-cu/index.md": OLD, "content/pages/gioi-thieu/index.md": PAGE}
# What axe finds in the library itself: recorded in docs/editors.md, and not to grow.
KNOWN = {
    "list": {"meta-viewport", "region", "page-has-heading-one"},
    "form": {"meta-viewport", "region", "landmark-one-main", "page-has-heading-one"},
}


def open_folder(tab: Page) -> None:
    put_files(tab, FILES)
    tab.get_by_role("button", name="Làm việc với kho mã nguồn cục bộ").click()
    expect(tab.get_by_role("row").filter(has_text="Bài cũ")).to_be_visible()


def fill(tab: Page, **values: str) -> None:
    for label, value in values.items():
        tab.get_by_role("textbox", name=label.replace("_", " ")).fill(value)


def save(tab: Page) -> dict[str, bytes]:
    tab.get_by_role("button", name="Lưu").click()
    expect(tab).to_have_url(re.compile(r"#/collections/articles$"))
    return read_files(tab)


def axe(tab: Page) -> dict[str, str]:
    """Return the rules that axe finds broken, with how grave it says they are."""
    tab.evaluate((PROJECT / "node_modules/axe-core/axe.min.js").read_text("utf-8"))
    found: dict[str, Any] = tab.evaluate("axe.run()")
    return {rule["id"]: rule["impact"] for rule in found["violations"]}


def test_an_article_with_a_photo_is_written_saved_and_on_the_built_site(
    tab: Page, tmp_path: Path
) -> None:
    photo = tmp_path / "Ảnh đoàn (1).jpg"
    Image.new("RGB", (800, 600), "teal").save(photo)
    open_folder(tab)
    tab.get_by_role("button", name="Tạo bài viết mới").click()
    fill(tab, Tiêu_đề="Đoàn công tác đến bản Đắk Lắk", Ngày_giờ_đăng="2026-02-01T08:00")
    fill(tab, Tóm_tắt="Sáng nay, đoàn công tác đến thăm và tặng quà bà con.")
    tab.get_by_role("textbox", name="Nội dung").click()
    tab.keyboard.type("Đoàn đã tặng 120 suất quà.")
    tab.keyboard.press("Enter")
    tab.get_by_role("button", name="Chèn").click()
    tab.get_by_role("menuitem", name="Ảnh có chú thích").click()
    tab.get_by_role("button", name="Duyệt tệp").nth(1).click()
    with tab.expect_file_chooser() as chooser:
        tab.get_by_role("dialog").get_by_role("button", name="Tải lên").click()
    chooser.value.set_files(photo)
    tab.get_by_role("dialog").get_by_role("button", name="Chèn").click()
    fill(tab, Mô_tả_ảnh="Đoàn công tác trao quà", Chú_thích='Trao quà "Tết". Ảnh: Thu Hà')
    # The editor hands its text on a moment after the last key: the preview shows when.
    preview = tab.frame_locator("iframe").first
    expect(preview.get_by_text("Trao quà “Tết”. Ảnh: Thu Hà")).to_be_visible()
    expect(preview.get_by_role("heading", name="Đoàn công tác đến bản")).to_be_visible()
    files = {name: data for name, data in save(tab).items() if "doan-cong-tac" in name}

    folder = "content/2026/doan-cong-tac-den-ban-dak-lak"
    text = files[f"{folder}/index.md"].decode()
    assert "date: 01/02/2026 08:00\n" in text
    assert "Đoàn đã tặng 120 suất quà.\n" in text
    assert '![Đoàn công tác trao quà](anh-doan-1.jpg "Trao quà “Tết”. Ảnh: Thu Hà")' in text

    copy_content(tmp_path / "content")
    copy_to_disk(files, tmp_path)
    done = run_pelican(tmp_path / "content", tmp_path / "output")
    assert done.returncode == 0, done.stdout + done.stderr
    page = tmp_path / "output/2026/02/01/doan-cong-tac-den-ban-dak-lak/index.html"
    html = page.read_text("utf-8")
    assert "<h1" in html
    assert "Đoàn công tác đến bản Đắk Lắk" in html
    assert 'alt="Đoàn công tác trao quà"' in html
    assert "Trao quà “Tết”" in html


def test_saving_an_old_article_changes_only_what_the_editor_changed(tab: Page) -> None:
    open_folder(tab)
    tab.get_by_role("row").filter(has_text="Bài cũ").get_by_text("Bài cũ").click()
    expect(tab.get_by_role("textbox", name="Tiêu đề")).to_have_value("Bài cũ")
    assert tab.get_by_role("textbox", name="Ngày giờ đăng").input_value() == "2026-05-18T07:00"
    fill(tab, Tiêu_đề="Bài mới")
    text = save(tab)["content/2026/bai-cu/index.md"].decode()
    body = text.partition("---\n\n")[2]
    assert body.strip() == OLD.partition("---\n\n")[2].strip()
    assert "title: Bài mới\ndate: 18/05/2026 07:00\n" in text
    assert "ignore:\n  number-format: trích nguyên văn\n" in text


def test_static_pages_have_a_list_of_their_own(tab: Page) -> None:
    open_folder(tab)
    assert tab.get_by_role("row").filter(has_text="Giới thiệu").count() == 0
    tab.get_by_text("Trang tĩnh", exact=True).click()
    expect(tab.get_by_role("row").filter(has_text="Giới thiệu")).to_be_visible()


def test_axe_finds_no_more_in_list_and_form_than_is_recorded(tab: Page) -> None:
    open_folder(tab)
    found = {"list": axe(tab)}
    tab.get_by_role("button", name="Tạo bài viết mới").click()
    expect(tab.get_by_role("textbox", name="Nội dung")).to_be_visible()
    # The list goes a moment later than the form comes.
    expect(tab.get_by_role("row")).to_have_count(0)
    expect(tab.frame_locator("iframe").first.locator("main")).to_be_attached()
    found["form"] = axe(tab)
    news = {place: {*rules} - KNOWN[place] for place, rules in found.items()}
    assert news == {"list": set(), "form": set()}, json.dumps(found)


def test_the_built_site_stays_where_it_was(tab: Page, editor: EditorServer) -> None:
    assert tab.goto(editor.address)
    expect(tab).to_have_title("Trang chủ")
    for address in ("admin/../../../etc/passwd", "admin/%2e%2e/%2e%2e/conftest.py", "admin/khong"):
        answer = tab.request.get(editor.address + address)
        assert answer.status == 404
    assert tab.goto(f"{editor.address}admin")
    expect(tab).to_have_url(f"{editor.address}admin/")
