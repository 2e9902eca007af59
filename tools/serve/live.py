"""What open pages must know to show the newest site: which build it is, and what is wrong."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass
from threading import Condition

SCRIPT_URL = "/__reload.js"
STYLES_URL = "/__reload.css"
EVENTS_URL = "/__reload"


@dataclass(frozen=True, slots=True)
class LiveState:
    """The last good build, by a name that no other has, and the problems of a failed one since."""

    version: str = ""
    problems: str = ""

    def as_event(self) -> bytes:
        """Return this state as one server-sent event (HTML Living Standard, section 9.2)."""
        return f"data: {json.dumps(asdict(self))}\n\n".encode()


class LiveSite:
    """The present state, and those who wait for the next."""

    def __init__(self) -> None:
        self._condition = Condition()
        self._state = LiveState(version=_new_version())
        self._is_closed = False

    @property
    def state(self) -> LiveState:
        return self._state

    @property
    def is_closed(self) -> bool:
        return self._is_closed

    def report_good_build(self) -> None:
        self._replace(LiveState(version=_new_version()))

    def report_failed_build(self, problems: str) -> None:
        self._replace(LiveState(version=self._state.version, problems=problems))

    def close(self) -> None:
        """Send away all who wait."""
        with self._condition:
            self._is_closed = True
            self._condition.notify_all()

    def wait_for_other(self, known: LiveState | None, timeout_s: float) -> LiveState | None:
        """Return the state once it is not the `known` one; None after the timeout or the end."""
        with self._condition:
            is_other = self._condition.wait_for(
                lambda: self._is_closed or self._state != known, timeout_s
            )
            return self._state if is_other and not self._is_closed else None

    def _replace(self, state: LiveState) -> None:
        with self._condition:
            self._state = state
            self._condition.notify_all()


def _new_version() -> str:
    # Pages stay open while the server restarts, so counting from one would repeat a name.
    return str(time.time_ns())


def with_reload_script(html: bytes, version: str) -> bytes:
    """Return the page with the script that reloads it, as the last thing in its head.

    An external script, so that the page's strict content security policy still holds.
    """
    script = f'<script src="{SCRIPT_URL}" data-version="{version}" defer></script>'.encode()
    head_end = html.lower().find(b"</head>")
    place = head_end if head_end >= 0 else len(html)
    return html[:place] + script + html[place:]
