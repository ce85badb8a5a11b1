"""The sitemap mirrors what pages say of their versions and splits when it grows."""

from __future__ import annotations

from lxml import etree

from sitegen.site.groups import Listed
from sitegen.site.paging import both
from sitegen.site.urls import Links, article
from sitegen.web.sitemap import robots, sitemap
from tests.face_pages import LINKS

SPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def listed(count: int) -> list[Listed]:
    return [
        (article("ar", f"a&{n}"), both(article, f"a&{n}"), "2022-05-03" if n == 0 else None)
        for n in range(count)
    ]


def made(pages: list[Listed], largest: int = 25_000) -> dict[str, bytes]:
    return {path: make() for path, make in sitemap(len(pages), lambda: pages, LINKS, largest)}


def test_each_page_is_listed_with_its_versions_and_day() -> None:
    ((path, data),) = made(listed(2)).items()
    assert path == "sitemap.xml"
    first, second = etree.fromstring(data).findall("s:url", SPACES)
    assert first.findtext("s:loc", namespaces=SPACES) == "https://example.org/digest/ar/articles/a%260/"
    assert [(v.get("hreflang"), v.get("href")) for v in first.findall("x:link", SPACES)] == [
        ("ar", "https://example.org/digest/ar/articles/a%260/"),
        ("en", "https://example.org/digest/en/articles/a%260/"),
        ("x-default", "https://example.org/digest/en/articles/a%260/"),
    ]
    assert first.findtext("s:lastmod", namespaces=SPACES) == "2022-05-03"
    assert second.find("s:lastmod", SPACES) is None


def test_an_empty_site_has_an_empty_sitemap() -> None:
    (data,) = made([]).values()
    assert len(etree.fromstring(data)) == 0


def test_a_large_sitemap_is_split_and_indexed() -> None:
    files = made(listed(7), largest=3)
    assert list(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    index = etree.fromstring(files["sitemap.xml"])
    places = [place.text for place in index.iterfind("s:sitemap/s:loc", SPACES)]
    assert places == [f"https://example.org/digest/sitemap-{n}.xml" for n in (1, 2, 3)]
    counts = [len(etree.fromstring(files[f"sitemap-{n}.xml"])) for n in (1, 2, 3)]
    assert counts == [3, 3, 1]
    assert list(made(listed(3), largest=3)) == ["sitemap.xml"]


def test_robots_name_the_sitemap_where_its_address_is_known() -> None:
    assert robots(LINKS).decode().splitlines()[-1] == "Sitemap: https://example.org/digest/sitemap.xml"
    assert b"Sitemap" not in robots(Links("/digest/"))
