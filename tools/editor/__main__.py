"""Makes the editing page and serves it at /admin/, beside the preview of the site.

Usage: python -m tools.editor --only-page
       python -m tools.editor [--port 8000] -- the command that builds the site into output/
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.core.settings import SettingsError
from tools.check.site import open_site
from tools.editor.bundling import make_page
from tools.editor.server import EditorServer
from tools.serve.__main__ import main as serve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.serve.live import LiveSite

_ONLY_PAGE = "--only-page"
SETTINGS = Path("pelicanconf.py")


def main(arguments: Sequence[str] | None = None) -> int:
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        folder = make_page(open_site(SETTINGS).build)
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 1
    if given == [_ONLY_PAGE]:
        print(f"→ Trang soạn bài / the editing page: {folder}")
        return 0
    return serve(given, partial(_start, folder))


def _start(folder: Path, root: Path, live: LiveSite, port: int) -> EditorServer:
    return EditorServer(root, live, port, folder)


if __name__ == "__main__":
    sys.exit(main())
