"""Where the site's glossary is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GlossarySettings:
    """`file` is the glossary, below the content folder."""

    file: str = "glossary.yml"
