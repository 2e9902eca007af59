"""Faces with little in them: eyes, brows, a nose, a smile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import darker, mix, rgb
from tools.illustrations.shapes import arc, oval, path, ribbon

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.colour import Colour
    from tools.illustrations.looks import Look

# Below this many pixels for the head's radius, eyes are only dirt.
SMALLEST_FACE_PX = 9


def draw_features(canvas: Canvas, look: Look, turn: float, warm: Colour) -> None:
    x = turn * 0.42
    ink = mix(darker(look.skin, 0.7), look.hair, 0.5)
    narrow = 1 - 0.3 * abs(turn)
    for side in (-1, 1):
        eye = side * 0.4 * narrow + x
        canvas.fill(oval(eye, 0.02, 0.085, 0.11), ink)
        brow = path([(eye - 0.2, -0.22), (eye, -0.29), (eye + 0.2, -0.22)])
        canvas.fill(ribbon(brow, 0.08, 0.07), mix(look.hair, look.skin, 0.25))
        canvas.fill(oval(side * 0.56 * narrow + x * 0.9, 0.42, 0.24, 0.17), warm, 0.3, 0.1)
    nose = path([(x + turn * 0.12, 0.05), (x + turn * 0.2 + 0.1, 0.33), (x + turn * 0.12, 0.38)])
    canvas.fill(ribbon(nose, 0.05, 0.1), mix(look.skin, warm, 0.55))
    smile = path([(x - 0.26, 0.63), (x, 0.75), (x + 0.26, 0.63)])
    canvas.fill(ribbon(smile, 0.08, 0.08), darker(warm, 0.2))
    if look.glasses:
        _draw_glasses(canvas, x, narrow)


def _draw_glasses(canvas: Canvas, x: float, narrow: float) -> None:
    frame = rgb("3a3340")
    for side in (-1, 1):
        ring = arc((side * 0.4 * narrow + x, 0.05), (0.29 * narrow, 0.24), 0, 360)
        canvas.fill(ribbon(ring, 0.06), frame)
    canvas.fill(ribbon([(x - 0.12, 0.02), (x + 0.12, 0.02)], 0.06), frame)
