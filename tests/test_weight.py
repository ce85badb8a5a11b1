"""What a reader's browser has to fetch for an article: few files, and small ones."""

from __future__ import annotations

from functools import cache

import pytest
from lxml import etree, html

from sitegen.shell.inputs import installed
from tests.worlds import files, project

MOST_BYTES, MOST_REQUESTS = 100_000, 6


@cache
def site() -> dict[str, bytes]:
    """Return the seeds' site with its fonts, under a base path."""
    fonts = {path: place.read_bytes() for path, place in installed().items()}
    return files(project() | fonts, base_url="https://example.org/digest/")


def fetched(page: str) -> dict[str, int]:
    """Return the size of everything a page needs, uncompressed, itself included."""
    root = html.fromstring(site()[page])
    wanted = root.xpath("//link[@rel='stylesheet' or @rel='preload' or @rel='icon']/@href | //@src")
    paths = [str(href).removeprefix("/digest/") for href in wanted]
    return {path: len(site()[path]) for path in (page, *paths)}


ARTICLES = sorted(path for path in site() if "/articles/" in path and path.endswith(".html"))


@pytest.mark.parametrize("page", ARTICLES)
def test_an_article_is_light(page: str) -> None:
    needs = fetched(page)
    assert len(needs) <= MOST_REQUESTS
    assert sum(needs.values()) <= MOST_BYTES, needs


def test_the_seeds_are_measured_with_both_fonts() -> None:
    assert len(ARTICLES) == 10
    assert sum(path.endswith(".woff2") for path in fetched(ARTICLES[0])) == 2


@pytest.mark.parametrize("path", sorted(path for path in site() if path.endswith(".html")))
def test_no_page_holds_code_or_style_of_its_own(path: str) -> None:
    root = html.fromstring(site()[path])
    for script in root.iter("script"):
        assert script.get("type") == "application/ld+json" or (script.get("src") and not script.text)
    assert not list(root.iter("style"))
    assert not root.xpath("//@style")
    for element in root.iter(etree.Element):
        assert not [name for name in element.attrib if name.startswith("on")]
