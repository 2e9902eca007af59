"""The provincial office building, its flag, trees and steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import INK, WHITE, across, darker, down, lighter, rgb
from tools.illustrations.looks import citizen, clerk, hostess
from tools.illustrations.nature import (
    GREENS,
    PETALS,
    draw_bush,
    draw_mountains,
    draw_palm,
    draw_tree,
)
from tools.illustrations.offices import FACADES, draw_portico, draw_wing
from tools.illustrations.outdoors import draw_flagpole
from tools.illustrations.pavement import PLASTER, draw_pavement
from tools.illustrations.people import Pose, draw_person
from tools.illustrations.shapes import box, oval, ribbon
from tools.illustrations.sky import draw_haze, draw_sky, light_at

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.dice import Dice
    from tools.illustrations.order import Order
    from tools.illustrations.sky import Light


def paint_office_building(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    light = light_at(order.time, dice)
    draw_sky(canvas, light, dice, 66)
    draw_mountains(canvas, light, dice, 66, 22)
    draw_haze(canvas, light, 62, 8, 0.5)
    wall = dice.choice(FACADES)
    x = 75 + dice.choice((-9, 0, 9))
    for px in dice.spread(14, canvas.frame.left, canvas.frame.right):
        draw_tree(
            canvas.at(px, 67, dice.uniform(1.1, 1.9)), dice, light.on(dice.choice(GREENS), 0.2)
        )
    _draw_office(canvas.at(x, 70), light, wall, dice)
    draw_pavement(canvas, light, 70)
    _draw_forecourt(canvas, light, dice, x)
    draw_flagpole(canvas.at(x - dice.choice((-31, 31)), 82), 58, 13, dice.uniform(0, 6))
    _draw_passers(canvas, dice, x)
    with canvas.layer(blur=0.5) as near:
        for px, size in ((canvas.frame.left + 4, 8.4), (canvas.frame.right - 2, 7.2)):
            draw_tree(near.at(px, 101, size), dice, darker(light.on(dice.choice(GREENS)), 0.15))


def _draw_office(canvas: Canvas, light: Light, wall: tuple[int, int, int], dice: Dice) -> None:
    storeys = dice.choice((3, 4, 4))
    top = -9.6 * storeys - 2
    for left, right in ((-56.0, -20.0), (20.0, 56.0)):
        draw_wing(canvas, ((left, top + 6), (right, 0)), (6, storeys), light, wall)
    draw_wing(canvas, ((-21, top - 3), (21, 0)), (6, storeys), light, lighter(wall, 0.25))
    canvas.fill(
        box(-9, top - 9, 9, top - 4.4),
        across(lighter(light.on(wall), 0.3), light.on(wall), darker(light.on(wall), 0.2)),
    )
    canvas.fill(
        [(-12, top - 9), (12, top - 9), (8, top - 13), (-8, top - 13)],
        down(light.on(rgb("c25a3f")), light.on(rgb("8f3f2e"))),
    )
    canvas.fill(oval(0, top - 6.8, 1.7), light.on(WHITE))
    canvas.fill(ribbon([(0, top - 6.8), (0, top - 8)], 0.25), INK)
    canvas.fill(ribbon([(0, top - 6.8), (0.9, top - 6.4)], 0.25), INK)
    roof = light.on(rgb("b5573c"))
    for left, right in ((-57.5, -20), (20, 57.5)):
        canvas.fill(
            [(left, top + 4.6), (right, top + 4.6), (right - 3, top + 0.6), (left + 3, top + 0.6)],
            down(lighter(roof, 0.15), darker(roof, 0.2)),
        )
    draw_portico(canvas, light, wall, 13, 13)


def _draw_forecourt(canvas: Canvas, light: Light, dice: Dice, x: float) -> None:
    """Draw the lawns, flower beds and the shaded path before the steps."""
    for side in (-1, 1):
        lawn = [
            (x + side * 24, 74),
            (x + side * 100, 74),
            (x + side * 130, 90),
            (x + side * 36, 90),
        ]
        green = light.on(GREENS[dice.randrange(5)])
        canvas.fill([(px, py + 1) for px, py in lawn], darker(light.on(PLASTER), 0.3))
        canvas.fill(lawn, down(lighter(green, 0.2), green))
        for i in range(9):
            draw_bush(canvas.at(x + side * (27 + i * 8.5), 76.5, 2.1), dice, green)
            draw_bush(
                canvas.at(x + side * (36 + i * 11), 90.4, 2.8),
                dice,
                darker(green, 0.1),
                light.on(dice.choice(PETALS)),
            )
        for i in range(2):
            draw_palm(canvas.at(x + side * (40 + i * 24), 82, 3.4), dice, light.on(GREENS[1]))


def _draw_passers(canvas: Canvas, dice: Dice, x: float) -> None:
    for px, y in ((x - 6, 83), (x - 1, 84), (x + 14, 88), (x - 18, 91)):
        look = dice.choice((clerk, citizen, hostess))(dice)
        pose = Pose(back=dice.chance(0.5), feet=((-5, 0), (5, -2)))
        draw_person(canvas.at(px + dice.uniform(-2, 2), y, 0.115 + (y - 80) * 0.005), look, pose)
