"""A rural market: stalls of fruit, sellers and buyers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import (
    INK,
    WHITE,
    across,
    darker,
    down,
    lighter,
    lit,
    mix,
    rgb,
    rgbs,
)
from tools.illustrations.looks import (
    citizen,
    farmer,
)
from tools.illustrations.nature import (
    GREENS,
    draw_ground,
    draw_mountains,
    draw_tree,
)
from tools.illustrations.people import Pose, draw_person
from tools.illustrations.shapes import box, curve, oval, path, ribbon
from tools.illustrations.sky import LIGHTS, draw_haze, draw_sky, light_at

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.dice import Dice
    from tools.illustrations.order import Order
    from tools.illustrations.sky import Light

FRUITS = rgbs("e8792f d8392f f2c23a 8fae3f 7a3f6f e2a04a c9d15a")


TARPS = rgbs("c8452f 3e74b8 e0a02f 4f8f6a d9774a 5b8fa8")


def paint_market(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    light = light_at(order.time, dice, ("morning", "noon"))
    draw_sky(canvas, light, dice, 46)
    draw_mountains(canvas, light, dice, 52, 34)
    draw_haze(canvas, light, 49, 8, 0.6)
    for x in dice.spread(14, canvas.frame.left, canvas.frame.right):
        draw_tree(canvas.at(x, 56, dice.uniform(1, 1.7)), dice, light.on(dice.choice(GREENS), 0.25))
    draw_ground(canvas, 55, light.on(rgb("c9a57a")), light.on(rgb("dcc39a")))
    for x in dice.spread(6, canvas.frame.left, canvas.frame.right):
        _draw_stall(canvas.at(x, 66, 0.52), light, dice)
    for x in dice.spread(9, canvas.frame.left, canvas.frame.right):
        draw_person(
            canvas.at(x, 72, 0.21),
            farmer(dice),
            Pose(turn=dice.uniform(-0.7, 0.7), feet=((-6, 0), (6, -1))),
        )
    for x in dice.spread(3, canvas.frame.left + 4, canvas.frame.right - 4):
        _draw_stall(canvas.at(x, 93, 1.1), light, dice)
    _draw_buyers(canvas, dice, order.count(dice, 3, 5))


def _draw_stall(canvas: Canvas, light: Light, dice: Dice) -> None:
    """Draw a stall 40 units wide: poles, a tarpaulin, a seller, trays of fruit."""
    tarp = light.on(dice.choice(TARPS))
    canvas.fill(oval(2, 1, 24, 2.4), INK, 0.35, 1.6)
    for x in (-18.0, 18.0):
        canvas.fill(box(x - 0.6, -46, x + 0.6, 0), light.on(rgb("8a6a4a")))
    canvas.fill(box(-18, -42, 18, -12), INK, 0.18, 2)
    pose = Pose(turn=dice.uniform(-0.4, 0.4), hands=((-8, -50), (9, -54)), shadow=False)
    draw_person(canvas.at(dice.uniform(-6, 6), 0, 0.37), farmer(dice), pose)
    canvas.fill([(-21, -12), (21, -12), (23, -6), (-23, -6)], light.on(rgb("b98a5c")))
    for row, y in enumerate((-12.4, -9)):
        for x in (-15.5, -5.2, 5.2, 15.5):
            draw_heap(canvas.at(x * (1 + 0.07 * row), y), light, dice)
    skirt = light.on(dice.choice(TARPS))
    canvas.fill(box(-23, -6, 23, 0), down(lighter(skirt, 0.1), darker(skirt, 0.3)))
    for i in range(8):
        canvas.fill(box(-22 + i * 5.8, -6, -21.5 + i * 5.8, 0), darker(skirt, 0.35), 0.6)
    canvas.fill(
        [(-17, -52), (17, -52), (24, -43), (-24, -43)],
        down(lighter(tarp, 0.25), tarp, darker(tarp, 0.15)),
    )
    for i in range(6):
        x = -24 + i * 8
        canvas.fill(
            curve([(x, -43.2), (x + 8, -43.2), (x + 7, -40.6), (x + 4, -39.8), (x + 1, -40.6)]),
            lighter(tarp, 0.55) if i % 2 else tarp,
        )


def draw_heap(canvas: Canvas, light: Light, dice: Dice) -> None:
    """Draw a basket heaped with one kind of fruit, 9 units wide."""
    colour = light.on(dice.choice(FRUITS))
    for count, y in ((6, 0.0), (5, -1.3), (3, -2.5)):
        for i in range(count):
            x = (i - (count - 1) / 2) * 1.45
            canvas.fill(oval(x, y, 0.95), lit(mix(colour, WHITE, dice.uniform(0, 0.12)), 1.3))
    straw = light.on(rgb("c79a5c"))
    canvas.fill(
        [(-5, 0), (5, 0), (4, 2.6), (-4, 2.6)],
        across(lighter(straw, 0.25), straw, darker(straw, 0.3)),
    )
    canvas.fill(box(-5.1, -0.2, 5.1, 0.5), lighter(straw, 0.35))


def _draw_buyers(canvas: Canvas, dice: Dice, count: int) -> None:
    for i, x in enumerate(dice.spread(count, 8, 142)):
        look = dice.choice((farmer, citizen, farmer))(dice)
        pose = Pose(
            back=i % 2 == 0,
            turn=0 if i % 2 == 0 else dice.choice((-0.6, 0.6)),
            hands=((-12, -52), (11, -50)),
            feet=((-6, 0), (6, -1)),
        )
        place = canvas.at(x, 101 + dice.uniform(-2, 2), 0.46)
        draw_person(place, look, pose)
        straw = rgb("c79a5c")
        place.fill(ribbon(path([(8, -40), (11, -50), (15, -40)]), 0.9), darker(straw, 0.2))
        draw_heap(place.at(11.5, -38, 1.25), LIGHTS["noon"], dice)
