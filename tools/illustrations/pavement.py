"""Pavements of stone, with joints that run to the horizon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import darker, down, lighter, rgb
from tools.illustrations.shapes import box

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.sky import Light

PLASTER = rgb("d9cdb8")


def draw_pavement(canvas: Canvas, light: Light, top: float) -> None:
    frame, stone = canvas.frame, light.on(PLASTER)
    canvas.fill(
        box(frame.left - 1, top, frame.right + 1, frame.bottom + 1),
        down(lighter(stone, 0.25), stone, darker(stone, 0.22)),
    )
    y, step = top + 1.5, 2.0
    while y < frame.bottom:
        canvas.fill(
            box(frame.left, y, frame.right, y + 0.06 + step * 0.02), darker(stone, 0.3), 0.4
        )
        y, step = y + step, step * 1.35
    for i in range(-14, 15):
        x0, x1 = 75 + i * 10, 75 + i * 26
        canvas.fill(
            [(x0, top), (x0 + 0.15, top), (x1 + 0.4, frame.bottom), (x1, frame.bottom)],
            darker(stone, 0.3),
            0.4,
        )
