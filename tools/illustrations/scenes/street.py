"""A street in a provincial town: shop houses, trees, motorbikes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import darker, down, lighter, rgb, rgbs
from tools.illustrations.houses import draw_shop_house
from tools.illustrations.looks import citizen, clerk, dressed, farmer
from tools.illustrations.nature import (
    GREENS,
    draw_mountains,
    draw_tree,
)
from tools.illustrations.outdoors import draw_bunting, draw_lamp
from tools.illustrations.pavement import draw_pavement
from tools.illustrations.people import Pose, draw_person
from tools.illustrations.shapes import box
from tools.illustrations.sky import draw_sky, light_at
from tools.illustrations.vehicles import draw_car, draw_motorbike

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.dice import Dice
    from tools.illustrations.order import Order
    from tools.illustrations.sky import Light


def paint_town_street(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    light = light_at(order.time, dice)
    draw_sky(canvas, light, dice, 60)
    draw_mountains(canvas, light, dice, 60, 26)
    x = canvas.frame.left - 4
    while x < canvas.frame.right + 8:
        wide = dice.uniform(12, 19)
        draw_shop_house(canvas.at(x + wide / 2, 68), dice, light, wide, dice.choice((1, 2, 2, 3)))
        x += wide
    draw_pavement(canvas, light, 68)
    _draw_road(canvas, light)
    for px in dice.spread(5, canvas.frame.left, canvas.frame.right):
        draw_tree(canvas.at(px, 72.5, dice.uniform(2.1, 2.7)), dice, light.on(dice.choice(GREENS)))
        draw_lamp(canvas.at(px + 9, 73, 1.1), is_lit=light.is_dim)
    if dice.chance(0.7):
        for start in (-10, 45, 100):
            draw_bunting(canvas, (start, 26), (start + 55, 26), dice)
    _draw_walkers(canvas, dice)
    _draw_traffic(canvas, light, dice)


def _draw_road(canvas: Canvas, light: Light) -> None:
    frame, grey = canvas.frame, light.on(rgb("6f7078"))
    canvas.fill(box(frame.left - 1, 76.4, frame.right + 1, 77.6), light.on(rgb("efe6d6")))
    canvas.fill(
        box(frame.left - 1, 77.6, frame.right + 1, frame.bottom + 1),
        down(lighter(grey, 0.12), grey, darker(grey, 0.25)),
    )
    for i in range(9):
        x = frame.left + i * 22
        canvas.fill(
            [(x, 88), (x + 11, 88), (x + 10, 89.3), (x - 1.4, 89.3)], light.on(rgb("f3ead6"))
        )


def _draw_walkers(canvas: Canvas, dice: Dice) -> None:
    for x in sorted(dice.uniform(2, 148) for _ in range(8)):
        turn = dice.choice((-0.7, 0.7, 0.2))
        pose = Pose(turn=turn, feet=((-8, 0), (7, 0)), hands=((-12, -49), (12, -50)))
        draw_person(canvas.at(x, 76, 0.155), dice.choice((citizen, farmer, clerk))(dice), pose)


def _draw_traffic(canvas: Canvas, light: Light, dice: Dice) -> None:
    draw_car(
        canvas.at(dice.uniform(20, 130), 84.5, 1.5, flip=True),
        light.on(dice.choice(rgbs("f1ece2 a3262a 3e5f86 8a9098"))),
    )
    for x in dice.spread(3, canvas.frame.left + 12, canvas.frame.right - 10):
        _draw_rider(canvas.at(x, 97 + dice.uniform(-1.5, 2), 1.75), light, dice)


def _draw_rider(canvas: Canvas, light: Light, dice: Dice) -> None:
    colour = light.on(dice.choice(rgbs("c8452f 3e74b8 f1ece2 2f6b66 e0a02f")))
    look = dressed(citizen(dice), hat=dice.choice(("helmet-red", "helmet-white", "helmet-yellow")))
    draw_motorbike(canvas, colour)
    pose = Pose(
        turn=0.7,
        hips=(0, -30),
        feet=((15, -4), (18, -4)),
        knees=(-1, -1),
        hands=((22, -44), (24, -44)),
        shadow=False,
        lean=3,
    )
    draw_person(canvas.at(-1.2, -0.3, 0.105), look, pose)
