"""What hangs and stands in rooms: banners, screens, plants, flowers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import (
    INK,
    WHITE,
    Colour,
    across,
    darker,
    down,
    lighter,
    lit,
    mix,
    rgb,
    rgbs,
)
from tools.illustrations.interiors import GOLD
from tools.illustrations.nature import PETALS
from tools.illustrations.shapes import box, curve, moved, oval, ribbon, rounded, star

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.dice import Dice


def draw_banner(canvas: Canvas, left: float, top: float, right: float, bottom: float) -> None:
    """Draw a banner without words: light bars stand where they would be."""
    canvas.fill(moved(box(left, top, right, bottom), 0.6, 1), INK, 0.35, 1)
    red = rgb("c22a2a")
    canvas.fill(box(left, top, right, bottom), across(lighter(red, 0.1), red, darker(red, 0.15)))
    middle, height = (left + right) / 2, bottom - top
    for share, wide in ((0.36, 0.33), (0.64, 0.24)):
        half, y = (right - left) * wide, top + height * share
        canvas.fill(
            rounded(middle - half, y - height * 0.07, middle + half, y + height * 0.07, 1),
            rgb("f6cf63"),
            0.85,
        )


def draw_star_disc(canvas: Canvas, x: float, y: float, radius: float) -> None:
    """Draw a plain red disc with a yellow star."""
    canvas.fill(oval(x, y, radius), lit(rgb("c8282a")))
    canvas.fill(star(x, y, radius * 0.68), rgb("f7ce46"))


def draw_screen(canvas: Canvas, left: float, top: float, right: float, bottom: float) -> None:
    """Draw a lit wall screen with a chart and blank lines."""
    canvas.fill(rounded(left - 0.9, top - 0.9, right + 0.9, bottom + 0.9, 0.8), rgb("2b2c38"))
    canvas.fill(box(left, top, right, bottom), down(rgb("e3eef5"), rgb("c6dbea")))
    width, height = right - left, bottom - top
    canvas.fill(box(left, top, right, top + height * 0.17), rgb("2f5f9a"))
    for i, share in enumerate((0.35, 0.55, 0.45, 0.75)):
        x = left + width * (0.1 + i * 0.1)
        canvas.fill(
            box(x, bottom - height * (0.1 + share * 0.6), x + width * 0.065, bottom - height * 0.1),
            (rgb("d9674a"), rgb("e7b53c"), rgb("4f8f86"), rgb("3e74b8"))[i],
        )
    for i in range(4):
        y = top + height * (0.3 + i * 0.15)
        canvas.fill(
            rounded(
                left + width * 0.58, y, left + width * (0.92 - i % 2 * 0.1), y + height * 0.06, 0.3
            ),
            rgb("8fa9bf"),
        )


def draw_pot_plant(canvas: Canvas, dice: Dice, green: Colour) -> None:
    """Draw a leafy plant in a pot, 10 units high."""
    canvas.fill(oval(0.4, 0, 2.6, 0.5), INK, 0.35, 0.4)
    for side in dice.spread(11, -1, 1):
        height = 9.6 - abs(side) * 4
        leaf = curve(
            [
                (0, -2.6),
                (side * 2.2 - 0.5, -height * 0.62),
                (side * 4, -height),
                (side * 2.2 + 0.7, -height * 0.6),
            ]
        )
        canvas.fill(leaf, lit(mix(green, lighter(green, 0.4), dice.random()), 1.4))
    pot = [(-1.9, -3.2), (1.9, -3.2), (1.4, 0), (-1.4, 0)]
    canvas.fill(pot, across(*rgbs("f2e6d2 dbc7a8 a98f70")))


def draw_bouquet(canvas: Canvas, dice: Dice, radius: float) -> None:
    """Draw a mound of flowers and leaves around the origin."""
    for degrees in range(0, 360, 30):
        tip = oval(0, 0, radius * 1.15, radius * 0.8)[degrees // 6]
        canvas.fill(
            ribbon([(0, 0), tip], radius * 0.35, radius * 0.08),
            darker(rgb("5d8a4a"), dice.uniform(0, 0.25)),
        )
    colours = dice.sample(PETALS, 3)
    for _ in range(26):
        x, y = dice.gauss(0, 0.42) * radius, dice.gauss(-0.1, 0.3) * radius
        colour, r = dice.choice(colours), radius * dice.uniform(0.15, 0.24)
        canvas.fill(oval(x, y, r), lit(colour))
        canvas.fill(oval(x, y, r * 0.4), lighter(colour, 0.45) if colour != WHITE else GOLD)
