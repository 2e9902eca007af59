"""A training class at computers, seen from its back rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import (
    INK,
    darker,
    down,
    lighter,
    rgb,
)
from tools.illustrations.decor import draw_screen
from tools.illustrations.furniture import draw_chair_back, draw_monitor
from tools.illustrations.interiors import (
    WALLS,
    draw_light_on_floor,
    draw_room,
    draw_window,
)
from tools.illustrations.looks import citizen, clerk, dressed, hostess, pupil
from tools.illustrations.people import Pose, draw_person
from tools.illustrations.shapes import box

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.illustrations.canvas import Canvas
    from tools.illustrations.dice import Dice
    from tools.illustrations.looks import Look
    from tools.illustrations.order import Order


def paint_computer_room(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    draw_room(canvas, dice.choice(WALLS), rgb("b09a80"), 58)
    side = dice.choice((-1, 1))
    for x in (75 + side * 52, 75 + side * 82):
        draw_window(canvas, x - 11, 6, x + 11, 40)
    draw_screen(canvas, 75 - side * 14 - 26, 5, 75 - side * 14 + 26, 36)
    teacher = dice.choice((clerk, hostess))(dice)
    pose = Pose(
        turn=-0.3 * side, hands=((-20, -72), (9, -56)) if side > 0 else ((-9, -56), (20, -72))
    )
    draw_person(canvas.at(75 + side * 26, 64, 0.48), teacher, pose)
    maker = dice.choice((citizen, clerk, pupil))
    for y, size, count in ((58, 0.34, 7), (70, 0.46, 6), (86, 0.62, 5)):
        _draw_class_row(canvas, dice, (y, size, count), maker)
    canvas.fill(box(-30, 88, 180, 140), INK, 0.25, 8)
    draw_light_on_floor(canvas, 75 + side * 30, 58)


def _draw_class_row(
    canvas: Canvas, dice: Dice, row: tuple[float, float, int], maker: Callable[[Dice], Look]
) -> None:
    y, size, count = row
    wood = rgb("c79a6a")
    for x in dice.spread(count, canvas.frame.left - 2, canvas.frame.right + 2):
        draw_monitor(canvas.at(x + 9 * size, y, 2.0 * size))
    canvas.fill(
        box(canvas.frame.left - 1, y, canvas.frame.right + 1, y + 20 * size),
        down(lighter(wood, 0.3), wood, darker(wood, 0.35)),
    )
    canvas.fill(
        box(canvas.frame.left - 1, y + 1.2 * size * 2, canvas.frame.right + 1, y + 3 * size * 2),
        darker(wood, 0.3),
    )
    for x in dice.spread(count, canvas.frame.left - 2, canvas.frame.right + 2):
        look = dressed(maker(dice), glasses=False)
        pose = Pose(
            back=True, shadow=False, hands=((-8, -60), (9, -60)), lean=dice.uniform(-1.5, 1.5)
        )
        draw_person(canvas.at(x - 7 * size, y + 86 * size, size), look, pose)
        draw_chair_back(canvas.at(x - 7 * size, y + 52 * size, 3.0 * size), rgb("4a5a6a"))
