"""HTML: the visible text of the article's element as lines, metadata from the page's markup.

The lines of an HTML article are the lines of the *extracted* text, one for each
block element, because those are what a reader of the site sees; `sitegen read`
prints them with their numbers.  A paragraph stands between blank lines, a
heading directly on top of what follows, a figure caption alone.  A date or byline
between the page's one `h1` and the article's element belongs to the article.

Left out for good, by what the markup itself says: scripts, styles, navigation,
footers, asides, forms, buttons and hidden elements.  Everything else is kept
for the cleaner to judge.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import dropwhile, takewhile
from typing import Any

from lxml import etree

from sitegen.desk.formats.source import article_id, decode, digest
from sitegen.desk.tables import is_address, is_iso_day
from sitegen.errors import ArticleError, FormatError, Where
from sitegen.model import Meta, RawArticle
from sitegen.text.fold import squeeze


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_SKIP = _tags(
    "script style noscript template svg math iframe object head nav footer aside form button select"
)
_HEADINGS = _tags("h1 h2 h3 h4 h5 h6")
#: Elements that follow each other without a blank line.
_TIGHT = _tags("li dt dd tr br summary")
#: Elements whose text stands on lines of its own.
_BLOCKS = _HEADINGS | _TIGHT | _tags(
    "p div section article main header figure figcaption blockquote pre ul ol dl table hr "
    "address details fieldset center body html"
)  # fmt: skip
#: Elements that stand side by side in the head of an article, styled apart: a date, a byline, a counter.
_APART = _tags("span a time small cite label")
_PROLOG = re.compile(r"^\s*<\?xml[^>]*\?>")
_LANG = re.compile(r"[A-Za-z]{2,3}")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
#: JSON-LD nests; deeper than this is not metadata.
_DEPTH = 6
#: Words between the heading and the article; more are no date and byline but something else.
_HEAD_WORDS = 60
#: What follows the heading in a page's title: the name of the site or of a section.
_SUFFIX = re.compile(r"\s*[|–—»•·-]\s*\S")

Lines = list[str]
Event = tuple[str, Any, str | None]  # start, end, comment or pi; the element; the text after it


def parse(path: str, data: bytes) -> RawArticle:
    """Read a `.html` file; without any visible text it is an `ArticleError`.

    >>> page = '<html lang="ar"><h1>عنوان</h1><nav>أقسام</nav><p>متن <b>الخبر</b></p></html>'
    >>> raw = parse("x.html", page.encode())
    >>> raw.lines, raw.meta.title, raw.meta.lang
    (('عنوان', 'متن الخبر'), 'عنوان', 'ar')
    """
    text = _PROLOG.sub("", decode(path, data))
    root = etree.fromstring(text.encode(), etree.HTMLParser(encoding="utf-8", no_network=True))
    if root is None:
        raise FormatError("the file holds no HTML", Where(path), hint="save it as .txt if it is plain text")
    article = _article(root)
    lines = [*_head(root, article), *_lines(_walk(article))]
    if not any(lines):
        hint = "save the page as the browser shows it, not its scripts"
        raise ArticleError("the page shows no text", Where(path), hint=hint)
    return RawArticle(article_id(path), path, tuple(lines), _meta(root), digest(data))


# -- text ----------------------------------------------------------------------


def _article(root: Any) -> Any:
    """Return the one element that holds the article: `article`, else `main`, else the body."""
    for query in ("//article[not(ancestor::article)]", "//main | //*[@role='main']"):
        found = root.xpath(query)
        if len(found) == 1 and found[0].xpath("count(.//p | .//br)") >= 2:
            return found[0]
    body = root.find("body")
    return root if body is None else body


def _head(root: Any, article: Any) -> Lines:
    """Return what stands between the page's one `h1` and the article: mostly its date and byline."""
    heads = root.xpath("//h1")
    if len(heads) != 1 or article is root or article.tag == "body":
        return []
    below = dropwhile(lambda seen: seen[:2] != ("end", heads[0]), _walk(root))
    events = list(takewhile(lambda seen: seen[1] is not article, below))
    if article in heads[0].iterancestors() or next(below, None) is None:
        return []
    lines = _lines(iter(events), _BLOCKS | _APART)
    return [*lines, ""] if 0 < sum(len(line.split()) for line in lines) <= _HEAD_WORDS else []


def _lines(events: Iterator[Event], blocks: frozenset[str] = _BLOCKS) -> Lines:
    """Return the visible text of a walk, one of `blocks` a line."""
    lines: Lines = []
    words: list[str] = []
    glued = False  # the line above is a heading: its paragraph follows without a blank line

    for event, element, text in events:
        tag = element.tag
        if tag in blocks:
            if line := squeeze("".join(words)):
                lines.append(line)
                glued = event == "end" and tag in _HEADINGS
            words.clear()
            if tag not in _TIGHT and not glued and lines and lines[-1]:
                lines.append("")
        elif tag in ("td", "th"):
            words.append(" ")
        words.append(text or "")
    if line := squeeze("".join(words)):
        lines.append(line)
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _walk(top: Any) -> Iterator[Event]:
    """Yield (event, element, text after it) for every visible element, without recursion."""
    walker = etree.iterwalk(top, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event in ("comment", "pi"):
            yield event, element, element.tail
        elif event == "start":
            if _hidden(element):
                walker.skip_subtree()
                continue
            yield event, element, element.text
        else:
            yield event, element, element.tail if element is not top else None


def _hidden(element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.tag in _SKIP or element.get("hidden") is not None or "display:none" in style


# -- metadata ------------------------------------------------------------------


def _meta(root: Any) -> Meta:
    """Collect what the markup states; a value that is no date or language is not stated."""
    named = _named(root)
    data = _json_ld(root)
    lang = _LANG.match(root.get("lang") or root.get(_XML_LANG) or "")
    headings = [*_texts(root, "//h1"), named.get("og:title", ""), data.get("headline", "")]
    return Meta(
        title=_printed(root, _first([*headings, *_texts(root, "//title")])),
        date=_date(root, named, data),
        url=_address([*root.xpath("//link[@rel='canonical']/@href"), named.get("og:url", "")]),
        outlet=_first([named.get("og:site_name", ""), data.get("publisher", "")]),
        author=_first([named.get("author", ""), data.get("author", "")]),
        lang=lang.group().lower() if lang else None,
    )


def _address(values: list[str]) -> str | None:
    return _first([str(value) for value in values if is_address(str(value).strip())])


def _first(values: list[str]) -> str | None:
    return next((clean for value in values if (clean := squeeze(str(value)))), None)


def _printed(root: Any, title: str | None) -> str | None:
    """Return the heading that a title begins with, without the site's name behind it; else the title."""
    for element in root.iter("h1", "h2", "h3"):
        heading = squeeze("".join(element.itertext()))
        whole = len(heading.split()) > 2 and (title or "").startswith(heading)
        if title and whole and _SUFFIX.match(title, len(heading)):
            return heading
    return title


def _texts(root: Any, query: str) -> list[str]:
    """Return the texts of the elements found, nothing when they are several and differ."""
    texts = {squeeze("".join(element.itertext())) for element in root.xpath(query)} - {""}
    return list(texts) if len(texts) == 1 else []


def _named(root: Any) -> dict[str, str]:
    """Return `<meta>` values by property, name or itemprop; the first of a name counts."""
    named: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name and element.get("content"):
            named.setdefault(name.lower(), element.get("content"))
    return named


def _date(root: Any, named: dict[str, str], data: dict[str, str]) -> str | None:
    """Return the day the markup gives for publication, as printed there."""
    found = [named.get("article:published_time"), data.get("datePublished"), named.get("datepublished")]
    found += root.xpath("//time[@itemprop='datePublished' or @pubdate]/@datetime")
    found += root.xpath("(//article//time/@datetime | //main//time/@datetime)[1]")
    found += root.xpath("(//time/@datetime)[1]")
    return next((day for value in found if value and is_iso_day(day := str(value).strip()[:10])), None)


def _json_ld(root: Any) -> dict[str, str]:
    """Return headline, datePublished, author and publisher of the page's news article."""
    out: dict[str, str] = {}
    for script in root.xpath("//script[@type='application/ld+json']"):
        try:
            value = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for node in _objects(value, _DEPTH):
            for key in ("headline", "datePublished", "author", "publisher"):
                if name := _name(node.get(key)):
                    out.setdefault(key, name)
    return out


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict) and depth:
        kind = value.get("@type")
        if any(str(k).endswith(("Article", "Posting")) for k in (kind if isinstance(kind, list) else [kind])):
            yield value
        for inner in value.values():
            yield from _objects(inner, depth - 1)
    elif isinstance(value, list) and depth:
        for inner in value:
            yield from _objects(inner, depth - 1)


def _name(value: Any) -> str:
    """Return a string or the name of a JSON-LD person or organisation."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else ""
