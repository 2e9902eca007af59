"""Someone who speaks at a lectern with flowers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import (
    rgb,
)
from tools.illustrations.decor import draw_banner, draw_bouquet, draw_pot_plant, draw_star_disc
from tools.illustrations.furniture import draw_lectern
from tools.illustrations.interiors import CURTAINS, WOODS, draw_curtain
from tools.illustrations.looks import suited
from tools.illustrations.people import Pose, draw_person

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.order import Order


def paint_podium(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    curtain, wood = dice.choice((*CURTAINS, rgb("2f4f7a"))), dice.choice(WOODS)
    side = dice.choice((-1, 1))
    frame = canvas.frame
    draw_curtain(canvas, frame.left - 1, frame.right + 1, frame.bottom + 2, curtain)
    with canvas.layer(blur=0.9) as far:
        x = 75.0 + side * 34
        draw_banner(far, x - 34, 14, x + 34, 44)
        draw_star_disc(far, 75 - side * 40, 30, 10)
        draw_pot_plant(far.at(75 + side * 52, 101, 4.2), dice, rgb("4f8a4a"))
    canvas.glow((75 - side * 18, 34), 80, rgb("ffe2b0"), 0.5)
    speaker = suited(dice)
    gesture = dice.choice(((-15, -46), (-21, -66), (-14, -52)))
    pose = Pose(turn=0.3, hands=(gesture, (11, -48)), lean=1.5, shadow=False)
    place = canvas.at(75 - side * 20, 128, 1.14, flip=side < 0)
    draw_person(place, speaker, pose)
    draw_lectern(canvas.at(75 - side * 20, 126, 1.22), wood, dice)
    canvas.fill(
        [
            (60 - side * 20, -30),
            (90 - side * 20, -30),
            (120 - side * 20, 120),
            (30 - side * 20, 120),
        ],
        rgb("fff0cf"),
        0.1,
        6,
    )
    with canvas.layer(blur=1.6) as near:
        for x in dice.spread(6, frame.left, frame.right):
            draw_bouquet(near.at(x, frame.bottom + 1), dice, 11)
