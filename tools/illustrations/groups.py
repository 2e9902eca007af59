"""People together: an audience from behind, a row that faces us, people at a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.colour import INK, across, darker, lighter
from tools.illustrations.looks import clerk, hostess, official, suited
from tools.illustrations.people import Pose, draw_person
from tools.illustrations.shapes import oval, rounded

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.illustrations.canvas import Canvas
    from tools.illustrations.colour import Colour
    from tools.illustrations.dice import Dice
    from tools.illustrations.looks import Look
    from tools.illustrations.shapes import Point

# A listener's size, and the room that one takes beside the next, in the listener's own units.
SEAT_WIDTH = 34
# How many people are drawn by lot for one place, to find one in another colour.
TRIES = 3


def draw_audience_row(canvas: Canvas, dice: Dice, y: float, size: float, chair: Colour) -> None:
    """Draw a row of listeners from behind; `y` is their shoulders' height."""
    gap = SEAT_WIDTH * size
    x = canvas.frame.left + gap * dice.uniform(-0.5, 0.3)
    while x < canvas.frame.right + gap:
        if dice.chance(0.93):
            look = dice.choice((official, clerk, official))(dice)
            pose = Pose(back=True, lean=dice.uniform(-1.5, 1.5), shadow=False)
            draw_person(canvas.at(x, y + 80 * size, size), look, pose)
        _draw_seat(canvas.at(x, y, size), chair)
        x += gap


def _draw_seat(canvas: Canvas, colour: Colour) -> None:
    canvas.fill(oval(0, 8, 16, 4), INK, 0.35, 2)
    canvas.fill(
        rounded(-14, 6, 14, 60, 5), across(lighter(colour, 0.12), colour, darker(colour, 0.35))
    )
    canvas.fill(
        rounded(-11, 9, 11, 34, 3.5),
        across(lighter(colour, 0.26), lighter(colour, 0.08), darker(colour, 0.2)),
    )


def draw_seated_behind_table(canvas: Canvas, look: Look, dice: Dice) -> None:
    """Draw someone whose table will hide all below the chest; the origin is the table's edge."""
    reach = dice.uniform(5, 9)
    pose = Pose(turn=dice.uniform(-0.35, 0.35), hands=((-reach, -51), (reach, -51.5)), shadow=False)
    draw_person(canvas.at(0, 51), look, pose)


def lineup(dice: Dice, count: int) -> list[Look]:
    """Return people for a ceremony's row, men and women mixed."""
    makers = (suited, hostess, suited, clerk, hostess)
    start = dice.randrange(len(makers))
    people: list[Look] = []
    for i in range(count):
        people.append(_another(dice, people, makers[(start + i) % len(makers)]))
    return people


def various(dice: Dice, count: int, maker: Callable[[Dice], Look]) -> list[Look]:
    """Return people whose clothes differ in colour, as far as the wardrobe goes."""
    people: list[Look] = []
    for _ in range(count):
        people.append(_another(dice, people, maker))
    return people


def _another(dice: Dice, people: list[Look], maker: Callable[[Dice], Look]) -> Look:
    worn = [look.top for look in people]
    return min((maker(dice) for _ in range(TRIES)), key=lambda look: worn.count(look.top))


def places_in_row(count: int, middle: float, gap: float) -> list[float]:
    return [middle + (i - (count - 1) / 2) * gap for i in range(count)]


def holding(dice: Dice) -> tuple[Point, Point]:
    """Return where hands are that hold something before the chest."""
    y = dice.uniform(-58, -55)
    return (-7.5, y), (7.5, y)
