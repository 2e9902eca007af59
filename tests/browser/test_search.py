"""The search page in a real browser: results, filters, addresses, faults, accessibility."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from bench.host import serve
from plugins.hosting.headers import policy_text
from plugins.search.policy import POLICY
from tests.browser.cutting import FIND_CUT
from tests.browser.generated import build_archive
from tests.browser.search_queries import FIRST_RESULTS, SAME_RESULTS
from tests.browser.searching import Searcher, count_true
from tests.browser.test_accessibility import DAY, RULES, RUN_AXE, STATES, _enter
from tests.browser.visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page, Response, Route

    from bench.host import Host
    from tests.browser.generated import Archive

PAGE = "/tim-kiem/"
STATIC_PAGES = {"Giới thiệu", "Liên hệ", "Trợ giúp", "Tuyên bố trợ năng"}
AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
PHONE = {"viewport": {"width": 390, "height": 844}}


@pytest.fixture(scope="session")
def archive(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return build_archive(site, tmp_path_factory.mktemp("archive"))


@pytest.fixture(scope="session")
def archive_host(archive: Archive) -> Iterator[Host]:
    with serve(archive.folder) as host:
        yield host


@pytest.fixture
def open_archive(chromium: Browser, archive_host: Host) -> Iterator[Callable[[str], Searcher]]:
    """Open the search page of the generated archive with a query string."""
    visitor = Visitor(chromium, archive_host.address)
    yield lambda query: Searcher(visitor(PAGE + query))
    visitor.leave()
    assert visitor.complaints == []


@pytest.fixture
def search(open_page: Visitor) -> Searcher:
    return Searcher(open_page(PAGE))


# ─── What is found ───────────────────────────────────────────────────────────────────────────────


def test_each_query_of_the_table_finds_what_is_meant_first(search: Searcher) -> None:
    found = {}
    for query in FIRST_RESULTS:
        search.ask(query)
        found[query] = search.titles.first.inner_text() if search.count() else ""
    assert len(FIRST_RESULTS) >= 60
    wrong = {q: t for q, t in found.items() if not t.startswith(FIRST_RESULTS[q] or "\0")}
    assert wrong == {"Covid": ""}


@pytest.mark.parametrize(("one", "other"), SAME_RESULTS)
def test_marks_and_forms_make_no_difference_to_what_is_found(
    archive: Archive, open_archive: Callable[[str], Searcher], one: str, other: str
) -> None:
    search = open_archive("")
    queries = (one, other, unicodedata.normalize("NFD", one))
    found = [search.find_keys(query) for query in queries]
    assert found[0] == found[1] == found[2]
    assert one.strip('"').lower() in archive.text
    assert found[0]


@pytest.mark.parametrize("query", ["hội nghị", "đồng chí", "biên giới", "dak lak", "công dân tỉnh"])
def test_every_document_with_all_the_words_is_found_and_no_other(
    archive: Archive, open_archive: Callable[[str], Searcher], query: str
) -> None:
    search = open_archive(f"?all=1&q={quote(query)}")
    search.wait_for(query)
    assert search.count() == count_true(archive.documents, query) > 0


def test_of_results_those_with_the_typed_marks_come_first(
    archive: Archive, open_archive: Callable[[str], Searcher]
) -> None:
    search = open_archive("?q=" + quote("đường biên"))
    search.wait_for("đường biên")
    assert "tuyến đường biên giới" in search.titles.first.inner_text()
    assert "đường biên" in archive.text


def test_in_a_phrase_the_newest_comes_first(
    archive: Archive, open_archive: Callable[[str], Searcher]
) -> None:
    search = open_archive("?q=" + quote('"Hội nghị trực tuyến"'))
    search.wait_for("Hội nghị trực tuyến")
    wanted = [d for d in archive.recent if d.view.title.startswith("Hội nghị trực tuyến")]
    assert search.titles.first.inner_text() == wanted[0].view.title


def test_the_found_words_are_marked_with_their_own_marks(search: Searcher) -> None:
    search.ask('"van ban den"')
    marked = search.page.locator(".card__summary mark").all_inner_texts()
    assert "văn bản đến" in [text.lower() for text in marked]
    assert not search.page.get_by_text("ḏ").count()


def test_a_result_leads_to_its_article(search: Searcher) -> None:
    search.ask("hội nghị")
    title = search.titles.first.inner_text()
    search.titles.first.get_by_role("link").click()
    expect(search.page.get_by_role("heading", level=1)).to_have_text(title)


def test_a_card_tells_day_category_and_shows_a_photo(search: Searcher) -> None:
    search.ask("hội nghị tổng kết")
    card = search.page.locator(".search__result").first
    expect(card.locator("time")).to_have_text("20/11/2026")
    expect(card.locator(".card__category")).to_have_text("Tin tức")
    expect(card.locator("img")).to_have_js_property("complete", True)  # noqa: FBT003 - a value
    assert card.locator("img").evaluate("(photo) => photo.naturalWidth") > 0


def test_the_english_edition_searches_english(open_page: Visitor) -> None:
    search = Searcher(open_page("/en/search/?q=conference"))
    expect(search.status).to_contain_text("for “conference”")
    links = search.page.locator(".card__link").evaluate_all("(all) => all.map((a) => a.pathname)")
    assert links
    assert all(path.startswith("/en/") for path in links)


# ─── While typing, and where nothing is found ────────────────────────────────────────────────────


def test_results_come_while_typing_and_the_address_keeps_the_query(search: Searcher) -> None:
    search.query.press_sequentially("hội nghị")
    search.wait_for("hội nghị")
    assert search.titles.count() > 0
    assert search.page.evaluate("new URLSearchParams(location.search).get('q')") == "hội nghị"


def test_what_was_typed_before_the_scripts_came_is_searched(open_page: Visitor) -> None:
    held: list[Route] = []
    is_late = True

    def hold(route: Route) -> None:
        if is_late:
            held.append(route)
        else:
            route.continue_()

    profile = open_page.new_profile()
    profile.route("**/js/search.js", hold)
    page = profile.new_page()
    page.goto(f"{open_page.address}{PAGE}?q=x", wait_until="commit")
    search = Searcher(page)
    search.query.fill("hội nghị")
    is_late = False
    for route in held:
        route.continue_()
    search.wait_for("hội nghị")
    expect(search.query).to_have_value("hội nghị")


def test_a_word_that_is_not_finished_already_finds(search: Searcher) -> None:
    search.query.press_sequentially("hội ngh")
    search.wait_for("hội ngh")
    assert search.count() > 0


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hooij nghij", "hội nghị"),
        ("ho65i nghi5", "hội nghị"),
        ("ddoongf chis", "đồng chí"),
        ("dduwowngf veen soong", "đường vên sông"),
        ("hội nghjị", "hội nghị"),
        ("thng báo", "thông báo"),
    ],
)
def test_where_nothing_is_found_what_was_meant_is_offered(
    search: Searcher, typed: str, meant: str
) -> None:
    search.ask(typed)
    expect(search.status).to_have_text(f"Không tìm thấy “{typed}”.")
    expect(search.part("suggested")).to_have_text(meant)
    search.part("suggested").click()
    search.wait_for(meant)
    expect(search.query).to_have_value(meant)
    expect(search.query).to_be_focused()
    assert search.count() > 0
    expect(search.part("suggestion")).to_be_hidden()


def test_nonsense_finds_nothing_and_nothing_is_offered(search: Searcher) -> None:
    search.ask("qwzzk xqqj")
    expect(search.status).to_have_text("Không tìm thấy “qwzzk xqqj”.")
    expect(search.page.locator(".search__elsewhere a").first).to_be_visible()
    expect(search.part("suggestion")).to_be_hidden()


@pytest.mark.parametrize("typed", ["😀 👍", "\u0301\u0323", "!!! ... \" '", "%_*\\"])
def test_what_holds_no_letter_and_no_number_is_told_so(search: Searcher, typed: str) -> None:
    search.query.fill(typed)
    search.query.press("Enter")
    expect(search.status).to_have_text("Hãy gõ ít nhất một chữ hoặc một số để tìm.")


def test_only_spaces_are_no_query(search: Searcher) -> None:
    search.ask("hội nghị")
    search.query.fill("     ")
    search.query.press("Enter")
    expect(search.titles).to_have_count(0)


@pytest.mark.parametrize(
    "typed",
    [
        "<script>document.title='x'</script>",
        '"><img src=x onerror=alert(1)>',
        "javascript:alert(1)",
        "{count} __proto__ constructor",
        "a" * 10_000,
        "hội nghị " * 1_200,
        '"' * 50 + "hội",
        "\u202e hội \u0000 nghị",
    ],
    ids=lambda text: text[:12],
)
def test_no_query_becomes_code_or_breaks_the_page(open_page: Visitor, typed: str) -> None:
    short = typed[:1500].replace("\0", "")
    search = Searcher(open_page(f"{PAGE}?q={quote(short)}"))
    expect(search.status).to_contain_text("“")
    search.query.evaluate("(field, text) => { field.value = text }", typed)
    search.query.press("Enter")
    expect(search.status).to_contain_text("“")
    assert search.page.locator("main script, main img:not(.photo__image)").count() == 0
    search.ask("hội nghị")
    assert search.count() > 0


# ─── Filters, addresses, older years ─────────────────────────────────────────────────────────────


def test_each_filter_leaves_as_many_results_as_it_says(search: Searcher) -> None:
    search.ask("ủy ban")
    for name in ("category", "year", "kind"):
        select = search.page.locator(f"select[name={name}]")
        option = select.locator("option").nth(1)
        told = int(option.inner_text().rpartition("(")[2].rstrip(")"))
        select.select_option(index=1)
        expect(search.status).to_contain_text(f"{told} kết quả")
        select.select_option("")
        search.wait_for("ủy ban")


def test_filters_act_together_and_can_be_removed(search: Searcher) -> None:
    search.ask("hội nghị")
    whole = search.count()
    search.page.locator("select[name=kind]").select_option("page")
    expect(search.status).not_to_contain_text(f"{whole} kết quả")
    search.wait_for("hội nghị")
    assert set(search.titles.all_inner_texts()) <= STATIC_PAGES
    search.page.goto(f"{search.page.url}&year=2026")
    expect(search.status).to_contain_text("Không có kết quả nào")
    search.part("clear").get_by_role("link").click()
    expect(search.status).to_contain_text(f"{whole} kết quả")


def test_the_newest_first_is_the_newest_first(search: Searcher) -> None:
    search.ask("tỉnh")
    search.page.locator("select[name=sort]").select_option("date")
    search.page.wait_for_url("**sort=date**")
    search.wait_for("tỉnh")
    search.show_all()
    days = search.page.locator("[data-search=recent] time").evaluate_all(
        "(times) => times.map((time) => time.dateTime)"
    )
    assert days == sorted(days, reverse=True)
    assert len(days) > 8


def test_an_address_can_be_shared_and_back_leads_to_what_was_before(search: Searcher) -> None:
    search.ask("hội nghị")
    search.page.locator("select[name=year]").select_option("2024")
    expect(search.status).to_contain_text("1 kết quả")
    shared = search.page.url
    search.titles.first.get_by_role("link").click()
    search.page.go_back()
    expect(search.status).to_contain_text("1 kết quả")
    search.page.go_back()
    search.wait_for("hội nghị")
    expect(search.page.locator("select[name=year]")).to_have_value("")
    assert search.count() > 1
    search.page.goto(shared)
    expect(search.status).to_contain_text("1 kết quả")
    expect(search.query).to_have_value("hội nghị")


def test_nothing_of_a_query_is_kept_on_the_device(search: Searcher) -> None:
    search.ask("hội nghị")
    kept = search.page.evaluate(
        "[Object.keys(localStorage), Object.keys(sessionStorage), document.cookie]"
    )
    assert kept == [[], [], ""]


def test_older_years_are_searched_when_asked_for(
    archive: Archive, open_archive: Callable[[str], Searcher]
) -> None:
    asked: list[str] = []
    search = open_archive("")
    search.page.on("request", lambda request: asked.append(request.url))
    search.ask("hội nghị")
    recent = search.count()
    assert not [url for url in asked if archive.older_url in url]
    search.part("archive-offer").get_by_role("button").click()
    expect(search.page.get_by_role("heading", name="Các năm trước")).to_be_visible()
    assert search.count() == count_true(archive.documents, "hội nghị") > recent
    assert search.older_titles.count() > 0
    assert "all=1" in search.page.url
    search.page.go_back()
    expect(search.part("archive")).to_be_hidden()


def test_more_results_come_with_the_focus_on_the_first_of_them(search: Searcher) -> None:
    search.ask("tỉnh")
    expect(search.titles).to_have_count(8)
    search.part("more").get_by_role("button").press("Enter")
    expect(search.titles.nth(8).get_by_role("link")).to_be_focused()


# ─── The way there, and when something is missing ────────────────────────────────────────────────


def test_the_box_of_any_page_leads_to_the_results(open_page: Visitor) -> None:
    page = open_page("/gioi-thieu/")
    page.get_by_role("searchbox", name="Tìm trên cổng").fill("điện mặt trời")
    page.keyboard.press("Enter")
    search = Searcher(page)
    search.wait_for("điện mặt trời")
    assert search.count() > 0


def test_a_phone_has_a_link_instead_and_its_head_is_no_higher(open_page: Visitor) -> None:
    page = open_page("/", context=PHONE)
    expect(page.locator(".search-box")).to_be_hidden()
    strip = page.locator(".masthead__strip").bounding_box()
    assert strip is not None
    assert strip["height"] < 70
    page.get_by_role("link", name="Tìm kiếm").click()
    expect(page.locator("#tu_khoa")).to_be_visible()


def test_without_scripts_the_page_says_so_and_offers_other_ways(open_page: Visitor) -> None:
    page = open_page(f"{PAGE}?q=hội", context={"java_script_enabled": False})
    expect(page.get_by_text("đang tắt JavaScript")).to_be_visible()
    links = page.locator(".search__elsewhere a").all_inner_texts()
    assert links == ["Lưu trữ", "Sơ đồ trang"]
    expect(page.locator(".search__filters")).to_be_hidden()


def answer_404(route: Route) -> None:
    route.fulfill(status=404, body="")


def cut_short(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.body()[:60])


@pytest.mark.parametrize("fault", [answer_404, cut_short], ids=["missing", "truncated"])
@pytest.mark.parametrize(
    "file", ["pagefind.js", "*.pf_meta", "wasm.*", "*.pf_index", "*.pf_fragment", "*-entry.json*"]
)
def test_where_a_part_of_the_index_is_missing_titles_are_searched_and_that_is_told(
    open_page: Visitor, file: str, fault: Callable[[Route], None]
) -> None:
    profile = open_page.new_profile()
    profile.route(f"**/search-index/**/{file}", fault)
    page = profile.new_page()
    page.goto(f"{open_page.address}{PAGE}?q={quote('hội nghị')}")
    search = Searcher(page)
    expect(search.part("notice")).to_contain_text("chỉ tìm trong tiêu đề")
    search.wait_for("hội nghị")
    expect(search.titles.first).to_contain_text("Hội nghị tổng kết")
    assert open_page.complaints
    open_page.complaints.clear()


def test_where_everything_is_missing_a_message_and_a_way_to_try_again_come(
    open_page: Visitor,
) -> None:
    profile = open_page.new_profile()
    profile.route("**/search-index/**", answer_404)
    page = profile.new_page()
    page.goto(f"{open_page.address}{PAGE}?q={quote('hội nghị')}")
    search = Searcher(page)
    expect(search.status).to_contain_text("Chưa tải được dữ liệu tìm kiếm")
    profile.unroute("**/search-index/**")
    search.part("reload").get_by_role("link").click()
    search.wait_for("hội nghị")
    open_page.complaints.clear()


def test_a_slow_connection_is_told_and_one_that_hangs_is_given_up(open_page: Visitor) -> None:
    profile = open_page.new_profile()
    profile.route("**/search-index/**/*.pf_meta", lambda _route: None)
    page = profile.new_page()
    page.clock.install()
    page.goto(f"{open_page.address}{PAGE}?q={quote('hội nghị')}")
    search = Searcher(page)
    expect(search.status).to_have_text("Đang tìm…")
    page.clock.run_for(5_000)
    expect(search.status).to_contain_text("Mạng chậm")
    page.clock.run_for(60_000)
    expect(search.status).to_contain_text("Chưa tải được dữ liệu tìm kiếm")
    open_page.complaints.clear()


def test_an_answer_that_comes_late_does_not_replace_a_newer_one(open_page: Visitor) -> None:
    profile = open_page.new_profile()
    held: list[Route] = []
    page = profile.new_page()
    page.goto(f"{open_page.address}{PAGE}")
    search = Searcher(page)
    profile.route("**/*.pf_fragment", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks it
    with page.expect_request("**/*.pf_fragment"):
        search.query.fill("hội nghị")
        search.query.press("Enter")
    profile.unroute("**/*.pf_fragment")
    search.ask("liên hệ")
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    expect(search.status).to_contain_text("“liên hệ”")
    expect(search.titles.first).to_have_text("Liên hệ")


def test_a_policy_without_the_engine_leaves_titles_to_search(
    open_page: Visitor,
) -> None:
    def send_strict(route: Route) -> None:
        answer = route.fetch()
        headers = answer.headers | {"content-security-policy": policy_text()}
        route.fulfill(response=answer, headers=headers)

    profile = open_page.new_profile()
    profile.route(f"**{PAGE}*", send_strict)
    page = profile.new_page()
    page.goto(f"{open_page.address}{PAGE}?q={quote('hội nghị')}")
    expect(Searcher(page).part("notice")).to_contain_text("chỉ tìm trong tiêu đề")
    assert any("Content Security Policy" in text for text in open_page.complaints)
    open_page.complaints.clear()


def test_titles_alone_are_searched_with_and_without_marks_and_filtered(
    open_page: Visitor,
) -> None:
    profile = open_page.new_profile()
    profile.route("**/pagefind.js", answer_404)
    page = profile.new_page()
    page.goto(f"{open_page.address}{PAGE}")
    search = Searcher(page)
    for query in ("điện mặt trời", "dien mat troi", '"điện mặt trời"'):
        search.ask(query)
        expect(search.titles).to_have_text(
            ["Lãnh đạo tỉnh kiểm tra tiến độ dự án điện mặt trời đồi Gò Mun"]
        )
    search.ask("tờ trình")
    assert search.count() > 0
    search.ask("lấy ý kiến")
    search.page.locator("select[name=kind]").select_option("document")
    expect(search.page.locator("select[name=kind]")).to_have_value("document")
    assert search.titles.count() > 0
    open_page.complaints.clear()


def test_the_search_page_alone_may_run_the_engine(open_page: Visitor) -> None:
    answers: dict[str, Response | None] = {}
    page = open_page.new_profile().new_page()
    for path in ("/", PAGE, "/en/search/", "/lien-he/"):
        answers[path] = page.goto(open_page.address + path)
    policies = {path: a.headers["content-security-policy"] for path, a in answers.items() if a}
    own = policy_text(POLICY)
    assert policies == {
        "/": policy_text(),
        PAGE: own,
        "/en/search/": own,
        "/lien-he/": policy_text(),
    }


def test_a_first_query_asks_for_few_files(
    archive: Archive, open_archive: Callable[[str], Searcher]
) -> None:
    search = open_archive("")
    asked: list[str] = []
    search.page.on("request", lambda request: asked.append(request.url))
    search.ask("hội nghị")
    assert archive.recent_url in " ".join(asked)
    assert len([url for url in asked if "/search-index/" in url]) <= 20


# ─── For everybody ───────────────────────────────────────────────────────────────────────────────


def show_empty(_search: Searcher) -> None:
    """Leave the page as it comes."""


def show_results(search: Searcher) -> None:
    search.ask("hội nghị")


def show_none(search: Searcher) -> None:
    search.ask("hooij nghij")
    expect(search.part("suggestion")).to_be_visible()


def show_none_filtered(search: Searcher) -> None:
    search.page.goto(f"{search.page.url}?q={quote('liên hệ')}&year=1999")
    expect(search.part("clear")).to_be_visible()


def show_loading(search: Searcher) -> None:
    search.page.route("**/search-index/**", lambda _route: None)
    search.query.fill("hội nghị")
    search.query.press("Enter")
    expect(search.status).to_have_text("Đang tìm…")


def show_titles_only(search: Searcher) -> None:
    search.page.route("**/pagefind.js", answer_404)
    search.ask("hội nghị")


SHOWN = [show_empty, show_results, show_none, show_none_filtered, show_loading, show_titles_only]


@pytest.mark.parametrize("show", SHOWN, ids=lambda show: show.__name__)
def test_axe_finds_nothing_and_nothing_is_cut_off(
    open_page: Visitor, show: Callable[[Searcher], None]
) -> None:
    search = Searcher(open_page(PAGE))
    show(search)
    search.page.evaluate(AXE.read_text("utf-8"))
    found: dict[str, Any] = {}
    for state, differences in STATES.items():
        _enter(search.page, DAY | differences)
        found[state] = search.page.evaluate(RUN_AXE, RULES) + search.page.evaluate(FIND_CUT)
    assert {state: faults for state, faults in found.items() if faults} == {}
    open_page.complaints.clear()


def test_the_keyboard_reaches_everything_in_order_and_leaves_again(search: Searcher) -> None:
    search.ask("ủy ban")
    search.query.focus()
    names = []
    for _ in range(6):
        search.page.keyboard.press("Tab")
        names.append(_focused(search.page))
    assert names[:5] == ["Tìm", "category", "year", "kind", "sort"]
    assert names[5] == search.titles.first.inner_text()
    search.page.keyboard.press("Shift+Tab")
    assert _focused(search.page) == "sort"


def _focused(page: Page) -> str:
    name: str = page.evaluate(
        "document.activeElement.name || document.activeElement.innerText.trim()"
    )
    return name


def test_the_number_of_results_is_told_to_screen_readers(search: Searcher) -> None:
    expect(search.status).to_have_role("status")
    search.ask("hội nghị")
    assert search.count() > 1
    expect(search.query).to_be_focused()
