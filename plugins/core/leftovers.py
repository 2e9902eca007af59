"""What no feature took up: links and pictures of a body that lead to files nobody publishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.core.links import is_local

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def drop_leftovers(tree: HtmlElement) -> None:
    """Unwrap links that lead nowhere, and take away pictures that are nowhere, with their frames.

    By now features have given their files' addresses: a relative one is of a file that stays at
    home, and a link without one has lost it to the sanitiser.
    """
    for link in list(tree.iter("a")):
        href = link.get("href")
        if href is None or is_local(href):
            link.drop_tag()
    for image in list(tree.iter("img")):
        if is_local(image.get("src") or "."):
            _drop_with_empty_frames(image, tree)


def _drop_with_empty_frames(element: HtmlElement, tree: HtmlElement) -> None:
    frame = element.getparent()
    element.drop_tree()
    if (
        frame is not None
        and frame is not tree
        and not len(frame)
        and not (frame.text or "").strip()
    ):
        _drop_with_empty_frames(frame, tree)
