"""A page is weighed with what it loads at first, against the budget of its template."""

from __future__ import annotations

import pytest

from plugins.audit.facts import read_facts
from plugins.audit.settings import AuditSettings
from plugins.audit.site import Site
from plugins.audit.ties import find_ties
from plugins.audit.weights import Scales, find_unknown_templates

KIB = 1024
SITE = Site(
    "https://vinhson.example",
    "/cong",
    {
        "assets/site.css": 40 * KIB,
        "assets/main.js": 10 * KIB,
        "assets/first.js": 1 * KIB,
        "assets/a.woff2": 14 * KIB,
        "photos/a-480.avif": 20 * KIB,
        "photos/a-1600.avif": 100 * KIB,
        "photos/a-1200.jpg": 150 * KIB,
        "photos/b.jpg": 50 * KIB,
        "a/beside.png": 5 * KIB,
    },
)
HEAD = """<script src="/cong/assets/first.js"></script>
<link rel="preload" href="/cong/assets/a.woff2" as="font">
<link rel="stylesheet" href="/cong/assets/site.css">
<link rel="modulepreload" href="/cong/assets/main.js">
<script type="module" src="/cong/assets/main.js"></script>
<link rel="icon" href="/cong/photos/b.jpg"><link rel="canonical" href="/cong/a/">
<script type="application/ld+json">{}</script>"""
PICTURE = """<picture>
<source type="image/avif" srcset="/cong/photos/a-480.avif 480w, /cong/photos/a-1600.avif 1600w">
<img src="/cong/photos/a-1200.jpg" srcset="/cong/photos/a-1200.jpg 1200w"></picture>"""
CODE = {"HTML": 1, "CSS": 40, "JS": 11, "phông chữ": 14}


def weigh(body: str, head: str = HEAD) -> dict[str, int]:
    """Return the weights of a page in KiB; its HTML is filled up to one."""
    html = f"<html><head>{head}</head><body>{body}"
    data = html.encode().ljust(KIB)
    assert len(data) == KIB
    page = find_ties(read_facts("a/index.html", data), SITE)
    weight = Scales(SITE, AuditSettings(), {}).weigh(page)
    return {name: size // KIB for name, size in weight.items()}


@pytest.mark.parametrize(
    ("body", "photos"),
    [
        ("", None),
        (PICTURE, 100),
        (PICTURE + PICTURE, 100),
        (PICTURE.replace("<img ", '<img loading="lazy" '), None),
        ('<img src="/cong/photos/a-1200.jpg" srcset="/cong/photos/b.jpg 2x">', 150),
        ('<img src="/cong/photos/b.jpg"><img src="beside.png">', 55),
        ('<img src="https://vinhson.example/cong/photos/b.jpg">', 50),
        ('<img src="/cong/photos/none.jpg"><img alt="">', 0),
        ('<audio preload="none" src="/cong/photos/b.jpg"></audio>', None),
    ],
)
def test_a_page_weighs_what_a_browser_loads_by_itself(body: str, photos: int | None) -> None:
    assert weigh(body) == CODE | ({} if photos is None else {"ảnh": photos})


def find_told(settings: AuditSettings, template: str) -> list[str]:
    data = f"<html><head>{HEAD}</head><body>{PICTURE}".encode().ljust(3 * KIB)
    page = find_ties(read_facts("a/index.html", data), SITE)
    problems = Scales(SITE, settings, {"a/index.html": template}).find_heavy([page])
    return [f"{one.code} {one.path}: {one.message}" for one in problems]


def test_a_page_within_its_budgets_is_right() -> None:
    settings = AuditSettings(
        html_limit_kib=1,
        html_limits_kib={"article": 3},
        first_load_limit_kib=1,
        first_load_limits_kib={"article": 168},
    )
    assert find_told(settings, "article") == []


def test_a_page_over_its_template_s_budgets_is_told_with_what_weighs() -> None:
    settings = AuditSettings(html_limits_kib={"article": 2}, first_load_limits_kib={"article": 167})
    assert find_told(settings, "article") == [
        "page-heavy a/index.html: HTML của trang nặng 3 KiB, mẫu “article” cho phép 2 KiB.",
        (
            "page-first-load a/index.html: Lần tải đầu nặng 168 KiB (HTML 3, phông chữ 14, JS 11, "
            "CSS 40, ảnh 100), mẫu “article” cho phép 167 KiB."
        ),
    ]


@pytest.mark.parametrize("template", ["home", ""])
def test_a_template_without_a_budget_of_its_own_has_the_usual_one(template: str) -> None:
    settings = AuditSettings(html_limit_kib=2, html_limits_kib={"article": 9})
    assert [told.split()[0] for told in find_told(settings, template)] == ["page-heavy"]


def test_a_budget_of_a_template_that_is_not_there_is_told() -> None:
    settings = AuditSettings(html_limits_kib={"artcle": 9, "home": 9}, first_load_limits_kib={})
    [told] = find_unknown_templates(settings, ["article", "home"], "pelicanconf.py")
    assert str(told).splitlines()[0] == (
        "pelicanconf.py:1 — AUDIT đặt mức nặng cho mẫu “artcle”, nhưng giao diện không có mẫu ấy. "
        "Ý bạn là “article”? / Did you mean “article”?"
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"html_limit_kib": 0},
        {"first_load_limit_kib": -1},
        {"html_limits_kib": {"home": 0}},
        {"first_load_limits_kib": {"home": "80"}},
        {"first_load_limits_kib": {"home": True}},
    ],
)
def test_a_budget_that_no_page_keeps_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="must be at least 1"):
        AuditSettings(**wrong)  # type: ignore[arg-type]  # as an office may write it
