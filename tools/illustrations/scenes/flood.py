"""A road under water, a barrier, and those who guard it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import (
    WHITE,
    across,
    darker,
    down,
    lighter,
    rgb,
)
from tools.illustrations.groups import places_in_row
from tools.illustrations.houses import draw_shop_house
from tools.illustrations.looks import (
    GREEN_UNIFORM,
    Look,
    citizen,
    dressed,
    guard,
)
from tools.illustrations.nature import (
    GREENS,
    draw_mountains,
    draw_palm,
    draw_ripples,
    draw_tree,
    draw_water,
)
from tools.illustrations.outdoors import (
    draw_barrier,
    draw_cone,
    draw_warning_sign,
)
from tools.illustrations.people import Pose, draw_person
from tools.illustrations.shapes import box, oval, path, ribbon
from tools.illustrations.sky import LIGHTS, draw_haze, draw_sky
from tools.illustrations.vehicles import draw_boat

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.dice import Dice
    from tools.illustrations.order import Order
    from tools.illustrations.sky import Light


FLOOD = rgb("6f7f86")


def paint_flood_road(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    light = LIGHTS[
        "evening" if order.time == "evening" else "night" if order.time == "night" else "rain"
    ]
    draw_sky(canvas, light, dice, 50)
    draw_mountains(canvas, light, dice, 52, 30)
    draw_haze(canvas, light, 48, 14, 0.8)
    _draw_flooded_houses(canvas, light, dice)
    draw_water(canvas, 58, light, rgb("75807f"))
    canvas.fill(box(canvas.frame.left - 1, 58, canvas.frame.right + 1, 90), FLOOD, 0.45)
    canvas.mirror(60, 26, 0.5)
    draw_ripples(canvas, 60, light, dice)
    _draw_drowned_things(canvas, light, dice)
    road = light.on(rgb("7d7a78"))
    left, right = canvas.frame.left - 2, canvas.frame.right + 2
    shore = path([(left, 87), (40, 84.6), (75, 85.8), (112, 84.2), (right, 86.5)])
    canvas.fill([*shore, (right, 140), (left, 140)], down(lighter(road, 0.1), darker(road, 0.3)))
    canvas.fill(ribbon(shore, 0.9), lighter(light.on(rgb("cbb48f")), 0.3), 0.8)
    for x in dice.spread(5, left, right):
        canvas.fill(oval(x, dice.uniform(92, 99), dice.uniform(6, 12), 0.8), light.sky[-1], 0.35)
    _draw_guards(canvas, light, dice, order.count(dice, 2, 4))
    if light is LIGHTS["rain"]:
        _draw_rain(canvas, dice)


def _draw_flooded_houses(canvas: Canvas, light: Light, dice: Dice) -> None:
    for x in dice.spread(9, canvas.frame.left, canvas.frame.right):
        draw_tree(canvas.at(x, 60, dice.uniform(1.2, 2)), dice, light.on(dice.choice(GREENS), 0.35))
    for x in dice.spread(4, canvas.frame.left + 10, canvas.frame.right - 10):
        draw_shop_house(canvas.at(x, 64, 0.85), dice, light, dice.uniform(12, 16), 1)


def _draw_drowned_things(canvas: Canvas, light: Light, dice: Dice) -> None:
    """Draw what stands in the water: marker posts, a tree, a rescue boat."""
    for i in range(9):
        share = i / 8
        for side in (-1, 1):
            x, y, size = 75 + side * (5 + 38 * share**1.4), 60 + 24 * share**1.4, 0.3 + share
            canvas.fill(
                box(x - 0.4 * size, y - 5 * size, x + 0.4 * size, y), across(WHITE, rgb("c9c4ba"))
            )
            canvas.fill(
                box(x - 0.4 * size, y - 4 * size, x + 0.4 * size, y - 2.8 * size), rgb("cf3a36")
            )
            canvas.fill(oval(x, y, 1.3 * size, 0.25 * size), lighter(light.sky[-1], 0.3), 0.6)
    draw_palm(canvas.at(dice.choice((18, 134)), 72, 3.4), dice, light.on(GREENS[0]))
    boat = canvas.at(75 + dice.choice((-34, 32)), 74, 0.85)
    for i, x in enumerate((-5, 0, 5)):
        look = rescuer(dice) if i != 1 else citizen(dice)
        pose = Pose(
            turn=0.5,
            hips=(0, -26),
            feet=((14, 0), (16, 0)),
            knees=(-1, -1),
            hands=((12, -36), (16, -34)),
            shadow=False,
        )
        draw_person(boat.at(x, 0, 0.17), look, pose)
    draw_boat(boat, light.on(rgb("e8702f")))


def rescuer(dice: Dice) -> Look:
    """Return someone in uniform who wears an orange life jacket and a helmet."""
    look = dressed(guard(dice), garb="vest", top=GREEN_UNIFORM)
    return dressed(
        look, accent=rgb("f0702a"), hat=dice.choice(("helmet-red", "helmet-white", "cap"))
    )


def _draw_guards(canvas: Canvas, light: Light, dice: Dice, count: int) -> None:
    middle = dice.choice((58, 92))
    draw_barrier(canvas.at(middle - 20, 93, 1.7))
    draw_barrier(canvas.at(middle + 20, 93, 1.7))
    draw_warning_sign(canvas.at(75 - (middle - 75) * 2.7, 95, 1.9))
    for x in (middle - 41.0, middle + 41.0):
        draw_cone(canvas.at(x, 96, 1.7))
    for i, x in enumerate(places_in_row(count, 75, min(34, 110 / count))):
        hands = ((-13, -47), (20, -78)) if i % 2 == 0 else ((-6, -56), (7, -54))
        pose = Pose(turn=dice.uniform(-0.4, 0.4), hands=hands)
        draw_person(canvas.at(x + dice.uniform(-3, 3), 99 + (i % 2) * 2, 0.5), rescuer(dice), pose)
    if light is not LIGHTS["rain"]:
        canvas.glow((middle, 86), 20, rgb("ffb35c"), 0.3)


def _draw_rain(canvas: Canvas, dice: Dice) -> None:
    for _ in range(260):
        x, y = (
            dice.uniform(canvas.frame.left, canvas.frame.right + 6),
            dice.uniform(canvas.frame.top, canvas.frame.bottom),
        )
        long = dice.uniform(1.5, 4)
        canvas.fill(
            [(x, y), (x + 0.1, y), (x - long * 0.25 + 0.05, y + long), (x - long * 0.25, y + long)],
            WHITE,
            0.34,
        )
