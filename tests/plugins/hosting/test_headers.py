"""Every host sends the same headers, and a policy that lets nothing foreign in."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from plugins.compression import TEXTS
from plugins.hosting import apache, caddy, nginx, pages, security
from plugins.hosting.headers import (
    CONTENT_POLICY,
    find_overridden,
    make_rules,
    policy_text,
    type_of,
)
from plugins.hosting.redirects import Redirect
from plugins.hosting.settings import HostingSettings

OWN = {"script-src": "'self' 'wasm-unsafe-eval'"}
RULES = make_rules(hsts_days=365, policies={"tim-kiem/": OWN, "en/search/": OWN})
OLD = [Redirect("/cu.html", "/moi/", "content/a/index.md", 1)]
TYPES = {"opensearch.xml": "application/opensearchdescription+xml"}
EVERY_HEADER = sorted({name for rule in RULES for name, _ in rule.headers})
RENDERED = {
    "nginx": nginx.render_maps(RULES, OLD, "") + nginx.render_server(RULES, ["", "en/"], ""),
    "caddy": caddy.render(RULES, OLD, ["", "en/"], ""),
    "apache": apache.render(RULES, OLD, ""),
    "pages": pages.render_headers(RULES, "", TYPES) + pages.render_redirects(OLD),
}


@pytest.mark.parametrize("host", RENDERED)
def test_each_host_is_told_every_header_and_every_redirect(host: str) -> None:
    missing = [name for name in EVERY_HEADER if name not in RENDERED[host]]
    assert missing == []
    assert "/moi/" in RENDERED[host]
    assert policy_text() in RENDERED[host]


@pytest.mark.parametrize("host", RENDERED)
def test_each_host_is_told_what_the_description_of_the_search_is(host: str) -> None:
    assert "application/opensearchdescription+xml" in RENDERED[host]


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("opensearch.xml", "application/opensearchdescription+xml"),
        ("en/opensearch.xml", "application/opensearchdescription+xml"),
        ("feeds/atom.xml", "application/atom+xml"),
        ("en/feeds/news.rss.xml", "application/rss+xml"),
        ("feeds/feed.json", "application/feed+json"),
        ("2026/01/20/a/a.vtt", "text/vtt"),
        ("tim-kiem/titles.json", None),
        ("sitemap.xml", None),
        ("2026/01/20/opensearch.xml.html", None),
    ],
)
def test_a_file_is_what_its_place_says(place: str, kind: str | None) -> None:
    assert type_of(place) == kind


def test_cloudflare_is_told_no_more_than_it_reads() -> None:
    types = {f"feeds/{n}.atom.xml": "application/atom+xml" for n in range(200)}
    blocks = pages.render_headers(RULES, "", types).strip().split("\n\n")
    assert len(blocks) == 100
    assert blocks[len(RULES)] == "/feeds/0.atom.xml\n  Content-Type: application/atom+xml"


def test_apache_knows_every_file_that_has_packed_copies() -> None:
    # Without its type it would send a copy as if it were the file.
    assert {f".{ending}" for ending in apache.TYPES} >= TEXTS


def test_of_two_rules_for_one_file_only_a_policy_replaces_the_site_s() -> None:
    assert list(find_overridden(RULES)) == [CONTENT_POLICY]
    assert [rule.folder for rule in find_overridden(RULES)[CONTENT_POLICY]] == [
        "tim-kiem/",
        "en/search/",
    ]


@pytest.mark.parametrize("host", RENDERED)
def test_each_host_is_told_a_page_s_own_policy(host: str) -> None:
    assert policy_text(OWN) in RENDERED[host]


def test_a_page_s_own_policy_differs_in_its_own_directives_alone() -> None:
    own, usual = policy_text(OWN).split("; "), policy_text().split("; ")
    assert [one for one in own if one not in usual] == ["script-src 'self' 'wasm-unsafe-eval'"]
    assert len(own) == len(usual)


def test_cloudflare_takes_the_usual_policy_back_before_the_page_s_own() -> None:
    block = RENDERED["pages"].partition("/tim-kiem/*\n")[2].partition("\n\n")[0]
    assert block.splitlines() == [
        f"  ! {CONTENT_POLICY}",
        f"  {CONTENT_POLICY}: {policy_text(OWN)}",
    ]


@pytest.mark.parametrize("word", ["unsafe", "*", "http:", "https:", "data:", "blob:"])
def test_the_policy_lets_nothing_foreign_in(word: str) -> None:
    assert word not in policy_text()


def test_a_page_s_own_policy_says_only_what_it_may() -> None:
    assert "frame-ancestors" in policy_text()
    assert "frame-ancestors" not in policy_text(in_page=True)
    assert "script-src 'self'" in policy_text(in_page=True)


def test_without_hsts_the_header_is_absent() -> None:
    names = {name for rule in make_rules(0) for name, _ in rule.headers}
    assert "Strict-Transport-Security" not in names


def test_a_base_path_stands_before_every_folder() -> None:
    assert "/cong-tin/assets/*\n" in pages.render_headers(RULES, "/cong-tin", {})
    assert "~^/cong-tin/assets/" in nginx.render_maps(RULES, [], "/cong-tin")


def test_security_txt_has_what_its_rfc_requires() -> None:
    newest = datetime(2026, 11, 20, 16, 30, tzinfo=UTC)
    text = security.render("mailto:a@b.example", newest, 365, "https://b.example/x", ("vi", "en"))
    assert text.splitlines() == [
        "Contact: mailto:a@b.example",
        "Expires: 2027-11-20T00:00:00Z",
        "Preferred-Languages: vi, en",
        "Canonical: https://b.example/x",
    ]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"hosts": ("iis",)}, "iis"),
        ({"hsts_days": -1}, "hsts_days"),
        ({"security_contact": "a"}, "security_contact"),
    ],
)
def test_settings_that_no_host_could_follow_are_refused(
    wrong: dict[str, object], told: str
) -> None:
    with pytest.raises(ValueError, match=told):
        HostingSettings(**wrong)  # type: ignore[arg-type]  # wrong on purpose
