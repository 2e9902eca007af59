"""A desk with stacked documents, a seal, a pen and a laptop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.backdrops import COVERS, draw_blurred_office
from tools.illustrations.colour import (
    INK,
    WHITE,
    across,
    darker,
    down,
    lighter,
    lit,
    rgb,
    rgbs,
    slanted,
)
from tools.illustrations.interiors import (
    GOLD,
    WOODS,
)
from tools.illustrations.shapes import box, curve, moved, oval, path, ribbon, rounded

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.colour import Colour
    from tools.illustrations.dice import Dice
    from tools.illustrations.order import Order


PAINTED = rgbs("d9c7a5 5f7078 8a9a86")


def _draw_desk_top(canvas: Canvas, wood: Colour, edge: float) -> None:
    frame = canvas.frame
    canvas.fill(
        box(frame.left - 1, edge, frame.right + 1, frame.bottom + 1),
        down(lighter(wood, 0.38), lighter(wood, 0.1), darker(wood, 0.2)),
    )
    for i in range(9):
        y = edge + 2 + i * i * 0.75
        grain = path([(frame.left, y), (40, y + 0.5), (90, y - 0.4), (frame.right, y + 0.6)])
        canvas.fill(ribbon(grain, 0.1 + i * 0.03), darker(wood, 0.3), 0.4)


def paint_documents(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    wood = order.dice("light").choice((*WOODS, *PAINTED))
    draw_blurred_office(canvas, dice, 50)
    _draw_desk_top(canvas, wood, 54)
    side = dice.choice((-1, 1))
    place = canvas.at(75, 0, flip=side < 0)
    _draw_laptop(place.at(-30, 74), dice)
    _draw_stack(place.at(30, 78), dice, dice.randint(7, 13))
    _draw_open_paper(place.at(6, 90))
    _draw_seal(place.at(46, 92), dice)
    _draw_pen(place.at(-2, 88))
    _draw_cup(place.at(-58, 88), dice)
    canvas.glow((75 - side * 60, 10), 90, rgb("ffe6b8"), 0.4)


def _draw_laptop(canvas: Canvas, dice: Dice) -> None:
    canvas.fill(oval(2, 7, 32, 4), INK, 0.4, 2)
    canvas.fill(rounded(-25, -36, 25, 0, 1.6), lit(rgb("4a4d58")))
    canvas.fill(box(-23, -34, 23, -2), down(rgb("eef5f8"), rgb("c9dfeb")))
    canvas.fill(box(-23, -34, 23, -29), dice.choice(rgbs("9a1b1e 2f5f9a 2f6b66")))
    for i in range(5):
        canvas.fill(
            rounded(-19, -25 + i * 4.2, -2 - i % 2 * 5, -23.4 + i * 4.2, 0.5), rgb("9db4c4")
        )
        canvas.fill(rounded(2, -25.6 + i * 4.2, 19, -23 + i * 4.2, 0.6), WHITE)
    canvas.fill([(-25, 0), (25, 0), (31, 8), (-31, 8)], down(rgb("c9ccd2"), rgb("9fa3ac")))
    canvas.fill([(-22, 1), (22, 1), (24.6, 4.8), (-24.6, 4.8)], rgb("4a4d58"))
    canvas.fill(box(-31, 8, 31, 8.8), rgb("7d818b"))


def _draw_stack(canvas: Canvas, dice: Dice, count: int) -> None:
    """Draw folders and sheaves of paper, one on the other."""
    canvas.fill(oval(3, 4, 26, 4), INK, 0.45, 2)
    y = 4.0
    for _ in range(count):
        thick, dx = dice.uniform(2, 3.6), dice.uniform(-1.6, 1.6)
        left, right = -20 + dx, 20 + dx + dice.uniform(-2, 2)
        if dice.chance(0.45):
            canvas.fill(rounded(left, y - thick, right, y, 0.5), down(WHITE, rgb("d9d0c0")))
            for line in range(1, 4):
                canvas.fill(
                    box(left + 0.5, y - thick * line / 4, right - 0.5, y - thick * line / 4 + 0.12),
                    rgb("b8ad9b"),
                )
        else:
            colour = dice.choice(COVERS)
            canvas.fill(
                rounded(left - 1, y - thick, right + 1, y, 0.8),
                across(lighter(colour, 0.2), colour, darker(colour, 0.25)),
            )
            canvas.fill(box(left - 1, y - thick * 0.7, right - 1.4, y - thick * 0.3), rgb("f6efe0"))
        y -= thick
    canvas.fill([(-20, y), (20, y), (17, y - 3), (-17, y - 3)], slanted(WHITE, rgb("e9e0cf")))


def _lines(canvas: Canvas, rows: list[tuple[float, float, float]], colour: Colour) -> None:
    for left, right, y in rows:
        canvas.fill(rounded(left, y, right, y + 0.5, 0.25), colour)


def _draw_open_paper(canvas: Canvas) -> None:
    sheet = [(-18, -9), (12, -9), (18, 10), (-22, 10)]
    canvas.fill(moved(sheet, 0.8, 1), INK, 0.35, 0.9)
    canvas.fill(sheet, slanted(WHITE, rgb("f3ecdf")))
    canvas.fill(rounded(-8, -7, 4, -6.2, 0.4), rgb("9a1b1e"))
    _lines(
        canvas,
        [(-15 - i * 0.7, 10 + i * 0.7 - (i % 3) * 4, -4 + i * 2.2) for i in range(5)],
        rgb("b0aaa2"),
    )
    canvas.fill(oval(7, 6.4, 3.4, 2), rgb("cf3a36"), 0.28)
    canvas.fill(ribbon(oval(7, 6.4, 3.4, 2), 0.35), rgb("cf3a36"), 0.8)


def _draw_seal(canvas: Canvas, dice: Dice) -> None:
    """Draw a stamp with a turned wooden handle, beside its ink pad."""
    wood = dice.choice(WOODS)
    canvas.fill(oval(1.5, 1, 9, 2), INK, 0.4, 1)
    canvas.fill(rounded(-5.5, -3, 5.5, 1, 1), lit(GOLD, 1.4))
    canvas.fill(
        curve([(-2, -3), (-1.6, -8), (-3.6, -13), (0, -17), (3.6, -13), (1.6, -8), (2, -3)]),
        across(lighter(wood, 0.35), wood, darker(wood, 0.35)),
    )
    canvas.fill(box(-2.6, -4.4, 2.6, -3), lit(GOLD))
    canvas.fill([(10, -3), (23, -3), (26, 2), (9, 2)], lit(rgb("3a3b48")))
    canvas.fill([(11.5, -2.2), (22, -2.2), (24, 1), (11, 1)], down(rgb("d8433a"), rgb("a3262a")))


def _draw_pen(canvas: Canvas) -> None:
    canvas.fill(ribbon([(-13, 3.6), (9, -3.4)], 1.6, 1.2), INK, 0.3, 0.6)
    canvas.fill(ribbon([(-13, 2.4), (7, -4)], 1.5, 1.5), lit(rgb("27324a")))
    canvas.fill(ribbon([(-2, -1.1), (0, -1.7)], 1.6, 1.6), GOLD)
    canvas.fill(ribbon([(7, -4), (10.4, -5.1)], 1.2, 0.2), GOLD)


def _draw_cup(canvas: Canvas, dice: Dice) -> None:
    colour = dice.choice(rgbs("f3f1ea d9674a 5b8fb8 e7b53c"))
    canvas.fill(oval(1, 1, 8, 1.8), INK, 0.4, 0.9)
    canvas.fill(ribbon(path([(5, -9), (9.5, -8.5), (9, -3.5), (4.6, -3)]), 1.3), lit(colour))
    canvas.fill(
        curve([(-6, -12), (6, -12), (5.4, -2), (3, 1), (-3, 1), (-5.4, -2)]),
        across(lighter(colour, 0.3), colour, darker(colour, 0.25)),
    )
    canvas.fill(oval(0, -11.6, 5.4, 1.2), rgb("6b3f2a"))
