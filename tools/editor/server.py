"""The preview's server with the editing page at /admin/, on this machine only."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from plugins.editing import PLACE
from tools.serve.files import find_file, media_type
from tools.serve.server import PreviewHandler, PreviewServer

if TYPE_CHECKING:
    from pathlib import Path

    from tools.serve.live import LiveSite

_PREFIX = f"/{PLACE}/"


class EditorServer(PreviewServer):
    """Serves the built site, and the editing page's folder `editor` at /admin/."""

    def __init__(self, root: Path, live: LiveSite, port: int, editor: Path) -> None:
        self.editor = editor
        super().__init__(root, live, port)
        self.RequestHandlerClass = EditorHandler


class EditorHandler(PreviewHandler):
    """Answers from the editing page's folder what lies below /admin/."""

    server: EditorServer

    def _send_from_site(self) -> None:
        path = self.path.partition("?")[0]
        if path == _PREFIX.rstrip("/"):
            self._send(b"", HTTPStatus.MOVED_PERMANENTLY, {"Location": _PREFIX})
        elif path.startswith(_PREFIX):
            self._send_from_editor(path.removeprefix(_PREFIX.rstrip("/")))
        else:
            super()._send_from_site()

    def _send_from_editor(self, path: str) -> None:
        found = find_file(self.server.editor, path).path
        if found is None:
            self._send_not_found()
        else:
            # Without the script that reloads pages: a form half filled in must stay.
            self._send(found.read_bytes(), HTTPStatus.OK, {"Content-Type": media_type(found)})
