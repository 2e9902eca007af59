"""Markdown rendered as a build does."""

from __future__ import annotations

from plugins.core.markup import Renderer
from plugins.core.text import clean

RENDERERS = {lang: Renderer(lang) for lang in ("vi", "en")}


def render(text: str, lang: str = "vi") -> str:
    return RENDERERS[lang].render(clean(text))
