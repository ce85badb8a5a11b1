"""The newest articles as an Atom feed, one per language.

Ids are UUIDs made from the article's own id, so they survive a change of
address.  Atom wants a moment of update: an article whose day is known has the
midnight that began it, one of which only a month or a year is known has the
last day it can be, and one without any date is left out rather than dated by
guess.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from datetime import datetime
from html import escape
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from sitegen.desk.config import Config
from sitegen.site import urls
from sitegen.site.cards import Card
from sitegen.site.language import Language
from sitegen.site.views import CardView, When
from sitegen.web.bidi import plain

NEWEST = 50  # entries
#: Where the ids of all feeds begin; it never changes.
_NAMESPACE = uuid5(NAMESPACE_URL, "https://sitegen.invalid/atom/")
#: A feed must say when it was updated even if nothing in it has a date.
_NEVER = "1970-01-01T00:00:00Z"


def atom(cards: Iterable[Card], lang: Language, config: Config, links: urls.Links) -> bytes:
    """Return the feed of `cards` (newest first) in one language."""
    newest = [view for view in (card.view for card in cards) if view.when.value][:NEWEST]
    zone = ZoneInfo(config.timezone)
    moments = [_moment(view.when, zone) for view in newest]
    lines = [*_head(lang, config, links, max(moments, default=_NEVER))]
    for view, moment in zip(newest, moments, strict=True):
        lines += _entry(view, moment, lang, links)
    return "\n".join([*lines, "</feed>", ""]).encode()


def _head(lang: Language, config: Config, links: urls.Links, updated: str) -> Iterator[str]:
    code, words = lang.code, config.words(lang.code)
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{code}">'
    yield f"<id>{_id(code, config.ar.title, config.en.title)}</id>"
    yield _text("title", words.title, code)
    if words.tagline:
        yield _text("subtitle", words.tagline, code)
    yield f"<updated>{updated}</updated>"
    yield _text("author", words.title, code, inside="name")
    yield f'<link rel="self" type="application/atom+xml" href="{_href(links, urls.feed(code))}"/>'
    yield f'<link rel="alternate" type="text/html" hreflang="{code}" href="{_href(links, urls.home(code))}"/>'
    if words.licence:
        yield _text("rights", words.licence, code)


def _entry(view: CardView, moment: str, lang: Language, links: urls.Links) -> Iterator[str]:
    code = lang.code
    outlet = (view.outlet.ar if code == "ar" else view.outlet.en) if view.outlet else ""
    yield "<entry>"
    yield f"<id>{_id(code, view.id)}</id>"
    yield _text("title", view.title if code == "ar" else view.headline, code)
    yield f"<updated>{moment}</updated>"
    if view.when.precision == "day":
        yield f"<published>{moment}</published>"
    yield _text("author", outlet or lang.gettext("outlet not named"), code, inside="name")
    address = _href(links, urls.article(code, view.id))
    yield f'<link rel="alternate" type="text/html" hreflang="{code}" href="{address}"/>'
    if code == "en":
        yield f'<summary xml:lang="ar">{escape(plain(view.title, "ar"))}</summary>'
    yield "</entry>"


def _id(*parts: str) -> str:
    return uuid5(_NAMESPACE, "/".join(parts)).urn


def _text(element: str, text: str, lang: str, inside: str = "") -> str:
    words = escape(plain(text, lang))
    return (
        f"<{element}><{inside}>{words}</{inside}></{element}>"
        if inside
        else f"<{element}>{words}</{element}>"
    )


def _href(links: urls.Links, path: str) -> str:
    return escape(links.absolute(path))


def _moment(when: When, zone: ZoneInfo) -> str:
    """Return the midnight that begins the day, or the last day that the date leaves open."""
    value = when.value or ""
    day = (
        value
        if len(value) == 10
        else when.latest
        if when.latest and len(when.latest) == 10
        else _last_day(value)
    )
    return datetime.fromisoformat(day).replace(tzinfo=zone).isoformat()


def _last_day(value: str) -> str:
    """Return the last day of a month or year.

    >>> _last_day("2020-02"), _last_day("2021")
    ('2020-02-29', '2021-12-31')
    """
    year, month = int(value[:4]), int(value[5:] or 12)
    return f"{year:04}-{month:02}-{calendar.monthrange(year, month)[1]}"
