"""RSS, Atom and JSON Feed to articles, with the full text where the feed brings it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import feedparser
import msgspec

from sitegen import data
from sitegen.errors import Where
from sitegen.shell.intake.item import Asked, Item, Refused, day_of, refused
from sitegen.shell.intake.pages import charset, fragment
from sitegen.text.repair import Repair, decode

_PROLOG = re.compile(r"^\s*<\?xml[^>]*\?>")
_FEED = re.compile(r"<\s*(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
#: A description that ends so is a teaser.
_CUT = re.compile(
    rf"(?:\[?(?:…|\.\.\.)\]?|{'|'.join(data.table('import')['feeds']['more'])})\W*$", re.IGNORECASE
)
_WORDS = 60  # words of the shortest description that is taken for the text itself
Entry = Mapping[str, Any]


def is_feed(text: str) -> bool:
    """Say whether a text is an RSS or Atom feed.

    >>> is_feed('<?xml version="1.0"?><rss version="2.0">'), is_feed("<html><body>rss</body></html>")
    (True, False)
    """
    return _FEED.search(text[:2000]) is not None


def is_json_feed(value: object) -> bool:
    """Say whether a JSON value is a JSON Feed."""
    return isinstance(value, dict) and "jsonfeed.org/version" in str(value.get("version", ""))


def feed(where: Where, raw: bytes, asked: Asked) -> Iterator[Item | Refused]:
    """Yield the articles of an RSS or Atom feed."""
    text, repairs = decode(raw, charset(raw))
    content = _PROLOG.sub("", text).encode()
    read = feedparser.parse(
        io.BytesIO(content), response_headers={"content-type": "application/xml; charset=utf-8"}
    )
    if not read.entries:
        yield refused(where, "the feed has no entries", "open it in a browser: is it the right address?")
    for number, entry in enumerate(read.entries, 1):
        full = [part.get("value", "") for part in entry.get("content", ())]
        values = {
            "title": entry.get("title", ""), "url": entry.get("link", ""),
            "date": entry.get("published", "") or entry.get("updated", ""),
            "outlet": (entry.get("source") or {}).get("title", ""),
            "full": max(full, key=len, default=""), "summary": entry.get("summary", ""),
        }  # fmt: skip
        yield _item(Where(where.path, number), values, repairs, asked)


def json_feed(where: Where, value: Mapping[str, Any], asked: Asked) -> Iterator[Item | Refused]:
    """Yield the articles of a JSON Feed."""
    entries = value.get("items")
    if not isinstance(entries, Sequence) or not entries:
        yield refused(where, "the feed has no entries", "open it in a browser: is it the right address?")
        return
    for number, entry in enumerate(entries, 1):
        values = {key: entry.get(key) for key in entry} if isinstance(entry, dict) else {}
        told = {
            "title": values.get("title"), "url": values.get("url") or values.get("external_url"),
            "date": values.get("date_published") or values.get("date_modified"),
            "full": values.get("content_html") or values.get("content_text"),
            "summary": values.get("summary"),
        }  # fmt: skip
        yield _item(Where(where.path, number), {k: str(v or "") for k, v in told.items()}, (), asked)


def _item(where: Where, values: Mapping[str, str], repairs: Sequence[Repair], asked: Asked) -> Item | Refused:
    """Return one entry as an article; a bare summary is refused, with the address of its page."""
    body = fragment(values["full"]) or fragment(values["summary"])
    summary = not values["full"].strip() and not _whole(body)
    if summary or not any(body):
        hint = "add --follow to fetch the page behind it" if values["url"] else "import its page instead"
        return refused(where, f"entry {where.line} of the feed brings only a summary", hint)._replace(
            url=values["url"]
        )
    return Item(
        where, body, msgspec.json.encode(dict(values)), ".json", url=values["url"], title=values["title"],
        date=day_of(values["date"], asked.zone), outlet=values.get("outlet", ""), repairs=tuple(repairs),
    )  # fmt: skip


def _whole(body: Sequence[str]) -> bool:
    """Say whether a description is long enough, and ended, to be the article itself."""
    words = sum(len(line.split()) for line in body)
    last = next((line for line in reversed(body) if line), "")
    return words >= _WORDS and not _CUT.search(last)
