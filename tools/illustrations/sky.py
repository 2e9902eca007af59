"""Skies: the hour's light, clouds, sun and the haze that far things sink into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.illustrations.colour import Colour, down, mix, rgb, rgbs
from tools.illustrations.shapes import box, oval

if TYPE_CHECKING:
    from tools.illustrations.canvas import Canvas
    from tools.illustrations.dice import Dice
    from tools.illustrations.shapes import Point


# From this strength on, the hour's tint takes so much of the day that people turn on lamps.
DIM = 0.15


@dataclass(frozen=True, slots=True)
class Light:
    """An hour's light: the sky from the zenith down, the haze, and what it does to all colours."""

    sky: tuple[Colour, ...]
    haze: Colour
    sun: Colour
    tint: Colour
    strength: float
    cloud: Colour = (255, 250, 240)

    @property
    def is_dim(self) -> bool:
        """Tell whether lamps are on."""
        return self.strength > DIM

    def on(self, colour: Colour, distance: float = 0) -> Colour:
        """Return a colour in this light; things at distance 1 are all haze."""
        return mix(mix(colour, self.tint, self.strength), self.haze, distance)


LIGHTS = {
    "morning": Light(
        sky=rgbs("6fa9cf a9cfdd f4e3c3 fbd9a4"),
        haze=rgb("f3dfc2"),
        sun=rgb("ffe9b8"),
        tint=rgb("ffd9a0"),
        strength=0.1,
    ),
    "noon": Light(
        sky=rgbs("4f96cf 8fc1e0 d3e8ec"),
        haze=rgb("d5e7ea"),
        sun=rgb("fff6da"),
        tint=rgb("fff4d8"),
        strength=0.05,
    ),
    "evening": Light(
        sky=rgbs("57608f b77f93 f0a36b fcd38c"),
        haze=rgb("efb68c"),
        sun=rgb("ffd27a"),
        tint=rgb("e88a4f"),
        strength=0.2,
        cloud=rgb("ffcfa3"),
    ),
    "night": Light(
        sky=rgbs("141c3c 26365f 4a5a86"),
        haze=rgb("3d4c78"),
        sun=rgb("f3e7c4"),
        tint=rgb("1c2750"),
        strength=0.55,
        cloud=rgb("5b6a95"),
    ),
    "rain": Light(
        sky=rgbs("7f8f9b a9b4b8 cfd3cf"),
        haze=rgb("c6ccca"),
        sun=rgb("f2efe2"),
        tint=rgb("7f8f9b"),
        strength=0.16,
        cloud=rgb("d9dcd8"),
    ),
}
HOURS = ("morning", "noon", "evening")


def light_at(time: str | None, dice: Dice, hours: tuple[str, ...] = HOURS) -> Light:
    return LIGHTS[time or dice.choice(hours)]


def draw_sky(canvas: Canvas, light: Light, dice: Dice, horizon: float = 60) -> None:
    frame = canvas.frame
    canvas.fill(box(frame.left - 1, frame.top - 1, frame.right + 1, horizon + 4), down(*light.sky))
    sun = dice.uniform(25, 125), horizon - dice.uniform(20, 40)
    canvas.glow(sun, 75, light.sun, 0.5)
    if light is LIGHTS["night"]:
        _draw_stars(canvas, dice, horizon)
    if light in (LIGHTS["evening"], LIGHTS["night"]):
        canvas.fill(oval(*sun, 4.2), mix(light.sun, (255, 255, 255), 0.3))
        canvas.glow(sun, 22, light.sun, 0.7)
    draw_clouds(canvas, light, dice, horizon)


def _draw_stars(canvas: Canvas, dice: Dice, horizon: float) -> None:
    for _ in range(90):
        x = dice.uniform(canvas.frame.left, canvas.frame.right)
        y = dice.uniform(canvas.frame.top, horizon - 14)
        canvas.fill(oval(x, y, dice.uniform(0.08, 0.22)), rgb("fff6d8"), dice.uniform(0.4, 0.9))


def draw_clouds(canvas: Canvas, light: Light, dice: Dice, horizon: float) -> None:
    with canvas.layer(blur=0.5, alpha=0.78) as soft:
        for x in dice.spread(dice.randint(3, 5), canvas.frame.left - 10, canvas.frame.right + 10):
            height = dice.uniform(0.1, 0.75)
            y = canvas.frame.top + (horizon - 12 - canvas.frame.top) * height
            _draw_cloud(soft, light, dice, (x, y))


def _draw_cloud(canvas: Canvas, light: Light, dice: Dice, place: Point) -> None:
    """Draw a long cloud with a lit top and a flat, hazy bottom."""
    x, y = place
    width = dice.uniform(12, 26)
    for share in dice.spread(9, -1, 1):
        r = (1 - abs(share)) * width * 0.16 + width * 0.045
        canvas.fill(oval(x + share * width * 0.8, y - r * 0.55, r * 1.35, r), light.cloud)
    low = mix(light.cloud, light.sky[1], 0.4)
    canvas.fill(oval(x, y + width * 0.03, width * 0.95, width * 0.055), low)


def draw_haze(
    canvas: Canvas, light: Light, middle: float, depth: float, alpha: float = 0.6
) -> None:
    """Draw a band of mist across the picture."""
    frame = canvas.frame
    canvas.fill(
        box(frame.left - 30, middle - depth / 3, frame.right + 30, middle + depth / 3),
        light.haze,
        alpha,
        depth / 3,
    )
