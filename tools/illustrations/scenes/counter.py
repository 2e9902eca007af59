"""The one-stop counter: officers, citizens, a queue display."""

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
from tools.illustrations.decor import draw_pot_plant, draw_star_disc
from tools.illustrations.furniture import draw_desk, draw_monitor, draw_papers
from tools.illustrations.groups import various
from tools.illustrations.interiors import (
    WALLS,
    draw_light_on_floor,
    draw_room,
    draw_tiles,
)
from tools.illustrations.looks import citizen, clerk, hostess
from tools.illustrations.people import Pose, draw_person
from tools.illustrations.shapes import box, moved, oval, rounded

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.colour import Colour
    from tools.illustrations.dice import Dice
    from tools.illustrations.order import Order

BRANDS = rgbs("9a1b1e 2f5f8f 2f6b66 8a4a2a")


def paint_one_stop_counter(canvas: Canvas, order: Order) -> None:
    dice = order.dice()
    brand, wall = dice.choice(BRANDS), dice.choice(WALLS)
    draw_room(canvas, wall, rgb("cfc3b2"), 62)
    draw_tiles(canvas, 62, rgb("a89a86"))
    _draw_fascia(canvas, dice, brand)
    booths = dice.choice((3, 4))
    width = 150 / booths
    for i in range(-1, booths + 1):
        _draw_booth(canvas, dice, i * width + width / 2, width, brand)
    for x in (-4, 154):
        draw_pot_plant(canvas.at(x, 84, 3), dice, rgb("4f8a4a"))
    seat = dice.choice(rgbs("3e74b8 b5533c 4f8f86"))
    _draw_standing(canvas, dice, (order.count(dice, 2, 4), width))
    with canvas.layer(blur=0.35) as near:
        _draw_waiting(near, dice, seat)
    draw_light_on_floor(canvas, dice.choice((10, 90)), 62)


def _draw_fascia(canvas: Canvas, dice: Dice, brand: Colour) -> None:
    """Draw the board above the counters, and the queue display that hangs before it."""
    frame = canvas.frame
    canvas.fill(
        box(frame.left - 1, frame.top - 1, frame.right + 1, 4), down(rgb("e9e4da"), rgb("f6f2ea"))
    )
    for i in range(4):
        x = -5 + i * 48
        canvas.fill([(x, -3), (x + 26, -3), (x + 24, 1), (x + 2, 1)], rgb("fffaf0"))
        canvas.glow((x + 13, 0), 22, rgb("fff4d8"), 0.4)
    canvas.fill(
        box(frame.left - 1, 7, frame.right + 1, 20),
        down(lighter(brand, 0.12), brand, darker(brand, 0.2)),
    )
    canvas.fill(box(frame.left - 1, 19.4, frame.right + 1, 20.2), rgb("e7b53c"))
    draw_star_disc(canvas, 75, 13.5, 4.6)
    for x in (38, 112):
        canvas.fill(rounded(x - 22, 12.2, x + 22, 14.8, 1.2), rgb("fbe9c0"), 0.9)
    canvas.fill(box(frame.left - 1, 20.2, frame.right + 1, 25), INK, 0.16, 2)
    x = dice.choice((33, 117))
    _draw_queue_display(canvas, x, dice)


def _draw_queue_display(canvas: Canvas, x: float, dice: Dice) -> None:
    canvas.fill(rounded(x - 15, 22, x + 15, 34, 0.8), rgb("23242e"))
    for i in range(3):
        y = 24 + i * 3.2
        canvas.fill(rounded(x - 13, y, x + 13, y + 2.2, 0.3), rgb("343644"))
        canvas.fill(
            rounded(x - 12, y + 0.6, x - 12 + dice.uniform(7, 11), y + 1.6, 0.3), rgb("f2b046")
        )
        canvas.fill(
            rounded(x + 6, y + 0.6, x + 11, y + 1.6, 0.3),
            rgb("7fd08a") if i == 0 else rgb("f2b046"),
        )
    canvas.glow((x, 28), 14, rgb("ffb860"), 0.25)


def _draw_booth(canvas: Canvas, dice: Dice, x: float, width: float, brand: Colour) -> None:
    """Draw one counter with its officer, a screen and a number plate."""
    half = width / 2
    look = dice.choice((clerk, clerk, hostess))(dice)
    pose = Pose(turn=dice.uniform(-0.3, 0.3), hands=((-8, -52), (8, -51)), shadow=False)
    with canvas.inset(x - half, 0, x + half, 70) as behind:
        draw_person(behind.at(x - 3, 86, 0.58), look, pose)
    draw_monitor(canvas.at(x + half * 0.5, 57.6, 0.95), from_behind=True)
    draw_desk(canvas, x - half + 0.6, x + half - 0.6, 57.6, 82)
    canvas.fill(box(x - half + 2, 63, x + half - 2, 64.2), brand)
    draw_papers(canvas.at(x - half * 0.45, 56.8, 1.2), dice)
    px = x + half * 0.5
    plate = rounded(px - 4, 34.5, px + 4, 40.5, 0.8)
    canvas.fill(moved(plate, 0.3, 0.5), INK, 0.3, 0.4)
    canvas.fill(plate, down(lighter(brand, 0.1), brand))
    canvas.fill(oval(px, 37.5, 1.7), rgb("fbe9c0"))
    for side in (-1, 1):
        px = x + side * half
        canvas.fill(box(px - 0.7, 36, px + 0.7, 82), across(rgb("e8ddc9"), rgb("b6a68c")))
        canvas.fill(box(px - side * 3 - 1.5, 40, px - side * 3 + 1.5, 56.4), rgb("d9edf0"), 0.3)


def _draw_standing(canvas: Canvas, dice: Dice, row: tuple[int, float]) -> None:
    """Draw citizens at the counters, beside the officers; `row` is how many, how far apart."""
    count, width = row
    booths = round(150 / width)
    count = min(count, booths)
    chosen = sorted(dice.sample(range(booths), count))
    for look, i in zip(various(dice, count, citizen), chosen, strict=True):
        x = i * width + width / 2 + dice.choice((-0.36, 0.3)) * width
        pose = Pose(back=True, hands=((-8, -58), (13, -48)), lean=dice.uniform(-1, 1))
        draw_person(canvas.at(x, 90, 0.5), look, pose)


def _draw_waiting(canvas: Canvas, dice: Dice, seat: Colour) -> None:
    """Draw citizens who sit with their backs to us, on a row of seats."""
    for x in dice.spread(7, canvas.frame.left, canvas.frame.right):
        if dice.chance(0.75):
            draw_person(
                canvas.at(x, 152, 0.74),
                citizen(dice),
                Pose(back=True, shadow=False, lean=dice.uniform(-2, 2)),
            )
        canvas.fill(
            rounded(x - 9, 98, x + 9, 130, 3), across(lighter(seat, 0.2), seat, darker(seat, 0.3))
        )
