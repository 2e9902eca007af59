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
    "source", ["/tin/12.html", "/", "/tin/12", "/tin/", "/Tin_1~a", "/tin/h%E1%BB%8Dp", "/tin/họp"]
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
    ],
)
def test_what_a_host_could_misread_is_refused(source: str) -> None:
    assert find_codes(make(source)) == ["alias-form"]


@pytest.mark.parametrize("source", ["/gioi-thieu/", "/gioi-thieu"])
def test_a_page_s_own_address_is_taken(source: str) -> None:
    assert find_codes(make(source)) == ["alias-taken"]


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
