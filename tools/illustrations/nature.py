"""Land and plants: mountains, hills, trees, palms, grass, flowers, water."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from tools.illustrations.colour import INK, Colour, darker, down, lighter, lit, mix, rgb, rgbs
from tools.illustrations.shapes import box, curve, oval, path, ribbon

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.dice import Dice
    from tools.illustrations.shapes import Point, Points
    from tools.illustrations.sky import Light

GREENS = rgbs("5d8a4a 6f9a4c 4a7a52 7fa456 3f6f4f")
BARK = rgb("6b4f3f")
PETALS = rgbs("d8392f f2b632 e8738a f6efe0 e2552f f0d24a")


def ridge_line(canvas: Canvas, dice: Dice, base: float, height: float) -> Points:
    """Return a mountain's outline from edge to edge, as sums of waves."""
    waves = [
        (dice.uniform(0.03, 0.05), 1.0),
        (dice.uniform(0.08, 0.13), 0.4),
        (dice.uniform(0.2, 0.3), 0.16),
        (dice.uniform(0.5, 0.8), 0.05),
    ]
    phases = [dice.uniform(0, 6.28) for _ in waves]
    left, right = canvas.frame.left - 4, canvas.frame.right + 4
    count = 140
    xs = [left + (right - left) * i / count for i in range(count + 1)]

    def rise(x: float) -> float:
        total = sum(a * math.sin(x * f + p) for (f, a), p in zip(waves, phases, strict=True))
        return height * (0.55 + total * 0.32)

    return [(x, base - rise(x)) for x in xs]


def draw_land(
    canvas: Canvas, outline: Points, paint: Colour, haze: Colour, low: float = 140
) -> None:
    """Fill everything below an outline, paler towards its foot."""
    top = min(y for _, y in outline)
    shape = [*outline, (outline[-1][0], low), (outline[0][0], low)]
    canvas.fill(shape, paint)
    foot = max(y for _, y in outline)
    fade = [*outline, (outline[-1][0], foot + (foot - top)), (outline[0][0], foot + (foot - top))]
    canvas.fill(fade, down(paint, mix(paint, haze, 0.55)))


def draw_mountains(
    canvas: Canvas, light: Light, dice: Dice, base: float, height: float = 30
) -> None:
    """Draw three ranges, one behind the other, each bluer and paler than the one before it."""
    blue = dice.choice(rgbs("4f7386 5a7a72 566b8f 5f7f6a"))
    for i in range(3):
        part = i / 3
        line = ridge_line(canvas, dice, base + part * 3, height * (1 - part * 0.55))
        colour = light.on(mix(blue, rgb("4d7550"), part), 0.62 - 0.24 * i)
        draw_land(canvas, line, colour, light.haze)


def draw_ground(canvas: Canvas, top: float, near: Colour, far: Colour) -> None:
    frame = canvas.frame
    canvas.fill(
        box(frame.left - 1, top, frame.right + 1, frame.bottom + 1),
        down(far, near, darker(near, 0.15)),
    )


def draw_tree(canvas: Canvas, dice: Dice, green: Colour) -> None:
    """Draw a broad-leaved tree 10 units high; its foot is the canvas's origin."""
    canvas.fill(oval(0.8, 0, 3.2, 0.4), INK, 0.28, 0.35)
    trunk = [(-0.35, 0.1), (-0.2, -4), (0.2, -4), (0.4, 0.1)]
    canvas.fill(trunk, lit(BARK))
    for side in (-1, 1):
        canvas.fill(
            ribbon(path([(0, -2.6), (side * 0.6, -3.8), (side * 1.5, -5)]), 0.35, 0.15),
            darker(BARK, 0.1),
        )
    clumps = [(dice.uniform(-2.3, 2.3), dice.uniform(-8.2, -4.4)) for _ in range(16)]
    for tone, shift in ((darker(green, 0.32), 0.45), (green, 0), (lighter(green, 0.18), -0.45)):
        share = 1 if shift >= 0 else 0.62
        for x, y in clumps:
            r = (1.75 - abs(x) * 0.28) * share
            canvas.fill(oval(x * 0.9 + shift * 0.7 * (0.4 + share), y + shift, r, r * 0.86), tone)
    for x, y in clumps[:9]:
        canvas.fill(oval(x * 0.8 - 0.75, y - 0.9, 0.42, 0.3), lighter(green, 0.42), 0.6)


def draw_pine(canvas: Canvas, green: Colour) -> None:
    """Draw a slender conifer 10 units high."""
    canvas.fill([(-0.25, 0), (-0.1, -5), (0.1, -5), (0.25, 0)], BARK)
    for i in range(5):
        y, w = -1.3 - i * 1.6, 2.1 - i * 0.34
        canvas.fill([(-w, y), (0, y - 2.9), (w, y), (0, y + 0.35)], lit(green, 1.4))


def draw_palm(canvas: Canvas, dice: Dice, green: Colour) -> None:
    """Draw an areca palm 10 units high."""
    lean = dice.uniform(-0.8, 0.8)
    canvas.fill(
        ribbon(path([(0, 0), (lean * 0.4, -4), (lean, -7.4)]), 0.5, 0.3), lit(rgb("9a8468"))
    )
    for degrees in (-200, -160, -120, -85, -50, -15, 20):
        turn = math.radians(degrees + dice.uniform(-10, 10))
        tip = lean + 2.7 * math.cos(turn), -7.6 + 2.1 * math.sin(turn) + 1.1
        middle = lean + 1.5 * math.cos(turn), -7.9 + 1.7 * math.sin(turn)
        leaf = path([(lean, -7.4), middle, tip])
        canvas.fill(ribbon(leaf, 0.75, 0.06), lit(mix(green, INK, dice.uniform(0, 0.25)), 1.4))


def draw_banana(canvas: Canvas, dice: Dice, green: Colour) -> None:
    """Draw a banana plant 6 units high."""
    canvas.fill(ribbon([(0, 0), (0.1, -3)], 0.6, 0.4), lit(mix(green, rgb("a39a5c"), 0.4)))
    for side in (-1, 1, -0.5, 0.6, 0.1):
        tip = side * dice.uniform(2.2, 3), -3.2 - (1.2 - abs(side)) * 2
        leaf = curve([(0, -2.8), (side * 1.2, -5.0 - dice.random()), tip, (side * 1.3, -3.9)])
        canvas.fill(leaf, lit(lighter(green, dice.uniform(0, 0.25)), 1.3))


def draw_bush(canvas: Canvas, dice: Dice, green: Colour, petal: Colour | None = None) -> None:
    """Draw a round bush, 2 units wide, perhaps in blossom."""
    canvas.fill(oval(0.2, 0.05, 1.3, 0.25), INK, 0.25, 0.2)
    canvas.fill(
        curve([(-1.1, 0), (-1.05, -0.7), (-0.4, -1.2), (0.4, -1.15), (1.05, -0.65), (1.1, 0)]),
        lit(green, 1.4),
    )
    for _ in range(14):
        x, y = dice.uniform(-0.85, 0.85), dice.uniform(-0.95, -0.15)
        colour = petal or lighter(green, 0.25)
        canvas.fill(
            oval(x, y * (1.1 - abs(x) * 0.4), 0.13, 0.11),
            lighter(colour, dice.uniform(0, 0.3)),
            0.9,
        )


def draw_grass(canvas: Canvas, dice: Dice, places: list[Point], green: Colour) -> None:
    for x, y in places:
        size = 0.6 + max(0.0, y - 55) * 0.05
        for side in (-0.6, 0, 0.6):
            blade = [
                (x - 0.15 * size, y),
                (x + side * size, y - dice.uniform(0.8, 1.5) * size),
                (x + 0.15 * size, y),
            ]
            canvas.fill(blade, mix(green, lighter(green), dice.random()))


def draw_water(canvas: Canvas, top: float, light: Light, shallow: Colour) -> None:
    """Draw a sheet of water down to the frame's foot, in the sky's colours."""
    frame = canvas.frame
    near = light.on(shallow)
    canvas.fill(
        box(frame.left - 1, top, frame.right + 1, frame.bottom + 1),
        down(mix(light.sky[-1], near, 0.25), mix(light.sky[1], near, 0.6), darker(near, 0.2)),
    )


def draw_ripples(canvas: Canvas, top: float, light: Light, dice: Dice) -> None:
    """Draw flat waves on water, some in the sky's light, longer the nearer they are."""
    frame = canvas.frame
    for _ in range(110):
        share = dice.random() ** 1.6
        y = top + 0.6 + share * (frame.bottom - top)
        x, w = dice.uniform(frame.left, frame.right), 1.2 + share * 7
        colour = dice.choice((lighter(light.sky[-1], 0.4), darker(light.sky[1], 0.35)))
        canvas.fill(oval(x, y, w, 0.1 + share * 0.22), colour, 0.32)
