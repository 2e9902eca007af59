"""A citizen at a touch-screen kiosk, whom an officer helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import (
    INK,
    WHITE,
    across,
    darker,
    down,
    lit,
    rgb,
    rgbs,
)
from tools.illustrations.decor import draw_pot_plant
from tools.illustrations.groups import various
from tools.illustrations.interiors import (
    draw_light_on_floor,
    draw_room,
    draw_tiles,
    draw_window,
)
from tools.illustrations.looks import citizen, clerk, elder, hostess
from tools.illustrations.people import Pose, draw_person
from tools.illustrations.scenes.counter import BRANDS
from tools.illustrations.shapes import box, moved, oval, rounded

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.colour import Colour
    from tools.illustrations.dice import Dice
    from tools.illustrations.order import Order


PAINTED = rgbs("efe3cf d3dcd0 ecd6b4 cfdbe0 e6cdb8")


def paint_kiosk(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    taste = order.dice("colours")
    brand, wall = taste.choice(BRANDS), taste.choice(PAINTED)
    side = taste.choice((-1, 1))
    draw_room(canvas, wall, rgb("c9bba6"), 74)
    draw_tiles(canvas, 74, rgb("a89a86"))
    with canvas.layer(blur=0.8) as far:
        for x in (75.0 + side * 36, 75.0 + side * 66):
            draw_window(far, x - 12, 8, x + 12, 50)
        sign = 75 - side * 62
        far.fill(box(sign - 26, 12, sign + 26, 26), lit(brand))
        far.fill(rounded(sign - 16, 17.5, sign + 16, 20.5, 1), rgb("fbe9c0"))
        draw_pot_plant(far.at(75 + side * 55, 82, 3.6), dice, rgb("4f8a4a"))
        places = dice.spread(3, 75 - side * 80, 75 - side * 30)
        for look, x in zip(various(dice, 3, citizen), places, strict=True):
            draw_person(far.at(x, 80, 0.5), look, Pose(turn=dice.uniform(-0.4, 0.4)))
    draw_light_on_floor(canvas, 75 + side * 30, 74)
    place = canvas.at(75, 0, flip=side < 0)
    _draw_kiosk(place.at(12, 99), brand)
    _draw_user_and_officer(place, dice)


def _draw_kiosk(canvas: Canvas, brand: Colour) -> None:
    """Draw a kiosk, 74 units high, its screen turned towards the left."""
    canvas.fill(oval(2, 0, 17, 2.4), INK, 0.45, 1.4)
    canvas.fill(rounded(-9, -4, 11, 0.5, 1), lit(darker(brand, 0.35)))
    canvas.fill(
        [(-5, -34), (8, -34), (10, -3), (-7, -3)],
        across(rgb("f6f1e7"), rgb("d9d0c0"), rgb("a79d8d")),
    )
    canvas.fill(box(-1, -26, 5, -22), rgb("33343f"))
    canvas.fill([(-1.4, -22.6), (5, -22.6), (5.6, -15), (-0.8, -15)], WHITE)
    body = [(-13, -74), (11, -77), (14, -36), (-11, -31)]
    canvas.fill(moved(body, 1.6, 1), darker(brand, 0.4))
    canvas.fill(body, lit(brand))
    canvas.fill(
        [(-11, -70), (9.4, -72.4), (11.8, -39), (-9.4, -35)], down(rgb("f2f7fa"), rgb("cfe2ee"))
    )
    canvas.fill([(-11, -70), (9.4, -72.4), (9.7, -68), (-10.8, -65.4)], rgb("2f5f9a"))
    for row in range(3):
        for column in range(3):
            x, y = -8 + column * 6.2 + row * 0.5, -62 + row * 8 - column * 0.6
            canvas.fill(
                rounded(x, y, x + 5, y + 6, 0.8),
                lit(
                    rgbs("e7b53c 4f8f86 d9674a 3e74b8 8a6fa3 6e9a5b f08a2c 5fa8b8 b75d69")[
                        row * 3 + column
                    ]
                ),
            )
    canvas.glow((0, -55), 26, rgb("d6ecf8"), 0.3)


def _draw_user_and_officer(canvas: Canvas, dice: Dice) -> None:
    user = elder(dice) if dice.chance(0.3) else citizen(dice)
    officer = dice.choice((hostess, clerk))(dice)
    pose = Pose(turn=-0.6, hands=((-19, -61), (3, -49)), feet=((-4, 0), (4, 0)))
    draw_person(canvas.at(42, 98, 0.78), officer, pose)
    pose = Pose(turn=0.75, hands=((6, -49), (27, -64)), feet=((-5, 0), (4, 0)))
    draw_person(canvas.at(-14, 102, 0.82), user, pose)
