"""A square with rows of flags and flowers before a holiday."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import across, darker, down, lighter, rgb
from tools.illustrations.looks import citizen, clerk, hostess, pupil
from tools.illustrations.nature import (
    GREENS,
    PETALS,
    draw_bush,
    draw_mountains,
    draw_tree,
)
from tools.illustrations.outdoors import draw_flagpole
from tools.illustrations.pavement import draw_pavement
from tools.illustrations.people import Pose, draw_person
from tools.illustrations.shapes import box
from tools.illustrations.sky import draw_haze, draw_sky, light_at

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.dice import Dice
    from tools.illustrations.order import Order
    from tools.illustrations.sky import Light


def paint_flag_square(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    light = light_at(order.time, dice)
    draw_sky(canvas, light, dice, 56)
    draw_mountains(canvas, light, dice, 57, 20)
    draw_haze(canvas, light, 55, 6, 0.5)
    for x in dice.spread(18, canvas.frame.left, canvas.frame.right):
        draw_tree(
            canvas.at(x, 60, dice.uniform(0.9, 1.4)), dice, light.on(dice.choice(GREENS), 0.2)
        )
    draw_pavement(canvas, light, 60)
    _draw_monument(canvas.at(75, 64), light)
    for i in range(6):
        share = i / 5
        for side in (-1, 1):
            x = 75 + side * (17 + 42 * share**1.3)
            draw_flagpole(
                canvas.at(x, 62 + 25 * share**1.5),
                21 + 27 * share**1.3,
                5 + 8.5 * share,
                dice.uniform(0, 6),
            )
    _draw_flower_beds(canvas, light, dice)
    for _ in range(order.count(dice, 9, 15)):
        y = 66 + 24 * dice.random() ** 1.3
        x = 75 + dice.uniform(-1, 1) * (8 + (y - 60) * 1.0)
        look = dice.choice((citizen, hostess, clerk, pupil))(dice)
        draw_person(
            canvas.at(x, y, 0.075 + (y - 60) * 0.0052),
            look,
            Pose(turn=dice.uniform(-0.6, 0.6), feet=((-6, 0), (6, -1))),
        )


def _draw_monument(canvas: Canvas, light: Light) -> None:
    """Draw a plain stepped stone pillar, with no emblem."""
    stone = light.on(rgb("e9dcc6"))
    for half, y in ((20, 0), (16, -2), (12, -4)):
        canvas.fill(box(-half, y - 2, half, y), down(lighter(stone, 0.3), darker(stone, 0.15)))
    canvas.fill(
        [(-5, -6), (-3.4, -34), (0, -38), (3.4, -34), (5, -6)],
        across(lighter(stone, 0.35), stone, darker(stone, 0.3)),
    )
    canvas.fill([(0, -38), (3.4, -34), (5, -6), (0, -6)], darker(stone, 0.2), 0.4)


def _draw_flower_beds(canvas: Canvas, light: Light, dice: Dice) -> None:
    colours = dice.sample(PETALS, 3)
    for side in (-1, 1):
        for i in range(22):
            share = i / 21
            x, y = 75 + side * (13 + 47 * share**1.4), 64 + 32 * share**1.5
            for row in range(3):
                draw_bush(
                    canvas.at(
                        x - side * row * (1 + 3 * share),
                        y + row * (0.5 + 1.4 * share),
                        0.9 + 2.4 * share,
                    ),
                    dice,
                    light.on(GREENS[1]),
                    light.on(colours[row]),
                )
    with canvas.layer(blur=0.9) as near:
        for x in dice.spread(16, canvas.frame.left, canvas.frame.right):
            draw_bush(
                near.at(x, canvas.frame.bottom + 1, 5.4),
                dice,
                light.on(GREENS[2]),
                light.on(dice.choice(colours)),
            )
