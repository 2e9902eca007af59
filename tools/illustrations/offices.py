"""Public buildings: wings with windows, and porticoes."""

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
    mix,
    rgb,
    rgbs,
)
from tools.illustrations.decor import draw_star_disc
from tools.illustrations.shapes import box

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.shapes import Point
    from tools.illustrations.sky import Light

FACADES = rgbs("f0dcae f3e6cb e8d3a0 efe0d0 dfe5df")


def draw_window_grid(
    canvas: Canvas, area: tuple[Point, Point], grid: tuple[int, int], light: Light
) -> None:
    """Draw windows in columns and rows; at night and in the evening some are lit."""
    (left, top), (right, bottom) = area
    columns, rows = grid
    wide, high = (right - left) / columns, (bottom - top) / rows
    for column in range(columns):
        for row in range(rows):
            x, y = left + wide * (column + 0.22), top + high * (row + 0.24)
            is_lit = light.is_dim and (column * 7 + row * 5) % 3 != 0
            draw_pane(canvas, (x, y), (wide * 0.56, high * 0.52), light, is_lit=is_lit)


def draw_pane(canvas: Canvas, place: Point, size: Point, light: Light, *, is_lit: bool) -> None:
    (x, y), (w, h) = place, size
    canvas.fill(box(x - 0.22, y - 0.22, x + w + 0.22, y + h + 0.22), light.on(rgb("fbf5e6")))
    glass = (
        rgbs("ffe9ae f7c873")
        if is_lit
        else (mix(light.sky[0], rgb("55788c"), 0.6), mix(light.sky[-1], rgb("8fb0bb"), 0.5))
    )
    canvas.fill(box(x, y, x + w, y + h), down(*glass))
    if not is_lit:
        canvas.fill(
            [(x, y + h * 0.75), (x + w * 0.6, y), (x + w, y), (x + w * 0.15, y + h)], WHITE, 0.18
        )
    canvas.fill(box(x + w / 2 - 0.1, y, x + w / 2 + 0.1, y + h), light.on(rgb("fbf5e6")))
    canvas.fill(box(x - 0.5, y + h + 0.2, x + w + 0.5, y + h + 0.6), light.on(rgb("d8cbb0")))


def draw_wing(
    canvas: Canvas, area: tuple[Point, Point], grid: tuple[int, int], light: Light, wall: Colour
) -> None:
    """Draw one block of an office, with storeys and a cornice."""
    (left, top), (right, bottom) = area
    colour = light.on(wall)
    canvas.fill(
        box(left, top, right, bottom), across(lighter(colour, 0.18), colour, darker(colour, 0.14))
    )
    canvas.fill(box(left - 0.8, top - 1.6, right + 0.8, top), light.on(lighter(wall, 0.45)))
    canvas.fill(box(left, top, right, top + 1.4), INK, 0.2, 0.5)
    draw_window_grid(canvas, ((left, top + 1), (right, bottom - 1)), grid, light)
    high = (bottom - top - 2) / grid[1]
    for row in range(1, grid[1]):
        y = top + 1 + row * high
        canvas.fill(box(left, y - 0.35, right, y + 0.35), light.on(lighter(wall, 0.4)))


def draw_portico(canvas: Canvas, light: Light, wall: Colour, half: float, height: float) -> None:
    """Draw the entrance: columns, a gable with a star, a dark door, and the steps before it."""
    pale, shade = light.on(lighter(wall, 0.55)), light.on(darker(wall, 0.2))
    canvas.fill(box(-half, -height, half, 0), down(darker(shade, 0.5), darker(shade, 0.2)))
    canvas.glow((0, -4), half, rgb("ffd98a"), 0.5)
    canvas.fill(box(-half * 0.35, -height * 0.62, half * 0.35, 0), rgb("6b4432"))
    for x in (-0.27, 0.03):
        canvas.fill(
            box(half * x, -height * 0.58, half * (x + 0.24), -0.4),
            down(rgb("b8d6dc"), rgb("6f97a5")),
        )
    for i in range(6):
        x = -half + 0.9 + i * (2 * half - 1.8) / 5
        canvas.fill(
            box(x - 0.9, -height, x + 0.9, 0), across(lighter(pale, 0.4), pale, darker(pale, 0.3))
        )
        canvas.fill(box(x - 1.3, -1, x + 1.3, 0), pale)
        canvas.fill(box(x - 1.3, -height, x + 1.3, -height + 0.9), pale)
    canvas.fill(
        box(-half - 1.5, -height - 2.6, half + 1.5, -height),
        down(lighter(pale, 0.3), darker(pale, 0.08)),
    )
    gable = [(-half - 1.5, -height - 2.6), (0, -height - 8.5), (half + 1.5, -height - 2.6)]
    canvas.fill(gable, across(lighter(pale, 0.2), darker(pale, 0.1)))
    draw_star_disc(canvas, 0, -height - 4.9, 1.9)
    for i in range(4):
        wide = half + 2 + i * 1.6
        canvas.fill(
            box(-wide, i * 1.0, wide, i * 1.0 + 1.05),
            down(light.on(rgb("efe8da")), light.on(rgb("b9ae9b"))),
        )
