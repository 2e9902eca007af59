"""What findings depend on besides the files."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.core.artifacts import digest

if TYPE_CHECKING:
    from plugins.audit.site import Site

_LIBRARIES = ("lxml", "pillow")


def recipe_for(site: Site) -> str:
    """Return the digest of the checks' code, of what they read with, and of the site's address."""
    code = (path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    return digest(sys.version, site.address, site.base_path, *map(version, _LIBRARIES), *code)
