"""What makes clothes of a body: collars, lapels, ties, buttons, bands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import WHITE, Colour, darker, down, lighter, lit, mix, rgb
from tools.illustrations.shapes import box, oval, path, ribbon

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.illustrations.canvas import Canvas
    from tools.illustrations.looks import Look
    from tools.illustrations.people import Pose
    from tools.illustrations.shapes import Points

    Place = Callable[[Points], Points]

# A standing person's hips are higher than this.
STANDING = -45
SHORT_SLEEVES = ("shirt", "tee", "scarf")


def sleeve_end(garb: str, length: int) -> int:
    """Return how many of an arm's points the sleeve covers."""
    return round(length * 0.5) if garb in SHORT_SLEEVES else length - 1


def draw_details(canvas: Canvas, look: Look, pose: Pose, place: Place) -> None:
    """Draw what the garb shows in front, or behind."""
    if look.garb == "vest":
        _draw_vest(canvas, look, place)
    if pose.back:
        _draw_seam(canvas, look, place)
        return
    x = pose.turn * 2.2
    draw = {"suit": _draw_suit, "tunic": _draw_tunic, "coat": _draw_coat, "tee": _draw_tee}
    draw.get(look.garb, _draw_shirt)(
        canvas, look, lambda points: place([(px + x, py) for px, py in points])
    )
    if look.garb == "uniform":
        _draw_boards(canvas, look, place)
    if look.garb == "scarf":
        _draw_scarf(canvas, look, lambda points: place([(px + x, py) for px, py in points]))


def _draw_seam(canvas: Canvas, look: Look, place: Place) -> None:
    shade = darker(look.top, 0.3)
    canvas.fill(ribbon(place([(0, -30), (0, 0)]), 0.4), shade, 0.5)
    canvas.fill(
        place([(-4.5, -36), (4.5, -36), (5.5, -33.5), (0, -32.6), (-5.5, -33.5)]),
        darker(look.top, 0.08),
    )


def _draw_suit(canvas: Canvas, look: Look, place: Place) -> None:
    dark = darker(look.top, 0.25)
    canvas.fill(place([(-3.6, -36), (3.6, -36), (0, -16)]), down(WHITE, rgb("dfe3ea")))
    canvas.fill(place([(-1, -34), (1, -34), (1.6, -21), (0, -17.5), (-1.6, -21)]), lit(look.accent))
    for side in (-1, 1):
        lapel = [
            (side * 3.3, -36.2),
            (side * 6.4, -31),
            (side * 4.6, -28.5),
            (side * 5.4, -26.5),
            (0, -15.5),
        ]
        canvas.fill(place(lapel), lighter(look.top, 0.1) if side < 0 else dark)
        canvas.fill(place([(side * 1, -34.2), (side * 3.6, -36.6), (side * 3.7, -33)]), WHITE)
    canvas.fill(ribbon(place([(0, -15.5), (0.3, 4)]), 0.35), dark)
    canvas.fill(oval(*place([(0.9, -10)])[0], 0.6), dark)
    canvas.fill(place(box(5, -24.6, 8, -23.8)), lighter(look.top, 0.3))


def _draw_shirt(canvas: Canvas, look: Look, place: Place) -> None:
    shade = darker(look.top, 0.16)
    canvas.fill(place([(-2.6, -36.4), (2.6, -36.4), (0, -31.5)]), darker(look.skin, 0.16))
    for side in (-1, 1):
        collar = [(side * 0.2, -32), (side * 2.7, -37), (side * 5, -34.6), (side * 2.8, -30.6)]
        canvas.fill(
            place(collar), lighter(look.top, 0.4) if side < 0 else mix(look.top, shade, 0.5)
        )
    canvas.fill(ribbon(place([(0, -31), (0, 0)]), 0.35), shade)
    for y in (-26, -20, -14, -8):
        canvas.fill(oval(*place([(0.9, y)])[0], 0.42), shade)
    canvas.fill(place(box(3.4, -25, 7, -24.4)), shade)
    canvas.fill(ribbon(place([(-7, -9), (-4, -4)]), 0.5, 0.1), shade, 0.6)
    canvas.fill(ribbon(place([(7.4, -11), (4.5, -5)]), 0.5, 0.1), shade, 0.6)


def _draw_tunic(canvas: Canvas, look: Look, place: Place) -> None:
    dark = darker(look.top, 0.25)
    canvas.fill(
        place([(-3, -38), (3, -38), (3.5, -34.6), (0, -33.2), (-3.5, -34.6)]),
        lit(lighter(look.top, 0.12)),
    )
    canvas.fill(ribbon(path(place([(0, -34), (4, -30.5), (7, -25)])), 0.4), dark, 0.8)
    canvas.fill(ribbon(path(place([(-5, -21), (0, -19.4), (5, -21)])), 0.5, 0.2), dark, 0.4, 0.3)
    gold = mix(rgb("f4d58a"), look.top, 0.15)
    for x, y in ((-3, -24), (-4.6, -17), (-2.6, -10), (3.2, -14), (4, -4)):
        canvas.fill(oval(*place([(x, y)])[0], 0.9), gold, 0.8)
    if place([(0, 0)])[0][1] < STANDING:
        canvas.fill(ribbon(path(place([(-6, 2), (-5.4, 18), (-6.6, 34)])), 0.5, 0.3), dark, 0.6)
        canvas.fill(ribbon(path(place([(5, 6), (4.2, 20), (6, 35)])), 0.6, 0.3), dark, 0.6)


def _draw_coat(canvas: Canvas, look: Look, place: Place) -> None:
    shade = darker(look.top, 0.14)
    canvas.fill(place([(-3, -36.4), (3, -36.4), (0, -24)]), lit(look.accent))
    for side in (-1, 1):
        lapel: Points = [(side * 2.9, -37), (side * 5.8, -32), (side * 3, -27), (0, -23)]
        canvas.fill(place(lapel), WHITE if side < 0 else shade)
    canvas.fill(ribbon(place([(0, -23), (0, 18)]), 0.35), shade)
    for y in (-18, -11, -4):
        canvas.fill(oval(*place([(1, y)])[0], 0.5), shade)
    canvas.fill(place(box(3, -3, 7.6, -2.2)), shade)


def _draw_tee(canvas: Canvas, look: Look, place: Place) -> None:
    neck = path(place([(-3.4, -36), (0, -33.4), (3.4, -36)]))
    canvas.fill(neck, darker(look.skin, 0.14))
    canvas.fill(ribbon(neck, 0.9), darker(look.top, 0.18))
    canvas.fill(ribbon(place([(-7, -9), (-4, -4)]), 0.5, 0.1), darker(look.top, 0.25), 0.6)


def _draw_vest(canvas: Canvas, look: Look, place: Place) -> None:
    outline = [
        (-8.8, -33),
        (-4, -35.5),
        (4, -35.5),
        (8.8, -33),
        (9, -8),
        (8.8, 0),
        (-8.8, 0),
        (-9, -8),
    ]
    canvas.fill(place(outline), lit(look.accent))
    stripe: Colour = rgb("f6f0c4")
    for y in (-14, -6):
        canvas.fill(place(box(-9, y, 9, y + 2.4)), stripe)
    for x in (-6, 6):
        canvas.fill(place(box(x - 1.1, -34, x + 1.1, -14)), stripe)


def _draw_boards(canvas: Canvas, look: Look, place: Place) -> None:
    for side in (-1, 1):
        board = [(side * 5.5, -34.4), (side * 10, -32), (side * 9.6, -30.6), (side * 5, -33)]
        canvas.fill(place(board), look.accent)
    canvas.fill(place(box(-8.6, -2.4, 8.6, -0.2)), rgb("4a3a2c"))
    canvas.fill(place(box(-1.4, -2.6, 1.4, 0)), look.accent)


def _draw_scarf(canvas: Canvas, look: Look, place: Place) -> None:
    canvas.fill(
        place(
            [
                (-4.2, -36),
                (0, -32),
                (4.2, -36),
                (4.6, -33.6),
                (1, -31),
                (3, -24),
                (0, -29),
                (-3, -24),
                (-1, -31),
                (-4.6, -33.6),
            ]
        ),
        lit(look.accent),
    )
