"""The facts of one HTML page, and what is wrong with it on its own, by parsing all of it.

Pages as our templates write them need no parser (`sitegen.web.tags`); what is not
written so, or has a fault to be told, comes here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

import msgspec
from lxml import etree

from sitegen.errors import Problem, Where, isolate
from sitegen.web.page_facts import DIRECTIONS, PageFacts, tidied
from sitegen.web.tags import plainly_written

_HTML = etree.HTMLParser(encoding="utf-8", huge_tree=True)

_IDS = etree.XPath("//@id")
_LINKS = etree.XPath("//a/@href | //area/@href | //form/@action")
_HEAD_LINKS = etree.XPath("//link[@href]")
_ASSETS = etree.XPath("//@src | //use/@href | //image/@href")
_TITLES = etree.XPath("/html/head/title")
_HEADINGS = etree.XPath("//h1")
_UNLABELLED = etree.XPath("//img[not(@alt)]")
_JSON_LD = etree.XPath("//script[@type='application/ld+json']/text()")


def html_facts(path: str, data: bytes) -> PageFacts:
    """Return the facts of a page, read the quick way where that is sure to be the same."""
    return plainly_written(data) or parsed(path, data)


def parsed(path: str, data: bytes) -> PageFacts:
    """Return the facts of any page and everything that is wrong with it."""
    root: Any = etree.fromstring(data, _HTML) if data.strip() else None
    if root is None:
        return PageFacts(problems=(Problem("the page is empty", Where(path)),))
    ids = [str(value) for value in _select(_IDS, root)]
    alternates, canonical, assets = _head_links(root)
    return tidied(
        PageFacts(
            lang=root.get("lang", ""),
            ids=tuple(ids),
            links=tuple(_select(_LINKS, root)),
            assets=(*assets, *(src for src in _select(_ASSETS, root) if not src.startswith("data:"))),
            alternates=tuple(alternates),
            canonical=canonical,
            problems=tuple(_page_problems(path, data, root, ids)),
        )
    )


def _select(query: etree.XPath, root: Any) -> list[Any]:
    return cast("list[Any]", query(root))


def _head_links(root: Any) -> tuple[list[tuple[str, str]], str, list[str]]:
    """Sort the `link` elements into language alternates, the canonical link and assets."""
    alternates: list[tuple[str, str]] = []
    assets: list[str] = []
    canonical = ""
    for link in _select(_HEAD_LINKS, root):
        rel, href = link.get("rel", ""), link.get("href")
        if rel == "canonical":
            canonical = href
        elif rel == "alternate" and link.get("hreflang"):
            alternates.append((link.get("hreflang"), href))
        else:
            assets.append(href)
    return alternates, canonical, assets


def _page_problems(path: str, data: bytes, root: Any, ids: list[str]) -> Iterable[Problem]:
    def bad(what: str, line: int | None = None) -> Problem:
        return Problem(what, Where(path, line))

    if not data[:15].lower().startswith(b"<!doctype html>"):
        yield bad("the page does not begin with <!doctype html>", 1)
    lang, direction = root.get("lang", ""), root.get("dir", "")
    if DIRECTIONS.get(lang) != direction:
        yield bad(f'html has lang="{lang}" and dir="{direction}"', root.sourceline)
    if len(set(ids)) != len(ids):
        seen: set[str] = set()
        for id in ids:
            if id in seen:
                yield bad(f"the id {isolate(id)} stands twice")
            seen.add(id)
    titles = _select(_TITLES, root)
    if len(titles) != 1 or not (titles[0].text or "").strip():
        yield bad("the page has no title" if not titles else "the page needs one title that is not empty")
    headings = _select(_HEADINGS, root)
    if len(headings) != 1:
        yield bad(f"the page has {len(headings)} h1 headings instead of one")
    elif not "".join(headings[0].itertext()).strip():
        yield bad("the h1 heading is empty", headings[0].sourceline)
    for image in _select(_UNLABELLED, root):
        yield bad(f"image {image.get('src', '')} has no alt text", image.sourceline)
    for text in _select(_JSON_LD, root):
        try:
            msgspec.json.decode(str(text))
        except msgspec.DecodeError as error:
            yield bad(f"structured data is not JSON: {error}")
