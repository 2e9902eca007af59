"""Leaves and young trees close to us, out of focus or at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import (
    Colour,
    darker,
    lighter,
    lit,
    rgb,
)
from tools.illustrations.nature import (
    GREENS,
    draw_banana,
    draw_bush,
)
from tools.illustrations.shapes import curve, ribbon

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.dice import Dice
    from tools.illustrations.sky import Light


def draw_near_leaves(canvas: Canvas, dice: Dice, light: Light, slope: int) -> None:
    frame = canvas.frame
    with canvas.layer(blur=0.7) as near:
        x = frame.left + 4 if slope > 0 else frame.right - 4
        for _ in range(3):
            green = darker(light.on(dice.choice(GREENS)), 0.25)
            draw_banana(
                near.at(x + dice.uniform(-6, 6), frame.bottom + 6, dice.uniform(4.5, 6.5)),
                dice,
                green,
            )
        other = frame.right - 2 if slope > 0 else frame.left + 2
        for i in range(4):
            draw_bush(
                near.at(other - slope * i * 6, frame.bottom + 2, 6 - i),
                dice,
                darker(light.on(GREENS[i]), 0.25),
                light.on(rgb("e8738a")),
            )


def draw_sapling(canvas: Canvas, green: Colour) -> None:
    """Draw a young tree 6 units high."""
    canvas.fill(ribbon([(0, 0), (0.1, -5)], 0.3, 0.15), rgb("7a5a3f"))
    for side, y in ((-1, -2.4), (1, -3), (-1, -3.9), (1, -4.4), (-0.4, -5.2), (0.5, -5.4)):
        leaf = curve([(0, y), (side * 0.9, y - 0.9), (side * 1.9, y - 0.7), (side * 1, y - 0.1)])
        canvas.fill(leaf, lit(lighter(green, 0.12), 1.3))
