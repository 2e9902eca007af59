"""A school yard: pupils in rows before the flag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import across, darker, down, lighter, rgb, rgbs
from tools.illustrations.looks import clerk, hostess, pupil
from tools.illustrations.nature import (
    draw_mountains,
    draw_tree,
)
from tools.illustrations.offices import draw_window_grid
from tools.illustrations.outdoors import draw_bunting, draw_flagpole
from tools.illustrations.pavement import draw_pavement
from tools.illustrations.people import Pose, draw_person
from tools.illustrations.shapes import box
from tools.illustrations.sky import draw_haze, draw_sky, light_at

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.dice import Dice
    from tools.illustrations.order import Order
    from tools.illustrations.sky import Light


def paint_school(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    light = light_at(order.time, dice, ("morning", "noon"))
    draw_sky(canvas, light, dice, 60)
    draw_mountains(canvas, light, dice, 60, 26)
    draw_haze(canvas, light, 57, 6, 0.5)
    wall = dice.choice(rgbs("f2d9a0 f0cfa0 e9e0c0 d9e3d0"))
    _draw_school(canvas, light, wall, dice)
    draw_pavement(canvas, light, 66)
    for x in (12, 138):
        draw_tree(
            canvas.at(x + dice.uniform(-4, 4), 71, 4.2),
            dice,
            light.on(dice.choice(rgbs("d9503a 5d8a4a 6f9a4c"))),
        )
    draw_flagpole(canvas.at(75, 74), 54, 14, dice.uniform(0, 6))
    draw_bunting(canvas, (74, 26), (14, 38), dice)
    draw_bunting(canvas, (76, 26), (136, 38), dice)
    _draw_pupils(canvas, dice)


def _draw_school(canvas: Canvas, light: Light, wall: tuple[int, int, int], dice: Dice) -> None:
    """Draw two storeys with open galleries."""
    left, right, top = 6, 144, 34
    face = light.on(wall)
    canvas.fill(box(left, top, right, 66), across(lighter(face, 0.15), face, darker(face, 0.15)))
    for y in (top, top + 16):
        canvas.fill(box(left, y, right, y + 12), down(darker(face, 0.42), darker(face, 0.25)))
        draw_window_grid(canvas, ((left, y + 1), (right, y + 13)), (18, 1), light)
        canvas.fill(box(left, y + 12, right, y + 16), down(lighter(face, 0.4), face))
        canvas.fill(box(left, y + 12, right, y + 12.6), light.on(rgb("c25a3f")))
    for i in range(10):
        x = left + i * (right - left) / 9
        canvas.fill(
            box(x - 0.9, top, x + 0.9, 66),
            across(light.on(lighter(wall, 0.7)), light.on(darker(wall, 0.1))),
        )
    roof = light.on(dice.choice(rgbs("b5573c a3443a 4f7f8c")))
    canvas.fill(
        [(left - 4, top), (right + 4, top), (right - 4, top - 8), (left + 4, top - 8)],
        down(lighter(roof, 0.15), darker(roof, 0.2)),
    )
    for i in range(60):
        x = left + i * 2.34
        canvas.fill(box(x, top - 7.8, x + 0.12, top), darker(roof, 0.25), 0.5)


def _draw_pupils(canvas: Canvas, dice: Dice) -> None:
    """Draw pupils in rows who look at the flag, a teacher beside them."""
    for row, (y, size) in enumerate(((78, 0.17), (84, 0.23), (92, 0.31), (103, 0.42))):
        for x in dice.spread(round(6.6 / size**0.9), canvas.frame.left + 2, canvas.frame.right - 2):
            if abs(x - 75) < 5 + row * 2:
                continue
            draw_person(
                canvas.at(x, y, size * dice.uniform(0.94, 1.05)), pupil(dice), Pose(back=True)
            )
    draw_person(canvas.at(66, 77, 0.2), hostess(dice), Pose(turn=0.2, hands=((-3, -52), (3, -51))))
    draw_person(canvas.at(85, 77, 0.205), clerk(dice), Pose(turn=-0.2))
