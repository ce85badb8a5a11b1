"""How an article was read, as the preview's panel shows it: its raw lines, and each fact with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec

from sitegen.desk.formats import parse_source
from sitegen.desk.sources import ARTICLES
from sitegen.errors import SitegenError
from sitegen.site import urls

Record = Mapping[str, Any]

_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")
_KINDS = (("people", "person"), ("places", "place"), ("orgs", "organisation"))


def panel(
    project: Path, output: Path, id: str, fresh: Mapping[str, bytes] = MappingProxyType({})
) -> dict[str, Any] | None:
    """Return the panel of the article `id` of a built site; None when there is no such article.

    `fresh` are files newer than those in `output`.
    """
    if not _ID.fullmatch(id):
        return None
    try:
        place = urls.record(id)
        record = msgspec.json.decode(fresh.get(place) or (output / place).read_bytes())
        path = str(record["path"])
        source = (project / path).resolve()
        if not source.is_relative_to((project / ARTICLES).resolve()):
            return None
        texts = parse_source(path, source.read_bytes()).lines
    except (OSError, msgspec.DecodeError, KeyError, TypeError, SitegenError):
        return None
    lines = [
        {**line, "text": texts[line["n"] - 1] if line["n"] <= len(texts) else ""} for line in record["lines"]
    ]
    return {"path": path, "lines": lines, "facts": list(facts(record))}


def facts(record: Record) -> Iterator[dict[str, Any]]:
    """Yield each fact of a reading: what it is, how it reads and the lines it rests on.

    >>> next(facts({"title": "خبر", "title_line": 1}))
    {'kind': 'title', 'text': 'خبر', 'lines': [1]}
    """
    if record.get("title"):
        yield _fact("title", record["title"], record.get("title_line"))
    date = record.get("date") or {}
    if date:
        told = f"{date.get('value') or 'unknown'} ({date.get('basis')}, precision {date.get('precision')})"
        yield _fact("date", told, date.get("line"))
    if record.get("outlet"):
        yield _fact("outlet", record["outlet"])
    for key, kind in _KINDS:
        for entity in record.get(key) or ():
            role = entity.get("role_en") or entity.get("role_ar") or ""
            parts = (entity.get("en") or "?", entity.get("ar"), f"[{role}]" if role else "")
            note = "" if entity.get("known") else "(not in the lexicon)"
            lines = (mention["line"] for mention in entity.get("mentions") or ())
            yield _fact(kind, "  ".join(filter(None, (*parts, note))), *lines)
    for topic in record.get("topics") or ():
        yield _fact("topic", f"{topic.get('en')}  {topic.get('ar')}", *topic.get("because", ()))
    yield from _told(record)


def _told(record: Record) -> Iterator[dict[str, Any]]:
    """Yield what the text tells line by line, then the English."""
    for quote in record.get("quotes") or ():
        yield _fact("quote", f"{quote.get('speaker') or 'unknown'}: {quote.get('text')}", quote.get("line"))
    for number in record.get("numbers") or ():
        told = " ".join(filter(None, (number.get("approx"), str(number.get("value")), number.get("unit"))))
        yield _fact("number", f"{told}  {number.get('text')}", number.get("line"))
    for date in record.get("dates") or ():
        yield _fact("date told", f"{date.get('value') or 'unknown'}  {date.get('text')}", date.get("line"))
    for event in record.get("events") or ():
        yield _fact("event", f"{event.get('kind')}  {event.get('text')}", event.get("line"))
    english = record.get("english") or {}
    for sentence in (english.get("headline"), *(english.get("sentences") or ())):
        if sentence:
            yield _fact(
                "English", f"{sentence.get('text')} [{sentence.get('layer')}]", *sentence.get("lines", ())
            )


def _fact(kind: str, text: str, *lines: int | None) -> dict[str, Any]:
    return {"kind": kind, "text": text, "lines": list(dict.fromkeys(n for n in lines if n))}
