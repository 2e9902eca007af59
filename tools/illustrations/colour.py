"""Colours, and the gradients that light surfaces."""

from __future__ import annotations

from dataclasses import dataclass

Colour = tuple[int, int, int]

WHITE: Colour = (255, 252, 246)
INK: Colour = (38, 26, 44)


@dataclass(frozen=True, slots=True)
class Gradient:
    """Colours in a row, evenly apart: downwards at 90 degrees, to the right at 0."""

    stops: tuple[Colour, ...]
    angle_deg: float = 90


Paint = Colour | Gradient


def rgb(code: str) -> Colour:
    """Return the colour of a hexadecimal code such as "9a1b1e"."""
    return int(code[:2], 16), int(code[2:4], 16), int(code[4:], 16)


def rgbs(codes: str) -> tuple[Colour, ...]:
    return tuple(rgb(code) for code in codes.split())


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """Return `one` with a share (0 to 1) of the other."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def lighter(colour: Colour, share: float = 0.25) -> Colour:
    return mix(colour, WHITE, share)


def darker(colour: Colour, share: float = 0.25) -> Colour:
    """Return the colour in the shade; shades lean to violet, so that they never look dirty."""
    return mix(colour, INK, share)


def down(*stops: Colour) -> Gradient:
    return Gradient(stops)


def across(*stops: Colour) -> Gradient:
    return Gradient(stops, 0)


def slanted(*stops: Colour) -> Gradient:
    """Return a gradient from the upper left, where the light of most scenes comes from."""
    return Gradient(stops, 45)


def lit(colour: Colour, strength: float = 1.0) -> Gradient:
    """Return the colour as a surface that the light meets from the upper left."""
    return slanted(lighter(colour, 0.16 * strength), colour, darker(colour, 0.24 * strength))
