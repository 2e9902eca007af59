"""Terraced rice fields below mountains and mist."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from tools.illustrations.colour import (
    across,
    darker,
    lighter,
    mix,
    rgb,
    rgbs,
)
from tools.illustrations.foreground import draw_near_leaves
from tools.illustrations.houses import draw_stilt_house
from tools.illustrations.looks import dressed, farmer
from tools.illustrations.nature import (
    GREENS,
    draw_mountains,
    draw_tree,
)
from tools.illustrations.people import Pose, draw_person
from tools.illustrations.shapes import moved, ribbon
from tools.illustrations.sky import draw_haze, draw_sky, light_at

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.dice import Dice
    from tools.illustrations.order import Order
    from tools.illustrations.shapes import Points
    from tools.illustrations.sky import Light

LEVELS = 15
# Mist lies before this level; nearer than this share of the way, the rows of rice can be told.
MISTY = 3
NEAR = 0.35
RICE = {
    "green": rgbs("6f9f4a 8fb54f a5c057"),
    "gold": rgbs("d9a93f e3bd55 c9963a"),
    "water": rgbs("9fc3c9 b8d3d0 86aab0"),
}


def paint_terraced_fields(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    light = light_at(order.time, dice)
    draw_sky(canvas, light, dice, 42)
    draw_mountains(canvas, light, dice, 48, 30)
    draw_haze(canvas, light, 45, 10, 0.75)
    season = dice.choice(("green", "gold", "gold", "water"))
    slope = dice.choice((-1, 1))
    for i in range(LEVELS):
        _draw_terrace(canvas, light, (season, slope), i / LEVELS, dice)
        if i == MISTY:
            draw_haze(canvas, light, 54, 5, 0.4)
        if i in (4, 7):
            _draw_hamlet(canvas, light, dice, i / LEVELS)
    for x in dice.spread(2, 20, 130):
        look = farmer(dice)
        pose = Pose(
            turn=0.5 * slope,
            lean=5 * slope,
            hands=((6 * slope, -42), (12 * slope, -40)),
            hips=(-3 * slope, -48),
        )
        draw_person(canvas.at(x, 80 + dice.uniform(-6, 8), 0.075), dressed(look, hat="cone"), pose)
    draw_near_leaves(canvas, dice, light, slope)


def _terrace_line(canvas: Canvas, share: float, slope: int, phase: float) -> Points:
    """Return the rim of one terrace: sweeping curves, wider apart the nearer they are."""
    left, right = canvas.frame.left - 4, canvas.frame.right + 4
    base = 47 + math.pow(share, 1.5) * (canvas.frame.bottom - 40)
    xs = [left + (right - left) * i / 90 for i in range(91)]
    bulge = 3 + 13 * share

    def rim(x: float) -> float:
        along = (x - 75) / 75
        return (
            base
            - slope * along * 5 * (1 - share * 0.4)
            - bulge * math.sin(x * 0.035 + phase) * 0.55
            - bulge * 0.3 * math.sin(x * 0.075 + phase * 1.6)
        )

    return [(x, rim(x)) for x in xs]


def _draw_terrace(
    canvas: Canvas, light: Light, kind: tuple[str, int], share: float, dice: Dice
) -> None:
    season, slope = kind
    phase = 1.2 + share * 2.1 * slope
    line = _terrace_line(canvas, share, slope, phase)
    colours = RICE[season]
    colour = dice.choice(colours)
    if season == "water" and dice.chance(0.35):
        colour = RICE["green"][0]
    far = 0.55 * (1 - share) ** 1.6
    face = light.on(mix(mix(rgb("5f7a3f"), rgb("6b5a3a"), 0.35), colour, 0.3), far)
    rim = 0.5 + 2.2 * share
    low = canvas.frame.bottom + 2
    ends = [(line[-1][0], low), (line[0][0], low)]
    canvas.fill([*moved(line, 0, -rim * 0.2), *ends], lighter(light.on(colour, far), 0.35))
    canvas.fill([*line, *ends], darker(face, 0.12))
    shade = light.on(colour, far)
    if season == "water":
        shade = mix(shade, light.sky[-1], 0.45)
    canvas.fill(
        [*moved(line, 0, rim), *ends],
        across(
            lighter(shade, 0.18),
            shade,
            darker(shade, 0.1),
            lighter(shade, 0.1),
            darker(shade, 0.12),
        ),
    )
    if share > NEAR:
        for row in range(1, 4):
            y = rim + row * (0.6 + share * 1.5)
            canvas.fill(
                ribbon([(x, yy + y) for x, yy in line[::3]], 0.08 + share * 0.16),
                darker(shade, 0.2),
                0.4,
            )


def _draw_hamlet(canvas: Canvas, light: Light, dice: Dice, share: float) -> None:
    x = dice.uniform(15, 135)
    y = 52 + share**1.5 * 55
    size = 0.2 + share * 0.5
    for _ in range(3):
        draw_tree(
            canvas.at(x + dice.uniform(-12, 12) * size * 2, y, size * 1.5),
            dice,
            light.on(dice.choice(GREENS), 0.25),
        )
    for i in range(dice.randint(1, 3)):
        draw_stilt_house(
            canvas.at(x + i * 17 * size - 10 * size, y + i * 0.7, size * 0.8), dice, light
        )
