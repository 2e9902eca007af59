"""Debian's nginx and Caddy, started on a free port of 127.0.0.1 and ended with the block."""

from __future__ import annotations

import http.client
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NGINX = """\
daemon off;
worker_processes 1;
pid {folder}/pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
    uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
    include {configuration}/nginx-maps.conf;
    server {{
        listen 127.0.0.1:{port};
        root {root};
        include {configuration}/nginx-server.conf;
    }}
}}
"""


CADDY = """\
{{
    admin off
    auto_https off
}}
import {configuration}/cong-tin.caddy
http://127.0.0.1:{port} {{
    root * {root}
    import cong_tin
}}
"""


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


class Server(NamedTuple):
    port: int

    def get(self, path: str, **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request("GET", path, headers=named)
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, found, response.read())
        finally:
            connection.close()

    def get_all(self, path: str) -> list[tuple[str, str]]:
        """Return every header of an answer, those sent twice too."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", path)
            return [(name.lower(), value) for name, value in connection.getresponse().getheaders()]
        finally:
            connection.close()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@contextmanager
def running(command: list[str], port: int, folder: Path) -> Iterator[Server]:
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": str(folder)}
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=environment, cwd=folder)
    try:
        wait_for(port, process, folder / "log")
        yield Server(port)
    finally:
        process.terminate()
        process.wait(timeout=10)


def wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(400):
        if process.poll() is not None:
            break
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail(log.read_text("utf-8"))


def command_of(name: str, folder: Path, configuration: Path, root: Path, port: int) -> list[str]:
    """Return the command that starts a server with what the build wrote in `configuration`."""
    values = {"folder": folder, "configuration": configuration, "root": root, "port": port}
    path = folder / "server.conf"
    path.write_text((NGINX if name == "nginx" else CADDY).format(**values), "utf-8")
    if name == "nginx":
        return [str(shutil.which("nginx", path="/usr/sbin:/usr/bin")), "-c", str(path)]
    return [str(shutil.which("caddy")), "run", "--adapter", "caddyfile", "--config", str(path)]


def open_to_all(*folders: Path) -> None:
    """Let nginx's worker, who is another user, look into root's temporary folders."""
    for folder in folders:
        for one in (folder, *folder.parents[:-2]):
            one.chmod(one.stat().st_mode | 0o055)
