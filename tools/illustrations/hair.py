"""Hair of several cuts, and hats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import across, darker, down, lighter, lit, rgb, slanted
from tools.illustrations.shapes import arc, curve, moved, oval, path, ribbon

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.looks import Look
    from tools.illustrations.shapes import Points

# A head turned further than this shows its back, too.
FRONTAL = 0.33
HELMETS = {
    "helmet-yellow": rgb("f2b632"),
    "helmet-white": rgb("f1eee6"),
    "helmet-red": rgb("cf4a3c"),
}


def draw_hair_behind(canvas: Canvas, look: Look, turn: float) -> None:
    """Draw what hangs behind the neck."""
    shade, x = darker(look.hair, 0.25), -turn * 0.5
    if look.cut == "long":
        back = [(-1.1, -0.5), (-1.35, 1), (-1.3, 2.5), (0, 2.8), (1.3, 2.5), (1.35, 1), (1.1, -0.5)]
        canvas.fill(curve([(px + x, py) for px, py in back]), down(look.hair, shade))
    elif look.cut == "bob":
        back = [(-1.1, -0.5), (-1.35, 0.5), (-1.15, 1.35), (0, 1.3), (1.15, 1.35), (1.35, 0.5)]
        canvas.fill(curve([*((px + x, py) for px, py in back), (1.1 + x, -0.5)]), shade)
    elif look.cut == "tail":
        canvas.fill(
            ribbon(
                path([(-turn - 0.3, -0.4), (-turn * 1.5 - 0.5, 0.9), (-turn - 0.6, 2.4)]), 0.9, 0.3
            ),
            shade,
        )
    elif look.cut == "bun":
        canvas.fill(oval(-turn * 1.1, -1.05 if abs(turn) < FRONTAL else -0.6, 0.72), lit(look.hair))


# Inner hairlines, from the right temple to the left; all others are parted.
FRINGES: dict[str, Points] = {
    "receding": [(0.93, -0.3), (0.78, -0.85), (0, -1.02), (-0.78, -0.85), (-0.93, -0.3)],
    "side": [(0.93, -0.25), (0.72, -0.55), (-0.1, -0.72), (-0.62, -0.88), (-0.93, -0.25)],
    "short": [(0.93, -0.3), (0.7, -0.68), (0, -0.78), (-0.7, -0.68), (-0.93, -0.3)],
    "bob": [(0.95, 0.7), (0.82, -0.45), (0, -0.5), (-0.82, -0.45), (-0.95, 0.7)],
}
PARTED: Points = [(0.97, 0.2), (0.74, -0.5), (0.15, -0.95), (-0.7, -0.5), (-0.97, 0.2)]


def _fringe(look: Look, turn: float) -> Points:
    return moved(FRINGES.get(look.cut, PARTED), turn * 0.3, 0)


def draw_hair(canvas: Canvas, look: Look, turn: float) -> None:
    x, low = -turn * 0.12, 0.75 if look.cut == "bob" else 0.25
    outer = [
        (-1.1 + x, low),
        (-1.16 + x, -0.55),
        (-0.8 + x, -1.22),
        (x, -1.48),
        (0.8 + x, -1.22),
        (1.16 + x, -0.55),
        (1.1 + x, low),
    ]
    canvas.fill(
        curve([*outer, *_fringe(look, turn)]),
        slanted(lighter(look.hair, 0.22), look.hair, darker(look.hair, 0.2)),
    )
    if abs(turn) > FRONTAL:
        side = -1 if turn > 0 else 1
        low = 0.75 if look.is_woman else 0.42
        back = [
            (side * 0.3, -1.3),
            (side * 1.15, -0.8),
            (side * 1.22, 0),
            (side * 0.98, low),
            (side * 0.62, low - 0.15),
            (side * 0.5, -0.3),
        ]
        canvas.fill(curve(back), lit(look.hair, 0.6))
        canvas.fill(oval(side * 0.3, 0.12, 0.2, 0.32), darker(look.skin, 0.08))
    shine = path([(-0.75 + x, -0.95), (-0.3 + x, -1.22), (0.2 + x, -1.26)])
    canvas.fill(ribbon(shine, 0.12, 0.05), lighter(look.hair, 0.5), 0.35, 0.06)


def draw_hat(canvas: Canvas, look: Look, turn: float) -> None:
    if look.hat == "cone":
        straw = rgb("ecd9a8")
        cone = [(-2.3, -0.45), (0, -2.2), (2.3, -0.45), (1.2, -0.2), (0, -0.12), (-1.2, -0.2)]
        canvas.fill(cone, across(lighter(straw, 0.5), straw, darker(straw, 0.3)))
        for share in (0.35, 0.6, 0.82):
            ring = path(
                [
                    (-2.3 * share, -2.2 + 1.75 * share),
                    (0, -2.2 + 2.05 * share),
                    (2.3 * share, -2.2 + 1.75 * share),
                ]
            )
            canvas.fill(ribbon(ring, 0.04), darker(straw, 0.3), 0.5)
    elif look.hat == "cap":
        green = rgb("4d663e")
        canvas.fill(
            curve([(-1.3, -0.75), (-1.6, -1.3), (0, -1.75), (1.6, -1.3), (1.3, -0.75)]), lit(green)
        )
        canvas.fill(
            curve(
                [
                    (-1.15, -0.85),
                    (0, -0.95),
                    (1.15, -0.85),
                    (1 + turn * 0.3, -0.5),
                    (turn * 0.4, -0.42),
                    (-1 + turn * 0.3, -0.5),
                ]
            ),
            rgb("2e3328"),
        )
        canvas.fill(oval(turn * 0.4, -1.08, 0.16), rgb("e7b53c"))
    elif look.hat in HELMETS:
        colour = HELMETS[look.hat]
        canvas.fill(arc((0, -0.55), (1.25, 1.15), 180, 360), lit(colour))
        brim = curve([(-1.45, -0.55), (0, -0.75), (1.45, -0.55), (turn * 0.6, -0.32)])
        canvas.fill(brim, darker(colour, 0.15))
