"""The cache changes nothing: whatever changes, a build shows what one from nothing would."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field, fields, replace
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from jinja2 import Environment, FileSystemLoader
from PIL import Image

from plugins.core.document import Document
from plugins.core.html import parse, serialise
from plugins.core.markup import Renderer
from plugins.photos import show_photos
from plugins.photos.markup import wrap_photos_in_figures
from plugins.photos.settings import PhotoSettings
from plugins.photos.slots import place_slots
from tests.plugins.samples import OFFICE, THEME, make_build, make_source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from plugins.core.build import Build

FOLDER = "content/2021/hop-bao"
SETTINGS = PhotoSettings(avif_widths_px=(40, 60), jpeg_width_px=50, avif_speed=10)


@dataclass
class Project:
    """An article with small photos, one with a cover large enough to share, and a bare one."""

    root: Path
    settings: PhotoSettings = SETTINGS
    office: str = "Văn phòng"
    view: dict[str, Any] = field(default_factory=dict)
    body: str = "![Bàn chủ tọa](1.jpg)\n\nXem [ảnh lớn](2.jpg)."

    @property
    def theme(self) -> Path:
        return self.root / "theme"

    def document(self, name: str, body: str, **view: Any) -> Document:  # noqa: ANN401 - any field
        source = make_source(body, name=name, folder=self.root / FOLDER, **view)
        tree = parse(Renderer("vi").render(body))
        wrap_photos_in_figures(tree)
        assert list(place_slots(source, self.root / "content", tree)) == []
        return Document(source.view, serialise(tree), extras=source.extras)

    def build(self, cache: str) -> tuple[object, ...]:
        """Return all that a build with this cache shows of photos, and says of them."""
        documents = [
            self.document("hop-bao", self.body, **self.view),
            self.document("co-bia", "Chữ.", cover="rong.jpg"),
            self.document("khong-anh", "Chữ."),
        ]
        build = self._begin(cache, documents)
        show_photos(build)
        files = {p: (build.output.folder / p).read_bytes() for p in build.output.places()}
        shown = [(d.html, d.extras.cover, d.extras.social) for d in documents]
        return shown, files, str(build.problems.report())

    def _begin(self, cache: str, documents: list[Document]) -> Build:
        build = make_build(self.root, *documents, photos=self.settings)
        build.cache_dir, build.theme_dir = self.root / cache, self.theme
        build.office = replace(OFFICE, name={**OFFICE.name, "vi": self.office})
        loader = FileSystemLoader(self.theme / "templates")
        build.environment = Environment(loader=loader, autoescape=True)
        build.output.open()
        return build


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for place in ("static/css", "fonts", "templates/macros"):
        shutil.copytree(THEME / place, tmp_path / "theme" / place)
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    for name in ("1.jpg", "2.jpg"):
        picture = Image.radial_gradient("L").resize((80 + len(name), 60)).convert("RGB")
        picture.save(folder / name)
    Image.linear_gradient("L").resize((640, 400)).save(folder / "rong.jpg")
    return Project(tmp_path)


OTHER_SETTINGS: dict[str, object] = {
    "avif_widths_px": (30, 60),
    "avif_quality": 30,
    "avif_speed": 9,
    "jpeg_width_px": 45,
    "jpeg_quality": 30,
    "column_rem": 1,
    "margins_rem": 9,
    "min_side_px": 61,
    "max_pixels": 10,
    "cache_days": 1,
    "social_pictures": False,
}


def change_a_setting(project: Project, name: str) -> None:
    other: dict[str, Any] = {name: OTHER_SETTINGS[name]}
    project.settings = replace(project.settings, **other)


def change_a_photo(project: Project) -> None:
    Image.linear_gradient("L").save(project.root / FOLDER / "1.jpg")


def name_a_photo_as_another_kind(project: Project) -> None:
    (project.root / FOLDER / "1.jpg").rename(project.root / FOLDER / "1.png")
    project.body = project.body.replace("1.jpg", "1.png")


def copy_a_photo_as_another_kind(project: Project) -> None:
    shutil.copy(project.root / FOLDER / "1.jpg", project.root / FOLDER / "1.png")
    project.body = f"{project.body}\n\n![Bàn khác](1.png)"


def rename_a_photo(project: Project) -> None:
    (project.root / FOLDER / "1.jpg").rename(project.root / FOLDER / "3.JPEG")
    project.body = project.body.replace("1.jpg", "3.JPEG")


def describe_a_photo_otherwise(project: Project) -> None:
    project.body = project.body.replace("Bàn chủ tọa", "Toàn cảnh")


def name_a_cover(project: Project) -> None:
    project.view["cover"] = "rong.jpg"


def change_the_title(project: Project) -> None:
    project.view["title"] = "Họp báo quý IV"


def change_the_office(project: Project) -> None:
    project.office = "Sở Tư pháp"


def change_a_colour(project: Project) -> None:
    path = project.theme / "static/css/tokens.css"
    path.write_text(path.read_text("utf-8").replace("#9a1b1e", "#00407a"), "utf-8")


def change_the_font(project: Project) -> None:
    fonts = project.theme / "fonts"
    shutil.copy(fonts / "BeVietnamPro-Regular.ttf", fonts / "BeVietnamPro-Bold.ttf")


def change_the_markup(project: Project) -> None:
    path = project.theme / "templates/macros/photo.html"
    path.write_text(path.read_text("utf-8").replace("<img", '<img data-new=""'), "utf-8")


CHANGES = [
    change_a_photo,
    name_a_photo_as_another_kind,
    copy_a_photo_as_another_kind,
    rename_a_photo,
    describe_a_photo_otherwise,
    name_a_cover,
    change_the_title,
    change_the_office,
    change_a_colour,
    change_the_font,
    change_the_markup,
]


def test_every_setting_is_changed() -> None:
    assert OTHER_SETTINGS.keys() == {one.name for one in fields(PhotoSettings)}


@pytest.mark.parametrize("name", OTHER_SETTINGS)
def test_after_another_setting_a_build_shows_what_one_from_nothing_does(
    project: Project, name: str
) -> None:
    compare_builds(project, partial(change_a_setting, name=name), shows=name != "cache_days")


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_after_a_change_a_build_shows_what_one_from_nothing_does(
    project: Project, change: Callable[[Project], None]
) -> None:
    compare_builds(project, change, shows=change is not rename_a_photo)


def compare_builds(project: Project, change: Callable[[Project], None], *, shows: bool) -> None:
    """Build before and after a change; `shows` tells whether it changes what is published."""
    before = project.build("old")
    assert project.build("old") == before
    change(project)
    after = project.build("old")
    assert after == project.build("new")
    assert (after != before) is shows
