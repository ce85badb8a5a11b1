"""What a user names on the command line to articles: files, folders, addresses, standard input."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from sitegen.desk.formats import FORMATS
from sitegen.desk.formats.source import MAX_BYTES
from sitegen.errors import SourceError, Where
from sitegen.shell.intake import feeds, rows
from sitegen.shell.intake.fetch import MOST, Client, is_web
from sitegen.shell.intake.item import Asked, Item, Refused, refused
from sitegen.shell.intake.pages import charset, is_markup, page
from sitegen.text.repair import decode

STDIN = "-"
_PAGES = (".html", ".htm", ".xhtml")
_FEEDS = (".xml", ".rss", ".atom")
_TABLES = (".jsonl", ".ndjson", ".json", ".csv", ".tsv")
_TEXTS = (".txt", ".md", "")
#: Files larger than this are read only when they are tables.
_LARGEST_TABLE = 2_000_000_000

Found = Iterator[Item | Refused]


def expand(names: tuple[str, ...]) -> list[str]:
    """Return the sources one by one: files of folders in order, addresses and `-` as they are."""
    out: list[str] = []
    for name in names:
        if name == STDIN or is_web(name) or not Path(name).is_dir():
            out.append(name)
            continue
        for parent, folders, files in os.walk(name):
            folders[:] = sorted(f for f in folders if not f.startswith(".") and not f.endswith("_files"))
            out += [str(Path(parent, file)) for file in sorted(files) if _readable(file)]
    return list(dict.fromkeys(out))


def _readable(name: str) -> bool:
    """Say whether a file of a folder can be an article; what lies beside saved pages is passed over."""
    suffix = Path(name).suffix.lower()
    return not name.startswith(".") and bool(suffix) and suffix in (*_PAGES, *_FEEDS, *_TABLES, *_TEXTS)


def found_in(name: str, raw: bytes, asked: Asked) -> Found:
    """Yield what a file or standard input holds, by its name and, where that says nothing, its content."""
    where, suffix = Where(name), Path(name).suffix.lower()
    if not raw.strip():
        yield refused(where, "the file is empty", "save the page or its text into it")
    elif suffix in _TABLES:
        yield from rows.table(where, raw, suffix, asked)
    elif len(raw) > MAX_BYTES and suffix not in _FEEDS:
        yield refused(where, f"too large for one article ({len(raw):,} bytes)", "one article, one file")
    elif suffix in _PAGES:
        yield page(where, raw)
    elif suffix in _FEEDS or feeds.is_feed(decode(raw[:4000], charset(raw)).text):
        yield from feeds.feed(where, raw, asked)
    elif not suffix and is_markup(decode(raw, charset(raw)).text):
        yield page(where, raw)
    elif suffix in _TEXTS:
        yield _text(where, raw, suffix)
    else:
        known = ", ".join(s for s in (*_PAGES, *_FEEDS, *_TABLES, *_TEXTS) if s)
        yield refused(where, f"no reader for files ending in {suffix}", f"known: {known}")


def fetched(url: str, client: Client, asked: Asked) -> Found:
    """Yield what lies at an address: a page, or a feed with its entries."""
    try:
        answer = client.fetch(url)
    except SourceError as error:
        yield Refused(Where(url), error.problem)
        return
    start = decode(answer.body[:4000], answer.charset).text
    if answer.kind in ("application/json", "application/feed+json"):
        yield from rows.table(Where(url), answer.body, ".json", asked)
    elif feeds.is_feed(start):
        yield from feeds.feed(Where(url), answer.body, asked)
    elif "html" in answer.kind or (not answer.kind and is_markup(start)):
        yield page(Where(url), answer.body, answer.url, answer.charset)
    elif answer.kind == "text/plain":
        yield _text(Where(url), answer.body, ".txt")._replace(url=url)
    else:
        yield refused(Where(url), f"neither a page nor a feed but {answer.kind}", "give the article's page")


def followed(found: Found, client: Client, asked: Asked) -> Found:
    """Yield what was found, and for an entry without its text the page behind it."""
    for each in found:
        if isinstance(each, Refused) and asked.follow and is_web(each.url):
            yield from fetched(each.url, client, asked)
        else:
            yield each


def read_file(path: str) -> bytes | Refused:
    """Return the bytes of a file, or why they cannot be had."""
    place = Path(path)
    most = _LARGEST_TABLE if place.suffix.lower() in _TABLES else MOST
    try:
        if place.stat().st_size > most:
            return refused(
                Where(path), f"too large ({place.stat().st_size:,} bytes)", "one article, one file"
            )
        return place.read_bytes()
    except OSError as error:
        return refused(Where(path), f"cannot be read: {error.strerror}", "look at its name and permissions")


def _text(where: Where, raw: bytes, suffix: str) -> Item:
    """Return a text as it is."""
    text, repairs = decode(raw)
    lines = tuple(line.rstrip("\r") for line in text.rstrip("\n").split("\n"))
    return Item(where, lines, raw, suffix if suffix in FORMATS else ".txt", repairs=repairs)
