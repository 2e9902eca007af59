"""A conference hall from behind its audience."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import (
    INK,
    Colour,
    across,
    darker,
    down,
    lighter,
    rgb,
    rgbs,
)
from tools.illustrations.decor import draw_banner, draw_bouquet, draw_pot_plant, draw_star_disc
from tools.illustrations.furniture import draw_lectern, draw_table_cloth
from tools.illustrations.groups import (
    draw_audience_row,
    draw_seated_behind_table,
    places_in_row,
)
from tools.illustrations.interiors import CURTAINS, WALLS, WOODS, draw_curtain
from tools.illustrations.looks import official, suited
from tools.illustrations.people import Pose, draw_person
from tools.illustrations.shapes import box

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.dice import Dice
    from tools.illustrations.order import Order


def draw_hall(canvas: Canvas, wall: Colour, wood: Colour) -> None:
    """Draw a hall in perspective: ceiling lights, wooden side walls, an aisle of floor."""
    frame = canvas.frame
    left, right, top, low = frame.left - 1, frame.right + 1, frame.top - 1, frame.bottom + 1
    canvas.fill(box(left, top, right, low), down(darker(wall, 0.3), wall, darker(wood, 0.3)))
    for side, x in ((1, left), (-1, right)):
        inner = 75 - side * 53
        canvas.fill(
            [(x, top - 20), (inner, 6), (inner, 58), (x, 90)],
            across(darker(wood, 0.45 if side > 0 else 0.1), darker(wood, 0.1 if side > 0 else 0.5)),
        )
        for i in range(1, 7):
            share = 1 - 0.72**i
            px = x + (inner - x) * share * 1.1
            canvas.fill(
                box(px - 0.25, top + 26 * share, px + 0.25, 90 - 30 * share),
                darker(wood, 0.55),
                0.7,
            )
            canvas.glow(
                (px - side * 4, 30 - 8 * share), 11 * (1 - share * 0.6), rgb("ffd593"), 0.35
            )
    canvas.fill(
        [(left, top), (right, top), (right, top + 4), (128, 6), (22, 6), (left, top + 4)],
        down(darker(wall, 0.45), darker(wall, 0.2)),
    )
    for i, y in enumerate((4.4, 1.6, -2)):
        half = 12 + i * 6
        canvas.fill(
            [
                (75 - half, y),
                (75 + half, y),
                (75 + half + 2, y - 0.9 - i * 0.3),
                (75 - half - 2, y - 0.9 - i * 0.3),
            ],
            rgb("fff1cf"),
        )
        canvas.glow((75, y), 26, rgb("ffe7b0"), 0.25)


def paint_conference_hall(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    curtain, wood = dice.choice(CURTAINS), dice.choice(WOODS)
    draw_hall(canvas, dice.choice(WALLS), wood)
    _draw_stage(canvas, dice, curtain, wood)
    chair = dice.choice(rgbs("9a3a34 35507a 7a4f36 3f6a66"))
    rows = 7
    for i in range(rows - 1):
        size = 0.155 * 1.27**i
        draw_audience_row(
            canvas, dice, 61 + 34 * (i / (rows - 1)) ** 1.25, size, darker(chair, 0.22 - 0.03 * i)
        )
    canvas.fill(box(-20, 58, 170, 72), rgb("ffdca6"), 0.16, 6)
    with canvas.layer(blur=0.55) as near:
        draw_audience_row(near, dice, 101, 0.72, darker(chair, 0.3))
    canvas.fill(box(-20, 88, 170, 140), INK, 0.4, 8)


def _draw_stage(canvas: Canvas, dice: Dice, curtain: Colour, wood: Colour) -> None:
    for left, right in ((22, 128),):
        draw_curtain(canvas, left, right, 52, curtain)
    canvas.fill(
        box(canvas.frame.left - 1, canvas.frame.top - 1, canvas.frame.right + 1, 6),
        darker(wood, 0.55),
    )
    for i in range(3):
        canvas.fill(
            box(50 - i * 9 - 7, 2.6 - i * 2.6, 100 + i * 9 + 7, 3.7 - i * 2.4), rgb("fff1cf"), 0.95
        )
    canvas.glow((75, 24), 60, rgb("ffd9a0"), 0.4)
    draw_banner(canvas, 45, 15, 105, 33)
    draw_star_disc(canvas, 34, 24, 5)
    canvas.fill([(22, 52), (128, 52), (132, 58), (18, 58)], down(lighter(wood, 0.3), wood))
    canvas.fill(box(18, 58, 132, 63), down(darker(wood, 0.2), darker(wood, 0.45)))
    count = dice.randint(4, 6)
    for x in places_in_row(count, 84, 8.6):
        draw_seated_behind_table(canvas.at(x, 48.4, 0.2), official(dice), dice)
    half = count * 4.3 + 2
    draw_table_cloth(canvas, 84 - half, 84 + half, 48.6, 55)
    draw_person(canvas.at(40, 55, 0.2), suited(dice), Pose(turn=0.2))
    draw_lectern(canvas.at(40, 56, 0.21), lighter(wood, 0.15), dice)
    for x in (27, 121):
        draw_pot_plant(canvas.at(x, 55, 0.95), dice, rgb("4f8a4a"))
    for x in dice.spread(18, 22, 128):
        draw_bouquet(canvas.at(x, 58), dice, 2.2)
    canvas.fill([(70, 6), (80, 6), (112, 56), (38, 56)], rgb("ffedc4"), 0.14, 4)
