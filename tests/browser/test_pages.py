"""Every kind of page in both languages, as it is painted: script, order, width, keyboard, silence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.published import Site

PROBE = Path(__file__).with_name("probe.js").read_text(encoding="utf-8")
#: WCAG 1.4.12: a reader's own spacing must not break the page.
SPACING = (
    "* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important} "
    "p {margin-block-end: 2em !important}"
)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def probed(page: Page, check: str) -> list[str]:
    """Run one check of probe.js; through the debugger, for the page's policy allows no foreign script."""
    if not page.evaluate("'probe' in window"):
        page.evaluate(PROBE)
    return page.evaluate(f"window.probe.{check}()")


def each(page: Page, example: Site, paths: list[str]) -> Iterator[str]:
    """Open the pages one after the other, fonts loaded."""
    for path in paths:
        page.goto(example.url(path))
        page.evaluate("document.fonts.ready.then(() => true)")
        yield path


@pytest.mark.parametrize("check", ["letters", "order", "targets"])
def test_nothing_is_painted_wrong(page: Page, example: Site, sampled: list[str], check: str) -> None:
    found = {path: probed(page, check) for path in each(page, example, sampled)}
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_no_page_is_wider_than_its_window(page: Page, example: Site, sampled: list[str]) -> None:
    faults = []
    for path in each(page, example, sampled):
        for width in (1280, 768, 390, 320):
            page.set_viewport_size({"width": width, "height": 800})
            faults += [(path, width, what) for what in probed(page, "overflow")]
        page.evaluate(
            "css => {const sheet = new CSSStyleSheet(); sheet.replaceSync(css);"
            " document.adoptedStyleSheets = [sheet]}",
            SPACING,
        )
        faults += [(path, "spaced", what) for what in probed(page, "overflow")]
    assert faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier(page: Page, example: Site, sampled: list[str], scheme: str) -> None:
    axe, faults = Axe(), []
    page.emulate_media(color_scheme=scheme)
    for path in each(page, example, sampled):
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            answer = axe.run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response
            faults += [(path, width, v["id"], v["nodes"][0]["html"]) for v in answer["violations"]]
    assert faults == []


def test_the_keyboard_reaches_everything_in_order(page: Page, example: Site, sampled: list[str]) -> None:
    faults = []
    page.set_viewport_size({"width": 1280, "height": 800})
    for path in each(page, example, sampled):
        stops = list(_journey(page, 40))
        places = [stop["place"] for stop in stops]
        faults += [(path, "out of order", places)] if places != sorted(places) else []
        faults += [(path, "not in view", s["name"]) for s in stops if not s["inView"]]
        faults += [(path, "no outline", s["name"]) for s in stops if not s["outlined"]]
        faults += [(path, "first stop", stops[:1])] if stops[0]["href"] != "#content" else []
        page.goto(example.url(path))
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**#content")  # the browser goes there in its own time
        if page.evaluate("document.activeElement.tagName") != "MAIN":
            faults.append((path, "the skip link leads elsewhere", ""))
    assert faults == []


def _journey(page: Page, most: int) -> Iterator[dict[str, object]]:
    """Yield where each press of Tab leads, until it leaves the page or comes round."""
    for pressed in range(most):
        page.keyboard.press("Tab")
        stop = probed(page, "focused")
        if stop is None or (pressed and stop["place"] == 0):
            return
        yield stop


def test_pages_are_silent_and_ask_nobody_else(page: Page, example: Site, sampled: list[str]) -> None:
    faults: list[tuple[str, str]] = []
    page.on("console", lambda message: faults.append(("console", message.text)))
    page.on("pageerror", lambda error: faults.append(("error", str(error))))
    page.on("request", lambda r: urlsplit(r.url).netloc != urlsplit(example.origin).netloc
            and faults.append(("elsewhere", r.url)))  # fmt: skip
    page.on("response", lambda r: r.status >= 400 and faults.append((str(r.status), r.url)))
    for path in each(page, example, sampled):
        stored = page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]")
        faults += [(path, "stores something")] if stored != ["", 0, 0] else []
    assert faults == []


def test_a_page_without_script_says_the_same(browser: Browser, example: Site, sampled: list[str]) -> None:
    said = []
    for script in (True, False):
        context = browser.new_context(java_script_enabled=script)
        tab = context.new_page()
        texts = {}
        for path in sampled:
            tab.goto(example.url(path))
            texts[path] = re.sub(r"\s+", " ", tab.locator("main").inner_text())
        said.append(texts)
        context.close()
    assert said[0] == said[1]
    assert all(said[0].values())


def test_the_two_trees_mirror_each_other(page: Page, example: Site, sampled: list[str]) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    ends = {}
    for path in each(page, example, [p for p in sampled if p.startswith(("ar/", "en/"))]):
        box = page.locator("nav a").first.bounding_box()
        assert box is not None
        ends[path] = box["x"] if path.startswith("en/") else 1280 - box["x"] - box["width"]
    assert max(ends.values()) - min(ends.values()) <= 2


def test_print_is_ink_on_white_without_menus(page: Page, example: Site, sampled: list[str]) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    for path in each(page, example, sampled):
        colours = page.evaluate(
            "[getComputedStyle(document.documentElement).backgroundColor,"
            " getComputedStyle(document.body).color]"
        )
        assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"], path
        assert not [nav for nav in page.locator("nav, .switch, .skip").all() if nav.is_visible()], path


def test_an_article_is_light_and_stands_still(browser: Browser, example: Site) -> None:
    for path in (p for p in example.pages if "/articles/" in p):
        context = browser.new_context(viewport={"width": 390, "height": 844})
        tab = context.new_page()
        loaded: list[int] = []
        tab.on("requestfinished", lambda r, into=loaded: into.append(len(r.response().body())))
        tab.goto(example.url(path))
        moved = tab.evaluate(
            "document.fonts.ready.then(() => new Promise(done => new PerformanceObserver("
            "list => done(list.getEntries().reduce((sum, e) => sum + e.value, 0)))"
            ".observe({type: 'layout-shift', buffered: true}) || setTimeout(done, 100, 0)))"
        )
        context.close()
        assert sum(loaded) <= 100_000, (path, loaded)
        assert len(loaded) <= 6, (path, loaded)
        assert moved == 0, path
