"""The sample photos are what the manifest lists, each as ordered, the same each time."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from tools.illustrations.__main__ import MANIFEST, main
from tools.illustrations.canvas import Canvas, Frame
from tools.illustrations.colour import down
from tools.illustrations.order import RATIOS, Order, read_orders
from tools.illustrations.scenes import SCENES
from tools.illustrations.shapes import bend, box, curve, ribbon, rounded
from tools.illustrations.studio import picture_of

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
SMALL_PX = 200


@cache
def small(scene: str, seed: int = 1, ratio: str = "3:2") -> bytes:
    return picture_of(Order(scene, seed=seed, ratio=ratio, width_px=SMALL_PX))


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data)).convert("RGB")


def difference(one: bytes, other: bytes) -> float:
    """Return the mean difference of two pictures' channels, 0 to 255."""
    means = ImageStat.Stat(ImageChops.difference(opened(one), opened(other))).mean
    return sum(means) / len(means)


@pytest.mark.parametrize("scene", sorted(SCENES))
def test_another_seed_gives_a_picture_that_looks_different(scene: str) -> None:
    assert difference(small(scene, 1), small(scene, 2)) > 4


@pytest.mark.parametrize("scene", sorted(SCENES))
def test_a_scene_fills_the_whole_frame(scene: str) -> None:
    """White is the empty canvas; no scene paints whole edges with it."""
    photo = opened(small(scene, ratio="2:3"))
    width, height = photo.size
    for edge in (
        (0, 0, width, 3),
        (0, height - 3, width, height),
        (0, 0, 3, height),
        (width - 3, 0, width, height),
    ):
        assert min(ImageStat.Stat(photo.crop(edge)).mean) < 245


@pytest.mark.parametrize(
    ("ratio", "height"), [("3:2", 133), ("4:3", 150), ("16:9", 112), ("2:3", 300)]
)
def test_a_picture_has_the_ordered_format(ratio: str, height: int) -> None:
    photo = Image.open(BytesIO(small("podium", ratio=ratio)))
    assert photo.size == (SMALL_PX, height)
    assert photo.format == "JPEG"
    assert photo.mode == "RGB"
    assert photo.info["progressive"]


def test_another_process_draws_the_same_bytes(tmp_path: Path) -> None:
    manifest = tmp_path / "photos.yml"
    manifest.write_text(f"a.jpg: {{scene: clinic, seed: 1, width_px: {SMALL_PX}}}\n", "utf-8")
    command = [sys.executable, "-m", "tools.illustrations", "--manifest", str(manifest)]
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    subprocess.run([*command, "--into", str(tmp_path)], cwd=ROOT, env=environment, check=True)
    assert (tmp_path / "a.jpg").read_bytes() == small("clinic")


def test_more_people_stand_on_the_stage_when_more_are_ordered() -> None:
    few, many = (Order("award", people=n, width_px=SMALL_PX) for n in (2, 7))
    assert difference(picture_of(few), picture_of(many)) > 4


def test_the_hour_changes_the_light() -> None:
    noon, night = (
        picture_of(Order("river-bridge", time=time, width_px=SMALL_PX))
        for time in ("noon", "night")
    )
    bright, dark = (sum(ImageStat.Stat(opened(photo)).mean) for photo in (noon, night))
    assert bright > dark * 1.4


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    file = tmp_path / "photos.yml"
    file.write_text(
        "2026/a/một.jpg: {scene: documents, width_px: 200}\n"
        "2026/a/hai.jpg: {scene: podium, width_px: 200}\n",
        "utf-8",
    )
    return file


def test_only_missing_photos_are_drawn(manifest: Path, tmp_path: Path) -> None:
    kept = tmp_path / "content/2026/a/một.jpg"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"an editor's own photo")
    assert main(["--manifest", str(manifest), "--into", str(tmp_path / "content")]) == 0
    assert kept.read_bytes() == b"an editor's own photo"
    assert (tmp_path / "content/2026/a/hai.jpg").read_bytes() == small("podium")


def test_all_photos_are_drawn_anew_on_demand(manifest: Path, tmp_path: Path) -> None:
    old = tmp_path / "content/2026/a/một.jpg"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"old")
    assert main(["--all", "--manifest", str(manifest), "--into", str(tmp_path / "content")]) == 0
    assert old.read_bytes() == small("documents")


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        ("{scene: dragon}", "no scene 'dragon'; there are award, "),
        ("{seed: 3}", "no scene None; there are award, "),
        ("{scene: award, seeds: 3}", "seeds is no option; there are scene, seed, people, "),
        ("{scene: award, seed: three}", "seed is 'three', which is not int"),
        ("{scene: award, people: yes}", "people is True, which is not int"),
        ("{scene: award, people: 0}", "people is 0; leave it out, or ask for one at least"),
        ("{scene: award, time: dusk}", "time is 'dusk'; it can be morning, noon, evening, night"),
        ('{scene: award, ratio: "1:1"}', "ratio is '1:1'; it can be 3:2, 4:3, 16:9, 2:3"),
        ("{scene: award, width_px: 9000}", "width_px is 9000, not 200 to 4000"),
        ("award", "'award' is no mapping of options"),
    ],
)
def test_a_wrong_order_is_told_with_its_photo(options: str, fault: str, tmp_path: Path) -> None:
    file = tmp_path / "photos.yml"
    file.write_text(f"a.jpg: {options}\nb.jpg: {{scene: award}}\n", "utf-8")
    orders, faults = read_orders(file, SCENES)
    assert list(orders) == ["b.jpg"]
    assert len(faults) == 1
    assert faults[0].startswith(f"a.jpg: {fault}")


def test_all_wrong_orders_are_told_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "photos.yml"
    file.write_text("a.jpg: {scene: x}\nb.jpg: {scene: award, time: y}\n", "utf-8")
    assert main(["--manifest", str(file), "--into", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert "a.jpg: no scene" in said
    assert "b.jpg: time is" in said


def test_each_listed_photo_is_there_at_its_width() -> None:
    orders, faults = read_orders(MANIFEST, SCENES)
    assert not faults
    wrong = []
    for path, order in orders.items():
        with Image.open(CONTENT / path) as photo:
            height = round(order.width_px / RATIOS[order.ratio])
            if photo.size != (order.width_px, height):
                wrong.append((path, photo.size))
    assert not wrong


def test_the_photos_are_light_enough_for_a_repository() -> None:
    orders, _ = read_orders(MANIFEST, SCENES)
    sizes = {path: (CONTENT / path).stat().st_size for path in orders}
    assert {path: size for path, size in sizes.items() if size > 400_000} == {}
    assert sum(sizes.values()) < 20_000_000


@pytest.mark.parametrize("ratio", RATIOS.values())
def test_every_format_shows_the_same_area_around_the_stage(ratio: float) -> None:
    frame = Frame.of_ratio(ratio)
    width, height = frame.right - frame.left, frame.bottom - frame.top
    assert width / height == pytest.approx(ratio)
    assert width * height == pytest.approx(15_000)
    assert (frame.left + frame.right) / 2 == pytest.approx(75)


def test_an_arm_bends_so_that_both_bones_keep_their_lengths() -> None:
    elbow = bend((0, 0), (20, 0), (15, 13), 1)
    assert elbow[0] ** 2 + elbow[1] ** 2 == pytest.approx(15**2)
    assert (20 - elbow[0]) ** 2 + elbow[1] ** 2 == pytest.approx(13**2)
    assert bend((0, 0), (20, 0), (15, 13), -1)[1] == pytest.approx(-elbow[1])


def test_a_curve_passes_through_its_points() -> None:
    corners = [(0.0, 0.0), (10.0, 0.0), (10.0, 8.0), (0.0, 8.0)]
    drawn = curve(corners)
    assert all(corner in drawn for corner in corners)


def test_a_ribbon_is_as_wide_as_asked() -> None:
    ys = [y for _, y in ribbon([(0, 0), (10, 0)], 4)]
    assert (min(ys), max(ys)) == pytest.approx((-2, 2))


def test_a_rounded_box_stays_within_its_sides() -> None:
    points = rounded(0, 0, 10, 4, 3)
    assert min(x for x, _ in points) == pytest.approx(0)
    assert max(y for _, y in points) == pytest.approx(4)


def test_a_gradient_runs_from_its_first_colour_to_its_last() -> None:
    canvas = Canvas.blank(1.5, 300)
    canvas.fill(box(-1, 0, 151, 100), down((250, 0, 0), (0, 0, 250)))
    top, foot = canvas.image.getpixel((300, 2)), canvas.image.getpixel((300, 397))
    assert isinstance(top, tuple)
    assert isinstance(foot, tuple)
    assert (top[0], foot[2]) == pytest.approx((250, 250), abs=5)


def test_a_blurred_layer_leaves_no_fringe() -> None:
    """Between a dark shape and its pale ground, no pixel is paler than the ground."""
    canvas = Canvas.blank(1.5, 300)
    canvas.fill(box(-1, -1, 151, 101), (200, 180, 150))
    with canvas.layer(blur=1.5) as upper:
        upper.fill(box(60, 40, 90, 60), (40, 30, 50), 0.5)
    assert [high for _, high in ImageStat.Stat(canvas.image).extrema[:3]] == [200, 180, 150]


def test_nothing_is_painted_outside_an_inset() -> None:
    canvas = Canvas.blank(1.5, 300)
    with canvas.inset(50, 40, 100, 60) as part:
        part.fill(box(0, 0, 150, 100), (10, 20, 30))
    assert canvas.image.getpixel((300, 100)) == (255, 255, 255, 255)
    assert canvas.image.getpixel((300, 200)) == (10, 20, 30, 255)
