"""Houses that people live in: shop houses, and houses on stilts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import (
    INK,
    across,
    darker,
    down,
    lighter,
    mix,
    rgb,
    rgbs,
)
from tools.illustrations.offices import draw_pane
from tools.illustrations.shapes import box, oval, rounded

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.dice import Dice
    from tools.illustrations.sky import Light

SHOPS = rgbs("e7b76b d98a63 8fb0a3 e9d6a8 a9bccb c98d86 f0e3c8 b7c08a")


AWNINGS = rgbs("a3262a 2f6b8a 3f7a52 d07a2f")


def draw_shop_house(canvas: Canvas, dice: Dice, light: Light, wide: float, storeys: int) -> None:
    """Draw a narrow town house with a shop below; its foot's middle is the origin."""
    wall = light.on(dice.choice(SHOPS))
    half, top = wide / 2, -8.0 - storeys * 8
    canvas.fill(box(-half, top, half, 0), across(lighter(wall, 0.16), wall, darker(wall, 0.2)))
    canvas.fill(box(-half - 0.3, top - 1, half + 0.3, top), lighter(wall, 0.4))
    if dice.chance(0.5):
        roof = light.on(rgb("b5573c"))
        canvas.fill(
            [
                (-half - 0.6, top),
                (-half * 0.6, top - 4.5),
                (half * 0.6, top - 4.5),
                (half + 0.6, top),
            ],
            down(lighter(roof, 0.1), darker(roof, 0.2)),
        )
    for storey in range(storeys):
        _draw_storey(canvas, dice, light, half, top + 1 + storey * 8)
    _draw_shop(canvas, dice, light, half)


def _draw_storey(canvas: Canvas, dice: Dice, light: Light, half: float, y: float) -> None:
    is_lit = light.is_dim and dice.chance(0.7)
    for side in (-1, 1):
        draw_pane(
            canvas,
            (side * half * 0.45 - half * 0.28, y + 0.8),
            (half * 0.56, 4.8),
            light,
            is_lit=is_lit,
        )
    canvas.fill(box(-half + 0.4, y + 4.2, half - 0.4, y + 4.6), darker(rgb("8a7a68"), 0.3))
    for i in range(9):
        x = -half + 0.6 + i * (half * 2 - 1.2) / 8
        canvas.fill(box(x - 0.1, y + 4.4, x + 0.1, y + 6.6), darker(rgb("8a7a68"), 0.3))
    canvas.fill(box(-half, y + 6.5, half, y + 7), light.on(rgb("f2e8d5")))
    if dice.chance(0.6):
        for x in dice.spread(3, -half * 0.8, half * 0.8):
            canvas.fill(
                oval(x, y + 5.6, 0.9, 0.8), light.on(dice.choice(rgbs("5d8a4a 6f9a4c d9577a")))
            )


def _draw_shop(canvas: Canvas, dice: Dice, light: Light, half: float) -> None:
    inside = mix(rgb("6b4a35"), rgb("f2b45e"), 0.65 if light.is_dim else 0.25)
    canvas.fill(
        box(-half + 0.6, -6.6, half - 0.6, 0), down(darker(inside, 0.1), darker(inside, 0.45))
    )
    for _ in range(12):
        x, y = dice.uniform(-half + 1.3, half - 1.3), dice.choice((-4.2, -2.6, -1.0))
        canvas.fill(rounded(x - 0.45, y - 0.9, x + 0.45, y, 0.2), light.on(dice.choice(SHOPS)), 0.9)
    awning = light.on(dice.choice(AWNINGS))
    slope = [(-half + 0.2, -8.2), (half - 0.2, -8.2), (half + 0.5, -5.9), (-half - 0.5, -5.9)]
    canvas.fill(slope, down(lighter(awning, 0.2), awning))
    count = max(3, round(half * 1.4))
    for i in range(0, count, 2):
        a, b = -half + i * 2 * half / count, -half + (i + 1) * 2 * half / count
        canvas.fill(
            [(a, -8.2), (b, -8.2), (b * 1.08, -5.9), (a * 1.08, -5.9)], light.on(rgb("f8efdc"))
        )
    canvas.fill(box(-half, -5.9, half, -4.6), INK, 0.4, 0.5)


def draw_stilt_house(canvas: Canvas, dice: Dice, light: Light) -> None:
    """Draw a wooden house on stilts, 20 units wide and 16 high; its foot's middle is the origin."""
    wood, thatch = (
        light.on(dice.choice(rgbs("8f5f3f 7a4f36 9a6b45"))),
        light.on(dice.choice(rgbs("8a7458 6f6257 a08252"))),
    )
    canvas.fill(oval(1, 0, 12, 1), INK, 0.35, 0.8)
    canvas.fill(box(-8.5, -5, 8.5, -0.2), darker(wood, 0.72), 0.75)
    for x in (-8.0, -4.0, 0.0, 4.0, 8.0):
        canvas.fill(box(x - 0.35, -5, x + 0.35, 0), across(lighter(wood, 0.1), darker(wood, 0.3)))
    canvas.fill(box(-9.5, -5.6, 9.5, -4.8), lighter(wood, 0.2))
    canvas.fill(box(-8.8, -10, 8.8, -5.6), across(lighter(wood, 0.15), wood, darker(wood, 0.25)))
    for i in range(17):
        canvas.fill(box(-8.8 + i * 1.1, -10, -8.7 + i * 1.1, -5.6), darker(wood, 0.35), 0.6)
    for x in (-6, 0.4, 5):
        canvas.fill(
            box(x, -8.9, x + 1.7, -6.9),
            rgb("ffd98a") if light.is_dim else darker(wood, 0.6),
        )
    roof = [(-11.5, -9), (-7, -15.6), (7, -15.6), (11.5, -9)]
    canvas.fill(roof, down(lighter(thatch, 0.22), thatch, darker(thatch, 0.25)))
    for i in range(1, 5):
        y = -15.6 + i * 1.35
        half = 7 + i * 0.92
        canvas.fill(box(-half, y, half, y + 0.12), darker(thatch, 0.35), 0.5)
    canvas.fill(box(-11.3, -9, 11.3, -8), INK, 0.35, 0.5)
    for i in range(6):
        y = -5 + i * 0.85
        canvas.fill(box(9.2 + i * 0.4, y, 11 + i * 0.4, y + 0.4), lighter(wood, 0.15))
