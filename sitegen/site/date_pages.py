"""The pages of the calendar: all dates, years, months, days and the undated group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sized
from functools import partial
from typing import NamedTuple

from msgspec import Struct

from sitegen.desk.config import Config
from sitegen.site import urls
from sitegen.site.arrange import UNDATED, Site
from sitegen.site.cards import Card, ToldDate, faces
from sitegen.site.date_views import DateLink, DatesView, DateView, Reported, Told
from sitegen.site.deferred import Deck, Deferred, Run, Whole
from sitegen.site.groups import Group, group, listed, loose, numbered
from sitegen.site.language import Language, languages_of
from sitegen.site.one_language import events_in, names_in, view_in
from sitegen.site.paging import both, pager, paths_of, section_titles
from sitegen.site.term_pages import by_day, most
from sitegen.site.views import DayGroup, Named, Page, Pager


def date_groups(site: Site, whole: Whole[Config], languages: Mapping[str, Language]) -> Iterator[Group]:
    """Yield the index of dates and the pages of every date in both trees."""
    values = sorted(value for value in site.dates if value != UNDATED)
    if UNDATED in site.dates:
        values.append(UNDATED)
    yield loose("dates", partial(_index, site, values, languages))
    children: dict[str, list[str]] = {}
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    last: dict[int, str] = {}
    for value in values:
        if value == UNDATED:
            continue
        if len(value) > 4:
            children.setdefault(value[:-3], []).append(value)
        if len(value) in last:
            before[value] = last[len(value)]
            after[last[len(value)]] = value
        last[len(value)] = value
    for value in values:
        links = tuple(link(site, child) for child in children.get(value, []))
        yield _group(site, value, _Around(links, before.get(value), after.get(value)), whole)


def _group(site: Site, value: str, around: _Around, whole: Whole[Config]) -> Group:
    """Return the pages of one date; further ones of a long list are each known by their part of it."""
    bucket, size = site.dates[value], whole.value.per_page
    count = _pages(bucket.published, bucket.told, whole.value)
    several = partial(listed, urls.date, value, count=count)
    days = [other for other in _within(site, value) if other != value]
    inside = Deck(card for day in reversed(days) for card in site.dates[day].published)
    every = Deck(bucket.published), inside, Deck(bucket.told)
    first = group(f"date/{value}", several, (2 * count, None), _first, value, around, *every, whole)
    if count == 1:
        return first

    def further() -> Iterator[Group]:
        beside = _Around((), around.before, around.after)
        for number in range(2, count + 1):
            cut = slice((number - 1) * size, number * size)
            those = Deck(bucket.published[cut]), Deck(bucket.told[cut])
            name = f"{first.name}/{number}"
            yield group(name, tuple, (2, None), _further, value, beside, *those, number, count, whole)

    return numbered(first, further)


def link(site: Site, value: str) -> DateLink:
    """Return a date with its counts; a month or year counts the days in it too."""
    published = told = 0
    for other in _within(site, value):
        published += len(site.dates[other].published)
        told += len(site.dates[other].told)
    return DateLink(value, published, told)


def _within(site: Site, value: str) -> Iterator[str]:
    """Yield the dates that lie in `value`, itself included."""
    if value in site.dates:
        yield value
    if len(value) == 4:
        for month in range(1, 13):
            if f"{value}-{month:02}" in site.dates:
                yield from _within(site, f"{value}-{month:02}")
    elif len(value) == 7:
        for day in range(1, 32):
            if f"{value}-{day:02}" in site.dates:
                yield f"{value}-{day:02}"


def _index(site: Site, values: list[str], languages: Mapping[str, Language]) -> Iterator[Page]:
    months: dict[str, list[DateLink]] = {}
    for value in values:
        if len(value) == 7:
            months.setdefault(value[:4], []).append(link(site, value))
    years = [value for value in values if len(value) == 4]
    view = DatesView(
        tuple((link(site, year), tuple(months.get(year, ()))) for year in reversed(years)),
        len(site.dates[UNDATED].published) if UNDATED in site.dates else 0,
    )
    for lang in urls.LANGS:
        yield Page(
            path=urls.dates(lang), template="dates.html", lang=lang, view=Deferred.of(view), section="dates",
            title=section_titles(languages[lang])["dates"], alternates=both(urls.dates),
            sources=site.sources,
        )  # fmt: skip


class _Around(NamedTuple):
    """The dates that one date leads to, and what the days of a month or year hold."""

    children: tuple[DateLink, ...]
    before: str | None
    after: str | None
    people: tuple[Named, ...] = ()
    quoted: tuple[Named, ...] = ()
    days: tuple[DayGroup, ...] = ()


def _pages(published: Sized, told: Sized, config: Config) -> int:
    """Return how many pages a date has."""
    return max(1, -(-max(len(published), len(told)) // config.per_page))


def _first(  # noqa: PLR0913, PLR0917 - all that is on it
    value: str,
    around: _Around,
    published: Deck[Card],
    inside: Deck[Card],
    tellers: Deck[Card],
    whole: Whole[Config],
) -> Iterator[Page]:
    """Yield the first page of one date, from what was published then or in it and who tells of it."""
    size, cards = whole.value.per_page, inside.values
    people, quoted = most_named(cards), most_quoted(cards)
    holds = {
        lang: around._replace(
            people=names_in(people, lang), quoted=names_in(quoted, lang),
            days=by_day(faces(cards, lang)) if len(value) == 7 and len(cards) <= size else (),
        )
        for lang in urls.LANGS
    }  # fmt: skip
    count = _pages(published, tellers, whole.value)
    return _both(
        value, holds, published.values[:size], tellers.values[:size], number=1, count=count, whole=whole
    )


def _further(  # noqa: PLR0913, PLR0917 - all that is on it
    value: str,
    around: _Around,
    published: Deck[Card],
    tellers: Deck[Card],
    number: int,
    count: int,
    whole: Whole[Config],
) -> Iterator[Page]:
    """Yield a further page of a long list in both languages, from the cards on it."""
    holds = dict.fromkeys(urls.LANGS, around)
    return _both(value, holds, published.values, tellers.values, number=number, count=count, whole=whole)


def _both(  # noqa: PLR0913 - all that is on them
    value: str,
    holds: Mapping[str, _Around],
    here: tuple[Card, ...],
    tellers: tuple[Card, ...],
    *,
    number: int,
    count: int,
    whole: Whole[Config],
) -> Iterator[Page]:
    """Yield one page of a date in both languages."""
    those = [(card, date) for card in tellers for date in card.details.told if date.value == value]
    sources = tuple(dict.fromkeys(card.source for card in (*here, *tellers)))
    languages = languages_of(whole.value.months, whole.value.digits)
    for lang, paths in paths_of(urls.date, value, count=count).items():
        language = languages[lang]
        published = Run(Reported(view_in(c.view, lang), events_in(c.details.events, lang)) for c in here)
        told = Run(_told(card, date, lang) for card, date in those)
        yield Page(
            path=paths[number - 1], template="date.html", lang=lang, section="dates",
            view=Deferred(date_view, value, holds[lang], published, told, pager(number, paths)),
            title=language.gettext("Undated") if value == UNDATED else language.date(value, weekday=True),
            sources=sources, alternates=both(urls.date, value, number),
        )  # fmt: skip


def _told(card: Card, date: ToldDate, lang: str) -> Told:
    english = date.english if lang == "en" else ""
    events = events_in(date.events, lang)
    return Told(view_in(card.view, lang), date.line, date.sentence, date.role, english, events)


def date_view(
    value: str,
    around: _Around,
    published: Run[Reported],
    told: Run[Told],
    pager: Pager,
) -> Struct:
    """Return one page of a date: what was published then, and what which article tells of it.

    Only the first has what a month or year holds: its parts, articles and who is named and quoted.
    """
    first = pager.number == 1
    return DateView(
        value=None if value == UNDATED else value,
        published=published.values,
        told=told.values,
        children=around.children if first else (),
        parent=value[:-3] if value != UNDATED and len(value) > 4 else None,
        before=around.before,
        after=around.after,
        pager=pager,
        people=around.people if first else (),
        quoted=around.quoted if first else (),
        days=around.days if first else (),
    )


def most_named(cards: Iterable[Card]) -> tuple[Named, ...]:
    """Return the people whom most of `cards` name, each with how many do."""
    return most(name for card in cards for name in card.terms if name.kind == "person")


def most_quoted(cards: Iterable[Card]) -> tuple[Named, ...]:
    """Return the people whom `cards` quote most, each with how many of their quotations."""
    speaking = [card for card in cards if card.quoted]
    people = (({f"person/{n.id}": n for n in card.terms if n.kind == "person"}, card) for card in speaking)
    return most(named[who] for named, card in people for who in card.quoted if who in named)
