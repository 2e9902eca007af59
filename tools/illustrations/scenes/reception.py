"""An official who receives citizens at a table with tea."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import (
    INK,
    across,
    darker,
    down,
    lighter,
    lit,
    mix,
    rgb,
    rgbs,
)
from tools.illustrations.decor import draw_bouquet, draw_pot_plant
from tools.illustrations.furniture import draw_papers, draw_tea_set
from tools.illustrations.interiors import (
    WOODS,
    draw_light_on_floor,
    draw_room,
    draw_window,
)
from tools.illustrations.looks import citizen, elder, official
from tools.illustrations.seats import draw_seated
from tools.illustrations.shapes import box, oval, rounded

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.colour import Colour
    from tools.illustrations.dice import Dice
    from tools.illustrations.order import Order


PAINTED = rgbs("efe3cf d3dcd0 e8cfae cfd9dd e6d0bd")
CUSHIONS = rgbs("b5533c 4f7f8c 6e8a5b c9953f 8a4a5c")


def paint_reception(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    wood = dice.choice(WOODS)
    taste = order.dice("wall")
    wall, colour = taste.choice(PAINTED), taste.choice(CUSHIONS)
    cushion, flip = mix(colour, wood, 0.25), taste.chance(0.5)
    draw_room(canvas, wall, dice.choice(rgbs("a5785a 8c6a52 b08a66")), 70)
    side = dice.choice((-1, 1))
    draw_window(canvas, 75 + side * 44 - 15, 8, 75 + side * 44 + 15, 48)
    draw_light_on_floor(canvas, 75 + side * 20, 70)
    _draw_wall_decor(canvas, 75 - side * 38, wood)
    draw_pot_plant(canvas.at(75 + side * 68, 78, 3.6), dice, rgb("4f8a4a"))
    draw_bouquet(canvas.at(75 - side * 38, 56), dice, 5)
    canvas = canvas.at(75, 0, flip=flip).at(-75, 0)
    for x, way in ((26, 1), (124, -1)):
        _draw_armchair(canvas.at(x, 96, 0.82), (wood, cushion), way)
    citizens = order.count(dice, 2, 2)
    looks = [citizen(dice), elder(dice)]
    if citizens > 1:
        _draw_armchair(canvas.at(96, 86, 0.7), (wood, cushion), -1)
        draw_seated(canvas.at(96, 87, 0.7), looks[1], -0.6)
    draw_seated(canvas.at(26, 97, 0.82), official(dice), 0.7, ((18, -38), (21, -42)))
    draw_seated(canvas.at(124, 97, 0.82), looks[0], -0.7, ((-20, -40), (-18, -37)))
    _draw_tea_table(canvas, dice, wood)


def _draw_wall_decor(canvas: Canvas, x: float, wood: Colour) -> None:
    """Draw a framed landscape above a low cabinet."""
    canvas.fill(box(x - 15.6, 11.4, x + 15.6, 34.6), lit(wood))
    canvas.fill(box(x - 14, 13, x + 14, 33), down(rgb("f3dcae"), rgb("e9c58c")))
    canvas.fill(
        [
            (x - 14, 27),
            (x - 5, 18),
            (x + 1, 25),
            (x + 8, 19.5),
            (x + 14, 26),
            (x + 14, 33),
            (x - 14, 33),
        ],
        down(rgb("7f9a86"), rgb("4f7a5a")),
    )
    canvas.fill(oval(x + 4, 18, 1.8), rgb("e2694a"))
    canvas.fill(box(x - 20, 58, x + 20, 72), down(lighter(wood, 0.1), darker(wood, 0.25)))
    canvas.fill(box(x - 21, 57, x + 21, 58.6), lighter(wood, 0.3))
    for px in (-10, 0, 10):
        canvas.fill(box(x + px - 0.2, 59, x + px + 0.2, 72), darker(wood, 0.4))


def _draw_armchair(canvas: Canvas, colours: tuple[Colour, Colour], way: int) -> None:
    wood, cushion = colours
    canvas.fill(oval(way * 2, 0, 20, 2.4), INK, 0.4, 1.4)
    for x in (-13, 14):
        canvas.fill(box(way * x - 1.4, -26, way * x + 1.4, 0), lit(wood))
    canvas.fill(
        rounded(min(-way * 17, -way * 10), -62, max(-way * 17, -way * 10), -14, 3), lit(wood)
    )
    canvas.fill(
        rounded(min(-way * 13, -way * 8), -58, max(-way * 13, -way * 8), -20, 2), lit(cushion)
    )
    canvas.fill(rounded(-15, -26, 15, -14, 3), lit(cushion))
    canvas.fill(rounded(-15, -15, 15, -11, 1), darker(wood, 0.15))


def _draw_tea_table(canvas: Canvas, dice: Dice, wood: Colour) -> None:
    canvas.fill(oval(77, 98, 24, 3), INK, 0.4, 1.4)
    for x in (58, 92):
        canvas.fill(
            [(x - 1, 82), (x + 1.4, 82), (x + 1, 98), (x - 0.4, 98)], lit(darker(wood, 0.15))
        )
    canvas.fill(oval(75, 82, 25, 5), darker(wood, 0.35))
    canvas.fill(oval(75, 80.8, 25, 5), across(lighter(wood, 0.35), wood))
    draw_tea_set(canvas.at(77, 80.6, 1.35))
    draw_papers(canvas.at(61, 80.6, 1.6), dice)
    draw_papers(canvas.at(92, 81, 1.3), dice, 1)
