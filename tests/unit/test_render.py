"""Rules of every page: language and direction of parts, escaping, headings, links."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from lxml import etree
from msgspec.structs import replace

from sitegen.errors import FSI, PDI
from sitegen.site.deferred import Deferred
from sitegen.site.views import Page
from sitegen.web.bidi import LRM, RLM
from sitegen.web.facts import inspect
from sitegen.web.render import POLICY
from tests.face_pages import LINKS, pages, rendered, renderer
from tests.faces import HOSTILE, article_view

PAGES = pages()
EVERY = pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.template}-{page.path}")

ARABIC = re.compile(r"[\u0620-\u064a]")
LATIN_WORDS = re.compile(r"[A-Za-z][A-Za-z'’.-]*(?:\s+[A-Za-z][A-Za-z'’.-]*)+")
CONTROLS = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u0640]")


def texts(root: etree._Element) -> Iterator[tuple[str, str, str]]:
    """Yield each text of the body with the language and direction it stands in."""
    for element in root.find("body").iter(etree.Element):
        for text, holder in ((element.text, element), (element.tail, element.getparent())):
            if text and text.strip() and holder.tag not in ("script", "style"):
                near = next(e for e in (holder, *holder.iterancestors()) if e.get("lang"))
                turned = next(e for e in (holder, *holder.iterancestors()) if e.get("dir"))
                yield text, near.get("lang"), turned.get("dir")


@EVERY
def test_every_text_stands_in_its_language_and_direction(page: Page) -> None:
    for text, lang, direction in texts(rendered(page)):
        if ARABIC.search(text):
            assert (lang, direction) == ("ar", "rtl"), text
        if lang == "ar":
            assert not LATIN_WORDS.search(text), text
            assert not re.search(r"\d-\d+-\d", text) or direction == "ltr", text
        assert not CONTROLS.search(text), text


@EVERY
def test_language_and_direction_are_always_given_together(page: Page) -> None:
    root = rendered(page)
    assert (root.get("lang"), root.get("dir")) in (("ar", "rtl"), ("en", "ltr"))
    for element in root.iterdescendants():
        if element.get("lang"):
            assert element.get("dir") == {"ar": "rtl", "en": "ltr"}[element.get("lang")]


@EVERY
def test_the_checker_finds_nothing_wrong_with_the_page(page: Page) -> None:
    assert inspect(page.path, renderer().render(page)).problems == ()


@EVERY
def test_the_menu_marks_the_page_or_its_section(page: Page) -> None:
    root = rendered(page)
    marked = {
        link.get("href"): link.get("aria-current") for link in root.iter("a") if link.get("aria-current")
    }
    menu = {link.get("href") for link in root.iterfind(".//nav[@aria-label]/ul/li/a")}
    own = LINKS.href(page.path)
    assert len(marked) <= 1
    assert all(mark == ("page" if link == own else "true") for link, mark in marked.items())
    assert not page.section or own not in menu or marked == {own: "page"}


@EVERY
def test_headings_go_down_one_step_at_a_time(page: Page) -> None:
    levels = [int(e.tag[1]) for e in rendered(page).iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))


@EVERY
def test_the_head_is_strict_and_complete(page: Page) -> None:
    root = rendered(page)
    metas = {
        m.get("name") or m.get("http-equiv") or m.get("property"): m.get("content") for m in root.iter("meta")
    }
    searching = page.template == "search.html"
    assert metas["Content-Security-Policy"] == POLICY + "; script-src 'self'" * searching
    assert metas["referrer"] == "no-referrer"
    assert metas["description"] and metas["og:description"] == metas["description"]
    assert metas["color-scheme"] == "light dark"
    links = {(e.get("rel"), e.get("hreflang")): e.get("href") for e in root.iter("link")}
    expected = {("alternate", a.lang): LINKS.absolute(a.path) for a in page.alternates}
    assert {k: v for k, v in links.items() if k[1]} == expected
    if page.index:
        assert links["canonical", None] == LINKS.absolute(page.path)
    else:
        assert ("canonical", None) not in links
        assert metas["robots"] == "noindex"


@EVERY
def test_nothing_runs_and_nothing_comes_from_elsewhere(page: Page) -> None:
    root = rendered(page)
    assert not list(root.iter("style", "iframe", "img"))
    data = "application/ld+json"
    scripts = [
        (script.get("src"), script.text) for script in root.iter("script") if script.get("type") != data
    ]
    assert scripts == [("/digest/static/search.js", None)] * (page.template == "search.html")
    assert {form.get("action") for form in root.iter("form")} <= {f"/digest/{page.lang}/search/"}
    for element in root.iter(etree.Element):
        assert not [name for name in element.attrib if name.startswith("on") or name == "style"]
    for anchor in root.iter("a"):
        parts = urlsplit(anchor.get("href"))
        if parts.scheme in ("http", "https"):
            assert "noopener" in anchor.get("rel")
        else:
            assert parts.scheme in ("", "mailto")
            assert parts.scheme or anchor.get("href").startswith(("/digest/", "#"))


@EVERY
def test_times_are_for_machines_too(page: Page) -> None:
    for time in rendered(page).iter("time"):
        assert re.fullmatch(r"\d{4}(-\d\d){0,2}", time.get("datetime"))
        assert not re.search(r"\d-\d", time.text_content())


@EVERY
def test_titles_begin_in_the_direction_of_their_page(page: Page) -> None:
    root = rendered(page)
    titles = [root.findtext("head/title"), *root.xpath("//meta[@property='og:title']/@content")]
    titles += root.xpath("//@aria-label | //meta[@name='description']/@content | //link/@title")
    for title in titles:
        strong = [d for d in map(unicodedata.bidirectional, title) if d in ("L", "R", "AL")]
        assert not strong or (strong[0] == "L") == (page.lang == "en"), title
        assert title.count(FSI) == title.count(PDI)
        assert set(CONTROLS.findall(title)) <= {RLM, LRM, FSI, PDI}


@EVERY
def test_fragments_of_a_page_lead_somewhere_on_it(page: Page) -> None:
    root = rendered(page)
    ids = Counter(root.xpath("//@id"))
    assert not [id for id, count in ids.items() if count > 1]
    for href in root.xpath("//a[starts-with(@href, '#')]/@href"):
        assert href[1:] in ids


@EVERY
def test_the_language_switch_leads_to_the_same_page(page: Page) -> None:
    switches = rendered(page).xpath("//p[@class='switch']/a")
    if page.template in ("landing.html", "404.html"):
        assert not switches
        return
    other = "en" if page.lang == "ar" else "ar"
    (switch,) = switches
    assert switch.get("href") == LINKS.href(next(a.path for a in page.alternates if a.lang == other))
    assert (switch.get("lang"), switch.get("hreflang")) == (other, other)


def page_of(template: str, lang: str, **changes: object) -> etree._Element:
    found = next(p for p in PAGES if p.template == template and p.lang == lang)
    return rendered(replace(found, view=Deferred.of(article_view(**changes))) if changes else found)  # type: ignore[arg-type]


def test_hostile_text_stays_text() -> None:
    page = next(p for p in PAGES if p.title == HOSTILE and p.lang == "ar")
    assert page_text(rendered(page), "h1") == HOSTILE
    assert renderer().render(page).count(b"<script") == 1  # the structured data
    assert not rendered(page).xpath("//a[contains(@href, 'javascript')]")


def page_text(root: etree._Element, path: str) -> str:
    return "".join(root.find(f".//{path}").itertext())


def test_arabic_text_is_printed_character_for_character() -> None:
    printed = [
        "".join(p.itertext())
        for p in page_of("article_ar.html", "ar").xpath("//div[contains(@class, 'e-content')]/*")
    ]
    assert "قالت BBC News يوم 3-5-2022 إن F-16 مرّت & انصرفت." in printed


def test_a_line_in_two_blocks_has_one_anchor_and_the_title_line_has_one_too() -> None:
    root = page_of("article_en.html", "en")
    assert root.xpath("//p[@id='l5']/@class") == ["lede"]
    assert len(root.xpath("//p[@id='l5']/span[@id='l6']")) == 1
    assert root.xpath("//h1/span/@id") == ["l3", "l4", "l12"]


@pytest.mark.parametrize(
    ("layer", "words"),
    [
        ("facts", "Built by rule"),
        ("card", "index card"),
        ("editor", "Written by an editor"),
        ("Opus 1", "Machine translation by Opus 1"),
    ],
)
def test_the_layer_that_made_the_english_is_named(layer: str, words: str) -> None:
    root = page_of("article_en.html", "en", layer=layer)
    assert words in page_text(root, "section[@class='stub p-summary']")
    automatic = "Automatic" in page_text(root, "h2[@id='summary']")
    assert automatic == (layer != "editor")


def test_every_english_sentence_shows_its_arabic_line() -> None:
    (details,) = page_of("article_en.html", "en").iter("details")
    assert details.findtext("summary") == "Arabic line 7"
    assert "قالت الوزارة" in "".join(details.itertext())


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_english_on_the_arabic_page_is_marked_and_turned(lang: str) -> None:
    root = page_of(f"article_{lang}.html", lang)
    stub = root.xpath("//*[contains(@class, 'stub')]")[0]
    assert next(e.get("dir") for e in (stub, *stub.iterancestors()) if e.get("dir")) == "ltr"


def test_an_excerpt_says_so_and_leads_to_the_source() -> None:
    notice = page_of("article_ar.html", "ar", publish="excerpt").xpath("//p[@class='notice']")[0]
    assert notice.find("a").get("href") == "https://www.example.com/a?b=1&c=2"
    assert not page_of("article_ar.html", "ar").xpath("//p[@class='notice']")


def test_lines_left_out_are_counted_where_there_are_any() -> None:
    counted = {n: page_of("article_en.html", "en", dropped=n) for n in (0, 1, 3)}
    said = {n: page_text(root, "aside") for n, root in counted.items()}
    assert [n for n in said if "furniture" in said[n]] == [1, 3]
    assert "1 line of page" in said[1] and "3 lines of page" in said[3] and "reading as data" in said[0]


def test_uncertain_dates_are_said_plainly() -> None:
    words = {
        p.view.view.card.id: page_text(rendered(p), "p[@class='dateline']")
        for p in PAGES
        if p.template == "article_en.html"
    }  # type: ignore[attr-defined]
    assert "3 May 2022" in words["a1"]
    assert "date printed in the article" in words["a1"]
    assert "May 2022 (day unknown)" in words["b2"]
    assert "date inferred" in words["b2"]
    assert "Unknown date between 1 May 2022 and 1 June 2022" in words["c3"]
    assert "2022 (day and month unknown)" in words["d4"]


def test_a_document_without_a_translation_is_not_in_the_other_menu() -> None:
    menus = {p.lang: page_text(rendered(p), "nav") for p in PAGES if p.template == "document.html"}
    assert "Imprint" in menus["en"]
    assert "Imprint" not in menus["ar"]
