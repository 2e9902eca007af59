"""A picture in units of its own: shapes, light and layers, at any size and format."""

from __future__ import annotations

import math
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from tools.illustrations.colour import Gradient
from tools.illustrations.gradients import CHANNELS, shaded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tools.illustrations.colour import Colour, Paint
    from tools.illustrations.shapes import Point

# Scenes are composed on a stage of 150 × 100 units. Another format shows a frame of the same area
# around the same middle, so that nothing changes its size: an upright picture sees more sky.
STAGE = (150.0, 100.0)
SUPERSAMPLING = 2
Box = tuple[int, int, int, int]
# Pillow's radial gradient has this value where its circle meets the square's edges.
RIM = 178
# A layer that blurs more than this is drawn at half the size: no detail is left to lose.
SOFT_PX = 4
# How light falls off from the middle (0) to the rim: quickly, then slowly.
FALLOFF = [round(255 * max(0.0, 1 - value / RIM) ** 1.7) for value in range(256)]


@dataclass(frozen=True, slots=True)
class Frame:
    """What the picture shows of the world, in units."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def of_ratio(cls, ratio: float) -> Frame:
        """Return the frame of a format, `ratio` being width by height."""
        width = math.sqrt(STAGE[0] * STAGE[1] * ratio)
        height = width / ratio
        left, top = (STAGE[0] - width) / 2, (STAGE[1] - height) * 0.6
        return cls(left, top, left + width, top + height)


@dataclass(frozen=True, slots=True)
class View:
    """Where local units lie on the image: pixels = place + units * scale; flipped mirrors x."""

    x_px: float
    y_px: float
    scale: float
    mirror: int = 1

    def pixels(self, point: Point) -> Point:
        return (
            self.x_px + point[0] * self.scale * self.mirror,
            self.y_px + point[1] * self.scale,
        )


def _bounds(points: Sequence[Point], margin: float, size: tuple[int, int]) -> Box | None:
    """Return the part of the image that the points can touch, or None when they are outside."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    left, top = max(0, math.floor(min(xs) - margin)), max(0, math.floor(min(ys) - margin))
    right = min(size[0], math.ceil(max(xs) + margin) + 1)
    bottom = min(size[1], math.ceil(max(ys) + margin) + 1)
    return (left, top, right, bottom) if left < right and top < bottom else None


def _mask(points: Sequence[Point], area: Box, blur_px: float, alpha: float) -> Image.Image:
    """Return how much of the shape each pixel of the area takes; soft shapes are drawn small."""
    small = max(1, int(blur_px / 3))
    size = area[2] - area[0], area[3] - area[1]
    mask = Image.new("L", (-(-size[0] // small), -(-size[1] // small)), 0)
    outline = [((x - area[0]) / small, (y - area[1]) / small) for x, y in points]
    ImageDraw.Draw(mask).polygon(outline, fill=round(255 * alpha))
    if blur_px:
        mask = mask.filter(ImageFilter.GaussianBlur(blur_px / small))
    return mask if small == 1 else mask.resize(size, Image.Resampling.BICUBIC)


class Canvas:
    """A place to draw. `image` has four channels, see CHANNELS."""

    def __init__(self, image: Image.Image, view: View, frame: Frame) -> None:
        self.image = image
        self.view = view
        self.frame = frame
        self._draw = ImageDraw.Draw(image)

    @classmethod
    def blank(cls, ratio: float, width_px: int) -> Canvas:
        frame = Frame.of_ratio(ratio)
        scale = width_px * SUPERSAMPLING / (frame.right - frame.left)
        size = width_px * SUPERSAMPLING, round(width_px / ratio) * SUPERSAMPLING
        view = View(-frame.left * scale, -frame.top * scale, scale)
        return cls(Image.new(CHANNELS, size, (255, 255, 255, 255)), view, frame)

    def at(self, x: float, y: float, size: float = 1, *, flip: bool = False) -> Canvas:
        """Return the same picture in units that begin at a point and are `size` times as long."""
        x_px, y_px = self.view.pixels((x, y))
        mirror = -self.view.mirror if flip else self.view.mirror
        return Canvas(self.image, View(x_px, y_px, self.view.scale * size, mirror), self.frame)

    def fill(self, shape: Sequence[Point], paint: Paint, alpha: float = 1, blur: float = 0) -> None:
        """Paint a shape; `blur` is in units and softens its outline."""
        points = [self.view.pixels(point) for point in shape]
        if not isinstance(paint, Gradient) and alpha == 1 and not blur:
            self._draw.polygon(points, fill=(*paint, 255))
            return
        blur_px = blur * self.view.scale
        area = _bounds(points, 2.5 * blur_px, self.image.size)
        if area is None:
            return
        mask = _mask(points, area, blur_px, alpha)
        self.image.paste(self._source(paint, area), area, mask)

    @staticmethod
    def _source(paint: Paint, area: Box) -> Image.Image | tuple[int, int, int, int]:
        if not isinstance(paint, Gradient):
            return (*paint, 255)
        return shaded((area[2] - area[0], area[3] - area[1]), paint)

    def glow(self, middle: Point, radius: float, colour: Colour, alpha: float = 0.6) -> None:
        """Add light that fades out towards the radius."""
        x, y = self.view.pixels(middle)
        r = max(2, round(radius * self.view.scale))
        left, top = round(x) - r, round(y) - r
        light = Image.radial_gradient("L").point(FALLOFF).resize((2 * r, 2 * r))
        channels = [light.point(lambda v, c=c: v * c * alpha / 255) for c in colour]
        added = Image.merge(CHANNELS, [*channels, Image.new("L", light.size, 0)])
        area = (left, top, left + 2 * r, top + 2 * r)
        whole = ImageChops.screen(self.image.crop(area), added)
        self.image.paste(whole, (left, top))

    def mirror(self, waterline: float, depth: float, alpha: float) -> None:
        """Reflect what is above the waterline in the water below, fainter with the depth."""
        width, top = self.image.width, round(self.view.pixels((0, waterline))[1])
        high = min(round(depth * self.view.scale), top, self.image.height - top)
        above = self.image.crop((0, top - high, width, top))
        image = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        image = image.filter(ImageFilter.GaussianBlur(self.view.scale * 0.35))
        fading = shaded((width, high), Gradient(((255, 0, 0), (0, 0, 0)))).getchannel(0)
        self.image.paste(image, (0, top), fading.point(lambda value: value * alpha))

    @contextmanager
    def inset(self, left: float, top: float, right: float, bottom: float) -> Iterator[Canvas]:
        """Give a canvas that shows the same place, but cannot paint outside the box."""
        x0, y0 = (round(v) for v in self.view.pixels((left, top)))
        x1, y1 = (round(v) for v in self.view.pixels((right, bottom)))
        part = self.image.crop((x0, y0, x1, y1))
        view = self.view
        moved = View(view.x_px - x0, view.y_px - y0, view.scale, view.mirror)
        yield Canvas(part, moved, self.frame)
        self.image.paste(part, (x0, y0))

    @contextmanager
    def layer(self, blur: float = 0, alpha: float = 1) -> Iterator[Canvas]:
        """Give a canvas of its own, laid over this one at the end, blurred and see-through."""
        blur_px = blur * self.view.scale
        small = 2 if blur_px > SOFT_PX else 1
        size = self.image.width // small, self.image.height // small
        view = self.view
        local = View(view.x_px / small, view.y_px / small, view.scale / small, view.mirror)
        upper = Canvas(Image.new(CHANNELS, size, (0, 0, 0, 0)), local, self.frame)
        yield upper
        image = upper.image
        if blur_px:
            image = image.filter(ImageFilter.GaussianBlur(blur_px / small))
        self._lay(image.resize(self.image.size, Image.Resampling.BILINEAR), alpha)

    def _lay(self, image: Image.Image, alpha: float) -> None:
        if alpha < 1:
            image = image.point(lambda value: value * alpha)
        rest = ImageChops.invert(image.getchannel("K"))
        below = ImageChops.multiply(self.image, Image.merge(CHANNELS, [rest] * 4))
        self.image.paste(ImageChops.add(below, image))
