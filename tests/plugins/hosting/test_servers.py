"""nginx and Caddy, started with what we wrote for them, serve a site as it is meant."""

from __future__ import annotations

import gzip
import http.client
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import pytest

from plugins.hosting import caddy, nginx
from plugins.hosting.headers import FOR_EVER, FOR_MINUTES, make_rules, policy_text
from plugins.hosting.redirects import Redirect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OWN = {"script-src": "'self' 'wasm-unsafe-eval'"}
RULES = make_rules(hsts_days=365, policies={"tim-kiem/": OWN, "en/search/": OWN})
OLD = [Redirect("/cu.html", "/moi/", "a", 1), Redirect("/tin/họp", "/moi/", "a", 1)]
EDITIONS = ["", "en/"]
FILES = {
    "index.html": b"<p>Trang ch\xe1\xbb\xa7</p>",
    "404.html": b"Kh\xc3\xb4ng th\xe1\xba\xa5y",
    "en/404.html": b"Not found",
    "moi/index.html": b"new " * 400,
    "tim-kiem/index.html": b"<p>search</p>",
    "en/search/index.html": b"<p>search</p>",
    "search-index/vi/ab/pagefind.js": b"1;",
    "feeds/atom.xml": b"<feed/>",
    "feeds/tin-tuc.rss.xml": b"<rss/>",
    "assets/ab/site.css": b"p{}",
    "photos/a.jpg": b"jpeg",
    "moi/moi.pdf": b"%PDF-" + bytes(range(100)),
}


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


def make_site(folder: Path) -> Path:
    site = folder / "site"
    for name, data in FILES.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    packed = gzip.compress(FILES["moi/index.html"], mtime=0)
    (site / "moi/index.html.gz").write_bytes(packed)
    return site


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
    include {folder}/maps.conf;
    server {{
        listen 127.0.0.1:{port};
        root {folder}/site;
        include {folder}/server.conf;
    }}
}}
"""


def start_nginx(folder: Path, port: int) -> list[str]:
    (folder / "maps.conf").write_text(nginx.render_maps(RULES, OLD, ""), "utf-8")
    (folder / "server.conf").write_text(nginx.render_server(RULES, EDITIONS, ""), "utf-8")
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, port=port), "utf-8")
    return [str(shutil.which("nginx", path="/usr/sbin:/usr/bin")), "-c", str(folder / "nginx.conf")]


def start_caddy(folder: Path, port: int) -> list[str]:
    snippet = caddy.render(RULES, OLD, EDITIONS, "")
    own = "{\n    admin off\n    auto_https off\n}\n"
    site = f"http://127.0.0.1:{port} {{\n    root * {folder}/site\n    import cong_tin\n}}\n"
    (folder / "Caddyfile").write_text(own + snippet + site, "utf-8")
    return [str(shutil.which("caddy")), "run", "--config", str(folder / "Caddyfile")]


STARTERS = {"nginx": start_nginx, "caddy": start_caddy}


@pytest.fixture(scope="module", params=STARTERS)
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp(request.param)
    make_site(folder)
    # nginx's worker is another user, who may not look into root's temporary folders.
    for parent in (folder, *folder.parents[:-2]):
        parent.chmod(parent.stat().st_mode | 0o055)
    port = free_port()
    with running(STARTERS[request.param](folder, port), port, folder) as server:
        yield server


def test_every_page_is_sent_with_every_header(server: Server) -> None:
    answer = server.get("/")
    assert answer.status == 200
    assert answer.headers["content-type"].replace(" ", "").lower() == "text/html;charset=utf-8"
    for name, value in RULES[0].headers:
        assert answer.headers[name.lower()] == value
    assert answer.headers["cache-control"] == FOR_MINUTES


@pytest.mark.parametrize(
    ("path", "sharing"),
    [
        ("/assets/ab/site.css", "same-origin"),
        ("/search-index/vi/ab/pagefind.js", "same-origin"),
        ("/photos/a.jpg", "cross-origin"),
    ],
)
def test_what_never_changes_is_kept_for_ever(server: Server, path: str, sharing: str) -> None:
    answer = server.get(path)
    assert answer.headers["cache-control"] == FOR_EVER
    assert answer.headers["cross-origin-resource-policy"] == sharing
    assert answer.headers["content-security-policy"] == policy_text()


@pytest.mark.parametrize("path", ["/tim-kiem/", "/tim-kiem/?q=a", "/en/search/"])
def test_a_page_with_a_policy_of_its_own_is_sent_that_one_alone(server: Server, path: str) -> None:
    # Two policies would both hold, and the stricter one would win.
    answers = server.get_all(path)
    assert [value for name, value in answers if name == "content-security-policy"] == [
        policy_text(OWN)
    ]


@pytest.mark.parametrize(("path", "text"), [("/x/", "Không thấy"), ("/en/x/", "Not found")])
def test_an_address_that_leads_nowhere_is_answered_in_its_language(
    server: Server, path: str, text: str
) -> None:
    answer = server.get(path)
    assert answer.status == 404
    assert answer.body.decode() == text
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/cu.html", "/tin/h%E1%BB%8Dp"])
def test_an_old_address_leads_to_the_new_one(server: Server, path: str) -> None:
    answer = server.get(path)
    assert (answer.status, answer.headers["location"]) == (301, "/moi/")


def test_a_packed_copy_is_sent_to_whom_can_read_it(server: Server) -> None:
    plain, packed = server.get("/moi/"), server.get("/moi/", Accept_Encoding="gzip")
    assert plain.body == FILES["moi/index.html"]
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body


def test_a_part_of_a_pdf_can_be_asked_for(server: Server) -> None:
    answer = server.get("/moi/moi.pdf", Range="bytes=0-4")
    assert (answer.status, answer.body) == (206, b"%PDF-")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/feeds/atom.xml", "application/atom+xml"),
        ("/feeds/tin-tuc.rss.xml", "application/rss+xml"),
    ],
)
def test_feeds_say_what_they_are(server: Server, path: str, kind: str) -> None:
    assert server.get(path).headers["content-type"].startswith(kind)
