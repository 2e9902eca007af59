"""A body for feed readers: full addresses, and nothing that only our own pages use."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from plugins.core.html import parse, serialise

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.html import HtmlElement

_ADDRESSES = ("href", "src")
_SRCSET_ITEM = re.compile(r"(^|,\s*)(/[^\s,]+)")


# A new article is in six feeds: those of the edition and of its category, in three formats each.
@lru_cache(maxsize=512)
def make_portable(html: str, page_url: str, absolute: Callable[[str], str]) -> str:
    """Return the body with absolute addresses, without sentence spans and hooks for scripts.

    Links within the body lead to the page at `page_url`: a feed reader shows many bodies at once.
    """
    tree = parse(html)
    for element in list(tree.iter()):
        if isinstance(element.tag, str):
            _make_addresses_absolute(element, page_url, absolute)
            _drop_hooks(element)
    return serialise(tree)


def _make_addresses_absolute(
    element: HtmlElement, page_url: str, absolute: Callable[[str], str]
) -> None:
    for name in _ADDRESSES:
        address = element.get(name, "")
        if address.startswith("#"):
            element.set(name, page_url + address)
        elif address.startswith("/") and not address.startswith("//"):
            element.set(name, absolute(address))
    srcset = element.get("srcset")
    if srcset:
        element.set("srcset", _SRCSET_ITEM.sub(lambda m: m[1] + absolute(m[2]), srcset))


def _drop_hooks(element: HtmlElement) -> None:
    for name in [name for name in element.attrib if str(name).startswith("data-")]:
        del element.attrib[name]
    if element.tag == "span" and element.get("class") == "s":
        if element.get("lang"):
            del element.attrib["class"]
            element.attrib.pop("id", None)
        else:
            element.drop_tag()
