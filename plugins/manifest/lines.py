"""The manifest's lines, as `sha256sum --check` reads them."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAME = "manifest.sha256"

_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


class ManifestError(ValueError):
    """A line of a manifest is no sum and name; the message tells which."""


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file, in 64 hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def render_manifest(sums: Mapping[str, str]) -> str:
    """Return the manifest of sums by their files' names, in the names' order."""
    return "".join(f"{sums[name]}  {name}\n" for name in sorted(sums))


def read_manifest(text: str) -> dict[str, str]:
    """Return the sums by names. Raises ManifestError for a line of another form."""
    sums = {}
    for number, line in enumerate(text.splitlines(), 1):
        match = _LINE.fullmatch(line)
        if not match:
            message = f"{NAME}:{number}: {line!r}"
            raise ManifestError(message)
        sums[match[2]] = match[1]
    return sums
