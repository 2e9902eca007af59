"""Stilt houses along a path at the foot of hills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import (
    lighter,
    rgb,
)
from tools.illustrations.foreground import draw_near_leaves
from tools.illustrations.houses import draw_stilt_house
from tools.illustrations.looks import farmer
from tools.illustrations.nature import (
    GREENS,
    draw_banana,
    draw_bush,
    draw_grass,
    draw_ground,
    draw_land,
    draw_mountains,
    draw_palm,
    draw_tree,
    ridge_line,
)
from tools.illustrations.people import Pose, draw_person
from tools.illustrations.shapes import path
from tools.illustrations.sky import draw_haze, draw_sky, light_at

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.dice import Dice
    from tools.illustrations.order import Order
    from tools.illustrations.sky import Light


def paint_village(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    light = light_at(order.time, dice)
    draw_sky(canvas, light, dice, 40)
    draw_mountains(canvas, light, dice, 48, 34)
    draw_haze(canvas, light, 46, 10, 0.7)
    for i, base in enumerate((50, 56)):
        green = light.on(GREENS[dice.randrange(5)], 0.3 - i * 0.15)
        draw_land(canvas, ridge_line(canvas, dice, base, 9), green, light.haze)
        for x in dice.spread(12, canvas.frame.left, canvas.frame.right):
            draw_tree(
                canvas.at(x, base - 2 + i * 2, dice.uniform(0.4, 0.8) * (1 + i * 0.3)),
                dice,
                light.on(dice.choice(GREENS), 0.28 - i * 0.12),
            )
    green = light.on(dice.choice(GREENS))
    draw_ground(canvas, 55, green, lighter(light.on(green, 0.25), 0.1))
    _draw_path(canvas, light, dice)
    _draw_houses(canvas, light, dice)
    _draw_villagers(canvas, dice)
    draw_near_leaves(canvas, dice, light, dice.choice((-1, 1)))


def _draw_path(canvas: Canvas, light: Light, dice: Dice) -> None:
    way = dice.choice((-1, 1))
    earth = light.on(rgb("d9b98a"))
    line = path(
        [
            (75 - way * 14, 57),
            (75 + way * 5, 64),
            (75 - way * 6, 76),
            (75 + way * 14, 108),
            (75 + way * 20, 140),
        ],
        14,
    )
    for i, (x, y) in enumerate(line[:-1]):
        wide, after = 0.7 + max(0, y - 56) * 0.28, 0.7 + max(0, line[i + 1][1] - 56) * 0.28
        nx, ny = line[i + 1]
        canvas.fill(
            [(x - wide, y), (x + wide, y), (nx + after, ny + 0.1), (nx - after, ny + 0.1)], earth
        )
    draw_grass(
        canvas,
        dice,
        [
            (dice.uniform(canvas.frame.left, canvas.frame.right), dice.uniform(60, 100))
            for _ in range(160)
        ],
        lighter(light.on(GREENS[0]), 0.1),
    )


def _draw_houses(canvas: Canvas, light: Light, dice: Dice) -> None:
    places = [(38, 62, 0.75), (104, 61, 0.7), (128, 68, 1.15), (16, 73, 1.4), (116, 83, 1.95)]
    if dice.chance(0.5):
        places = [(150 - x, y, size) for x, y, size in places]
    for x, y, size in places:
        draw_palm(canvas.at(x - 11 * size, y, size * 1.7), dice, light.on(dice.choice(GREENS)))
        draw_banana(canvas.at(x + 12.5 * size, y, size * 1.3), dice, light.on(dice.choice(GREENS)))
        draw_stilt_house(canvas.at(x + dice.uniform(-2, 2), y, size), dice, light)
        draw_bush(
            canvas.at(x - 6 * size, y + 1.4 * size, size * 1.3),
            dice,
            light.on(GREENS[1]),
            light.on(rgb("e8738a")),
        )


def _draw_villagers(canvas: Canvas, dice: Dice) -> None:
    for x, y in ((66, 72), (70, 72.6), (84, 88)):
        pose = Pose(back=dice.chance(0.6), feet=((-5, 0), (6, -2)))
        draw_person(
            canvas.at(x + dice.uniform(-3, 3), y, 0.12 + (y - 66) * 0.006), farmer(dice), pose
        )
