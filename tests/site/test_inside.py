"""Whatever names, links and the environment say: nothing leaves the output, no secret enters it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.site.building import PROJECT, Pelican, make_photo, run_pelican

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

HEAD = (
    "---\ntitle: {title}\ndate: 20/01/2026\ncategory: Tin tức\nsummary: Bài “{title}”.\n{more}---\n"
)
SECRET = "mat-khau-7f3a9c51"  # noqa: S105 - the secret that must not be found


def write(content: Path, place: str, body: str = "Nội dung.\n", more: str = "") -> Path:
    path = content / place / "index.md"
    path.parent.mkdir(parents=True)
    path.write_text(HEAD.format(title="Họp báo", more=more) + body, "utf-8")
    return path


def files_of(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*")}


def told_by(done: subprocess.CompletedProcess[str]) -> str:
    told = done.stdout + done.stderr
    assert "Traceback" not in told, told
    return told


NAMES = {
    "con": "con-0",
    "Nul": "nul-0",
    "COM1": "com1-0",
    "Côn": None,
    "hop bao. ": "hop-bao",
    "...": "bai",
    "a\x01b\tc": "a-b-c",
    "-rf": "rf",
    "%2e%2e": "2e-2e",
    "..%2f..%2fetc": "2f-2fetc",
    "d" * 255: "d" * 200,
    "Ủy ban " * 25: None,
}


def test_strange_names_of_folders_become_plain_ones(tmp_path: Path) -> None:
    content, output = tmp_path / "site/content", tmp_path / "site/output"
    expected = {}
    for day, (name, slug) in enumerate(NAMES.items(), 1):
        path = write(content, f"2026/{name}", more=f"tags: ['{day} {'thẻ dài ' * 60}', nul]\n")
        path.write_text(path.read_text("utf-8").replace("20/01", f"{day:02}/01"), "utf-8")
        if slug:
            expected[day] = slug
    before = files_of(tmp_path) - files_of(content)
    done = run_pelican(content, output, "--fatal=errors")
    assert done.returncode == 0, told_by(done)
    for day, slug in expected.items():
        assert (output / f"2026/01/{day:02}/{slug}/index.html").is_file(), slug
    assert all(name.startswith("site/") for name in files_of(tmp_path) - before)
    for name in files_of(output):
        for part in name.split("/"):
            assert len(part.encode()) <= 255
            assert part.isascii()
            assert part.isprintable()
            assert not part.endswith((".", " "))
            assert part.partition(".")[0].lower() not in {"con", "nul", "com1"}


_FILE = "attachments: [{file: "
MESSAGES = {
    "alias-form": "không dùng được.",
    "alias-taken": "đang là địa chỉ của một trang.",
    "attachment-outside": "nằm ngoài thư mục của bài viết.",
    "attachment-missing": "không có trong thư mục.",
    "link-missing": "không dẫn đến tệp nào.",
    "photo-path": "Đường dẫn ảnh “",
    "photo-missing": "không có trong thư mục.",
}
ESCAPES = {
    "an alias upwards": ("", "aliases: [/../../thoat.html, /a/../../thoat]\n", "alias-form"),
    "an encoded alias upwards": ("", "aliases: ['/%2e%2e/%2e%2e/thoat.html']\n", "alias-form"),
    "an alias of another host": ("", "aliases: [//evil.example/x]\n", "alias-form"),
    "an alias with NUL": ("", 'aliases: ["/a%00b"]\n', "alias-form"),
    "an alias of 300 letters": ("", f"aliases: [/{'a' * 300}]\n", "alias-form"),
    "an alias that is a device": ("", "aliases: [/con/x, /aux.html]\n", "alias-form"),
    "an alias of the site's own file": (
        "",
        "aliases: [/robots.txt, /feeds/atom.xml]\n",
        "alias-taken",
    ),
    "an attachment upwards": ("", _FILE + "../../../mat.pdf, title: A}]\n", "attachment-outside"),
    "an absolute attachment": ("", _FILE + "/etc/passwd, title: A}]\n", "attachment-outside"),
    "an attachment that is a link out": (
        "",
        _FILE + "link.pdf, title: A}]\n",
        "attachment-outside",
    ),
    "an attachment with NUL": ("", _FILE + '"a\\0.pdf", title: A}]\n', "attachment-missing"),
    "an attachment of 300 letters": (
        "",
        _FILE + f"{'a' * 300}.pdf, title: A}}]\n",
        "attachment-missing",
    ),
    "a link upwards": ("[a](../../../mat.pdf)\n", "", "attachment-outside"),
    "an encoded link upwards": ("[a](%2e%2e/%2e%2e/%2e%2e/mat.pdf)\n", "", "attachment-outside"),
    "a link to a link out": ("[a](link.pdf)\n", "", "attachment-outside"),
    "a link to a source outside": ("[a](../../../mat.md)\n", "", "link-missing"),
    "a link of 300 letters": (f"[a]({'a' * 300}.pdf)\n", "", "link-missing"),
    "a link with NUL": ("[a](a%00.pdf)\n", "", "link-missing"),
    "a photo upwards": ("![Ảnh mật](../../../mat.jpg)\n", "", "photo-path"),
    "an absolute photo": ("![Ảnh mật](/etc/passwd)\n", "", "photo-path"),
    "a photo that is a link out": ("![Ảnh mật](link.jpg)\n", "", "photo-path"),
    "a cover upwards": ("", "cover: ../../../mat.jpg\n", "photo-path"),
    "a photo with NUL": ("![Ảnh mật](a%00.jpg)\n", "", "photo-missing"),
    "a photo of 300 letters": (f"![Ảnh mật]({'a' * 300}.jpg)\n", "", "photo-missing"),
}


def test_whatever_leads_out_is_a_problem_and_nothing_is_published(tmp_path: Path) -> None:
    content, output = tmp_path / "site/content", tmp_path / "site/output"
    secrets = tmp_path / "site"
    secrets.mkdir()
    (secrets / "mat.pdf").write_bytes(b"%PDF-1.7 " + SECRET.encode())
    (secrets / "mat.md").write_text(SECRET, "utf-8")
    make_photo(secrets / "mat.jpg", 3)
    for number, (body, more, _) in enumerate(ESCAPES.values()):
        path = write(content, f"2026/bai-{number:02}", body or "Nội dung.\n", more)
        for kind in ("pdf", "jpg"):
            (path.parent / f"link.{kind}").symlink_to(secrets / f"mat.{kind}")
    linked = content / "2026/mat/index.md"
    linked.parent.mkdir()
    linked.symlink_to(secrets / "mat.md")
    outside = files_of(tmp_path)
    done = run_pelican(content, output, "--fatal=errors")
    told = told_by(done)
    assert done.returncode != 0
    for number, case in enumerate(ESCAPES):
        assert f"content/2026/bai-{number:02}/index.md:" in told, case
    for code in {code for _, _, code in ESCAPES.values()}:
        assert MESSAGES[code] in told
    assert "content/2026/mat/index.md:1 — Tệp là liên kết tượng trưng" in told
    assert SECRET not in told
    new = {name for name in files_of(tmp_path) - outside if "/cache" not in name}
    assert not [n for n in new if n.endswith((".html", ".pdf")) or "thoat" in n], new


def test_folders_that_are_links_end_the_build_before_they_are_followed(tmp_path: Path) -> None:
    content = tmp_path / "content"
    write(content, "2026/hop-bao")
    (content / "2026/vong").symlink_to("..")
    (content / "2026/vong-2").symlink_to("..")
    (content / "2026/ngoai").symlink_to("/etc")
    done = run_pelican(content, tmp_path / "output", "--fatal=errors")
    told = told_by(done)
    assert done.returncode != 0
    for name in ("vong", "vong-2", "ngoai"):
        assert f"content/2026/{name}:1 — Thư mục là liên kết tượng trưng." in told


@pytest.fixture(scope="module")
def built_with_secrets(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the output of the tiny site, built in an environment that is full of secrets."""
    folder = tmp_path_factory.mktemp("noi-mat-8d1e")
    names = ("API_TOKEN", "CI_JOB_TOKEN", "AWS_SECRET_ACCESS_KEY", "USER", "LOGNAME", "HOSTNAME")
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(dict.fromkeys(names, SECRET))
    try:
        done = Pelican(cache=folder / "cache").run(tiny / "content", folder / "output")
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.__setitem__(name, value)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "output"


def test_no_secret_of_the_environment_and_no_path_of_the_machine_is_published(
    built_with_secrets: Path, tiny: Path
) -> None:
    home = os.path.expanduser("~")  # noqa: PTH111 - as text
    hidden = [
        SECRET,
        str(PROJECT),
        str(tiny),
        built_with_secrets.parent.name,
        "site-packages",
        f"{home}/",
    ]
    files = [p for p in built_with_secrets.rglob("*") if p.is_file()]
    assert len(files) > 100
    for path in files:
        data = path.read_bytes()
        assert [one for one in hidden if one.encode() in data] == [], path
