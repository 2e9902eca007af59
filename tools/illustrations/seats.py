"""People who sit, and their chairs, from the side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import (
    darker,
    lit,
    rgb,
)
from tools.illustrations.people import Pose, draw_person
from tools.illustrations.shapes import path, ribbon, rounded

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.colour import Colour
    from tools.illustrations.looks import Look


def draw_seated(
    canvas: Canvas,
    look: Look,
    turn: float,
    hands: tuple[tuple[float, float], tuple[float, float]] | None = None,
) -> None:
    """Draw someone who sits and looks to one side; the seat is 28 units above the origin."""
    way = 1 if turn > 0 else -1
    pose = Pose(
        turn=turn,
        hips=(0, -30),
        feet=((way * 19, 0), (way * 22, 0)),
        knees=(-way, -way),
        hands=hands or ((way * 13, -35), (way * 15, -34)),
        lean=way * 1.5,
    )
    draw_person(canvas, look, pose)


def draw_side_chair(canvas: Canvas, colour: Colour, way: int) -> None:
    """Draw a chair from the side; who sits in it looks `way`."""
    for x in (-9, 9):
        canvas.fill(ribbon([(x * 0.9, -22), (x, 0)], 1.4), rgb("7d7f88"))
    canvas.fill(rounded(-11, -26, 11, -21, 2), lit(colour))
    canvas.fill(
        ribbon(path([(-way * 10, -24), (-way * 11, -40), (-way * 13.5, -55)]), 3.4, 3),
        lit(darker(colour, 0.1)),
    )
