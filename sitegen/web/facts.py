"""The facts of any finished file: pages, feeds, sitemap, stylesheets, JSON.

`inspect` looks at one file alone and is a pure function of its bytes, so its
answer can be remembered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from lxml import etree

from sitegen.errors import Problem, Where, isolate
from sitegen.web.html_facts import html_facts
from sitegen.web.page_facts import PageFacts, tidied

_XML = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
_XHTML_LINK = "{http://www.w3.org/1999/xhtml}link"
_ATOM = "{http://www.w3.org/2005/Atom}"
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")


def inspect(path: str, data: bytes) -> PageFacts:
    """Return the facts of one output file; kinds of file that refer to nothing have none.

    >>> page = b'<!doctype html><html lang="ar" dir="ltr"><title>t</title><h1 id="a">x</h1><p id="a">y</p>'
    >>> [p.what for p in inspect("ar/index.html", page).problems]
    ['html has lang="ar" and dir="ltr"', 'the id \u2068a\u2069 stands twice']
    """
    reader = _READERS.get(path.rsplit(".", 1)[-1])
    return reader(path, data) if reader else PageFacts()


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
    return tidied(PageFacts(lang=lang, links=tuple(links), problems=tuple(found)))


def _feed_problems(path: str, root: Any) -> Iterable[Problem]:
    if root.tag != f"{_ATOM}feed":
        yield Problem("the root of an Atom feed must be <feed>", Where(path, root.sourceline))
        return
    ids: set[str] = set()
    for element in (root, *root.iter(f"{_ATOM}entry")):
        held: dict[str, str] = {}  # the text of each kind of part; the first counts
        for part in element:
            held.setdefault(part.tag, part.text or "")
        for name in ("id", "title", "updated"):
            if not held.get(f"{_ATOM}{name}", "").strip():
                yield Problem(
                    f"{etree.QName(element).localname} has no {name}", Where(path, element.sourceline)
                )
        if f"{_ATOM}link" not in held:
            yield Problem(f"{etree.QName(element).localname} has no link", Where(path, element.sourceline))
        id = held.get(f"{_ATOM}id", "")
        if id in ids:
            yield Problem(f"two entries share the id {isolate(id)}", Where(path, element.sourceline))
        ids.add(id)


def _rss(path: str, data: bytes) -> PageFacts:
    root, problems = _parsed_xml(path, data)
    if root is None:
        return PageFacts(problems=problems)
    found = tuple(link.text or "" for link in root.iter("link"))
    own = tuple(link.get("href", "") for link in root.iter(f"{_ATOM}link"))
    return tidied(PageFacts(lang=root.findtext("channel/language") or "", links=(*found, *own)))


def _xml(path: str, data: bytes) -> PageFacts:
    root, problems = _parsed_xml(path, data)
    if root is None or not root.tag.startswith(_SITEMAP):
        return PageFacts(problems=problems)
    places = [loc.text or "" for loc in root.iter(f"{_SITEMAP}loc")]
    places += [link.get("href", "") for link in root.iter(_XHTML_LINK)]
    return tidied(PageFacts(links=tuple(places)))


def _css(path: str, data: bytes) -> PageFacts:
    text = data.decode("utf-8", "replace")
    return tidied(
        PageFacts(assets=tuple(url for url in _CSS_URL.findall(text) if not url.startswith("data:")))
    )


def _json(path: str, data: bytes) -> PageFacts:
    try:
        msgspec.json.decode(data.decode(), type=msgspec.Raw)  # is it sound?  Most are not asked for more
        value = _FEED.decode(data) if b"jsonfeed.org" in data else None
    except msgspec.ValidationError:
        value = None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return PageFacts(problems=(Problem(f"not JSON: {error}", Where(path)),))
    if value is None or "jsonfeed.org" not in str(value.version):
        return PageFacts()
    entries = (
        [item for item in value.items if isinstance(item, dict)] if isinstance(value.items, list) else []
    )
    links = (value.home_page_url, value.feed_url, *(item.get("url") for item in entries))
    lang = value.language
    return tidied(
        PageFacts(
            lang=lang if isinstance(lang, str) else "",
            links=tuple(link for link in links if isinstance(link, str)),
        )
    )


class _Feed(msgspec.Struct):
    """What a JSON Feed says; it may say it wrongly."""

    version: Any = None
    language: Any = None
    home_page_url: Any = None
    feed_url: Any = None
    items: Any = None


_FEED = msgspec.json.Decoder(_Feed)

_READERS: dict[str, Callable[[str, bytes], PageFacts]] = {
    "html": html_facts,
    "atom": _atom,
    "rss": _rss,
    "xml": _xml,
    "svg": _xml,
    "css": _css,
    "json": _json,
    "webmanifest": _json,
}
