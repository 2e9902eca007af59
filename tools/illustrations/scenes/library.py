"""Shelves and readers in a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.backdrops import COVERS
from tools.illustrations.colour import (
    WHITE,
    across,
    darker,
    down,
    lighter,
    lit,
    mix,
    rgb,
)
from tools.illustrations.decor import draw_pot_plant
from tools.illustrations.interiors import (
    WALLS,
    WOODS,
    draw_light_on_floor,
    draw_room,
    draw_tiles,
    draw_window,
)
from tools.illustrations.looks import citizen, clerk, pupil
from tools.illustrations.people import Pose, draw_person
from tools.illustrations.shapes import box, oval

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.colour import Colour
    from tools.illustrations.dice import Dice
    from tools.illustrations.order import Order


SHELF_END = 21


def paint_library(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    wood = dice.choice(WOODS)
    draw_room(canvas, dice.choice(WALLS), rgb("b08a66"), 66)
    draw_tiles(canvas, 66, rgb("8a6a4c"))
    gap = dice.choice((-1, 0, 1))
    for i in range(-1, 2):
        if i == gap:
            draw_window(canvas, 75 + i * 52 - 16, 6, 75 + i * 52 + 16, 50)
        else:
            _draw_shelf(canvas.at(75 + i * 52, 68), dice, wood)
    for x in (-14, 164):
        _draw_shelf(canvas.at(x, 68), dice, wood)
    draw_light_on_floor(canvas, 75 + gap * 52, 66)
    browser = Pose(back=True, hands=((-9, -50), (14, -88)))
    draw_person(
        canvas.at(75 + (gap + 1 if gap < 1 else -1) * 50 + 8, 76, 0.56), citizen(dice), browser
    )
    _draw_reading_table(canvas, dice, wood, order.count(dice, 3, 5))
    draw_pot_plant(canvas.at(dice.choice((6, 144)), 98, 3.8), dice, rgb("4f8a4a"))


def _draw_shelf(canvas: Canvas, dice: Dice, wood: Colour) -> None:
    """Draw a tall bookcase, 48 wide."""
    canvas.fill(box(-24, -66, 24, 0), across(lighter(wood, 0.1), darker(wood, 0.15)))
    for row in range(5):
        top, foot = -64 + row * 12.8, -64 + row * 12.8 + 11.6
        canvas.fill(box(-22.6, top, 22.6, foot), down(darker(wood, 0.62), darker(wood, 0.45)))
        x = -22.2
        while x < SHELF_END:
            wide, high = dice.uniform(1.2, 2.6), dice.uniform(7, 10.4)
            if dice.chance(0.93):
                colour = mix(dice.choice(COVERS), wood, 0.15)
                canvas.fill(
                    box(x, foot - high, x + wide, foot),
                    across(lighter(colour, 0.2), colour, darker(colour, 0.25)),
                )
                canvas.fill(
                    box(x, foot - high * 0.8, x + wide, foot - high * 0.72), rgb("f3e2b8"), 0.7
                )
            x += wide + 0.12
        canvas.fill(box(-24, foot, 24, foot + 1.2), lit(lighter(wood, 0.15)))


def _draw_reading_table(canvas: Canvas, dice: Dice, wood: Colour, count: int) -> None:
    xs = list(dice.spread(count, 22, 128))
    for x in xs:
        look = dice.choice((citizen, pupil, clerk))(dice)
        pose = Pose(turn=dice.uniform(-0.3, 0.3), hands=((-6.5, -53), (6.5, -53)), shadow=False)
        draw_person(canvas.at(x, 116, 0.68), look, pose)
    canvas.fill(
        [(10, 79), (140, 79), (152, 92), (-2, 92)], down(lighter(wood, 0.42), lighter(wood, 0.15))
    )
    canvas.fill(box(-2, 92, 152, 95), darker(wood, 0.3))
    canvas.fill(box(4, 95, 146, 120), down(darker(wood, 0.6), darker(wood, 0.4)))
    for x in xs:
        colour = dice.choice(COVERS)
        canvas.fill(
            [(x - 7.5, 80), (x, 81.4), (x + 7.5, 80), (x + 8.4, 85.6), (x, 87), (x - 8.4, 85.6)],
            colour,
        )
        canvas.fill(
            [(x - 7, 79.8), (x, 81), (x + 7, 79.8), (x + 7.8, 84.8), (x, 86.2), (x - 7.8, 84.8)],
            across(WHITE, rgb("e6dccb"), WHITE),
        )
        for side in (-1, 1):
            canvas.fill(oval(x + side * 7, 82, 1.6, 1.4), lit(rgb("e0a97f")))
