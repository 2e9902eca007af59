"""An office out of focus, which lies behind what is near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import (
    rgb,
    rgbs,
)
from tools.illustrations.decor import draw_pot_plant
from tools.illustrations.interiors import (
    WALLS,
    draw_room,
    draw_window,
)
from tools.illustrations.shapes import box

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.dice import Dice

COVERS = rgbs("c8553d e0a02f 3f7f8c 5b7fa8 8a6fa3 6e9a5b b75d69 d9c08a 9a1b1e 2f5f6f")


def draw_blurred_office(canvas: Canvas, dice: Dice, edge: float) -> None:
    """Draw a room out of focus: a window, shelves, spots of light."""
    with canvas.layer(blur=2.2) as far:
        wall = dice.choice((*WALLS, rgb("b7c4c0"), rgb("d8b894")))
        draw_room(far, wall, wall, edge + 20)
        side = dice.choice((-1, 1))
        for x in (75.0 + side * 30, 75.0 + side * 68):
            draw_window(far, x - 16, -6, x + 16, 44)
        for row in range(3):
            y = 10 + row * 17
            for x in dice.spread(9, 75 - side * 20 - 26, 75 - side * 20 + 26):
                height = dice.uniform(8, 13)
                far.fill(
                    box(x - side * 20 - 2, y + 14 - height, x - side * 20 + 2.4, y + 14),
                    dice.choice(COVERS),
                )
        draw_pot_plant(far.at(75 - side * 66, edge + 4, 4.2), dice, rgb("4f8a4a"))
