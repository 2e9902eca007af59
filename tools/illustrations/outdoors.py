"""What stands along streets and on squares: flags, lamps, barriers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from tools.illustrations.colour import INK, across, darker, down, lit, mix, rgb
from tools.illustrations.shapes import box, oval, path, ribbon, rounded, star

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.dice import Dice
    from tools.illustrations.shapes import Point, Points

FLAG_RED = rgb("d4282a")


FLAG_YELLOW = rgb("fbd33f")


def _waved(points: Points, phase: float) -> Points:
    """Return points of a cloth 3 by 2 as the wind moves them."""
    return [(x, y + 0.16 * x / 3 * math.sin(x * 2.2 + phase) + 0.05 * x) for x, y in points]


def draw_flag(canvas: Canvas, phase: float = 0) -> None:
    """Draw a red flag with a yellow star, 3 by 2 units, flying to the right of the origin."""
    edge = [(i * 0.15, 0.0) for i in range(21)]
    low = [(x, 2.0) for x, _ in reversed(edge)]
    shades = [darker(FLAG_RED, 0.12 + 0.16 * math.sin(i * 1.32 + phase)) for i in range(8)]
    canvas.fill(_waved([*edge, *low], phase), across(*shades))
    canvas.fill(_waved(star(1.5, 1.0, 0.58), phase), FLAG_YELLOW)


def draw_flagpole(canvas: Canvas, height: float, flag: float, phase: float = 0) -> None:
    """Draw a pole from the origin up, with a flag `flag` units wide at its top."""
    canvas.fill(box(-0.28, -height, 0.28, 0), across(rgb("f4f1ea"), rgb("b9b6b0"), rgb("85828a")))
    canvas.fill(oval(0, -height - 0.4, 0.5), lit(rgb("e7b53c")))
    draw_flag(canvas.at(0.28, -height + 0.6, flag / 3), phase)
    for i, wide in enumerate((1.6, 2.6)):
        canvas.fill(
            box(-wide, -1.6 + i * 0.8, wide, -0.8 + i * 0.8), down(rgb("f1e9da"), rgb("bdb2a0"))
        )


def draw_lamp(canvas: Canvas, *, is_lit: bool = False) -> None:
    """Draw a street lamp 20 units high."""
    canvas.fill(
        ribbon(path([(0, 0), (0, -16), (0.6, -19), (3.2, -19.6)]), 0.5, 0.25), rgb("59606b")
    )
    canvas.fill(rounded(2.4, -20, 5, -19.2, 0.3), rgb("59606b"))
    if is_lit:
        canvas.glow((3.8, -18.6), 9, rgb("ffd98a"), 0.8)


def draw_barrier(canvas: Canvas) -> None:
    """Draw a red and white warning barrier, 20 units wide and 8 high."""
    for x in (-7.5, 7.5):
        canvas.fill(box(x - 0.4, -7, x + 0.4, 0), rgb("8a8d94"))
        canvas.fill(box(x - 1.8, -0.5, x + 1.8, 0), rgb("5d6068"))
    for y in (-7.6, -4.2):
        canvas.fill(box(-10, y, 10, y + 2.2), down(rgb("fdf7ec"), rgb("ded5c6")))
        for i in range(6):
            x = -10 + i * 3.5
            canvas.fill(
                [(x, y + 2.2), (x + 1.4, y), (min(x + 3.1, 10), y), (min(x + 1.7, 10), y + 2.2)],
                FLAG_RED,
            )


def draw_cone(canvas: Canvas) -> None:
    """Draw a traffic cone 4 units high."""
    canvas.fill(oval(0.3, 0, 2, 0.4), INK, 0.35, 0.3)
    orange = rgb("f0762c")
    canvas.fill([(-0.3, -4), (0.3, -4), (1.4, -0.3), (-1.4, -0.3)], lit(orange, 1.3))
    canvas.fill([(-0.62, -2.7), (0.62, -2.7), (0.95, -1.6), (-0.95, -1.6)], rgb("fdf3e2"))
    canvas.fill(rounded(-1.9, -0.5, 1.9, 0, 0.2), darker(orange, 0.2))


def draw_warning_sign(canvas: Canvas) -> None:
    """Draw a yellow triangle on a pole, 14 units high."""
    canvas.fill(box(-0.3, -9, 0.3, 0), rgb("8a8d94"))
    canvas.fill([(-5, -7.5), (0, -16), (5, -7.5)], FLAG_RED)
    canvas.fill([(-3.7, -8.2), (0, -14.4), (3.7, -8.2)], rgb("f7cd4a"))
    canvas.fill(box(-0.4, -12.4, 0.4, -9.9), INK)
    canvas.fill(oval(0, -9.1, 0.5), INK)


def draw_bunting(canvas: Canvas, start: Point, end: Point, dice: Dice) -> None:
    """Draw a line of little coloured pennants that sags between two points."""
    (x0, y0), (x1, y1) = start, end
    for i in range(1, 22):
        t = i / 22
        x, y = x0 + (x1 - x0) * t, y0 + (y1 - y0) * t + 4 * t * (1 - t) * 5
        colour = dice.choice((FLAG_RED, FLAG_YELLOW, mix(FLAG_RED, FLAG_YELLOW, 0.5)))
        canvas.fill([(x - 0.9, y), (x + 0.9, y), (x, y + 2.2)], lit(colour))
