"""A tug of war on a sports field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import (
    WHITE,
    lighter,
    lit,
    rgb,
    rgbs,
)
from tools.illustrations.looks import (
    Look,
    citizen,
    clerk,
    dressed,
    volunteer,
)
from tools.illustrations.nature import (
    GREENS,
    draw_ground,
    draw_mountains,
    draw_tree,
)
from tools.illustrations.outdoors import (
    draw_bunting,
    draw_flagpole,
)
from tools.illustrations.people import Pose, draw_person
from tools.illustrations.shapes import box, path, ribbon
from tools.illustrations.sky import draw_haze, draw_sky, light_at

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.dice import Dice
    from tools.illustrations.order import Order


def paint_sports_day(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    light = light_at(order.time, dice, ("morning", "noon"))
    draw_sky(canvas, light, dice, 52)
    draw_mountains(canvas, light, dice, 56, 26)
    draw_haze(canvas, light, 54, 6, 0.5)
    for x in dice.spread(16, canvas.frame.left, canvas.frame.right):
        draw_tree(canvas.at(x, 60, dice.uniform(1, 1.6)), dice, light.on(dice.choice(GREENS), 0.2))
    green = light.on(dice.choice(rgbs("7fae55 8fb554 6f9f4a")))
    draw_ground(canvas, 59, green, lighter(green, 0.25))
    for i in range(0, 8, 2):
        canvas.fill(
            [
                (75 + (i - 4) * 26, 59),
                (75 + (i - 3) * 26, 59),
                (75 + (i - 3) * 60, 140),
                (75 + (i - 4) * 60, 140),
            ],
            lighter(green, 0.3),
            0.22,
        )
    _draw_crowd(canvas, dice)
    for start in (-8, 48, 104):
        draw_bunting(canvas, (start, 34), (start + 54, 34), dice)
    for x in (-8, 48, 103, 158):
        draw_flagpole(canvas.at(x, 66), 34, 7, dice.uniform(0, 6))
    for y in (74, 97):
        canvas.fill(box(canvas.frame.left, y, canvas.frame.right, y + 0.7), WHITE, 0.75)
    _draw_tug_of_war(canvas, dice, max(2, order.count(dice, 8, 10) // 2))


def _draw_crowd(canvas: Canvas, dice: Dice) -> None:
    for y, size in ((68, 0.17), (71, 0.19)):
        for x in dice.spread(round(5.2 / size), canvas.frame.left, canvas.frame.right):
            raised = dice.chance(0.4)
            hands = ((-15, -104), (15, -103)) if raised else ((-13, -48), (6, -60))
            draw_person(
                canvas.at(x, y, size * dice.uniform(0.92, 1.06)),
                dice.choice((citizen, clerk, volunteer))(dice),
                Pose(hands=hands),
            )


def _draw_tug_of_war(canvas: Canvas, dice: Dice, each: int) -> None:
    shirts = dice.sample(rgbs("cf3a36 3e74b8 e8a02f 2f8a6a 7a4f9a"), 2)
    gap, size, y = min(15, 62 / each), 0.42, 91.0
    canvas.fill(
        ribbon(path([(2, 76.5), (40, 74.6), (75, 74.2), (110, 74.6), (148, 76.5)]), 1.3),
        lit(rgb("c9a46a")),
    )
    for side, colour in zip((-1, 1), shirts, strict=True):
        for i in reversed(range(each)):
            look = dressed(citizen(dice), garb="tee", top=colour, bottom=rgb("33405a"), hat="")
            _draw_puller(
                canvas.at(75 + side * (15 + i * gap), y + (i % 2) * 2.4, size, flip=side > 0),
                look,
                i,
            )
    canvas.fill(
        ribbon(path([(2, 76.5), (40, 74.6), (75, 74.2), (110, 74.6), (148, 76.5)]), 1.0),
        lit(rgb("d9b67a")),
    )
    canvas.fill([(74, 74), (76, 74), (76.6, 81), (75, 79.4), (73.4, 81)], lit(rgb("d4282a")))
    canvas.fill(box(74.8, 88, 75.2, 97), WHITE)
    referee = dressed(clerk(dice), garb="tee", top=WHITE, hat="")
    draw_person(canvas.at(75, 87, 0.34), referee, Pose(hands=((-20, -74), (14, -103))))


def _draw_puller(canvas: Canvas, look: Look, index: int) -> None:
    """Draw someone of the left team, who leans back and pulls to the left."""
    y = -39.0 + (index % 2) * -5
    pose = Pose(
        turn=0.6,
        lean=-13,
        hips=(-5, -42),
        hands=((10, y), (17, y)),
        feet=((6, 0), (24, 0)),
        knees=(-1, -1),
    )
    draw_person(canvas, look, pose)
