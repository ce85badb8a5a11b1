"""The facts of a page that is plainly written, without a parser: one look at each distinct tag.

A page is plainly written when every `<` begins a tag in lower case whose attributes stand in double
quotes, and nothing in it would make a browser read on differently (comments, raw text, strange
elements).  Our templates write so.  Of such a page the list of tags tells all; parsing it costs ten
times as much.  Anything else, and any page with a fault, is left to the parser
(`sitegen.web.html_facts`), which knows how to tell what is wrong.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from functools import lru_cache
from sys import intern
from typing import NamedTuple

import msgspec

from sitegen.web.page_facts import DIRECTIONS, PageFacts, leaving

_TAG = re.compile(rb"<([^/][^>]*)")
_VALUE = '[^"<>\x00-\x1f\x7f-\x9f]*'
_PLAIN = re.compile(rf'([a-z][a-z0-9]*)(?:[ \t\n]+[A-Za-z][A-Za-z0-9:-]*(?:="{_VALUE}")?)*[ \t\n]*/?')
_LINK = re.compile(rb'a(?: class="[a-z -]*")? href="([!#-%\'-;=?-~]+)"')  # no space, quote or reference in it
#: What most tags of a head that are new on a page are: an address of it, and what a reader is shown of it.
_ADDRESS = re.compile(
    r'link rel="(?:(?P<canonical>canonical)"|alternate" hreflang="(?P<lang>[A-Za-z-]+)") '
    r'href="(?P<href>[!#-%\'-;=?-~]+)"'
)
_ABOUT = re.compile(rf'meta (?:name|property)="[a-z:_]+" content="{_VALUE}"')
_ATTRIBUTE = re.compile(rf'([A-Za-z][A-Za-z0-9:-]*)(?:="({_VALUE})")?')
_DOCTYPE = "!doctype html"
#: Every parser knows these; other names for characters are left to it.
_STRANGE_REFERENCE = re.compile("&(?!amp;|lt;|gt;|quot;|#34;|#39;)")
_DATA = ' type="application/ld+json"'
_SCRIPT = re.compile(rb"<script([^<>]*)>([^<]*)</script>")
#: All that comes before the body: anything else would make a parser begin the body there.
_TO_BODY = re.compile(
    rb"<!doctype html>\s*<html [^<>]*>\s*<head>\s*"
    rb"(?:(?:<(?:meta|link) [^<>]*>|<title>(?P<title>[^<]*)</title>|<script[^<>]*>[^<]*</script>)\s*)*"
    rb"</head>\s*<body[^<>]*>"
)
_END = re.compile(rb"</body>\s*</html>\s*")
#: What may not stand before that.
_STRANGE_END = re.compile(rb"</(?:(?![a-z][a-z0-9]*>)|(?:body|html)>)")
#: A heading that says something.
_HEADED = re.compile(rb"<h1(?=[\s>])[^<>]*>\s*(?:<(?!/h1)[^<>]*>\s*)*[^<\s]")
#: Within these a parser may read otherwise than tag by tag, or they belong before the body.
_STRANGE = frozenset({
    "base", "body", "frame", "frameset", "head", "html", "iframe", "image", "link", "listing", "math", "meta",
    "noembed", "noframes", "noscript", "object", "plaintext", "script", "style", "template", "textarea",
    "title", "xmp",
})  # fmt: skip
_REMEMBERED = 1 << 16  # tags: menus, names and dates stand on page after page


class _Unusual(Exception):  # noqa: N818 - no error: the parser reads it
    """A tag that is not plainly written."""


class _Tag(NamedTuple):
    """What one opening tag says."""

    name: str
    id: str | None = None
    link: str | None = None
    asset: str | None = None
    sheet: str | None = None  # what a <link> loads, told before other assets
    alternate: tuple[str, str] | None = None
    canonical: str | None = None


def plainly_written(data: bytes) -> PageFacts | None:
    """Return the facts of a page without fault, None where it must be parsed.

    >>> head = b'<!doctype html><html lang="en" dir="ltr"><head><title>t</title></head>'
    >>> page = head + b'<body><h1 id="a">x</h1></body></html>'
    >>> plainly_written(page).ids, plainly_written(page.replace(b'"a"', b"a"))
    (('a',), None)
    """
    try:
        data.decode()
        start = _TO_BODY.match(data)
        if not start or not _well_written(data, start):
            return None
        frame = _TAG.findall(data, 0, start.end())
        before = [_tag(tag) for tag in frame]
        after = [tag for tag in map(_tag_of_body, dict.fromkeys(_TAG.findall(data, start.end()))) if tag]
        lang = _language(frame[1].decode())
    except (_Unusual, ValueError):  # of the second kind are texts that do not decode
        return None
    _, every_id, links, assets, sheets, alternates, canonicals = zip(*before, *after, strict=True)
    ids = _distinct(every_id)
    if lang is None or data.count(b' id="') != len(ids):
        return None
    return PageFacts(
        lang=lang,
        ids=ids,
        links=leaving(_distinct(links), ids),
        assets=_distinct((*sheets, *assets)),
        alternates=tuple([versions for versions in alternates if versions is not None]),
        canonical=next((address for address in reversed(canonicals) if address is not None), ""),
    )


def _distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    """Return what there is, each once, in order."""
    return tuple([value for value in dict.fromkeys(values) if value is not None])


def _well_written(data: bytes, start: re.Match[bytes]) -> bool:
    """Say whether a page ends well, has one title and heading, and scripts that are sound data."""
    for attributes, text in _SCRIPT.findall(data, 0, start.end()):
        if attributes.decode() == _DATA:
            msgspec.json.decode(text, type=msgspec.Raw)
    end = data.rfind(b"</body>")
    return (
        end > 0
        and _END.fullmatch(data, end) is not None
        and not _STRANGE_END.search(data, start.end(), end)
        and data.count(b"<h1", start.end()) == 1
        and _HEADED.search(data, start.end()) is not None
        and data.count(b"<title>", 0, start.end()) == 1
        and bool(html.unescape((start["title"] or b"").decode()).strip())
        and b"\0" not in data
    )


def _language(tag: str) -> str | None:
    """Return the language of the element that holds all, None where its direction is another's."""
    given = _attributes(tag) if tag.startswith("html ") else {}
    lang = given.get("lang", "")
    return intern(lang) if lang and DIRECTIONS.get(lang) == given.get("dir") else None


@lru_cache(_REMEMBERED)
def _tag(raw: bytes) -> _Tag:
    """Return what an opening tag says, written without its brackets."""
    tag = raw.decode()
    if tag == _DOCTYPE:
        return _Tag("")
    address = _ADDRESS.fullmatch(tag)
    if address:
        href = intern(address["href"])
        if address["canonical"]:
            return _Tag("link", canonical=href)
        return _Tag("link", alternate=(intern(address["lang"]), href))
    if _ABOUT.fullmatch(tag):
        return _Tag("meta")
    found = _PLAIN.fullmatch(tag)
    if not found:
        raise _Unusual
    name = found[1]
    if name == "meta" and " id=" not in tag and " src=" not in tag:
        return _Tag(name)
    if _STRANGE_REFERENCE.search(tag):
        raise _Unusual
    given = _attributes(tag)
    if (name == "script" and given.get("type", "").endswith("json") and tag != "script" + _DATA) or (
        name == "img" and "alt" not in given
    ):
        raise _Unusual
    return _said(name, given)


@lru_cache(_REMEMBERED)
def _tag_of_body(raw: bytes) -> _Tag | None:
    """Return what an opening tag in the body says, None where that is nothing."""
    link = _LINK.fullmatch(raw)  # half of all tags that are new on a page
    if link:
        return _Tag("a", link=intern(link[1].decode()))
    tag = _tag.__wrapped__(raw)
    if tag.name in _STRANGE:
        raise _Unusual
    return tag if tag != _Tag(tag.name) else None


def _said(name: str, given: dict[str, str]) -> _Tag:
    """Return what a tag of this name with these attributes says."""
    href, source = given.get("href"), given.get("src")
    if name == "link" and href is not None:
        return _link(given, href)
    followed = href if name in ("a", "area") else given.get("action") if name == "form" else None
    loaded = href if name == "use" else None if source and source.startswith("data:") else source
    return _Tag(name, _once(given.get("id")), _once(followed), _once(loaded))


def _link(given: dict[str, str], href: str) -> _Tag:
    relation, lang, id = given.get("rel", ""), given.get("hreflang"), _once(given.get("id"))
    if relation == "canonical":
        return _Tag("link", id, canonical=intern(href))
    if relation == "alternate" and lang:
        return _Tag("link", id, alternate=(intern(lang), intern(href)))
    return _Tag("link", id, sheet=_once(href))


def _once(value: str | None) -> str | None:
    return None if value is None else intern(value.strip())


def _attributes(tag: str) -> dict[str, str]:
    """Return the attributes of a plain tag; of two with one name the first counts."""
    given: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(tag.replace("\n", " ").replace("\t", " ").partition(" ")[2]):
        given.setdefault(name.lower(), html.unescape(value) if "&" in value else value)
    return given
