"""Road works with a roller and workers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import (
    INK,
    darker,
    down,
    lighter,
    lit,
    rgb,
)
from tools.illustrations.looks import (
    worker,
)
from tools.illustrations.nature import (
    GREENS,
    draw_ground,
    draw_land,
    draw_mountains,
    draw_tree,
    ridge_line,
)
from tools.illustrations.outdoors import (
    draw_barrier,
    draw_cone,
    draw_warning_sign,
)
from tools.illustrations.people import Pose, draw_person
from tools.illustrations.shapes import ribbon
from tools.illustrations.sky import draw_haze, draw_sky, light_at
from tools.illustrations.vehicles import draw_roller

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.dice import Dice
    from tools.illustrations.order import Order
    from tools.illustrations.sky import Light


# Which of the workers direct the others; the others shovel.
DIRECTING = (2, 5)


def paint_road_works(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    light = light_at(order.time, dice, ("morning", "noon", "evening"))
    draw_sky(canvas, light, dice, 50)
    draw_mountains(canvas, light, dice, 54, 30)
    draw_haze(canvas, light, 52, 8, 0.6)
    green = light.on(dice.choice(GREENS))
    draw_land(canvas, ridge_line(canvas, dice, 62, 12), lighter(green, 0.1), light.haze)
    for x in dice.spread(10, canvas.frame.left, canvas.frame.right):
        draw_tree(
            canvas.at(x, 61, dice.uniform(0.9, 1.5)), dice, light.on(dice.choice(GREENS), 0.15)
        )
    draw_ground(canvas, 60, light.on(rgb("c79a68")), light.on(rgb("a9a15f")))
    side = dice.choice((-1, 1))
    _draw_new_road(canvas.at(75, 0, flip=side < 0), light)
    place = canvas.at(75, 0, flip=side < 0)
    draw_roller(place.at(-6, 83, 1.5))
    driver = Pose(
        turn=-0.6,
        hips=(0, -30),
        feet=((-12, 0), (-14, 0)),
        knees=(1, 1),
        hands=((-15, -44), (-14, -46)),
        shadow=False,
    )
    draw_person(place.at(2.5, 73, 0.21), worker(dice), driver)
    for x in (-58, -46, 44, 55, 66):
        draw_cone(place.at(x, 92 + abs(x) * 0.04, 1.6))
    _draw_workers(place, dice, order.count(dice, 3, 5))
    draw_warning_sign(place.at(58, 84, 1.4))
    draw_barrier(canvas.at(75 - side * 30, 99.5, 1.5))


def _draw_new_road(canvas: Canvas, light: Light) -> None:
    old, new = light.on(rgb("8a8580")), light.on(rgb("4a4a54"))
    canvas.fill([(-110, 78), (110, 72), (130, 96), (-130, 104)], down(lighter(old, 0.15), old))
    canvas.fill(
        [(-6, 75.2), (110, 72), (130, 96), (-14, 100)],
        down(lighter(new, 0.12), new, darker(new, 0.2)),
    )
    canvas.fill([(-6, 75.2), (0, 75), (-6, 100), (-14, 100)], INK, 0.3, 0.6)
    for i in range(5):
        x = 14 + i * 24
        canvas.fill([(x, 85), (x + 12, 84.6), (x + 12.6, 85.7), (x, 86.1)], light.on(rgb("f3ead6")))
    canvas.fill([(-112, 77), (112, 71), (112, 72.4), (-112, 78.6)], light.on(rgb("d9cfbf")))


def _draw_workers(canvas: Canvas, dice: Dice, count: int) -> None:
    places = [
        (26, 88, 0.4),
        (-40, 94, 0.46),
        (40, 95, 0.47),
        (-60, 86, 0.36),
        (70, 90, 0.4),
        (14, 98, 0.48),
    ]
    for i, (x, y, size) in enumerate(places[:count]):
        place = canvas.at(x, y, size, flip=i % 2 == 1)
        if i in DIRECTING:
            place.fill(ribbon([(16, -66), (20, -82)], 2, 3), rgb("d4282a"))
            draw_person(place, worker(dice), Pose(turn=-0.5, hands=((-13, -48), (16, -66))))
            continue
        place.fill(ribbon([(0, -66), (26, -3)], 1.8), rgb("a9794f"))
        place.fill([(21, -9), (30, -7), (32, 0), (21, 1)], lit(rgb("7d8088")))
        draw_person(
            place,
            worker(dice),
            Pose(turn=0.6, lean=5, hands=((5, -55), (14, -36)), feet=((-9, 0), (8, 0))),
        )
