"""A commune health station: a nurse and an old man."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import (
    INK,
    WHITE,
    across,
    down,
    lit,
    mix,
    rgb,
    rgbs,
)
from tools.illustrations.interiors import (
    draw_light_on_floor,
    draw_room,
    draw_tiles,
    draw_window,
)
from tools.illustrations.looks import elder, nurse
from tools.illustrations.seats import draw_seated, draw_side_chair
from tools.illustrations.shapes import box, oval, path, ribbon, rounded

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.colour import Colour
    from tools.illustrations.dice import Dice
    from tools.illustrations.order import Order


def paint_clinic(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    wall = dice.choice(rgbs("d9e8e4 dfe8ea e9e6d8 d3e3ea"))
    draw_room(canvas, wall, rgb("b9c4bf"), 72)
    tint = dice.choice(rgbs("5fa8a0 5b8fb8 7fae7a"))
    canvas.fill(box(canvas.frame.left - 1, 44, canvas.frame.right + 1, 70.4), mix(wall, tint, 0.4))
    draw_tiles(canvas, 72, rgb("93a39c"))
    side = dice.choice((-1, 1))
    place = canvas.at(75, 0, flip=side < 0)
    draw_window(canvas, 75 - side * 42 - 14, 8, 75 - side * 42 + 14, 46)
    _draw_cabinet(place.at(46, 72), dice)
    _draw_bed(place.at(-52, 92), tint)
    draw_light_on_floor(canvas, 40 if side > 0 else 90, 72)
    draw_side_chair(place.at(32, 99, 0.92), tint, -1)
    draw_side_chair(place.at(-18, 99, 0.92), rgb("8a8d94"), 1)
    draw_seated(place.at(32, 100, 0.9), elder(dice), -0.65, ((-19, -44), (-14, -33)))
    draw_seated(place.at(-18, 100, 0.9), nurse(dice), 0.65, ((20, -46), (24, -44)))
    _draw_gauge(place.at(9, 100))


def _draw_cabinet(canvas: Canvas, dice: Dice) -> None:
    canvas.fill(box(-14, -58, 16, 0), across(rgb("fbfaf6"), rgb("dfe3e0")))
    for row in range(4):
        y = -55 + row * 11
        canvas.fill(box(-12, y, 14, y + 9.4), down(rgb("c9dbdc"), rgb("e6efec")))
        for x in dice.spread(8, -11, 13):
            colour = dice.choice(rgbs("d9674a e7b53c 4f8f86 3e74b8 fbf6ea b75d69"))
            canvas.fill(
                rounded(x - 1, y + 9.4 - dice.uniform(3, 6), x + 1, y + 9.4, 0.4), lit(colour)
            )
    cross = rgb("cf3a36")
    canvas.fill(oval(1, -66, 5.4), WHITE)
    canvas.fill(box(-2.6, -67.3, 4.6, -64.7), cross)
    canvas.fill(box(-0.3, -69.6, 2.3, -62.4), cross)


def _draw_bed(canvas: Canvas, tint: Colour) -> None:
    canvas.fill(oval(0, 0, 26, 2.4), INK, 0.35, 1.4)
    for x in (-22, 20):
        canvas.fill(box(x - 0.8, -24, x + 0.8, 0), rgb("a9adb3"))
    canvas.fill(rounded(-26, -30, 24, -22, 2), down(WHITE, rgb("d9dfe0")))
    canvas.fill(rounded(-26, -34, -12, -28, 2.6), lit(rgb("f6f1e6")))
    canvas.fill([(-6, -30), (24, -30), (24, -18), (-6, -20)], lit(tint))


def _draw_gauge(canvas: Canvas) -> None:
    """Draw a table with a blood pressure gauge and its tube to the arm."""
    canvas.fill(box(-9, -36, 9, -34), lit(rgb("c79a6a")))
    for x in (-7, 7):
        canvas.fill(box(x - 0.7, -34, x + 0.7, 0), rgb("8a8d94"))
    canvas.fill(rounded(-5, -43, 3, -36, 0.8), lit(rgb("4a6a86")))
    canvas.fill(rounded(-4, -42, 2, -38.4, 0.4), rgb("cfe6d8"))
    canvas.fill(ribbon(path([(3, -38), (7, -36), (9, -42), (12, -45)]), 0.7), rgb("3a3b44"))
