"""What every format of feed tells of an article, worked out once for all feeds that hold it.

Ids are tag: URIs made of the language and the article's own id, never of the
site's address, so a site may move without every reader seeing all of it again
(docs/decisions/0021).  A feed wants a moment of update: an article whose day is
known has the midnight that began it, one of which only a month or a year is
known has the last day it can be, and one without any date is left out rather
than dated by guess.
"""

from __future__ import annotations

import calendar
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sitegen.desk.config import Config
from sitegen.memo import digest
from sitegen.site import urls
from sitegen.site.cards import Face
from sitegen.site.deferred import Deck
from sitegen.site.language import DIRECTION, Language, languages_of
from sitegen.site.views import CardView, Named, When
from sitegen.web.bidi import marked, plain

#: Where all ids begin; it never changes.  `.invalid` is nobody's, now and later (RFC 2606).
_TAG = "tag:sitegen.invalid,2026:"
#: A feed must say when it was updated even if nothing in it has a date.
_NEVER = "1970-01-01T00:00:00+00:00"
#: Articles kept ready: most stand in several feeds.
_REMEMBERED = 4096


class Item(NamedTuple):
    """One article as a feed tells it; texts are plain but `html`."""

    id: str
    url: str
    title: str
    author: str
    html: str  # escaped, put together from marked parts
    updated: str  # RFC 3339
    published: str | None  # the same, if the day is known


class Wanted(NamedTuple):
    """What a feed follows: the whole site (None) or a term, and its newest articles."""

    name: Named | None
    cards: Deck[Face]


class Feed(NamedTuple):
    """One feed in one language."""

    lang: str
    id: str
    title: str
    about: str
    rights: str
    home: str  # URL of the page it follows
    items: tuple[Item, ...]  # newest first

    @property
    def updated(self) -> str:
        """Return the latest moment in the feed."""
        return max((item.updated for item in self.items), default=_NEVER)


class FeedMaker:
    """Makes the feeds of one language."""

    def __init__(self, lang: Language, config: Config) -> None:
        self._lang, self._config, self._words = lang, config, config.words(lang.code)
        self._links = urls.Links(config.base_url)
        self._zone = ZoneInfo(config.timezone)
        self._site = digest(config.ar.title, config.en.title).hex()[:12]
        self._item = lru_cache(_REMEMBERED)(self._make_item)

    def __reduce__(self) -> tuple[object, ...]:
        return feed_maker, (self._lang.code, self._config)

    @property
    def lang(self) -> str:
        """Return the language of the feeds."""
        return self._lang.code

    def path(self, wanted: Wanted, suffix: str) -> str:
        """Return the path of one file of a feed."""
        code, name = self._lang.code, wanted.name
        return urls.term_feed(code, name.kind, name.id, suffix) if name else urls.feed(code, suffix)

    def address(self, wanted: Wanted, suffix: str) -> str:
        """Return the URL of one file of a feed."""
        return self._links.absolute(self.path(wanted, suffix))

    def _home(self, wanted: Wanted) -> str:
        code, name = self._lang.code, wanted.name
        return urls.term(code, name.kind, name.id) if name else urls.home(code)

    def feed(self, wanted: Wanted) -> Feed:
        """Return the feed of the newest articles: all, or those that name somebody or are on a topic."""
        code, name, home = self._lang.code, wanted.name, self._home(wanted)
        title, about = self._words.title, self._words.tagline
        if name:
            label = (name.ar or name.en) if code == "ar" else (name.en or name.ar)
            title, about = f"{label} – {title}", ""
        return Feed(
            lang=code,
            id=f"{_TAG}{self._site}/{home.removesuffix('/index.html')}",
            title=plain(title, code),
            about=plain(about or title, code),
            rights=plain(self._words.licence, code),
            home=self._links.absolute(home),
            items=tuple(self._item(card.view) for card in wanted.cards if card.view.when.value),
        )

    def _make_item(self, view: CardView) -> Item:
        code = self._lang.code
        outlet = (view.outlet.ar if code == "ar" else view.outlet.en) if view.outlet else ""
        moment = _moment(view.when, self._zone)
        return Item(
            id=f"{_TAG}{code}/articles/{view.id}",
            url=self._links.absolute(urls.article(code, view.id)),
            title=plain(view.title if code == "ar" else view.headline, code),
            author=plain(outlet or self._lang.gettext("outlet not named"), code),
            html=_html(view, code),
            updated=moment,
            published=moment if view.when.precision == "day" else None,
        )


@lru_cache(maxsize=4)
def feed_maker(code: str, config: Config) -> FeedMaker:
    """Return the maker of the feeds of one language; a process has one for all of them."""
    return FeedMaker(languages_of(config.months, config.digits)[code], config)


def _html(view: CardView, lang: str) -> str:
    """Return the opening of an article as HTML of its language; in English over its Arabic title."""
    first = view.lede if lang == "ar" else view.summary
    parts = [f"<p>{marked(first, lang)}</p>"] if first else []
    if lang == "en" or not first:
        parts.append(f'<p lang="ar" dir="rtl">{marked(view.title, "ar")}</p>')
    return f'<div lang="{lang}" dir="{DIRECTION[lang]}">{"".join(parts)}</div>'


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
