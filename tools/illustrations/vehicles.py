"""Vehicles: motorbikes, cars, boats, a road roller."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import INK, Colour, darker, down, lighter, lit, rgb
from tools.illustrations.shapes import arc, box, curve, oval, ribbon, rounded, turned

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas


def draw_motorbike(canvas: Canvas, colour: Colour) -> None:
    """Draw a scooter, 8 units long, driving to the right; its wheels stand on the origin's line."""
    canvas.fill(oval(0.5, 0, 5, 0.5), INK, 0.35, 0.4)
    for x in (-2.7, 2.7):
        canvas.fill(oval(x, -1.2, 1.25), rgb("2b2b33"))
        canvas.fill(oval(x, -1.2, 0.7), rgb("a9acb3"))
    canvas.fill(
        curve(
            [
                (-3.9, -2.6),
                (-1.6, -3.3),
                (0.2, -1.9),
                (1.6, -1.9),
                (2.5, -4.6),
                (3.1, -4.4),
                (2.6, -1.4),
                (-0.4, -1),
                (-2.4, -1.5),
            ]
        ),
        lit(colour, 1.3),
    )
    canvas.fill(
        curve([(-3.7, -3), (-2.8, -3.5), (0.1, -3.1), (0, -2.6), (-2.4, -2.7)]), rgb("2f2a33")
    )
    canvas.fill(ribbon([(2.6, -4.4), (1.6, -5.3)], 0.3), rgb("2b2b33"))
    canvas.fill(oval(3, -4, 0.4), rgb("fff0c0"))
    canvas.fill(oval(-3.9, -2.5, 0.25), rgb("e0413a"))


def draw_car(canvas: Canvas, colour: Colour) -> None:
    """Draw a car, 15 units long, from its side."""
    canvas.fill(oval(0.5, 0, 8.6, 0.7), INK, 0.4, 0.6)
    canvas.fill(
        curve(
            [
                (-7.4, -1),
                (-7.3, -2.6),
                (-4.6, -3.1),
                (-2.6, -5),
                (2, -5),
                (4.4, -3.1),
                (7, -2.6),
                (7.4, -1),
            ]
        ),
        down(lighter(colour, 0.25), colour, darker(colour, 0.2)),
    )
    for left, right in (((-3.9, -3.1), (-0.2, -4.5)), ((0.3, -4.5), (3.6, -3.1))):
        low, high = (left, right) if left[1] > right[1] else (right, left)
        canvas.fill(
            [
                low,
                high,
                (0.05 if high[0] > 0 else -0.05, high[1]),
                (0.05 if high[0] > 0 else -0.05, low[1]),
            ],
            rgb("4f6a7a"),
        )
    for x in (-4.6, 4.6):
        canvas.fill(oval(x, -1.1, 1.4), rgb("26262e"))
        canvas.fill(oval(x, -1.1, 0.75), rgb("b9bcc2"))
    canvas.fill(oval(7, -2, 0.5, 0.35), rgb("fff0c0"))


def draw_boat(canvas: Canvas, colour: Colour) -> None:
    """Draw a small boat, 20 units long, its waterline at the origin."""
    hull = [(-10, -3), (-7.5, 0.6), (7, 0.6), (10.5, -3.6), (7.5, -2.4), (-7, -2.2)]
    canvas.fill(curve(hull), down(lighter(colour, 0.2), darker(colour, 0.25)))
    canvas.fill(box(-9, 0.3, 9, 1), INK, 0.3, 0.5)


def draw_roller(canvas: Canvas) -> None:
    """Draw a road roller, 26 units long and 18 high, on the origin's line."""
    yellow = rgb("f2b12e")
    canvas.fill(oval(1, 0, 16, 1), INK, 0.45, 0.8)
    canvas.fill(oval(-8.5, -4.3, 4.4), lit(rgb("7d8088"), 1.5))
    canvas.fill(oval(-8.5, -4.3, 1.2), rgb("4a4c55"))
    canvas.fill(oval(8, -4, 4.1), rgb("2f3038"))
    canvas.fill(oval(8, -4, 2), lit(yellow))
    canvas.fill(
        rounded(1.5, -10.5, 12.5, -5, 1.2), down(lighter(yellow, 0.3), darker(yellow, 0.12))
    )
    canvas.fill(rounded(-3, -9, 2.5, -4.6, 0.6), down(yellow, darker(yellow, 0.25)))
    canvas.fill(ribbon([(-2.5, -7), (-8.5, -7.2), (-8.5, -4.3)], 1.1), darker(yellow, 0.1))
    for x in (-3, 3.2):
        canvas.fill(box(x - 0.35, -17, x + 0.35, -8), rgb("3a3b44"))
    canvas.fill(rounded(-4.6, -18, 5, -16.8, 0.5), darker(yellow, 0.15))
    canvas.fill(turned(arc((-1, -9.6), (1.3, 0.3), 0, 360), -40, (-1, -9.6)), rgb("3a3b44"))
