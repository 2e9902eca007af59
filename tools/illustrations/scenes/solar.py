"""Rows of solar panels on a hill, and engineers among them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from tools.illustrations.colour import (
    INK,
    WHITE,
    across,
    darker,
    lighter,
    mix,
    rgb,
    rgbs,
)
from tools.illustrations.looks import worker
from tools.illustrations.nature import (
    draw_grass,
    draw_ground,
    draw_land,
    draw_mountains,
    ridge_line,
)
from tools.illustrations.people import Pose, draw_person
from tools.illustrations.shapes import box
from tools.illustrations.sky import LIGHTS, draw_haze, draw_sky

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.dice import Dice
    from tools.illustrations.order import Order
    from tools.illustrations.sky import Light


def paint_solar_hill(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    light = LIGHTS[order.time or "noon"]
    draw_sky(canvas, light, dice, 46)
    draw_mountains(canvas, light, dice, 52, 26)
    draw_haze(canvas, light, 50, 7, 0.55)
    green = light.on(dice.choice(rgbs("8fae5a a3b562 7fa456 b5b06a")))
    draw_land(
        canvas, ridge_line(canvas, dice, 56, 9), lighter(light.on(green, 0.3), 0.1), light.haze
    )
    draw_ground(canvas, 55, green, lighter(light.on(green, 0.2), 0.2))
    slope = dice.choice((-1, 1))
    for i in range(9):
        share = i / 9
        y = 57.5 + share**1.55 * 54
        _draw_panel_row(canvas, light, (y, 2.2 + 13 * share, slope), dice)
        draw_grass(
            canvas,
            dice,
            [
                (dice.uniform(canvas.frame.left, canvas.frame.right), y + 5 + 12 * share)
                for _ in range(30)
            ],
            green,
        )
    for x in dice.spread(order.count(dice, 2, 3), 40, 112):
        pose = Pose(turn=0.5, hands=((-8, -54), (18, -72)))
        draw_person(canvas.at(x, 97, 0.3), worker(dice), pose)
    canvas.glow((75 - slope * 45, 8), 70, rgb("fff3c8"), 0.8)


def _draw_panel_row(
    canvas: Canvas, light: Light, row: tuple[float, float, int], dice: Dice
) -> None:
    """Draw one row of panels across the hill, following its curve; `row` is y, height, slope."""
    y, high, slope = row
    wide = high * 1.9
    start = canvas.frame.left - wide + dice.uniform(-wide, 0)
    count = int((canvas.frame.right - start) / wide) + 2
    gap = dice.randrange(2, max(3, count - 1))
    for i in range(count):
        if i == gap:
            continue
        x = start + i * wide
        rise = slope * (x - 75) * 0.05 + 3.5 * math.sin(x * 0.028 + 1)
        _draw_solar_panel(canvas.at(x, y - rise, high), light)


def _draw_solar_panel(canvas: Canvas, light: Light) -> None:
    """Draw a tilted panel, about 1.7 wide and 1 high, its upper edge at the origin."""
    for x in (0.35, 1.4):
        canvas.fill(box(x - 0.03, 0.3, x + 0.03, 1.05), rgb("8a8f98"))
    canvas.fill([(0.05, 1.02), (1.75, 1.02), (1.9, 1.12), (0.2, 1.12)], INK, 0.25, 0.04)
    canvas.fill([(0.15, 0), (1.8, 0), (1.65, 0.86), (0, 0.86)], rgb("dfe6ea"))
    blue = light.on(rgb("2c4f86"))
    canvas.fill(
        [(0.18, 0.03), (1.75, 0.03), (1.62, 0.82), (0.05, 0.82)],
        across(mix(light.sky[1], blue, 0.45), blue, darker(blue, 0.25)),
    )
    for i in range(1, 5):
        x = i * 0.32
        canvas.fill(
            [(0.16 + x, 0.03), (0.18 + x, 0.03), (0.06 + x, 0.82), (0.04 + x, 0.82)],
            rgb("b7cbe0"),
            0.6,
        )
    canvas.fill([(0.12, 0.41), (1.7, 0.41), (1.7, 0.43), (0.12, 0.43)], rgb("b7cbe0"), 0.6)
    canvas.fill([(0.3, 0.03), (0.75, 0.03), (0.45, 0.82), (0.08, 0.82)], WHITE, 0.16)
