"""People who plant young trees on a hillside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import (
    lighter,
    lit,
    mix,
    rgb,
)
from tools.illustrations.foreground import draw_sapling
from tools.illustrations.looks import dressed, farmer, official, volunteer
from tools.illustrations.nature import (
    GREENS,
    draw_grass,
    draw_ground,
    draw_land,
    draw_mountains,
    draw_pine,
    ridge_line,
)
from tools.illustrations.people import Pose, draw_person
from tools.illustrations.shapes import curve, oval, path, ribbon
from tools.illustrations.sky import draw_haze, draw_sky, light_at

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.dice import Dice
    from tools.illustrations.looks import Look
    from tools.illustrations.order import Order
    from tools.illustrations.sky import Light


# A few who plant by themselves are young people; in a crowd there is everyone.
SMALL_GROUP = 3
YOUNG = (volunteer,)
ALL = (volunteer, farmer, volunteer, official)


def paint_tree_planting(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    light = light_at(order.time, dice, ("morning", "noon"))
    draw_sky(canvas, light, dice, 46)
    draw_mountains(canvas, light, dice, 52, 30)
    draw_haze(canvas, light, 50, 8, 0.6)
    green = light.on(dice.choice(GREENS))
    line = ridge_line(canvas, dice, 60, 12)
    draw_land(canvas, line, lighter(light.on(green, 0.3), 0.1), light.haze)
    for x, y in line[4::7]:
        draw_pine(canvas.at(x, y + 1.5, dice.uniform(0.5, 0.8)), light.on(GREENS[4], 0.3))
    draw_ground(
        canvas, 60, mix(green, light.on(rgb("a9794f")), 0.45), lighter(light.on(green, 0.2), 0.15)
    )
    _draw_saplings(canvas, light, dice)
    frame = canvas.frame
    places = [
        (dice.uniform(frame.left, frame.right), dice.uniform(62, frame.bottom)) for _ in range(240)
    ]
    draw_grass(
        canvas,
        dice,
        places,
        green,
    )
    _draw_planters(canvas, light, dice, order)


def _draw_saplings(canvas: Canvas, light: Light, dice: Dice) -> None:
    for row, y in enumerate((63, 67, 73, 82)):
        for x in dice.spread(11 - row * 2, canvas.frame.left, canvas.frame.right):
            canvas.fill(oval(x, y, 0.9 + row * 0.6, 0.3 + row * 0.15), light.on(rgb("8a5f3f")))
            draw_sapling(
                canvas.at(x, y, 0.5 + row * 0.28), light.on(dice.choice(GREENS), 0.15 - row * 0.04)
            )


def _draw_planters(canvas: Canvas, light: Light, dice: Dice, order: Order) -> None:
    count = order.count(dice, 4, 6)
    half = (canvas.frame.right - canvas.frame.left) / 2 - 10
    makers = YOUNG if count <= SMALL_GROUP else ALL
    xs = list(dice.spread(count, max(6, 75 - half), min(144, 75 + half)))
    size = min(0.5, 0.3 + 1.0 / count)
    for i, x in enumerate(xs):
        y = 92 - (i % 2) * 9
        look = dice.choice(makers)(dice)
        look = dressed(look, garb="long-shirt") if look.garb in ("suit", "tunic") else look
        scale = size * (1 if i % 2 == 0 else 0.82)
        _draw_planter(canvas.at(x, y, scale, flip=i % 3 == 1), look, i, light)


def _draw_planter(canvas: Canvas, look: Look, index: int, light: Light) -> None:
    """Draw someone who digs, who kneels at a sapling, or who waters it."""
    canvas.fill(oval(24, 0, 13, 2.6), light.on(rgb("7f5638")))
    if index % 3 == 0:
        canvas.fill(ribbon([(2, -70), (25, -4)], 1.8), rgb("a9794f"))
        canvas.fill([(22, -12), (29, -9), (27, 2), (22, 0)], lit(rgb("8a8f98")))
        draw_person(
            canvas,
            look,
            Pose(turn=0.6, lean=7, hands=((7, -56), (16, -34)), feet=((-9, 0), (7, 0))),
        )
        return
    draw_sapling(canvas.at(27, 0, 5.4), light.on(GREENS[index % 5]))
    if index % 3 == 1:
        draw_person(
            canvas,
            look,
            Pose(
                turn=0.65,
                lean=9,
                hips=(-5, -27),
                hands=((24, -20), (26, -12)),
                feet=((8, 0), (-15, 0)),
                knees=(-1, -1),
            ),
        )
    else:
        draw_person(
            canvas,
            look,
            Pose(turn=0.6, lean=4, hands=((6, -49), (17, -48)), feet=((-7, 0), (5, 0))),
        )
        canvas.fill(curve([(12, -49), (22, -49), (23, -37), (11, -37)]), lit(rgb("3e8fb0")))
        canvas.fill(ribbon([(21, -40), (30, -47)], 1.6, 2.6), lit(rgb("3e8fb0")))
        for i in range(4):
            canvas.fill(
                ribbon(path([(30 + i * 0.6, -47), (33 + i, -40), (32 + i * 1.6, -26)]), 0.4),
                rgb("cfe8f2"),
                0.8,
            )
