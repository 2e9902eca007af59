"""Two sides agree: they shake hands, or sign."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from tools.illustrations.colour import INK, WHITE, across, darker, down, lighter, lit, rgb
from tools.illustrations.decor import (
    draw_banner,
    draw_bouquet,
    draw_pot_plant,
    draw_star_disc,
)
from tools.illustrations.furniture import (
    draw_table_cloth,
)
from tools.illustrations.groups import lineup, places_in_row, various
from tools.illustrations.interiors import (
    CURTAINS,
    WALLS,
    WOODS,
    draw_curtain,
    draw_room,
    draw_window,
)
from tools.illustrations.looks import hostess, official, suited
from tools.illustrations.outdoors import draw_flag
from tools.illustrations.people import Pose, draw_person
from tools.illustrations.shapes import box, moved, oval

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.dice import Dice
    from tools.illustrations.order import Order


def _draw_standing_flag(canvas: Canvas) -> None:
    """Draw a flag on an indoor pole, hanging in folds, 60 units high."""
    canvas.fill(box(-0.5, -60, 0.5, 0), across(rgb("f0d590"), rgb("a87f3a")))
    red = rgb("cf2a2b")
    canvas.fill(
        [(0, -59), (15, -50), (13, -22), (9, -16), (0, -30)],
        across(darker(red, 0.1), lighter(red, 0.08), darker(red, 0.35), red, darker(red, 0.3)),
    )
    canvas.fill(oval(0, -61, 1.1), lit(rgb("e7b53c")))
    canvas.fill(oval(0, 0, 5, 1.2), lit(rgb("a87f3a")))


def paint_handshake(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    wall = dice.choice((*WALLS, rgb("a9bfc9"), rgb("d9b9a0")))
    draw_room(canvas, wall, dice.choice(WOODS), 82)
    with canvas.layer(blur=0.8) as far:
        taste = order.dice("far")
        taste.choice((_draw_curtained_wall, _draw_panelled_wall))(far, taste)
        _draw_onlookers(far, dice)
    canvas.glow((75, 40), 80, rgb("ffe3b5"), 0.45)
    left, right = various(dice, 2, suited)
    if order.dice("theatre").chance(0.5):
        right = hostess(dice)
    hand = (75.0, 67.0)
    for look, x, flip in ((left, 57.0, False), (right, 93.0, True)):
        place = canvas.at(x, 119, 0.98, flip=flip)
        meet = ((hand[0] - x) * (-1 if flip else 1) / 0.98, (hand[1] - 119) / 0.98)
        draw_person(place, look, Pose(turn=0.62, hands=((-7, -49), meet), bends=(1, 1), lean=1.5))
    canvas.fill(oval(75, 67.2, 3.4, 2.8), lit(left.skin))
    canvas.fill(oval(76, 67.9, 2.4, 1.7), lit(right.skin))


def _draw_curtained_wall(canvas: Canvas, dice: Dice) -> None:
    colour = dice.choice((*CURTAINS, rgb("33587f"), rgb("2f6b66")))
    draw_curtain(canvas, 24, 126, 82, colour)
    draw_banner(canvas, 38, 12, 112, 34)
    for x, flip in ((20.0, False), (130.0, True)):
        _draw_standing_flag(canvas.at(x, 86, 1.1, flip=flip))
    for x in (6.0, 144.0):
        draw_pot_plant(canvas.at(x, 90, 3.6), dice, rgb("4f8a4a"))


def _draw_panelled_wall(canvas: Canvas, dice: Dice) -> None:
    """Draw wooden panels with a disc and a blank board, a window at each side."""
    wood = dice.choice(WOODS)
    for x in (10.0, 140.0):
        draw_window(canvas, x - 13, 6, x + 13, 54)
    canvas.fill(box(30, -40, 120, 82), across(lighter(wood, 0.15), wood, darker(wood, 0.2)))
    for i in range(1, 12):
        canvas.fill(box(29.8 + i * 7.5, -40, 30.2 + i * 7.5, 82), darker(wood, 0.4), 0.6)
    draw_star_disc(canvas, 75, 16, 9)
    canvas.fill(box(44, 29, 106, 35), down(rgb("fbe9c0"), rgb("e7c57a")))
    for x, flip in ((33.0, False), (117.0, True)):
        draw_bouquet(canvas.at(x, 66, flip=flip), dice, 9)
        canvas.fill(box(x - 6, 70, x + 6, 86), down(lighter(wood, 0.3), darker(wood, 0.2)))


def _draw_onlookers(canvas: Canvas, dice: Dice) -> None:
    for look, x in zip(various(dice, 4, official), (36, 50, 100, 114), strict=True):
        turn = math.copysign(0.4, 75 - x)
        draw_person(canvas.at(x, 92, 0.66), look, Pose(turn=turn, hands=((-3, -58), (4, -57))))


def paint_signing(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    draw_room(canvas, dice.choice(WALLS), dice.choice(WOODS), 84)
    draw_curtain(
        canvas,
        canvas.frame.left - 1,
        canvas.frame.right + 1,
        84,
        dice.choice((*CURTAINS, rgb("33587f"), rgb("2f6b66"))),
    )
    draw_banner(canvas, 32, 8, 118, 30)
    canvas.glow((75, 40), 80, rgb("ffe3b5"), 0.4)
    count = order.count(dice, 4, 7)
    behind = max(2, count - 2) if order.people else count
    for look, x in zip(
        lineup(dice, behind), places_in_row(behind, 75, min(31, 112 / behind)), strict=True
    ):
        pose = Pose(turn=dice.uniform(-0.25, 0.25), hands=((-3.4, -52), (3.2, -51)))
        draw_person(canvas.at(x, 96 + dice.uniform(-1, 1), 0.74), look, pose)
    for x, look, flip in ((50.0, suited(dice), False), (100.0, official(dice), True)):
        pose = Pose(turn=0.1, hands=((-8, -52), (5, -51)), lean=1, shadow=False)
        draw_person(canvas.at(x, 123, 0.82, flip=flip), look, pose)
    draw_table_cloth(canvas, 20, 130, 77, 103)
    for x in (50, 100):
        folder = [(x - 9, 76.4), (x + 9, 76.4), (x + 10.5, 78.6), (x - 10.5, 78.6)]
        canvas.fill(moved(folder, 0.4, 0.6), INK, 0.3, 0.4)
        canvas.fill(folder, lit(rgb("8f2426")))
        canvas.fill([(x - 8, 76.6), (x + 8, 76.6), (x + 9, 78.1), (x - 9, 78.1)], WHITE)
    draw_bouquet(canvas.at(75, 74), dice, 9)
    for x in (28, 122):
        draw_flag(canvas.at(x, 66, 2.4), x)
        canvas.fill(box(x - 0.25, 65, x + 0.25, 77), rgb("d6b25e"))
