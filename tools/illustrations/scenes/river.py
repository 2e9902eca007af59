"""A bridge over a river, boats, mountains behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import (
    INK,
    across,
    darker,
    down,
    lighter,
    rgb,
    rgbs,
)
from tools.illustrations.looks import dressed, farmer
from tools.illustrations.nature import (
    GREENS,
    draw_bush,
    draw_mountains,
    draw_palm,
    draw_ripples,
    draw_tree,
    draw_water,
)
from tools.illustrations.people import Pose, draw_person
from tools.illustrations.shapes import arc, box, curve, oval, ribbon
from tools.illustrations.sky import draw_haze, draw_sky, light_at
from tools.illustrations.vehicles import draw_boat

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.dice import Dice
    from tools.illustrations.order import Order
    from tools.illustrations.sky import Light


def paint_river_bridge(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    light = light_at(order.time, dice)
    draw_sky(canvas, light, dice, 50)
    draw_mountains(canvas, light, dice, 56, 32)
    draw_haze(canvas, light, 54, 8, 0.6)
    bank = light.on(GREENS[0], 0.4)
    canvas.fill(
        box(canvas.frame.left - 1, 55.6, canvas.frame.right + 1, 59), down(lighter(bank, 0.2), bank)
    )
    for x in dice.spread(26, canvas.frame.left, canvas.frame.right):
        draw_tree(
            canvas.at(x, 57.5, dice.uniform(0.35, 0.6)), dice, light.on(dice.choice(GREENS), 0.35)
        )
    draw_water(canvas, 57, light, dice.choice(rgbs("4f8f8f 5b8a7a 4a7f96 8a8a6a")))
    kind = dice.choice((_draw_cable_bridge, _draw_arch_bridge, _draw_beam_bridge))
    # Drawn first to be reflected, then, with the same dice, before its reflection.
    kind(canvas, light, order.dice("bridge"))
    canvas.mirror(57.5, 46, 0.6)
    draw_ripples(canvas, 57, light, dice)
    kind(canvas, light, order.dice("bridge"))
    for x in dice.spread(dice.randint(1, 3), 15, 135):
        y = dice.uniform(70, 86)
        _draw_boat_with_rower(canvas.at(x, y, 0.3 + (y - 66) * 0.022), dice, light)
    _draw_near_bank(canvas, light, dice)


def _draw_deck(canvas: Canvas, light: Light, y: float, thick: float) -> None:
    frame, stone = canvas.frame, light.on(rgb("d9cfbf"))
    canvas.fill(
        box(frame.left - 1, y, frame.right + 1, y + thick),
        down(lighter(stone, 0.35), stone, darker(stone, 0.35)),
    )
    for i in range(60):
        x = frame.left + i * (frame.right - frame.left) / 59
        canvas.fill(box(x - 0.1, y - 1.5, x + 0.1, y), darker(stone, 0.35))
    canvas.fill(box(frame.left - 1, y - 1.6, frame.right + 1, y - 1.25), darker(stone, 0.25))
    for i in range(9):
        x = frame.left + 6 + i * 19
        canvas.fill(box(x, y - 7, x + 0.3, y), darker(stone, 0.5))
        canvas.fill(box(x, y - 7, x + 1.8, y - 6.7), darker(stone, 0.5))
        if light.is_dim:
            canvas.glow((x + 1.6, y - 6.4), 4, rgb("ffd98a"), 0.9)


def _draw_pier(canvas: Canvas, light: Light, x: float, top: float, half: float) -> None:
    stone = light.on(rgb("c9bda9"))
    low = 68 + half
    canvas.fill(
        [(x - half, top), (x + half, top), (x + half * 1.3, low), (x - half * 1.3, low)],
        across(lighter(stone, 0.2), stone, darker(stone, 0.4)),
    )
    canvas.fill(oval(x, low, half * 2.1, half * 0.5), darker(stone, 0.35))
    canvas.fill(box(x - half, low + 0.5, x + half, low + 9), darker(stone, 0.3), 0.3, 1)


def _draw_cable_bridge(canvas: Canvas, light: Light, dice: Dice) -> None:
    colour = light.on(dice.choice(rgbs("f3ede2 e7b53c d9674a")))
    for x in (48, 102):
        _draw_pier(canvas, light, x, 52, 2.4)
        for i in range(1, 11):
            for side in (-1, 1):
                canvas.fill(
                    ribbon([(x, 18 + i * 1.1), (x + side * i * 2.6, 50)], 0.2), lighter(colour, 0.3)
                )
        canvas.fill(
            [(x - 1.3, 52), (x - 0.8, 16), (x + 0.8, 16), (x + 1.3, 52)],
            across(lighter(colour, 0.35), colour, darker(colour, 0.35)),
        )
    _draw_deck(canvas, light, 50, 3)


def _draw_arch_bridge(canvas: Canvas, light: Light, dice: Dice) -> None:
    colour = light.on(dice.choice(rgbs("c8452f 3f7f8c e0a02f")))
    for x in (20.0, 75.0, 130.0):
        _draw_pier(canvas, light, x, 52, 2.6)
    for middle in (-7, 47.5, 102.5, 157):
        rib = arc((middle, 51), (26.5, 24), 180, 360)
        for x, y in rib[3:-3:2]:
            canvas.fill(box(x - 0.14, y, x + 0.14, 51), lighter(colour, 0.35))
        canvas.fill(ribbon(rib, 2), down(lighter(colour, 0.25), colour, darker(colour, 0.25)))
    _draw_deck(canvas, light, 50, 3)


def _draw_beam_bridge(canvas: Canvas, light: Light, dice: Dice) -> None:
    for x in (0, 30, 60, 90, 120, 150):
        _draw_pier(canvas, light, x + dice.uniform(-0.1, 0.1), 52, 1.9)
        canvas.fill(
            [(x - 7, 51), (x + 7, 51), (x + 2, 55.5), (x - 2, 55.5)],
            darker(light.on(rgb("c9bda9")), 0.15),
        )
    _draw_deck(canvas, light, 47.5, 4.4)


def _draw_boat_with_rower(canvas: Canvas, dice: Dice, light: Light) -> None:
    canvas.fill(oval(0, 1.6, 11, 1.2), INK, 0.3, 0.8)
    pose = Pose(
        turn=0.6,
        hips=(0, -26),
        feet=((16, 0), (18, 0)),
        knees=(-1, -1),
        hands=((16, -44), (20, -40)),
        shadow=False,
    )
    canvas.fill(ribbon([(-1, -9), (8.6, 1.6)], 0.35, 0.6), light.on(rgb("7a5a3f")))
    draw_person(canvas.at(-3, -0.4, 0.16), dressed(farmer(dice), hat="cone"), pose)
    draw_boat(canvas, light.on(dice.choice(rgbs("7a4f36 5b6f7f 8f5f3f"))))


def _draw_near_bank(canvas: Canvas, light: Light, dice: Dice) -> None:
    frame = canvas.frame
    green = light.on(dice.choice(GREENS))
    side = dice.choice((-1, 1))
    edge = frame.left if side < 0 else frame.right
    bank = curve(
        [
            (edge + side * 6, 84),
            (edge - side * 22, 91),
            (edge - side * 62, frame.bottom + 4),
            (edge + side * 8, frame.bottom + 9),
        ]
    )
    canvas.fill(bank, down(lighter(green, 0.15), green, darker(green, 0.4)))
    for i in range(7):
        x = edge - side * (4 + i * 7)
        draw_bush(
            canvas.at(x, 90 + i * 1.6, dice.uniform(2, 3.4)),
            dice,
            light.on(dice.choice(GREENS)),
            light.on(dice.choice(rgbs("f2b632 e8738a f6efe0"))),
        )
    for i in range(2):
        draw_palm(canvas.at(edge - side * (5 + i * 12), 94, 5.4 - i), dice, light.on(GREENS[i]))
