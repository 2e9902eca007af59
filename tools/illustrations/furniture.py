"""Furniture: tables, chairs, lecterns, counters, and what lies on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import (
    INK,
    WHITE,
    Colour,
    across,
    darker,
    down,
    lighter,
    lit,
    mix,
    rgb,
)
from tools.illustrations.decor import draw_bouquet, draw_star_disc
from tools.illustrations.shapes import box, curve, moved, oval, ribbon, rounded

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.dice import Dice


def draw_lectern(canvas: Canvas, wood: Colour, dice: Dice) -> None:
    """Draw a lectern 50 units high: a star, microphones, flowers; its foot is the origin."""
    canvas.fill(oval(3, 0, 24, 2.6), INK, 0.4, 1.6)
    canvas.fill(
        [(-15, -44), (15, -44), (12, 0), (-12, 0)],
        across(lighter(wood, 0.2), wood, darker(wood, 0.3)),
    )
    canvas.fill(
        [(-11, -40), (11, -40), (9, -5), (-9, -5)],
        across(lighter(wood, 0.32), lighter(wood, 0.12), darker(wood, 0.12)),
    )
    canvas.fill([(-19, -50), (19, -50), (16.5, -43), (-16.5, -43)], lit(darker(wood, 0.1)))
    canvas.fill(box(-19, -51, 19, -49.6), lighter(wood, 0.35))
    canvas.fill(box(-13.5, -3, 13.5, 0), darker(wood, 0.35))
    draw_star_disc(canvas, 0, -26, 6)
    for side in (-1, 1):
        canvas.fill(ribbon([(side * 3, -50), (side * 2, -60)], 0.6), INK)
        canvas.fill(oval(side * 1.9, -61, 1.1, 1.8), lit(rgb("3a3a44")))
    draw_bouquet(canvas.at(-12, -53), dice, 6.5)


def draw_table_cloth(canvas: Canvas, left: float, right: float, top: float, bottom: float) -> None:
    """Draw a table with a pleated red cloth."""
    red = rgb("a8292c")
    canvas.fill(box(left + 1, bottom - 1, right + 3, bottom + 1.4), INK, 0.4, 1.2)
    count = max(1, round((right - left) / 3))
    width = (right - left) / count
    for i in range(count):
        x = left + i * width
        canvas.fill(
            box(x, top, x + width + 0.05, bottom), across(lighter(red, 0.08), red, darker(red, 0.3))
        )
    canvas.fill(box(left, top, right, top + 6), INK, 0.16, 2)
    canvas.fill(
        [(left - 0.6, top), (right + 0.6, top), (right - 0.4, top - 1.9), (left + 0.4, top - 1.9)],
        across(rgb("fbf3e2"), rgb("e9dcc2")),
    )
    canvas.fill(box(left - 0.6, top, right + 0.6, top + 1), rgb("e7c57a"))


def draw_chair_back(canvas: Canvas, colour: Colour) -> None:
    """Draw a padded chair from behind, 10 wide and 12 high above the origin."""
    canvas.fill(
        rounded(-5, -12, 5, 3, 2), across(lighter(colour, 0.15), colour, darker(colour, 0.3))
    )
    canvas.fill(rounded(-3.8, -10.8, 3.8, 0, 1.4), down(lighter(colour, 0.2), colour))


def draw_papers(canvas: Canvas, dice: Dice, count: int = 2) -> None:
    """Draw sheets of paper lying flat, about 4 units wide."""
    for _ in range(count):
        x, tilt = dice.uniform(-1, 1), dice.uniform(-0.7, 0.7)
        sheet = [(x - 2, -0.5), (x + 1.6 + tilt, -0.5), (x + 2.2, 0.6), (x - 2.4 + tilt, 0.6)]
        canvas.fill(moved(sheet, 0.1, 0.2), INK, 0.25, 0.15)
        canvas.fill(sheet, across(WHITE, rgb("ece6da")))
        for y in (-0.2, 0.1):
            canvas.fill(box(x - 1.3, y, x + 1, y + 0.08), rgb("a9a49c"))


def draw_bottle(canvas: Canvas) -> None:
    """Draw a small bottle of water, 3 units high."""
    canvas.fill(
        rounded(-0.4, -2.3, 0.4, 0, 0.3), across(rgb("e6f3f7"), rgb("a9d0de"), rgb("7fb0c4")), 0.9
    )
    canvas.fill(box(-0.4, -1.5, 0.4, -0.8), rgb("3e74b8"))
    canvas.fill(box(-0.22, -2.9, 0.22, -2.2), rgb("3e74b8"))


def draw_name_plate(canvas: Canvas) -> None:
    canvas.fill([(-1.7, 0), (-1.4, -1.2), (1.4, -1.2), (1.7, 0)], down(WHITE, rgb("e6dcc6")))
    canvas.fill(box(-0.9, -0.75, 0.9, -0.5), rgb("a3262a"))


def draw_tea_set(canvas: Canvas) -> None:
    """Draw a teapot and cups on a tray, about 8 units wide."""
    china = rgb("f3f1ea")
    canvas.fill(oval(0, 0.1, 5, 0.9), lit(rgb("7a4f36")))
    canvas.fill(ribbon([(-0.8, -1.4), (-2.6, -2.4)], 0.7, 0.4), china)
    canvas.fill(
        curve([(-1.7, -0.2), (-1.8, -1.7), (0, -2.5), (1.8, -1.7), (1.7, -0.2)]), lit(china, 1.3)
    )
    canvas.fill(oval(0, -2.6, 0.4), rgb("3e74b8"))
    for x in (-3.4, 2.8, 4):
        canvas.fill(
            curve([(x - 0.6, -1), (x + 0.6, -1), (x + 0.4, 0.1), (x - 0.4, 0.1)]), lit(china, 1.3)
        )


def draw_monitor(canvas: Canvas, *, from_behind: bool = False) -> None:
    """Draw a computer screen 9 units high."""
    dark = rgb("33343f")
    canvas.fill(box(-0.7, -2, 0.7, 0), darker(dark, 0.1))
    canvas.fill(rounded(-2.6, -0.5, 2.6, 0.2, 0.3), dark)
    canvas.fill(rounded(-5.2, -8.8, 5.2, -1.8, 0.5), lit(dark, 1.5))
    if from_behind:
        canvas.fill(rounded(-1.2, -6, 1.2, -4.6, 0.4), lighter(dark, 0.2))
        return
    canvas.fill(box(-4.8, -8.4, 4.8, -2.3), down(rgb("dcebf5"), rgb("b5d0e6")))
    canvas.fill(box(-4.8, -8.4, 4.8, -7.5), rgb("9a1b1e"))
    for i in range(4):
        canvas.fill(box(-3.8, -6.6 + i, 2.4 - i % 2 * 2, -6.2 + i), rgb("8fa9bf"))


def draw_desk(canvas: Canvas, left: float, right: float, top: float, bottom: float) -> None:
    """Draw a wooden counter with a bright top and a shaded front."""
    wood = rgb("b98a5c")
    canvas.fill(box(left, bottom - 1, right + 2, bottom + 1.2), INK, 0.4, 1.2)
    canvas.fill(box(left, top, right, bottom), down(darker(wood, 0.1), darker(wood, 0.28)))
    canvas.fill(
        box(left + 1.2, top + 3, right - 1.2, bottom - 2),
        down(mix(wood, WHITE, 0.12), darker(wood, 0.12)),
    )
    canvas.fill(
        [(left - 0.6, top), (right + 0.6, top), (right + 0.2, top - 1.4), (left - 0.2, top - 1.4)],
        across(rgb("f3e6cf"), rgb("dcc6a2")),
    )
    canvas.fill(box(left - 0.6, top, right + 0.6, top + 0.9), darker(wood, 0.35))
