"""What one finished file states that other files can contradict: ids, links, language, alternates.

`inspect` looks at one file alone and is a pure function of its bytes, so its
answer can be remembered.  Facts are small (strings are interned) because a large
site has hundreds of thousands of them in memory while it is checked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from sys import intern
from typing import Any, cast

import msgspec
from lxml import etree
from msgspec import Struct

from sitegen.errors import Problem, Where, isolate

#: The only pairs of language and direction that a page may carry.
DIRECTIONS = {"ar": "rtl", "en": "ltr"}

_HTML = etree.HTMLParser(encoding="utf-8", huge_tree=True)
_XML = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
_XHTML_LINK = "{http://www.w3.org/1999/xhtml}link"
_ATOM = "{http://www.w3.org/2005/Atom}"
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")

_IDS = etree.XPath("//@id")
_LINKS = etree.XPath("//a/@href | //area/@href | //form/@action")
_HEAD_LINKS = etree.XPath("//link[@href]")
_ASSETS = etree.XPath("//@src | //use/@href | //image/@href")
_TITLES = etree.XPath("/html/head/title")
_HEADINGS = etree.XPath("//h1")
_UNLABELLED = etree.XPath("//img[not(@alt)]")
_JSON_LD = etree.XPath("//script[@type='application/ld+json']/text()")


class PageFacts(Struct, frozen=True, array_like=True):
    """What one file says of itself; links are as written, each once, in order."""

    lang: str = ""
    ids: tuple[str, ...] = ()
    links: tuple[str, ...] = ()  # a reader can follow them: a[href], feed and sitemap entries
    assets: tuple[str, ...] = ()  # the page needs them: stylesheets, images, scripts, fonts
    alternates: tuple[tuple[str, str], ...] = ()  # (hreflang, href)
    canonical: str = ""
    problems: tuple[Problem, ...] = ()


def inspect(path: str, data: bytes) -> PageFacts:
    """Return the facts of one output file; kinds of file that refer to nothing have none.

    >>> page = b'<!doctype html><html lang="ar" dir="ltr"><title>t</title><h1 id="a">x</h1><p id="a">y</p>'
    >>> [p.what for p in inspect("ar/index.html", page).problems]
    ['html has lang="ar" and dir="ltr"', 'the id \u2068a\u2069 stands twice']
    """
    reader = _READERS.get(path.rsplit(".", 1)[-1])
    return reader(path, data) if reader else PageFacts()


def interned(facts: PageFacts) -> PageFacts:
    """Return the same facts with every string shared: decoded facts do not share theirs."""
    return PageFacts(
        lang=intern(facts.lang),
        ids=_once(facts.ids),
        links=_once(facts.links),
        assets=_once(facts.assets),
        alternates=tuple((intern(lang), intern(href)) for lang, href in facts.alternates),
        canonical=intern(facts.canonical),
        problems=facts.problems,
    )


def _select(query: etree.XPath, root: Any) -> list[Any]:
    return cast("list[Any]", query(root))


def _once(values: Iterable[Any]) -> tuple[str, ...]:
    """Return distinct values in order as shared plain strings (lxml's own carry their tree)."""
    return tuple(dict.fromkeys(intern(str(value).strip()) for value in values))


# -- HTML --------------------------------------------------------------------------


def _html(path: str, data: bytes) -> PageFacts:
    root: Any = etree.fromstring(data, _HTML) if data.strip() else None
    if root is None:
        return PageFacts(problems=(Problem("the page is empty", Where(path)),))
    ids = [str(value) for value in _select(_IDS, root)]
    alternates, canonical, assets = _head_links(root)
    return interned(
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
    for image in _select(_UNLABELLED, root):
        yield bad(f"image {image.get('src', '')} has no alt text", image.sourceline)
    for text in _select(_JSON_LD, root):
        try:
            msgspec.json.decode(str(text))
        except msgspec.DecodeError as error:
            yield bad(f"structured data is not JSON: {error}")


# -- feeds, sitemap, style ----------------------------------------------------------


def _parsed_xml(path: str, data: bytes) -> tuple[Any, tuple[Problem, ...]]:
    try:
        return etree.fromstring(data, _XML), ()
    except etree.XMLSyntaxError as error:
        line = error.lineno or None
        return None, (Problem(f"not well-formed XML: {error.msg}", Where(path, line)),)


def _atom(path: str, data: bytes) -> PageFacts:
    root, problems = _parsed_xml(path, data)
    if root is None:
        return PageFacts(problems=problems)
    found = list(_feed_problems(path, root))
    links = [link.get("href", "") for link in root.iter(f"{_ATOM}link")]
    lang = root.get("{http://www.w3.org/XML/1998/namespace}lang", "")
    return interned(PageFacts(lang=lang, links=tuple(links), problems=tuple(found)))


def _feed_problems(path: str, root: Any) -> Iterable[Problem]:
    if root.tag != f"{_ATOM}feed":
        yield Problem("the root of an Atom feed must be <feed>", Where(path, root.sourceline))
        return
    ids: set[str] = set()
    for element in (root, *root.iter(f"{_ATOM}entry")):
        for name in ("id", "title", "updated"):
            if not (element.findtext(f"{_ATOM}{name}") or "").strip():
                yield Problem(
                    f"{etree.QName(element).localname} has no {name}", Where(path, element.sourceline)
                )
        if element.find(f"{_ATOM}link") is None:
            yield Problem(f"{etree.QName(element).localname} has no link", Where(path, element.sourceline))
        id = element.findtext(f"{_ATOM}id") or ""
        if id in ids:
            yield Problem(f"two entries share the id {isolate(id)}", Where(path, element.sourceline))
        ids.add(id)


def _rss(path: str, data: bytes) -> PageFacts:
    root, problems = _parsed_xml(path, data)
    if root is None:
        return PageFacts(problems=problems)
    found = tuple(link.text or "" for link in root.iter("link"))
    own = tuple(link.get("href", "") for link in root.iter(f"{_ATOM}link"))
    return interned(PageFacts(lang=root.findtext("channel/language") or "", links=(*found, *own)))


def _xml(path: str, data: bytes) -> PageFacts:
    root, problems = _parsed_xml(path, data)
    if root is None or not root.tag.startswith(_SITEMAP):
        return PageFacts(problems=problems)
    places = [loc.text or "" for loc in root.iter(f"{_SITEMAP}loc")]
    places += [link.get("href", "") for link in root.iter(_XHTML_LINK)]
    return interned(PageFacts(links=tuple(places)))


def _css(path: str, data: bytes) -> PageFacts:
    text = data.decode("utf-8", "replace")
    return interned(
        PageFacts(assets=tuple(url for url in _CSS_URL.findall(text) if not url.startswith("data:")))
    )


def _json(path: str, data: bytes) -> PageFacts:
    try:
        value = msgspec.json.decode(data)
    except msgspec.DecodeError as error:
        return PageFacts(problems=(Problem(f"not JSON: {error}", Where(path)),))
    if not (isinstance(value, dict) and "jsonfeed.org" in str(value.get("version"))):
        return PageFacts()
    items = value.get("items")
    entries = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    links = (value.get("home_page_url"), value.get("feed_url"), *(item.get("url") for item in entries))
    lang = value.get("language")
    return interned(
        PageFacts(
            lang=lang if isinstance(lang, str) else "",
            links=tuple(link for link in links if isinstance(link, str)),
        )
    )


_READERS: dict[str, Callable[[str, bytes], PageFacts]] = {
    "html": _html,
    "atom": _atom,
    "rss": _rss,
    "xml": _xml,
    "svg": _xml,
    "css": _css,
    "json": _json,
    "webmanifest": _json,
}
