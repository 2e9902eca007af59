"""A hand that holds a phone with a form to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.backdrops import draw_blurred_office
from tools.illustrations.colour import (
    INK,
    WHITE,
    across,
    darker,
    down,
    lighter,
    lit,
    rgb,
    rgbs,
    slanted,
)
from tools.illustrations.looks import SKINS
from tools.illustrations.shapes import box, curve, moved, oval, path, ribbon, rounded, turned

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.colour import Colour
    from tools.illustrations.dice import Dice
    from tools.illustrations.order import Order
    from tools.illustrations.shapes import Points


# What lies behind the phone is drawn by dice of its own.
BACKDROP = "around"


def paint_phone_app(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    order.dice(BACKDROP).choice((_draw_office, _draw_blurred_garden, _draw_blurred_town))(
        canvas, dice
    )
    skin = dice.choice(SKINS)
    sleeve = dice.choice(rgbs("f4f6fa d9674a 4f8f86 5b7fa8 e3a541"))
    place = canvas.at(75, 52, 1.0, flip=dice.chance(0.5))
    _draw_palm(place, skin, sleeve)
    _draw_phone(place, dice)
    _draw_fingers(place, skin)


def _draw_office(canvas: Canvas, dice: Dice) -> None:
    draw_blurred_office(canvas, dice, 80)


def _draw_blurred_town(canvas: Canvas, dice: Dice) -> None:
    """Draw a street at nightfall, far out of focus: spots of light."""
    frame = canvas.frame
    with canvas.layer(blur=2.5) as far:
        far.fill(
            box(frame.left - 20, frame.top - 20, frame.right + 20, frame.bottom + 20),
            down(rgb("4a5a8f"), rgb("b77f93"), rgb("f0b27a"), rgb("6b5a6a")),
        )
        for _ in range(34):
            x, y = dice.uniform(frame.left, frame.right), dice.uniform(20, frame.bottom)
            far.fill(
                oval(x, y, dice.uniform(2.5, 6)),
                dice.choice(rgbs("ffd98a ffb36b fff0c8 f28a6a 8fc1d0")),
                0.5,
            )
    canvas.glow((110, 30), 90, rgb("ffd9a0"), 0.4)


def _draw_blurred_garden(canvas: Canvas, dice: Dice) -> None:
    frame = canvas.frame
    with canvas.layer(blur=4) as far:
        far.fill(
            box(frame.left - 20, frame.top - 20, frame.right + 20, frame.bottom + 20),
            down(rgb("cfe6e0"), rgb("f3e3b8"), rgb("a9bf7f")),
        )
        for _ in range(26):
            x, y = dice.uniform(frame.left, frame.right), dice.uniform(frame.top, frame.bottom)
            far.fill(
                oval(x, y, dice.uniform(5, 12)),
                dice.choice(rgbs("7fa456 5d8a4a f2d28a fbe9c0 9fc08a")),
                0.55,
            )
    canvas.glow((30, 10), 100, rgb("ffe9b8"), 0.5)


def _draw_palm(canvas: Canvas, skin: Colour, sleeve: Colour) -> None:
    """Draw the forearm and the hand that the phone lies in."""
    arm = [(6, 22), (24, 16), (40, 44), (72, 90), (24, 100), (12, 52)]
    canvas.fill(moved(arm, 3, 2), INK, 0.3, 4)
    canvas.fill(curve(arm), slanted(lighter(skin, 0.15), skin, darker(skin, 0.3)))
    canvas.fill(
        curve([(-16, 6), (-8, 26), (8, 42), (22, 42), (30, 28), (24, 4), (10, -6)]),
        slanted(lighter(skin, 0.1), skin, darker(skin, 0.32)),
    )
    canvas.fill(
        [(24, 62), (54, 50), (110, 130), (40, 150)],
        across(lighter(sleeve, 0.2), sleeve, darker(sleeve, 0.3)),
    )
    canvas.fill(ribbon([(23, 63), (54, 50)], 3.4), lighter(sleeve, 0.25))


def _draw_phone(canvas: Canvas, dice: Dice) -> None:
    def tilted(points: Points) -> Points:
        return turned(points, -8)

    canvas.fill(moved(tilted(rounded(-19, -38, 19, 38, 5)), 2, 2.5), INK, 0.45, 2.4)
    canvas.fill(tilted(rounded(-19, -38, 19, 38, 5)), lit(rgb("2b2c36"), 1.4))
    canvas.fill(tilted(rounded(-17.4, -36.4, 17.4, 36.4, 3.8)), down(WHITE, rgb("eef2f4")))
    brand = dice.choice(rgbs("9a1b1e 2f5f9a 2f6b66"))
    canvas.fill(
        tilted(
            [
                *rounded(-17.4, -36.4, 17.4, -20, 3.8)[:8],
                (17.4, -24),
                (-17.4, -24),
                *rounded(-17.4, -36.4, 17.4, -20, 3.8)[-16:],
            ]
        ),
        down(lighter(brand, 0.12), brand),
    )
    canvas.fill(tilted(rounded(-5, -35.4, 5, -33.6, 0.9)), rgb("1d1e26"))
    canvas.fill(tilted(oval(-12, -28.6, 2.6)), rgb("f7ce46"))
    canvas.fill(tilted(rounded(-7, -29.8, 10, -27.6, 1)), WHITE, 0.9)
    for i in range(dice.randint(4, 5)):
        y = -20 + i * 8.6
        canvas.fill(tilted(rounded(-14, y, -14 + dice.uniform(8, 14), y + 1.2, 0.5)), rgb("8fa0ac"))
        canvas.fill(tilted(rounded(-14, y + 2, 14, y + 6.4, 1)), rgb("d3dbe0"))
        canvas.fill(tilted(rounded(-13.6, y + 2.4, 13.6, y + 6, 0.8)), WHITE)
    canvas.fill(tilted(rounded(-14, 26.5, 14, 32.5, 2.6)), lit(brand))
    canvas.fill(tilted(rounded(-6, 28.9, 6, 30.2, 0.6)), WHITE)
    canvas.fill(tilted([(-17.4, -30), (4, -36), (-10, 36), (-17.4, 36)]), WHITE, 0.1)


def _draw_fingers(canvas: Canvas, skin: Colour) -> None:
    thumb = path([(24, 24), (25.5, 8), (21, -6), (15.5, -13)])
    canvas.fill(moved(ribbon(thumb, 10, 6.4), 0.8, 1.6), INK, 0.25, 1)
    canvas.fill(ribbon(thumb, 10, 6.4), slanted(lighter(skin, 0.22), skin, darker(skin, 0.2)))
    canvas.fill(turned(oval(16.2, -12.4, 1.9, 2.8), -38, (16.2, -12.4)), lighter(skin, 0.4), 0.8)
    for i in range(4):
        y = -8 + i * 8.4
        finger = path([(-25 + i * 0.6, y + 1), (-21, y + 0.4), (-16.6, y - 0.8)])
        canvas.fill(moved(ribbon(finger, 7, 6), 0.5, 1), INK, 0.25, 0.8)
        canvas.fill(ribbon(finger, 7, 6), slanted(lighter(skin, 0.18), skin, darker(skin, 0.2)))
