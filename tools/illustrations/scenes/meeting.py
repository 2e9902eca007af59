"""A meeting round an oval table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import INK, across, darker, down, lighter, rgb, rgbs
from tools.illustrations.decor import (
    draw_banner,
    draw_bouquet,
    draw_pot_plant,
    draw_screen,
    draw_star_disc,
)
from tools.illustrations.furniture import (
    draw_bottle,
    draw_chair_back,
    draw_name_plate,
    draw_papers,
)
from tools.illustrations.groups import places_in_row, various
from tools.illustrations.interiors import (
    WOODS,
    draw_room,
    draw_window,
)
from tools.illustrations.looks import official
from tools.illustrations.people import Pose, draw_person
from tools.illustrations.shapes import box, oval

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.colour import Colour
    from tools.illustrations.dice import Dice
    from tools.illustrations.order import Order


PAINTED = rgbs("efe3cf d3dcd0 e8cfae c9d6de e0c4ae b9c9bd")


def paint_meeting_table(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    wood, wall = dice.choice(WOODS), dice.choice(PAINTED)
    draw_room(canvas, wall, dice.choice(rgbs("8c6a52 7d6f68 a5805a 5f6a78")), 60)
    x = dice.choice((-1, 1))
    for window in (75 + x * 48, 75 + x * 78):
        draw_window(canvas, window - 11, 8, window + 11, 44)
    _draw_panel(canvas, 75 - x * 60, wood)
    kinds = (_draw_screen_wall, _draw_wide_screens, _draw_board_and_screen)
    order.dice("table").choice(kinds)(canvas, wood)
    draw_pot_plant(canvas.at(75 - x * 40, 62, 2.4), dice, rgb("4f8a4a"))
    count = order.count(dice, 9, 13)
    chair = dice.choice(rgbs("57423c 3a4458 7a3a34 4a5248"))
    _draw_far_side(canvas, dice, max(3, count - 4), chair)
    _draw_oval_table(canvas, dice, wood)
    _draw_near_side(canvas, dice, darker(chair, 0.2))


def _draw_screen_wall(canvas: Canvas, _wood: Colour) -> None:
    draw_screen(canvas, 52, 8, 98, 35)


def _draw_wide_screens(canvas: Canvas, wood: Colour) -> None:
    """Draw two screens on a wooden wall."""
    canvas.fill(box(38, canvas.frame.top - 1, 112, 60), down(darker(wood, 0.25), wood))
    for i in range(1, 10):
        canvas.fill(box(38 + i * 7.4, -40, 38.3 + i * 7.4, 60), darker(wood, 0.45), 0.6)
    draw_screen(canvas, 41, 11, 73.5, 33)
    draw_screen(canvas, 76.5, 11, 109, 33)


def _draw_board_and_screen(canvas: Canvas, _wood: Colour) -> None:
    """Draw a blank banner across the wall, a screen below it."""
    draw_banner(canvas, 40, 3, 110, 13)
    draw_screen(canvas, 56, 17, 94, 38)


def _draw_panel(canvas: Canvas, x: float, wood: Colour) -> None:
    canvas.fill(
        box(x - 15, canvas.frame.top - 1, x + 15, 60),
        across(lighter(wood, 0.1), wood, darker(wood, 0.2)),
    )
    for i in range(-3, 4):
        canvas.fill(
            box(x + i * 4.3 - 0.15, canvas.frame.top - 1, x + i * 4.3 + 0.15, 60),
            darker(wood, 0.4),
            0.5,
        )
    draw_star_disc(canvas, x, 20, 7)


def _draw_far_side(canvas: Canvas, dice: Dice, count: int, chair: Colour) -> None:
    """Draw those who face us, around the table's far rim, and their chairs."""
    people = various(dice, count, official)
    for look, place in zip(people, places_in_row(count, 0, 2 / count), strict=True):
        x = 75 + place * 62
        y = 57.5 + 11 * place * place
        size = 0.37 + 0.09 * place * place
        draw_chair_back(canvas.at(x, y - 3, 1.25), chair)
        reach = dice.uniform(4, 8)
        turn = -place * 0.6 + dice.uniform(-0.15, 0.15)
        pose = Pose(turn=turn, hands=((-reach, -50), (reach, -51)), bends=(1, -1), shadow=False)
        draw_person(canvas.at(x, y + 51 * size, size), look, pose)


def _draw_oval_table(canvas: Canvas, dice: Dice, wood: Colour) -> None:
    canvas.fill(oval(77, 86, 70, 20), INK, 0.45, 3)
    canvas.fill(oval(75, 78, 68, 20), darker(wood, 0.45))
    canvas.fill(
        oval(75, 75.5, 68, 19.5),
        across(lighter(wood, 0.35), lighter(wood, 0.12), darker(wood, 0.12)),
    )
    canvas.fill(oval(75, 76, 40, 9.5), darker(wood, 0.4))
    canvas.fill(oval(75, 76.8, 40, 9.2), down(darker(wood, 0.5), darker(wood, 0.25)))
    for i in range(-2, 3):
        draw_bouquet(canvas.at(75 + i * 13, 75.5 + abs(i) * 0.3), dice, 5.2)
    for i in range(-4, 5):
        x, y = 75 + i * 13.6, 61.4 + 0.52 * i * i
        draw_papers(canvas.at(x, y, 1.15), dice)
        draw_bottle(canvas.at(x + 4.4, y + 0.8))
        draw_name_plate(canvas.at(x - 2, y + 2.6))


def _draw_near_side(canvas: Canvas, dice: Dice, chair: Colour) -> None:
    with canvas.layer(blur=0.45) as near:
        for x in dice.spread(4, 10, 140):
            look = official(dice)
            y = 96 - abs(x - 75) * 0.07
            draw_person(
                near.at(x, y + 60, 0.78),
                look,
                Pose(back=True, hands=((-9, -62), (9, -62)), shadow=False),
            )
            draw_chair_back(near.at(x, y + 35, 2.5), chair)
