"""Shapes as rows of points, in whatever unit their numbers have."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Point = tuple[float, float]
Points = list[Point]


def box(left: float, top: float, right: float, bottom: float) -> Points:
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def arc(middle: Point, radii: Point, start_deg: float, end_deg: float) -> Points:
    """Return points along an ellipse; angles grow clockwise from the right."""
    count = max(6, int(abs(end_deg - start_deg) / 6))
    turns = (math.radians(start_deg + (end_deg - start_deg) * i / count) for i in range(count + 1))
    x, y = middle
    rx, ry = radii
    return [(x + rx * math.cos(turn), y + ry * math.sin(turn)) for turn in turns]


def oval(x: float, y: float, rx: float, ry: float | None = None) -> Points:
    return arc((x, y), (rx, rx if ry is None else ry), 0, 360)[:-1]


def rounded(left: float, top: float, right: float, bottom: float, radius: float = 1) -> Points:
    r = min(radius, (right - left) / 2, (bottom - top) / 2)
    corners = [
        ((right - r, top + r), -90),
        ((right - r, bottom - r), 0),
        ((left + r, bottom - r), 90),
        ((left + r, top + r), 180),
    ]
    return [p for middle, start in corners for p in arc(middle, (r, r), start, start + 90)]


def turned(points: Sequence[Point], degrees: float, around: Point = (0, 0)) -> Points:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    x0, y0 = around
    return [
        (x0 + (x - x0) * cos - (y - y0) * sin, y0 + (x - x0) * sin + (y - y0) * cos)
        for x, y in points
    ]


def moved(points: Sequence[Point], dx: float, dy: float) -> Points:
    return [(x + dx, y + dy) for x, y in points]


def mirrored(points: Sequence[Point]) -> Points:
    """Return a half outline (right side, top to bottom) closed with its mirror image at x = 0."""
    return [*points, *((-x, y) for x, y in reversed(points))]


def _between(a: float, b: float, c: float, d: float, t: float) -> float:
    """Return the Catmull-Rom curve's value between b and c."""
    bend = 2 * a - 5 * b + 4 * c - d
    twist = 3 * (b - c) + d - a
    return 0.5 * (2 * b + (c - a) * t + bend * t * t + twist * t**3)


def _smooth_between(four: Sequence[Point], steps: int) -> Points:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = four
    times = [i / steps for i in range(steps)]
    return [(_between(ax, bx, cx, dx, t), _between(ay, by, cy, dy, t)) for t in times]


def curve(points: Sequence[Point], steps: int = 8) -> Points:
    """Return a smooth closed outline through the points."""
    n = len(points)
    fours = ([points[(i + k) % n] for k in (-1, 0, 1, 2)] for i in range(n))
    return [p for four in fours for p in _smooth_between(four, steps)]


def path(points: Sequence[Point], steps: int = 8) -> Points:
    """Return a smooth open line through the points."""
    padded = [points[0], *points, points[-1]]
    fours = (padded[i : i + 4] for i in range(len(points) - 1))
    return [*(p for four in fours for p in _smooth_between(four, steps)), points[-1]]


def _normals(line: Sequence[Point]) -> Points:
    ends = [line[0], *line, line[-1]]
    slopes = [(c[0] - a[0], c[1] - a[1]) for a, c in zip(ends, ends[2:], strict=False)]
    return [(-dy / (math.hypot(dx, dy) or 1), dx / (math.hypot(dx, dy) or 1)) for dx, dy in slopes]


def _cap(middle: Point, normal: Point, radius: float) -> Points:
    """Return a half circle from the normal's side to the other."""
    start = math.degrees(math.atan2(normal[1], normal[0]))
    return arc(middle, (radius, radius), start, start - 180)


def ribbon(line: Sequence[Point], start: float, end: float | None = None) -> Points:
    """Return a band along the line, with round ends; `start` and `end` are its widths there."""
    last = start if end is None else end
    normals, n = _normals(line), len(line) - 1
    radii = [(start + (last - start) * i / n) / 2 for i in range(n + 1)]
    sides = list(zip(line, normals, radii, strict=True))
    one = [(x + nx * r, y + ny * r) for (x, y), (nx, ny), r in sides]
    other = [(x - nx * r, y - ny * r) for (x, y), (nx, ny), r in sides]
    head = _cap(line[-1], normals[-1], radii[-1])
    tail = _cap(line[0], (-normals[0][0], -normals[0][1]), radii[0])
    return [*one, *head, *reversed(other), *tail]


def length(line: Sequence[Point]) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(line))


def bend(start: Point, end: Point, bones: tuple[float, float], side: float) -> Point:
    """Return the elbow or knee of two bones between two points; `side` (1 or -1) picks the bend."""
    first, second = bones
    reach = min(math.dist(start, end), (first + second) * 0.999) or 0.01
    along = (first**2 - second**2 + reach**2) / (2 * reach)
    out = math.sqrt(max(first**2 - along**2, 0)) * side
    span = math.dist(start, end) or 0.01
    ux, uy = (end[0] - start[0]) / span, (end[1] - start[1]) / span
    return start[0] + ux * along - uy * out, start[1] + uy * along + ux * out


def star(x: float, y: float, radius: float) -> Points:
    """Return a five-pointed star, one point up."""
    tips = [(radius if i % 2 == 0 else radius * 0.4, math.radians(36 * i - 90)) for i in range(10)]
    return [(x + r * math.cos(turn), y + r * math.sin(turn)) for r, turn in tips]
