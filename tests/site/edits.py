"""What editors and developers do to a site between two builds, chosen at random."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.site.building import NOW, PROJECT, copy_content, make_photo

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random

_DAY_S = 86_400
_OLD_S = 1_700_000_000
_IGNORED = shutil.ignore_patterns("__pycache__", "*.pyc")


@dataclass
class Workshop:
    """A copy of the project, with the tiny site in it, that edits may change everywhere."""

    folder: Path
    random: Random
    now: int = int(NOW)
    done: list[str] = field(default_factory=list)

    @classmethod
    def open(cls, folder: Path, random: Random, *, has_paper: bool = False) -> Workshop:
        folder.mkdir()
        for name in ("plugins", "theme"):
            shutil.copytree(PROJECT / name, folder / name, ignore=_IGNORED)
        (folder / "tests/plugins").mkdir(parents=True)
        for name in ("pelicanconf.py", "tests/plugins/samples.py"):
            shutil.copyfile(PROJECT / name, folder / name)
        shutil.copyfile(PROJECT / "tests/site/siteconf.py", folder / "siteconf.py")
        copy_content(folder / "content")
        if not has_paper:
            # Half of a build's time, and its own cache has tests of its own.
            shutil.rmtree(folder / "plugins/paper")
        workshop = cls(folder, random)
        workshop.let_time_pass()
        return workshop

    def let_time_pass(self) -> None:
        """Make every file an old one, whose stamp a build may trust."""
        for number, path in enumerate(sorted(self.folder.rglob("*"))):
            if path.stat().st_mtime > _OLD_S + len(self.done) * 100_000:
                os.utime(path, (_OLD_S, _OLD_S + len(self.done) * 100_000 + number / 1000))

    def edit(self) -> None:
        """Make one edit, whichever; `done` tells which."""
        act = self.random.choice(ACTS)
        self.done.append(act.__name__)
        act(self)
        if self.random.random() < 0.5:
            self.let_time_pass()

    def pick(self, *patterns: str) -> Path:
        """Return a file below the project that fits one of the patterns."""
        return self.random.choice(sorted(p for one in patterns for p in self.folder.glob(one)))

    def article(self) -> Path:
        return self.pick("content/2026/*/index.md", "content/2026/*/index.en.md")


def replace(path: Path, pattern: str, text: str) -> None:
    """Replace the first place that fits; where there is none, the text goes to the end."""
    before = path.read_text("utf-8")
    after, count = re.subn(pattern, lambda _: text, before, count=1, flags=re.MULTILINE)
    path.write_text(after if count else f"{before}\n", "utf-8")


def add_paragraph(shop: Workshop) -> None:
    path = shop.article()
    more = f"Đoạn thêm số {shop.random.randrange(1000)}, **đậm** & `mã`.\n\n## Mục {len(shop.done)}"
    path.write_text(f"{path.read_text('utf-8')}\n{more}\n\nHết.\n", "utf-8")


def change_title(shop: Workshop) -> None:
    replace(shop.article(), r"^title: .*", f"title: Nhan đề mới {shop.random.randrange(1000)}")


def change_summary(shop: Workshop) -> None:
    number = shop.random.randrange(1000)
    replace(shop.article(), r"^summary: .*", f"summary: Tóm tắt mới số {number}.")


def change_date(shop: Workshop) -> None:
    day, hour = shop.random.randrange(1, 29), shop.random.randrange(10, 20)
    replace(shop.article(), r"^date: .*", f"date: 2026-02-{day:02} {hour}:15")


def change_tags(shop: Workshop) -> None:
    tags = shop.random.sample(["họp báo", "số hóa", "nông thôn", "lũ lụt"], 2)
    replace(shop.article(), r"^tags: .*|^---$(?=\n\n)", f"tags: [{', '.join(tags)}]")


def change_category(shop: Workshop) -> None:
    category = shop.random.choice(["Tin tức", "Thông báo"])
    replace(shop.pick("content/2026/*/index.md"), r"^category: .*", f"category: {category}")


def make_it_a_draft(shop: Workshop) -> None:
    replace(shop.article(), r"^title: ", "status: draft\ntitle: ")


def pin(shop: Workshop) -> None:
    replace(shop.article(), r"^title: ", "pinned: true\ntitle: ")


def set_an_end(shop: Workshop) -> None:
    day = shop.random.randrange(1, 5)
    replace(shop.article(), r"^title: ", f"expires: 2026-03-{day:02}\ntitle: ")


def add_an_alias(shop: Workshop) -> None:
    replace(shop.article(), r"^title: ", f"aliases: [/cu/{len(shop.done)}/]\ntitle: ")


def link_to_another(shop: Workshop) -> None:
    path, other = shop.article(), shop.pick("content/2026/*/index.md")
    link = f"Xem [bài kia](../{other.parent.name}/index.md)."
    path.write_text(f"{path.read_text('utf-8')}\n{link}\n", "utf-8")


def rename(shop: Workshop) -> None:
    folder = shop.article().parent
    folder.rename(folder.with_name(f"{folder.name}-{len(shop.done)}"))


def delete(shop: Workshop) -> None:
    if len(list(shop.folder.glob("content/2026/*"))) > 3:
        shutil.rmtree(shop.article().parent)


def delete_a_translation(shop: Workshop) -> None:
    for path in sorted(shop.folder.glob("content/2026/*/index.en.md"))[:1]:
        path.unlink()


def write_an_article(shop: Workshop) -> None:
    source = shop.article()
    shutil.copytree(source.parent, source.parents[1] / f"bai-moi-{len(shop.done)}")


def add_a_photo(shop: Workshop) -> None:
    path = shop.article()
    make_photo(path.parent / "anh-them.jpg", 1 + len(shop.done))
    text = f'{path.read_text("utf-8")}\n![Quang cảnh buổi làm việc](anh-them.jpg "Quang cảnh")\n'
    path.write_text(text, "utf-8")


def change_a_photo(shop: Workshop) -> None:
    photos = sorted(shop.folder.glob("content/2026/*/*.jpg"))
    if photos:
        make_photo(shop.random.choice(photos), 30 + len(shop.done))


def delete_a_photo(shop: Workshop) -> None:
    for photo in sorted(shop.folder.glob("content/2026/*/*.jpg"))[-1:]:
        photo.unlink()


def change_a_glossary(shop: Workshop) -> None:
    path = shop.folder / "content/glossary.yml"
    number = len(shop.done)
    replace(path, r"^vi:$", f"vi:\n  ABC{'D' * number}: Nghĩa thứ {number}\n  HB: Họp báo {number}")


def change_a_template(shop: Workshop) -> None:
    path = shop.pick("theme/templates/*.html", "theme/templates/partials/*.html")
    text = path.read_text("utf-8")
    mark = f"<p>Dấu {len(shop.done)}</p>"
    path.write_text(text.replace("</h1>", f"</h1>{mark}", 1).replace("</nav>", f"{mark}</nav>", 1))


def change_a_stylesheet(shop: Workshop) -> None:
    path = shop.folder / "theme/static/css/base.css"
    path.write_text(f"{path.read_text()}\n.dau-{len(shop.done)} {{ margin: 0 }}\n")


def change_a_translation(shop: Workshop) -> None:
    replace(shop.folder / "theme/translations/vi.json", r'"Trang chủ"', f'"Nhà {len(shop.done)}"')


def change_a_setting(shop: Workshop) -> None:
    line = shop.random.choice(
        [
            f'LISTINGS = {{"per_page": {shop.random.randrange(2, 5)}}}',
            f'SITE["slogan"] = {{"vi": "Số {len(shop.done)}", "en": "Number {len(shop.done)}"}}',
            'SITEURL = "https://tin.example"',
        ]
    )
    path = shop.folder / "siteconf.py"
    path.write_text(f"{path.read_text('utf-8')}\n{line}\n", "utf-8")


def change_a_plugin(shop: Workshop) -> None:
    path = shop.folder / "plugins/tables/__init__.py"
    replace(path, r'"Bảng số liệu[^"]*"', f'"Bảng số liệu {len(shop.done)}"')


def touch_everything(shop: Workshop) -> None:
    """Do what a fresh checkout does: new times, same bytes."""
    for path in shop.folder.rglob("*"):
        os.utime(path)


def wait(shop: Workshop) -> None:
    shop.now += shop.random.choice([1, 2, 5]) * _DAY_S


def turn_the_clock_back(shop: Workshop) -> None:
    shop.now -= shop.random.choice([1, 2, 5]) * _DAY_S


ACTS: tuple[Callable[[Workshop], None], ...] = (
    add_paragraph,
    change_title,
    change_summary,
    change_date,
    change_tags,
    change_category,
    make_it_a_draft,
    pin,
    set_an_end,
    add_an_alias,
    link_to_another,
    rename,
    delete,
    delete_a_translation,
    write_an_article,
    add_a_photo,
    change_a_photo,
    delete_a_photo,
    change_a_glossary,
    change_a_template,
    change_a_stylesheet,
    change_a_translation,
    change_a_setting,
    change_a_plugin,
    touch_everything,
    wait,
    turn_the_clock_back,
)
