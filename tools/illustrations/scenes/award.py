"""People in a row on a stage, with certificates and flowers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import (
    INK,
    WHITE,
    darker,
    down,
    lighter,
    lit,
    rgb,
)
from tools.illustrations.decor import draw_banner, draw_bouquet, draw_star_disc
from tools.illustrations.groups import (
    holding,
    lineup,
    places_in_row,
)
from tools.illustrations.interiors import CURTAINS, GOLD, WOODS, draw_curtain, draw_valance
from tools.illustrations.people import Pose, draw_person
from tools.illustrations.shapes import box, moved, oval, rounded

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.dice import Dice
    from tools.illustrations.looks import Look
    from tools.illustrations.order import Order


def paint_award(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    curtain, floor = dice.choice((*CURTAINS, rgb("2b4d78"), rgb("8a2a3c"))), dice.choice(WOODS)
    frame = canvas.frame
    draw_curtain(canvas, frame.left - 1, frame.right + 1, 78, curtain)
    draw_banner(canvas, 30, 12, 120, 36)
    draw_valance(canvas, 4, darker(curtain, 0.1))
    canvas.fill(
        box(frame.left - 1, 78, frame.right + 1, frame.bottom + 1),
        down(lighter(floor, 0.32), floor, darker(floor, 0.35)),
    )
    canvas.glow((75, 50), 85, rgb("ffe0a8"), 0.45)
    count = order.count(dice, 4, 7)
    gap = min(24, 118 / count)
    size = min(0.62, 0.47 + gap / 150)
    for i, (look, x) in enumerate(
        zip(lineup(dice, count), places_in_row(count, 75, gap), strict=True)
    ):
        _draw_winner(
            canvas.at(x, 88 + dice.uniform(-0.6, 0.6), size * dice.uniform(0.95, 1.03)),
            look,
            dice,
            i,
        )
    with canvas.layer(blur=1.1) as near:
        for x in dice.spread(9, frame.left, frame.right):
            draw_bouquet(near.at(x, frame.bottom), dice, 6.5)


def _draw_winner(canvas: Canvas, look: Look, dice: Dice, index: int) -> None:
    draw_person(canvas, look, Pose(turn=dice.uniform(-0.3, 0.3), hands=holding(dice)))
    if index % 2 == 0:
        frame = rounded(-11, -66, 11, -50, 0.6)
        canvas.fill(moved(frame, 1, 1.2), INK, 0.35, 0.8)
        canvas.fill(frame, lit(GOLD, 1.3))
        canvas.fill(box(-9.6, -64.6, 9.6, -51.4), down(WHITE, rgb("f6e9c8")))
        draw_star_disc(canvas, 0, -62.3, 1.4)
        for y, half in ((-59, 6), (-56.8, 7.4), (-54.6, 4.5)):
            canvas.fill(box(-half, y, half, y + 0.7), rgb("b98f5a"), 0.7)
        for x in (-10.6, 10.6):
            canvas.fill(oval(x, -57, 2, 2.4), lit(look.skin))
    else:
        canvas.fill([(-3.6, -50), (3.6, -50), (1.4, -40), (-1.4, -40)], lit(rgb("f3e2cf")))
        draw_bouquet(canvas.at(0, -55), dice, 8)
        for x in (-3.2, 3.2):
            canvas.fill(oval(x, -47, 2, 2.4), lit(look.skin))
