"""From an order to a JPEG."""

from __future__ import annotations

from io import BytesIO

from tools.illustrations.canvas import Canvas
from tools.illustrations.finish import finished
from tools.illustrations.order import RATIOS, Order
from tools.illustrations.scenes import SCENES

QUALITY = 85


def picture_of(order: Order) -> bytes:
    """Return the JPEG that an order asks for; the same order gives the same bytes."""
    canvas = Canvas.blank(RATIOS[order.ratio], order.width_px)
    SCENES[order.scene](canvas, order)
    file = BytesIO()
    photo = finished(canvas.image, order.seed)
    photo.save(file, "JPEG", quality=QUALITY, progressive=True, optimize=True)
    return file.getvalue()
