"""Builds, serves, and builds again on each change, until Ctrl-C.

Usage: python -m tools.serve [--port 8000] -- the command that builds the site into output/
"""

from __future__ import annotations

import argparse
import signal
import sys
from contextlib import closing
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from tools.serve.live import LiveSite
from tools.serve.mirror import Mirror
from tools.serve.resident import make_builder
from tools.serve.server import PreviewServer
from tools.serve.watching import watch_sources

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tools.serve.resident import Builder

OUTPUT = Path("output")
# The last good build, which stays up while the next one writes or fails.
PREVIEW = Path(".cache/preview")


def main(
    arguments: Sequence[str] | None = None,
    make_server: Callable[[Path, LiveSite, int], PreviewServer] = PreviewServer,
) -> int:
    options = _parse(arguments)
    # A terminal or service that ends politely is answered as Ctrl-C is.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    live, stop = LiveSite(), Event()
    try:
        server = make_server(PREVIEW, live, options.port)
    except OSError:
        return _explain_busy_port(options.port)
    with server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            with closing(make_builder(options.command)) as builder:
                _follow_changes(server, builder, stop)
        except KeyboardInterrupt:
            print("\n→ Đã dừng.", flush=True)
        finally:
            stop.set()
            live.close()
            server.shutdown()
    return 0


def _follow_changes(server: PreviewServer, builder: Builder, stop: Event) -> None:
    changed = Event()
    changed.set()
    watch_sources(Path.cwd(), changed, stop)
    mirror = Mirror(OUTPUT, server.root)
    while True:
        changed.wait()
        # Cleared before the build: a change during it asks for another.
        changed.clear()
        _rebuild(server, builder, mirror)


def _rebuild(server: PreviewServer, builder: Builder, mirror: Mirror) -> None:
    shown: list[str] = []

    def show() -> None:
        mirror.update()
        server.live.report_good_build()
        shown.append(server.live.state.version)

    result = builder.build(show)
    print(result.text, flush=True)
    if result.is_good:
        mirror.update()
        # A page that somebody reads by now is not loaded again for what it does not show.
        if not shown:
            server.live.report_good_build()
        print(f"→ Đã dựng xong: {server.address}", flush=True)
    else:
        server.live.report_failed_build(result.text)
        print(f"→ Chưa dựng được, giữ bản trước: {server.address}", flush=True)


def _explain_busy_port(port: int) -> int:
    print(
        f"Cổng {port} đang bận. Hãy chọn cổng khác: make serve PORT={port + 1}\n"
        f"Port {port} is in use. Choose another: make serve PORT={port + 1}",
        file=sys.stderr,
    )
    return 1


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tools.serve", description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("command", nargs="+")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
