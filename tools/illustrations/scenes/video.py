"""A room that faces a wall of screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import WHITE, across, darker, down, lighter, rgb, rgbs
from tools.illustrations.furniture import (
    draw_chair_back,
)
from tools.illustrations.groups import draw_seated_behind_table, places_in_row
from tools.illustrations.interiors import (
    WALLS,
    WOODS,
    draw_room,
)
from tools.illustrations.looks import clerk, dressed, official
from tools.illustrations.people import Pose, draw_person
from tools.illustrations.shapes import box, rounded

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.dice import Dice
    from tools.illustrations.order import Order


def paint_video_conference(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    draw_room(canvas, dice.choice(rgbs("c9b79f b9c3c6 d6c2a8 a9b2b0")), rgb("7a6252"), 70)
    wood = dice.choice(WOODS)
    canvas.fill(
        box(8, canvas.frame.top - 1, 142, 64), across(darker(wood, 0.15), wood, darker(wood, 0.3))
    )
    columns, rows = dice.choice(((4, 3), (5, 3), (4, 2)))
    _draw_wall_of_screens(canvas, dice, columns, rows)
    canvas.glow((75, 32), 80, rgb("cfe6f5"), 0.35)
    for row, (y, size) in enumerate(((78, 0.42), (97, 0.62))):
        with canvas.layer(blur=0.2 + row * 0.3) as near:
            _draw_watchers(near, dice, y, size)


def _draw_wall_of_screens(canvas: Canvas, dice: Dice, columns: int, rows: int) -> None:
    left, top, width, height = 22, 6, 106 / columns, 48 / rows
    canvas.fill(rounded(left - 2, top - 2, 130, 56, 1), rgb("22232d"))
    for column in range(columns):
        for row in range(rows):
            x, y = left + column * width + 0.4, top + row * height + 0.4
            with canvas.inset(x, y, x + width - 0.8, y + height - 0.8) as screen:
                _draw_participants(screen, dice, (x, y), (width - 0.8, height - 0.8))


def _draw_participants(
    canvas: Canvas, dice: Dice, place: tuple[float, float], size: tuple[float, float]
) -> None:
    (x, y), (w, h) = place, size
    wall = dice.choice((*WALLS, *rgbs("a8c3cf c58f86 9fb8a3")))
    canvas.fill(box(x, y, x + w, y + h), down(darker(wall, 0.1), lighter(wall, 0.1)))
    if dice.chance(0.5):
        canvas.fill(box(x + w * 0.1, y + h * 0.08, x + w * 0.9, y + h * 0.3), rgb("b8292b"))
    count, scale = dice.choice(((1, 0.026), (2, 0.024), (3, 0.02)))
    for px in places_in_row(count, x + w / 2, w / (count + 0.4)):
        draw_seated_behind_table(canvas.at(px, y + h * 0.82, scale * h * 0.6), official(dice), dice)
    canvas.fill(box(x, y + h * 0.8, x + w, y + h), down(rgb("8f5f3f"), rgb("5b3a2a")))
    canvas.fill([(x, y), (x + w * 0.5, y), (x + w * 0.2, y + h), (x, y + h)], WHITE, 0.08)


def _draw_watchers(canvas: Canvas, dice: Dice, y: float, size: float) -> None:
    for x in dice.spread(round(4.2 / size), canvas.frame.left - 4, canvas.frame.right + 4):
        look = dressed(dice.choice((clerk, official))(dice), hat="")
        draw_person(
            canvas.at(x, y + 75 * size, size),
            look,
            Pose(back=True, shadow=False, lean=dice.uniform(-1, 1)),
        )
        draw_chair_back(canvas.at(x, y + 44 * size, 3.1 * size), rgb("3f3a44"))
