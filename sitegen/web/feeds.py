"""Atom, RSS 2.0 and JSON Feed of the site, of every person and of every topic, in each language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import lru_cache, partial
from html import escape
from typing import TYPE_CHECKING

import msgspec

from sitegen.desk.config import Config
from sitegen.site import urls
from sitegen.site.cards import Card, faces
from sitegen.site.deferred import Deck, Whole, encoded
from sitegen.site.one_language import name_in
from sitegen.site.views import Named
from sitegen.web.feed_items import Feed, FeedMaker, Item, Wanted, feed_maker

if TYPE_CHECKING:  # a process that writes feeds needs nothing of what reads articles
    from sitegen.site.arrange import Site

NEWEST = 50  # entries of the site's feed
NEWEST_OF_TERM = 20

_XML = '<?xml version="1.0" encoding="utf-8"?>\n'
_ENCODER = msgspec.json.Encoder()
_remembered = lru_cache(4096)  # an article stands in several feeds


#: A file: its path, what it is made from as bytes, how it is made, its source files.
File = tuple[str, bytes, Callable[[], bytes], tuple[str, ...]]


def feed_groups(
    site: Site, config: Config
) -> Iterator[tuple[str, Callable[[], bytes], Callable[[], Iterator[File]]]]:
    """Yield the feeds of the site and of each term: a name, what tells what they are made from, the files."""
    makers = [feed_maker(code, config) for code in urls.LANGS]
    whole = Whole(config)
    followed = [term for term in site.terms.values() if term.named.kind in urls.FOLLOWED]
    for name, newest in (
        (None, Deck(site.cards[:NEWEST])),
        *((term.named, Deck(term.cards[:NEWEST_OF_TERM])) for term in followed),
    ):
        yield (
            f"feeds/{name.kind}/{name.id}" if name else "feeds",
            partial(encoded, (whole, name, newest)),
            partial(_all, makers, name, newest, whole),
        )


def _all(
    makers: Iterable[FeedMaker], name: Named | None, newest: Deck[Card], whole: Whole[Config]
) -> Iterator[File]:
    sources = tuple(card.source for card in newest)
    for maker in makers:
        lang = maker.lang
        wanted = Wanted(name and name_in(name, lang), faces(newest, lang))
        yield from _files(maker, wanted, encoded((whole, *wanted)), sources)


def _files(maker: FeedMaker, wanted: Wanted, about: bytes, sources: tuple[str, ...]) -> Iterator[File]:
    for suffix in WRITERS:
        yield maker.path(wanted, suffix), about, partial(_write, maker, wanted, suffix), sources


def _write(maker: FeedMaker, wanted: Wanted, suffix: str) -> bytes:
    return WRITERS[suffix](maker.feed(wanted), maker.address(wanted, suffix))


# -- Atom, RFC 4287 ----------------------------------------------------------------


def atom(feed: Feed, address: str) -> bytes:
    """Write a feed as Atom; `address` is its own URL."""
    rights = f"<rights>{escape(feed.rights)}</rights>\n" if feed.rights else ""
    head = (
        f'{_XML}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{feed.lang}">\n'
        f"<id>{escape(feed.id)}</id>\n<title>{escape(feed.title)}</title>\n"
        f"<subtitle>{escape(feed.about)}</subtitle>\n<updated>{feed.updated}</updated>\n"
        f"<author><name>{escape(feed.title)}</name></author>\n{rights}"
        f'<link rel="self" type="application/atom+xml" href="{escape(address)}"/>\n'
        f'<link rel="alternate" type="text/html" hreflang="{feed.lang}" href="{escape(feed.home)}"/>\n'
    )
    return f"{head}{''.join(_entry(item, feed.lang) for item in feed.items)}</feed>\n".encode()


@_remembered
def _entry(item: Item, lang: str) -> str:
    published = f"<published>{item.published}</published>\n" if item.published else ""
    body = item.html.replace("<div ", '<div xmlns="http://www.w3.org/1999/xhtml" ', 1)
    return (
        f"<entry>\n<id>{escape(item.id)}</id>\n<title>{escape(item.title)}</title>\n"
        f"<updated>{item.updated}</updated>\n{published}<author><name>{escape(item.author)}</name></author>\n"
        f'<link rel="alternate" type="text/html" hreflang="{lang}" href="{escape(item.url)}"/>\n'
        f'<summary type="xhtml" xml:lang="{lang}">{body}</summary>\n</entry>\n'
    )


# -- RSS 2.0 -----------------------------------------------------------------------


def rss(feed: Feed, address: str) -> bytes:
    """Write a feed as RSS 2.0; names of outlets are Dublin Core, for RSS wants mail addresses."""
    rights = f"<copyright>{escape(feed.rights)}</copyright>\n" if feed.rights else ""
    head = (
        f'{_XML}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">\n<channel>\n<title>{escape(feed.title)}</title>\n'
        f"<link>{escape(feed.home)}</link>\n<description>{escape(feed.about)}</description>\n"
        f"<language>{feed.lang}</language>\n{rights}<lastBuildDate>{_rfc822(feed.updated)}</lastBuildDate>\n"
        f'<atom:link rel="self" type="application/rss+xml" href="{escape(address)}"/>\n'
    )
    return f"{head}{''.join(map(_rss_item, feed.items))}</channel>\n</rss>\n".encode()


@_remembered
def _rss_item(item: Item) -> str:
    published = f"<pubDate>{_rfc822(item.published)}</pubDate>\n" if item.published else ""
    return (
        f"<item>\n<title>{escape(item.title)}</title>\n<link>{escape(item.url)}</link>\n"
        f'<guid isPermaLink="false">{escape(item.id)}</guid>\n{published}'
        f"<dc:creator>{escape(item.author)}</dc:creator>\n"
        f"<description>{escape(item.html)}</description>\n</item>\n"
    )


def _rfc822(moment: str) -> str:
    """Write a moment as mail does.

    >>> _rfc822("2021-07-26T00:00:00+03:00")
    'Mon, 26 Jul 2021 00:00:00 +0300'
    """
    from email.utils import format_datetime  # noqa: PLC0415 - it brings sockets with it

    return format_datetime(datetime.fromisoformat(moment))


# -- JSON Feed 1.1 -----------------------------------------------------------------


def json_feed(feed: Feed, address: str) -> bytes:
    """Write a feed as JSON Feed 1.1."""
    return _ENCODER.encode({
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": address,
        "description": feed.about,
        "language": feed.lang,
        "items": [_json_item(item, feed.lang) for item in feed.items],
    })  # fmt: skip


@_remembered
def _json_item(item: Item, lang: str) -> msgspec.Raw:
    published = {"date_published": item.published} if item.published else {}
    return msgspec.Raw(_ENCODER.encode({
        "id": item.id, "url": item.url, "title": item.title, "content_html": item.html, **published,
        "date_modified": item.updated, "authors": [{"name": item.author}], "language": lang,
    }))  # fmt: skip


#: How a feed is written, by the suffix of its file.
WRITERS: Mapping[str, Callable[[Feed, str], bytes]] = {"atom": atom, "rss": rss, "json": json_feed}
