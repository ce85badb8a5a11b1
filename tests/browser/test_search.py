"""The search page as its readers use it: typed, with the keyboard alone, linked to, without a script."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from sitegen.site import urls
from tests.browser.test_pages import RULES, probed
from tests.published import Site


def results(page: Page) -> list[str]:
    """Return the articles found, as ids."""
    links = page.locator("#results .cards a").evaluate_all("links => links.map(a => a.getAttribute('href'))")
    return [re.sub(r".*/articles/(.+)/$", r"\1", link) for link in links]


def search(page: Page, example: Site, lang: str, query: str) -> Page:
    """Open a search as a link does, and wait for its answer."""
    page.goto(example.url(urls.search(lang)) + "?q=" + query)
    expect(page.locator("#found")).not_to_be_empty()
    return page


def test_the_box_in_the_header_leads_to_the_results(page: Page, example: Site) -> None:
    page.goto(example.url("ar/index.html"))
    page.get_by_role("searchbox").fill("الحكومة")
    page.get_by_role("button", name="بحث").click()
    expect(page.locator("#found")).to_contain_text("4 مقالات")
    assert page.url.startswith(example.url(urls.search("ar")))
    assert len(results(page)) == 4
    expect(page.locator("#ways")).to_be_hidden()


def test_all_forms_of_a_word_show_one_set(page: Page, example: Site) -> None:
    forms = ("حكومة", "والحكومة", "الحكومه", "بحكومة")
    found = {tuple(results(search(page, example, "ar", form))) for form in forms}
    assert len(found) == 1


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("query", ["Kadhimi", "Al-Kazemi", "الكاظمي"])
def test_a_person_stands_before_the_articles(page: Page, example: Site, lang: str, query: str) -> None:
    search(page, example, lang, query)
    first = page.locator("#results a").first
    assert (first.get_attribute("href") or "").endswith(f"/{lang}/people/mustafa-al-kadhimi/")
    first.click()
    expect(page.locator("h1")).to_contain_text("الكاظمي" if lang == "ar" else "Kadhimi")


@pytest.mark.parametrize(("lang", "query", "said"), [
    ("ar", "الكاظمي", "اسمان · 5 مقالات"),
    ("ar", "برتقال", "لا نتائج."),
    ("en", "Blinken", "1 name · 1 article"),
    ("en", "oranges", "Nothing found."),
])  # fmt: skip
def test_the_count_is_announced_in_the_pages_language(
    page: Page, example: Site, lang: str, query: str, said: str
) -> None:
    search(page, example, lang, query)
    status = page.get_by_role("status")
    expect(status).to_contain_text(re.compile(re.escape(said.rsplit(" · ", maxsplit=1)[-1])))
    if lang == "ar":
        assert not re.search("[A-Za-z]", status.inner_text())


def test_the_keyboard_alone_is_enough(page: Page, example: Site) -> None:
    page.goto(example.url(urls.search("en")))
    page.keyboard.press("/")
    box = page.get_by_role("searchbox")
    expect(box).to_be_focused()
    page.keyboard.type("Kadhimi")
    expect(page.locator("#found")).to_contain_text("5 articles")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#results a").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#results .cards a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Escape")
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_have_value("")
    expect(page.locator("#results a")).to_have_count(0)
    expect(page.locator("#ways")).to_be_visible()
    page.keyboard.type("Kadhimi")
    page.keyboard.press("Enter")
    expect(page.locator("#results a").first).to_be_visible()
    assert page.url.endswith("?q=Kadhimi")


def test_whole_words_are_marked_in_the_spelling_of_the_text(page: Page, example: Site) -> None:
    search(page, example, "ar", "القوات")
    marks = page.locator("#results mark").all_inner_texts()
    assert marks and all(re.fullmatch(r"[\u0621-\u0652]+", mark) for mark in marks)
    assert all("قو" in mark for mark in marks)
    beside = page.evaluate(
        "[...document.querySelectorAll('mark')].flatMap(m => [m.previousSibling?.data?.slice(-1),"
        " m.nextSibling?.data?.[0]]).filter(c => c && /[\\p{L}\\p{M}]/u.test(c))"
    )
    assert beside == []


def test_hostile_queries_stay_text(page: Page, example: Site) -> None:
    for query in ("<img src=x onerror=alert(1)>", "__proto__", "%25", "&amp;", "\u202eabc", "\\", "(", "*"):
        page.goto(example.url(urls.search("en")))
        page.get_by_role("searchbox").fill(query)
        expect(page.locator("#found")).not_to_be_empty()
        assert page.locator("#search img").count() == 0


def test_an_answer_that_comes_late_does_not_replace_a_newer_one(page: Page, example: Site) -> None:
    page.goto(example.url(urls.search("en")))
    box = page.get_by_role("searchbox")
    box.press_sequentially("Kadhimi", delay=5)
    box.fill("oranges")
    expect(page.locator("#found")).to_have_text("Nothing found.")
    expect(page.locator("#results a")).to_have_count(0)


def test_a_missing_index_is_said_and_the_indexes_stay(page: Page, example: Site) -> None:
    page.route("**/search/en/index.json", lambda route: route.abort())
    search(page, example, "en", "Kadhimi")
    expect(page.locator("#found")).to_have_text("The search index could not be loaded.")
    expect(page.locator("#ways")).to_be_visible()


def test_without_a_script_the_box_leads_to_the_indexes(browser: Browser, example: Site) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(example.url("ar/index.html"))
    tab.get_by_role("searchbox").fill("الكاظمي")
    tab.get_by_role("button", name="بحث").click()
    assert tab.url.startswith(example.url(urls.search("ar")))
    tab.locator("#ways a").first.click()
    expect(tab.locator("h1")).to_have_text("الأشخاص")
    context.close()


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_results_are_sound_pages(page: Page, example: Site, lang: str, scheme: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.emulate_media(color_scheme=scheme)
    search(page, example, lang, "العراق" if lang == "ar" else "Iraq")
    for check in ("letters", "order", "targets", "overflow"):
        assert probed(page, check) == [], check
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert probed(page, "overflow") == []
        answer = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response
        assert [(v["id"], v["nodes"][0]["html"]) for v in answer["violations"]] == []
    assert said == []
