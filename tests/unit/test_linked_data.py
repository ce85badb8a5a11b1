"""Structured data states what the page shows and stays inert, whatever a title holds."""

from __future__ import annotations

import json
from typing import Any

import pytest
from lxml import etree

from sitegen.site.views import Page
from tests.face_pages import CONFIG, LINKS, pages, rendered, renderer
from tests.faces import HOSTILE

PAGES = pages()


def graph(root: etree._Element) -> dict[str, Any]:
    """Return the nodes of a page's block by type."""
    blocks = root.xpath("//script[@type='application/ld+json']/text()")
    return {node["@type"]: node for block in blocks for node in json.loads(block)["@graph"]}


def of(template: str, lang: str = "en") -> list[dict[str, Any]]:
    return [graph(rendered(p)) for p in PAGES if p.template == template and p.lang == lang]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_an_article_names_what_it_rests_on_and_never_claims_it(lang: str) -> None:
    node = of(f"article_{lang}.html", lang)[0]["NewsArticle"]
    assert node["isBasedOn"]["url"] == "https://www.example.com/a?b=1&c=2"
    assert node["isBasedOn"]["publisher"]["name"] == {"ar": "صحيفة النهر", "en": "Al-Nahr"}[lang]
    assert node["isBasedOn"]["author"]["name"] == "ليلى"
    assert node["publisher"]["name"] == CONFIG.words(lang).title
    assert "author" not in node
    assert node["inLanguage"] == lang
    assert node["datePublished"] == "2022-05-03"
    people = [about for about in node["about"] if about["@type"] == "Person"]
    assert people[0]["alternateName"] == [{"ar": "Salma Haddad", "en": "سلمى حداد"}[lang]]


def test_only_a_known_day_is_a_date_and_only_a_web_address_a_source() -> None:
    articles = [node["NewsArticle"] for node in of("article_ar.html", "ar")]
    assert ["datePublished" in node for node in articles] == [True, False, False, False]
    assert "url" not in articles[1]["isBasedOn"]  # javascript:x


def test_people_have_profiles_and_other_terms_collections() -> None:
    person, unknown, topic = of("term.html")
    salma = person["ProfilePage"]["mainEntity"]
    assert (salma["@type"], salma["name"]) == ("Person", "Salma Haddad")
    assert {"سلمى حداد", "حداد", "S. Haddad"} == set(salma["alternateName"])
    assert salma["hasOccupation"][0]["startDate"] == "2021-01-01"
    assert "endDate" not in salma["hasOccupation"][0]
    assert unknown["ProfilePage"]["mainEntity"]["name"] == "زيد <b>"
    assert topic["CollectionPage"]["mainEntity"]["itemListElement"][0]["url"].endswith("/en/articles/a1/")


def test_the_way_to_a_page_is_told_from_its_home() -> None:
    day = of("date.html")[0]["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in day] == [1, 2, 3, 4, 5]
    assert [step["name"] for step in day] == ["The Digest", "Dates", "2022", "May 2022", "3 May"]
    assert not any("BreadcrumbList" in node for node in of("home.html"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.template}-{page.path}")
def test_addresses_are_whole_and_strings_keep_their_direction(page: Page) -> None:
    def walk(value: Any, key: str = "") -> None:
        if isinstance(value, dict):
            for name, inner in value.items():
                walk(inner, name)
        elif isinstance(value, list):
            for inner in value:
                walk(inner, key)
        elif key in ("url", "item", "image"):
            assert value.startswith("https://"), value

    nodes = graph(rendered(page))
    walk(list(nodes.values()))
    assert nodes or page.template in ("landing.html", "404.html")


def test_hostile_text_cannot_leave_the_block() -> None:
    page = next(p for p in PAGES if p.title == HOSTILE and p.lang == "ar")
    html = renderer().render(page).decode()
    block = html.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert "<" not in block
    assert HOSTILE.startswith("<script>") and "alert" in json.dumps(json.loads(block))


def test_open_graph_is_complete() -> None:
    page = next(page for page in PAGES if page.template == "article_ar.html")
    root = rendered(page)
    said = {m.get("property"): m.get("content") for m in root.iter("meta") if m.get("property")}
    assert said["og:locale"] == "ar_AR" and said["og:locale:alternate"] == "en_US"
    assert said["og:type"] == "article" and said["article:published_time"] == "2022-05-03"
    assert said["og:url"] == LINKS.absolute(page.path)
