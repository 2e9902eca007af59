"""Heads from the front, the side and behind. A head's radius is one unit, its chin at 1.25."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import across, darker, lighter, lit, mix, rgb, slanted
from tools.illustrations.faces import SMALLEST_FACE_PX, draw_features
from tools.illustrations.hair import draw_hair, draw_hat
from tools.illustrations.shapes import curve, oval, path, ribbon

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.looks import Look
    from tools.illustrations.shapes import Points

FACE: Points = [
    (0, -1.25), (0.8, -0.95), (1, -0.2), (0.92, 0.4), (0.55, 0.98), (0, 1.22),
    (-0.55, 0.98), (-0.92, 0.4), (-1, -0.2), (-0.8, -0.95),
]  # fmt: skip


def draw_head(canvas: Canvas, look: Look, turn: float) -> None:
    """Draw a head seen from the front (turn 0) to the side (1 to the right, -1 to the left)."""
    warm = mix(look.skin, rgb("c2573f"), 0.35)
    for side in (-1, 1):
        ear_x = side * 1.0 - turn * 0.55
        canvas.fill(oval(ear_x, 0.08, 0.22, 0.34), darker(look.skin, 0.12))
    face = curve([(x * (1 - 0.06 * abs(turn)) + turn * 0.12, y) for x, y in FACE])
    canvas.fill(
        face, slanted(lighter(look.skin, 0.2), look.skin, darker(mix(look.skin, warm, 0.3), 0.14))
    )
    if canvas.view.scale > SMALLEST_FACE_PX:
        draw_features(canvas, look, turn, warm)
    draw_hair(canvas, look, turn)
    draw_hat(canvas, look, turn)


def draw_head_from_behind(canvas: Canvas, look: Look) -> None:
    for side in (-1, 1):
        canvas.fill(oval(side * 1.02, 0.08, 0.2, 0.32), darker(look.skin, 0.1))
    nape = 0.95 if look.cut in ("short", "side", "receding", "bun", "tail") else 1.3
    skull = [(0, -1.45), (0.85, -1.15), (1.12, -0.4), (0.98, 0.4), (0.6, nape), (0, nape + 0.1)]
    skull += [(-x, y) for x, y in reversed(skull[1:-1])]
    canvas.fill(curve(skull), slanted(lighter(look.hair, 0.28), look.hair, darker(look.hair, 0.25)))
    if look.cut == "bun":
        canvas.fill(oval(0, -0.5, 0.62, 0.55), lit(look.hair, 1.3))
    elif look.cut == "tail":
        canvas.fill(ribbon(path([(0, -0.2), (0.12, 1), (0, 2.2)]), 0.8, 0.3), lit(look.hair))
    elif look.cut in ("long", "bob"):
        low = 2.7 if look.cut == "long" else 1.5
        fall = [
            (-1.1, -0.5),
            (-1.28, 0.8),
            (-1.1, low),
            (0, low + 0.15),
            (1.1, low),
            (1.28, 0.8),
            (1.1, -0.5),
            (0, -1),
        ]
        canvas.fill(
            curve(fall), across(lighter(look.hair, 0.18), look.hair, darker(look.hair, 0.25))
        )
    draw_hat(canvas, look, 0)
