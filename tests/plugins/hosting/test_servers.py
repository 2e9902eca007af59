"""nginx and Caddy, started with what we wrote for them, serve a site as it is meant."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from plugins.hosting import caddy, nginx
from plugins.hosting.headers import FOR_EVER, FOR_MINUTES, make_rules, policy_text
from plugins.hosting.redirects import Redirect
from tests.plugins.hosting.serving import Server, command_of, free_port, open_to_all, running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OWN = {"script-src": "'self' 'wasm-unsafe-eval'"}
RULES = make_rules(hsts_days=365, policies={"tim-kiem/": OWN, "en/search/": OWN})
OLD = [Redirect("/cu.html", "/moi/", "a", 1), Redirect("/tin/họp", "/moi/", "a", 1)]
EDITIONS = ["", "en/"]
# As a voice is encoded: a tag, then frames that each begin with a sign of sync (MPEG-2, layer III).
_FRAME = b"\xff\xf3\x44\xc4" + bytes(range(140))
RECORDING = b"ID3\x04\0\0\0\0\0\0" + b"".join(_FRAME[:-2] + n.to_bytes(2) for n in range(500))
PACKED = ("moi/index.html", "moi/moi.vtt", "opensearch.xml")
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
    "feeds/feed.json": b"{}",
    "opensearch.xml": b"<OpenSearchDescription/>" * 60,
    "en/opensearch.xml": b"<OpenSearchDescription/>",
    "assets/ab/site.css": b"p{}",
    "photos/a.jpg": b"jpeg",
    "moi/moi.pdf": b"%PDF-" + bytes(range(100)),
    "moi/moi.mp3": RECORDING,
    "moi/moi.vtt": "WEBVTT\n\n00:00.000 --> 00:01.000\nĐồng chí\n".encode() * 60,
}


def make_site(folder: Path) -> Path:
    site = folder / "site"
    for name, data in FILES.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    for name in PACKED:
        (site / f"{name}.gz").write_bytes(gzip.compress(FILES[name], mtime=0))
    return site


def write_configuration(folder: Path) -> None:
    files = {
        "nginx-maps.conf": nginx.render_maps(RULES, OLD, ""),
        "nginx-server.conf": nginx.render_server(RULES, EDITIONS, ""),
        "cong-tin.caddy": caddy.render(RULES, OLD, EDITIONS, ""),
    }
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp(request.param)
    site = make_site(folder)
    write_configuration(folder)
    open_to_all(folder)
    port = free_port()
    with running(command_of(request.param, folder, folder, site, port), port, folder) as server:
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


@pytest.mark.parametrize(
    ("path", "text"),
    [("/x/", "Không thấy"), ("/assets/", "Không thấy"), ("/en/x/", "Not found")],
)
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
    ("asked", "first", "last"),
    [
        ("bytes=0-", 0, len(RECORDING) - 1),
        ("bytes=0-1023", 0, 1023),
        ("bytes=30000-30999", 30000, 30999),
        ("bytes=-128", len(RECORDING) - 128, len(RECORDING) - 1),
        (
            f"bytes={len(RECORDING) - 9}-{len(RECORDING) + 99}",
            len(RECORDING) - 9,
            len(RECORDING) - 1,
        ),
    ],
)
def test_a_player_can_move_in_a_recording(
    server: Server, asked: str, first: int, last: int
) -> None:
    # As browsers ask for sound: parts, and never packed.
    answer = server.get(
        "/moi/moi.mp3", Range=asked, Accept_Encoding="identity;q=1, *;q=0", Accept="audio/*"
    )
    assert answer.status == 206
    assert answer.headers["content-range"] == f"bytes {first}-{last}/{len(RECORDING)}"
    assert answer.body == RECORDING[first : last + 1]
    assert answer.headers["content-length"] == str(last - first + 1)
    assert answer.headers["content-type"] == "audio/mpeg"
    assert "content-encoding" not in answer.headers
    assert answer.headers["cache-control"] == FOR_MINUTES
    assert answer.headers["content-security-policy"] == policy_text()


def test_a_recording_says_that_it_has_parts_and_is_never_packed(server: Server) -> None:
    answer = server.get("/moi/moi.mp3", Accept_Encoding="gzip, br, zstd")
    assert (answer.status, answer.body) == (200, RECORDING)
    assert answer.headers["accept-ranges"] == "bytes"
    assert "content-encoding" not in answer.headers


def test_a_part_behind_the_end_of_a_recording_is_refused(server: Server) -> None:
    answer = server.get("/moi/moi.mp3", Range=f"bytes={len(RECORDING)}-")
    assert answer.status == 416
    assert answer.headers["content-range"] == f"bytes */{len(RECORDING)}"


def test_a_part_is_sent_only_of_the_recording_that_was_begun(server: Server) -> None:
    whole = server.get("/moi/moi.mp3")
    mark = whole.headers["etag"]
    same = server.get("/moi/moi.mp3", Range="bytes=0-9", If_Range=mark)
    other = server.get("/moi/moi.mp3", Range="bytes=0-9", If_Range='"another"')
    assert (same.status, len(same.body)) == (206, 10)
    assert (other.status, other.body) == (200, RECORDING)


def test_a_recording_s_text_is_one_and_may_be_packed(server: Server) -> None:
    plain, packed = server.get("/moi/moi.vtt"), server.get("/moi/moi.vtt", Accept_Encoding="gzip")
    assert plain.headers["content-type"].startswith("text/vtt")
    assert plain.body == FILES["moi/moi.vtt"] == gzip.decompress(packed.body)
    assert packed.headers["content-type"] == plain.headers["content-type"]


def test_the_description_of_the_search_is_packed_and_missing_files_have_a_page(
    server: Server,
) -> None:
    packed = server.get("/opensearch.xml", Accept_Encoding="gzip")
    assert gzip.decompress(packed.body) == FILES["opensearch.xml"]
    missing = server.get("/moi/opensearch.xml")
    assert (missing.status, missing.body.decode()) == (404, "Không thấy")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/opensearch.xml", "application/opensearchdescription+xml"),
        ("/en/opensearch.xml", "application/opensearchdescription+xml"),
        ("/feeds/atom.xml", "application/atom+xml"),
        ("/feeds/tin-tuc.rss.xml", "application/rss+xml"),
        ("/feeds/feed.json", "application/feed+json"),
    ],
)
def test_feeds_and_the_search_say_what_they_are(server: Server, path: str, kind: str) -> None:
    assert server.get(path).headers["content-type"].startswith(kind)
