"""People in any pose. A person is 100 units tall and stands with the feet at (0, 0)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.illustrations.clothes import STANDING, draw_details, sleeve_end
from tools.illustrations.colour import INK, across, darker, lighter, lit
from tools.illustrations.hair import draw_hair_behind
from tools.illustrations.heads import draw_head, draw_head_from_behind
from tools.illustrations.shapes import bend, curve, mirrored, oval, path, ribbon, rounded

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.colour import Colour, Gradient
    from tools.illustrations.looks import Look
    from tools.illustrations.shapes import Point, Points

ARM = (16.5, 15.5)
LEG = (24.0, 23.2)
HEAD_RADIUS = 5.5
TURNED = 0.45


@dataclass(frozen=True, slots=True)
class Pose:
    """How a person stands or sits; left and right are the viewer's. Places are from the feet.

    `turn` goes from -1 (looks left) to 1; `bends` and `knees` say where elbows and knees point.
    """

    turn: float = 0
    hands: tuple[Point, Point] = ((-13.5, -47), (13.5, -47))
    feet: tuple[Point, Point] = ((-4.6, 0), (4.6, 0))
    hips: Point = (0, -50)
    lean: float = 0
    back: bool = False
    bends: tuple[int, int] | None = None
    knees: tuple[int, int] = (1, -1)
    shadow: bool = True


@dataclass(frozen=True, slots=True)
class _Build:
    """The body's widths, half of each."""

    shoulder: float
    waist: float
    hip: float


def _build_of(look: Look, pose: Pose) -> _Build:
    narrow = 1 - 0.26 * abs(pose.turn)
    if look.is_woman:
        return _Build(9.4 * narrow, 6.7 * narrow, 8.0 * narrow)
    return _Build(11.4 * narrow, 9.0 * narrow, 8.3 * narrow)


def draw_person(canvas: Canvas, look: Look, pose: Pose | None = None) -> None:
    pose = pose or Pose()
    if pose.shadow:
        middle = (pose.feet[0][0] + pose.feet[1][0]) / 2
        canvas.fill(oval(middle + 4, 0.5, 17, 2.6), INK, 0.3, 1.6)
    near = 0 if pose.turn > TURNED else 1
    sides_first = (0, 1) if pose.back else ((1 - near,) if abs(pose.turn) > TURNED else ())
    for side in sides_first:
        _draw_arm(canvas, look, pose, side)
    _draw_legs(canvas, look, pose, near)
    _draw_trunk(canvas, look, pose)
    for side in (0, 1):
        if side not in sides_first:
            _draw_arm(canvas, look, pose, side)


def _draw_legs(canvas: Canvas, look: Look, pose: Pose, near: int) -> None:
    wide = 1.35 if look.garb == "tunic" else 1
    for side in (1 - near, near):
        sign = -1 if side == 0 else 1
        hip = (pose.hips[0] + sign * 3.9 * (1 - 0.5 * abs(pose.turn)), pose.hips[1])
        ankle = (pose.feet[side][0], pose.feet[side][1] - 3)
        knee = bend(hip, ankle, LEG, pose.knees[side])
        _draw_shoe(canvas, look, pose.feet[side], pose.turn or sign * 0.25)
        shade = look.bottom if side == near else darker(look.bottom, 0.12)
        canvas.fill(ribbon(path([hip, knee, ankle]), 9.2 * wide, 6.0 * wide), _cloth(shade))


def _cloth(colour: Colour) -> Gradient:
    return across(lighter(colour, 0.1), colour, darker(colour, 0.22))


def _draw_shoe(canvas: Canvas, look: Look, foot: Point, turn: float) -> None:
    x, y = foot
    toe = x + (5.5 if turn > 0 else -5.5) * min(1.0, abs(turn) + 0.25)
    colour = lighter(look.accent, 0.1) if look.garb in ("tunic", "scarf") else (46, 38, 44)
    left, right = min(x - 2.6, toe - 1.5), max(x + 2.6, toe + 1.5)
    canvas.fill(rounded(left, y - 3.4, right, y + 0.6, 2), lit(colour))


def _slanted(points: Points, pose: Pose) -> Points:
    """Return points around the hips with the body's lean."""
    x, y = pose.hips
    return [(x + px + pose.lean * (-py / 35), y + py) for px, py in points]


def _draw_trunk(canvas: Canvas, look: Look, pose: Pose) -> None:
    build = _build_of(look, pose)
    hx, hy = _slanted([(pose.turn * 1.6, -43)], pose)[0]
    head = canvas.at(hx + pose.lean * 0.1, hy, HEAD_RADIUS)
    if not pose.back:
        draw_hair_behind(head, look, pose.turn)
    neck = _slanted([(-2.7, -39), (2.7, -39), (3.1, -33), (-3.1, -33)], pose)
    canvas.fill(neck, across(darker(look.skin, 0.12), darker(look.skin, 0.3)))
    canvas.fill(_slanted(_outline(look, build, pose), pose), _cloth(look.top))
    draw_details(canvas, look, pose, lambda points: _slanted(points, pose))
    if pose.back:
        canvas.fill(
            _slanted([(-2.9, -38), (2.9, -38), (3, -34), (-3, -34)], pose), darker(look.skin, 0.2)
        )
        draw_head_from_behind(head, look)
    else:
        draw_head(head, look, pose.turn)


def _outline(look: Look, build: _Build, pose: Pose) -> Points:
    long = {"suit": 4.5, "coat": 20, "uniform": 2.5, "vest": 2}.get(look.garb, 1.5)
    s, w, h = build.shoulder, build.waist, build.hip
    half = [(3.2, -35.6), (7, -34.2), (s - 1.4, -32.4), (s, -29.5), (s * 0.92, -22), (w, -12)]
    if look.garb == "tunic" and pose.hips[1] < STANDING:
        return curve(mirrored([*half, (h, -1), (h + 1.2, 18), (h + 1.6, 36), (0.1, 37)]))
    return curve(mirrored([*half, (h, -3), (h + 0.4, long), (0.1, long + 0.4)]))


def shoulder(look: Look, pose: Pose, side: int) -> Point:
    sign = -1 if side == 0 else 1
    x = sign * (_build_of(look, pose).shoulder - 2.6)
    if sign * pose.turn < -TURNED:
        # The shoulder that comes towards us lies before the chest.
        x *= 1 - 0.7 * abs(pose.turn)
    return _slanted([(x, -30.2)], pose)[0]


def _elbow(start: Point, hand: Point, pose: Pose, side: int) -> Point:
    """Return where the elbow is: rather low, and away from the body or from where one looks."""
    bones = _foreshortened(start, hand)
    if pose.bends is not None:
        return bend(start, hand, bones, pose.bends[side])
    outwards = -pose.turn if abs(pose.turn) > TURNED else (-1, 1)[side]
    elbows = (bend(start, hand, bones, 1), bend(start, hand, bones, -1))
    return max(elbows, key=lambda elbow: 2 * elbow[1] + outwards * elbow[0])


def _foreshortened(start: Point, hand: Point) -> Point:
    """Return an arm's bones, shorter where the hand comes towards the viewer."""
    share = min(1.0, max(0.74, math.dist(start, hand) / sum(ARM) * 1.08))
    return ARM[0] * share, ARM[1] * share


def _draw_arm(canvas: Canvas, look: Look, pose: Pose, side: int) -> None:
    start, hand = shoulder(look, pose, side), pose.hands[side]
    elbow = _elbow(start, hand, pose, side)
    line = path([start, elbow, hand], 10)
    cut = sleeve_end(look.garb, len(line))
    if cut < len(line):
        canvas.fill(ribbon(line[cut - 3 :], 4.8, 3.6), _cloth(look.skin))
    canvas.fill(oval(hand[0], hand[1] + 0.8, 2.2, 2.7), lit(look.skin))
    top = darker(look.top, 0.08) if side else look.top
    if look.garb == "vest":
        top = look.top
    widths = (7.4, 6.4) if cut < len(line) else (7.4, 5.0)
    if look.is_woman:
        widths = widths[0] - 1.2, widths[1] - 0.8
    canvas.fill(ribbon(line[:cut], widths[0] + 0.5, widths[1] + 0.5), darker(look.top, 0.35), 0.45)
    canvas.fill(ribbon(line[:cut], *widths), _cloth(top))
