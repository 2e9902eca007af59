"""Old addresses lead to pages that are there, from places that are free."""

from __future__ import annotations

import pytest

from plugins.hosting.redirects import Redirect, find_problems, is_usable, stub_place

PAGES = {"/2026/11/20/hop-bao/", "/gioi-thieu/"}


def make(source: str, target: str = "/gioi-thieu/", line: int = 7) -> Redirect:
    return Redirect(source, target, "content/2026/a/index.md", line)


def find_codes(*redirects: Redirect) -> list[str]:
    return [problem.code for problem in find_problems(redirects, PAGES)]


@pytest.mark.parametrize(
    "source",
    [
        "/gioi-thieu/cu",
        "/gioi-thieu/cu.html",
        "/gioi-thieu/cu.aspx",
        "/tin/12.html",
        "/",
        "/tin/12",
        "/tin/",
        "/Tin_1~a",
        "/tin/h%E1%BB%8Dp",
        "/tin/họp",
    ],
)
def test_a_usual_path_is_an_old_address(source: str) -> None:
    assert is_usable(source)
    assert find_codes(make(source)) == []


@pytest.mark.parametrize(
    "source",
    [
        "tin/12",
        "",
        "/a/../b",
        "/a b",
        "/a?id=1",
        "/a#b",
        "//khac.example/",
        "/a\\b",
        '/a"b',
        "/a;b{",
        "/a\nb",
        "/a\x00",
        "/%zz",
        "https://a.example/",
        "/..",
        "/a/./b",
        "/.git/config",
        "/.htaccess",
        "/a./b",
        "/a.",
        "/con",
        "/tin/NUL.html",
        "/com1/x",
        f"/{'a' * 201}",
        f"/{'ọ' * 70}",
        "/a" * 501,
        "/tin/\ufffd",
    ],
)
def test_what_a_host_could_misread_is_refused(source: str) -> None:
    assert find_codes(make(source)) == ["alias-form"]


@pytest.mark.parametrize(
    "source",
    [
        "/gioi-thieu/",
        "/gioi-thieu",
        "/gioi-thieu/x.pdf",
        "/2026/11/20/hop-bao/hop-bao.pdf/x",
        "/assets",
        "/photos/ab/cd.jpg",
        "/Feeds/atom.xml",
        "/en/feeds/",
        "/robots.txt",
        "/sitemap-1.xml",
        "/sitemap.xml/x",
        "/manifest.sha256",
        "/_headers",
    ],
)
def test_a_page_s_own_address_is_taken(source: str) -> None:
    assert find_codes(make(source)) == ["alias-taken"]


def test_below_a_base_path_the_site_s_own_files_are_taken_too() -> None:
    (problem,) = find_problems([make("/cong/robots.txt")], PAGES, "/cong")
    assert problem.code == "alias-taken"


def test_what_is_a_file_cannot_be_a_folder_too() -> None:
    assert find_codes(make("/tin/12.html"), make("/tin/12.html/x")) == ["alias-taken"]
    assert find_codes(make("/tin/12"), make("/tin/12/x")) == []


def test_one_address_cannot_lead_to_two_places() -> None:
    (problem,) = find_problems([make("/cu", line=7), make("/cu", line=9)], PAGES)
    assert (problem.code, problem.line) == ("alias-twice", 9)
    assert problem.message == ("Địa chỉ cũ “/cu” được dẫn đến hai nơi (content/2026/a/index.md:7).")


def test_a_redirect_never_leads_to_another_one() -> None:
    assert find_codes(make("/a", "/b"), make("/b", "/a")) == ["alias-dead", "alias-dead"]


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("tin/12.html", "tin/12.html"),
        ("tin/12.htm", "tin/12.htm"),
        ("tin/12", "tin/12/index.html"),
        ("tin/12/", "tin/12/index.html"),
        ("tin/12.aspx", "tin/12.aspx/index.html"),
    ],
)
def test_a_stub_stands_where_a_host_looks(source: str, place: str) -> None:
    assert stub_place(source) == place
