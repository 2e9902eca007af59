"""Rooms: walls, floors, windows, curtains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import (
    INK,
    Colour,
    across,
    darker,
    down,
    lighter,
    mix,
    rgb,
    rgbs,
)
from tools.illustrations.shapes import box, curve, moved, oval, path, ribbon

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas

WALLS = rgbs("efe3cf e6dccb dfe3dc e9dcc6 d9e0e2 ead9c8")


CURTAINS = rgbs("a3262a 9a1b1e 8c2638 b03a2e 7d2230")


WOODS = rgbs("8f5f3f 7a4f36 a8734a 6b4432 b58458")


GOLD = rgb("e7b53c")


def draw_room(canvas: Canvas, wall: Colour, floor: Colour, edge: float = 66) -> None:
    """Draw a wall and a floor that shines a little; `edge` is where they meet."""
    frame = canvas.frame
    left, right = frame.left - 1, frame.right + 1
    canvas.fill(
        box(left, frame.top - 1, right, edge), down(darker(wall, 0.16), wall, lighter(wall, 0.2))
    )
    canvas.fill(
        box(left, edge, right, frame.bottom + 1),
        down(lighter(floor, 0.18), floor, darker(floor, 0.28)),
    )
    canvas.fill(box(left, edge - 1.6, right, edge), mix(wall, floor, 0.55))
    canvas.fill(box(left, edge, right, edge + 5), INK, 0.14, 2)


def draw_tiles(canvas: Canvas, edge: float, colour: Colour, vanishing: float = 75) -> None:
    """Draw a floor's joints, running to a vanishing point on the wall."""
    frame = canvas.frame
    y, step = edge, 2.0
    while y < frame.bottom:
        canvas.fill(box(frame.left, y, frame.right, y + 0.1 + step * 0.02), colour, 0.35)
        y, step = y + step, step * 1.32
    for i in range(-16, 17):
        top, foot = vanishing + i * 9, vanishing + i * 24
        canvas.fill(
            [(top, edge), (top + 0.15, edge), (foot + 0.4, frame.bottom), (foot, frame.bottom)],
            colour,
            0.35,
        )


def draw_curtain(canvas: Canvas, left: float, right: float, bottom: float, colour: Colour) -> None:
    """Draw a pleated curtain from above the frame down to `bottom`."""
    top, pleat = canvas.frame.top - 1, 4.2
    count = max(1, round((right - left) / pleat))
    width = (right - left) / count
    folds = (
        darker(colour, 0.42),
        lighter(colour, 0.08),
        colour,
        darker(colour, 0.25),
        darker(colour, 0.45),
    )
    for i in range(count):
        x = left + i * width
        canvas.fill(box(x, top, x + width + 0.1, bottom), across(*folds))
    canvas.fill(box(left, top, right, top + 26), INK, 0.4, 8)
    canvas.fill(box(left, bottom - 1.2, right, bottom), INK, 0.35, 0.8)


def draw_valance(canvas: Canvas, bottom: float, colour: Colour) -> None:
    """Draw the scalloped border that hangs above a stage."""
    frame = canvas.frame
    canvas.fill(
        box(frame.left - 1, frame.top - 1, frame.right + 1, bottom),
        down(darker(colour, 0.4), colour),
    )
    width = (frame.right - frame.left) / 10
    for i in range(10):
        x = frame.left + (i + 0.5) * width
        swag = curve(
            [
                (x - width / 2, bottom - 2),
                (x + width / 2, bottom - 2),
                (x + width / 3, bottom + 3.2),
                (x, bottom + 4.6),
                (x - width / 3, bottom + 3.2),
            ]
        )
        canvas.fill(moved(swag, 0, 1.2), INK, 0.35, 0.8)
        canvas.fill(swag, across(lighter(colour, 0.1), colour, darker(colour, 0.35)))
        rim = path(
            [
                (x - width / 2, bottom),
                (x - width / 3, bottom + 3.2),
                (x, bottom + 4.6),
                (x + width / 3, bottom + 3.2),
                (x + width / 2, bottom),
            ]
        )
        canvas.fill(ribbon(rim, 0.5), GOLD)


def draw_window(canvas: Canvas, left: float, top: float, right: float, bottom: float) -> None:
    """Draw a window with daylight and blurred green outside."""
    frame_colour = rgb("f3ece0")
    canvas.fill(box(left - 1, top - 1, right + 1, bottom + 1), frame_colour)
    canvas.fill(box(left, top, right, bottom), down(rgb("bfe0ea"), rgb("eef5e6"), rgb("c3d9a8")))
    span = right - left
    for share in (0.15, 0.5, 0.85):
        canvas.fill(
            oval(left + span * share, bottom - 3, span * 0.16, (bottom - top) * 0.2),
            rgb("86ad72"),
            0.5,
            1.2,
        )
    for share in (0.333, 0.667):
        x = left + span * share
        canvas.fill(box(x - 0.4, top, x + 0.4, bottom), frame_colour)
    y = top + (bottom - top) * 0.3
    canvas.fill(box(left, y - 0.35, right, y + 0.35), frame_colour)
    canvas.fill(box(left - 1.6, bottom + 1, right + 1.6, bottom + 2.2), lighter(frame_colour, 0.4))
    canvas.glow(((left + right) / 2, (top + bottom) / 2), span * 0.9, rgb("fff3d0"), 0.35)


def draw_light_on_floor(canvas: Canvas, x: float, edge: float) -> None:
    """Draw the slanted patch of daylight that a window throws."""
    canvas.fill(
        [(x, edge), (x + 16, edge), (x + 36, edge + 30), (x + 10, edge + 30)],
        rgb("fff1cc"),
        0.28,
        1.2,
    )
