"""Publication dates that only other articles can tell: shared events, strict neighbours, no chains.

Two articles that tell one event share its day.  Three rules, each with its own proof:

year      «26 يوليو» with two people here, «26 يوليو 2021» with the same two there
quoted    a bare «الإثنين» in the lede; another article has the day, two of the people,
          the venue and a quotation in the same words
visit     «أمس الخميس» here; another article has one of the people on a visit to the
          same two places on a Thursday, and offices leave a year at most

An article is only dated by what others state by themselves (never by what was
inferred), and only if all that fits gives one day.  Work is linear in articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from sitegen.model import Dating, Evidence
from sitegen.reading.dates.solver import solve
from sitegen.reading.dates.windows import Window, day_of, iso
from sitegen.site.clues import Clue, Told, clue

__all__ = ["Clue", "clue", "infer"]

#: A date without its year lies within so many days of the day of printing.
_NEAR = 150
#: Offices must leave no more days than this for a visit to be the same one.
_SPAN = 400
#: More days than this under one key: a habit, not an event.
_MOST = 24


class Known(NamedTuple):
    """A dated event as one article tells it."""

    day: date
    article: str
    told: Told


class Events:
    """Dated events of all articles under small keys; a key with too many days is no use and is dropped."""

    def __init__(self, clues: Iterable[Clue]) -> None:
        self._found: dict[tuple[object, ...], list[Known]] = {}
        self._quotes: dict[str, frozenset[int]] = {}
        for c in clues:
            for told in c.told:
                day = day_of(told.day)
                if day is not None:
                    self._add(Known(day, c.id, told))
                    self._quotes[c.id] = c.quotes

    def _add(self, known: Known) -> None:
        for key in _keys(known.day, known.told):
            kept = self._found.setdefault(key, [])
            if len(kept) <= _MOST:
                kept.append(known)

    def at(self, key: tuple[object, ...]) -> list[Known]:
        """Return the events under `key`, none if there are too many."""
        found = self._found.get(key, [])
        return found if len(found) <= _MOST else []

    def quotes(self, article: str) -> frozenset[int]:
        """Return the keys of what is quoted in an article that tells a dated event."""
        return self._quotes.get(article, frozenset())


def _keys(day: date, told: Told) -> Iterator[tuple[object, ...]]:
    for person in told.people:
        yield ("day", day.month, day.day, person)
        for venue in told.venues:
            yield ("weekday", day.weekday(), person, venue)


def infer(clues: Iterable[Clue]) -> dict[str, Dating]:
    """Return the dating of every article, improved where other articles allow."""
    clues = list(clues)
    if all(c.dating.precision == "day" for c in clues):
        return {c.id: c.dating for c in clues}
    events = Events(clues)
    return {c.id: c.dating if c.dating.precision == "day" else _improve(c, events) for c in clues}


def _improve(c: Clue, events: Events) -> Dating:
    for rule in (_by_weekday, _by_year):
        window, proof = rule(c, events)
        if window and _within(window, c.dating):
            return _dating(window, c, proof)
    return c.dating


def _dating(window: Window, c: Clue, proof: list[Known]) -> Dating:
    value, precision = iso(window)
    if (window[1] - window[0]).days == 1:
        value, precision = window[0].isoformat(), "day"  # «الإثنين»: that day, the next at the latest
    if precision not in ("day", "month"):
        return c.dating
    own = tuple(Evidence("", t.line, t.text) for t in c.told if not t.photo)
    others = tuple(Evidence(k.article, k.told.line, k.told.text) for k in proof)
    return Dating(
        value=value,
        precision=precision,
        basis="inferred",
        line=own[0].line if own else None,
        earliest=window[0].isoformat(),
        latest=window[1].isoformat(),
        evidence=tuple(dict.fromkeys(own + others)),
    )


def _within(window: Window, dating: Dating) -> bool:
    first, last = day_of(dating.earliest), day_of(dating.latest)
    return (first is None or first <= window[1]) and (last is None or window[0] <= last)


# -- the rules -----------------------------------------------------------------------


def _by_weekday(c: Clue, events: Events) -> tuple[Window | None, list[Known]]:
    """Find the one day that «أمس الخميس» or a bare «الإثنين» in the opening can be."""
    opening = [t for t in c.told if t.opening and t.weekday is not None and t.month is None and t.day is None]
    counted = [t for t in opening if t.shift is not None]
    if len({t.weekday for t in opening}) != 1 or len({t.shift for t in counted}) > 1:
        return None, []
    told = (counted or opening)[0]
    proof = [k for k in _same_weekday(c, told, events) if _is_same(c, k, events)]
    days = {k.day for k in proof}
    if len(days) != 1:
        return None, []
    day = days.pop()
    window = (day, day + timedelta(1)) if told.shift is None else (day - timedelta(told.shift),) * 2
    return (window if _unspoken_against(c, window) else None), proof


def _same_weekday(c: Clue, told: Told, events: Events) -> list[Known]:
    found: dict[tuple[str, int, date], Known] = {}
    for person in c.people:
        for venue in c.venues:
            for known in events.at(("weekday", told.weekday, person, venue)):
                if known.article != c.id:
                    found[known.article, known.told.line, known.day] = known
    return list(found.values())


def _is_same(c: Clue, known: Known, events: Events) -> bool:
    people = len(c.people & set(known.told.people))
    venues = c.venues & set(known.told.venues)
    if people >= 2 and venues and c.quotes & events.quotes(known.article):
        return True
    first, last = day_of(c.dating.earliest), day_of(c.dating.latest)
    if first is None or last is None or (last - first).days > _SPAN or not first <= known.day <= last:
        return False
    towns = any(venue.startswith("place:") for venue in venues)  # two agencies are not a place
    return known.told.visit and bool(venues) and (people >= 2 or (people == 1 and towns and len(venues) >= 2))


def _by_year(c: Clue, events: Events) -> tuple[Window | None, list[Known]]:
    """Find the year of a day and month told here of two people, and solve the rest with it."""
    years: dict[date, list[Known]] = {}
    for told in c.told:
        if told.month is None or told.day is not None or not (told.planned or told.weekday is not None):
            continue
        for known in _same_day(told, events):
            years.setdefault(known.day, []).append(known)
    if len(years) != 1:
        return None, []
    ((day, proof),) = years.items()
    window = solve(c.hints, (day - timedelta(_NEAR), day + timedelta(_NEAR)))
    return window, proof


def _same_day(told: Told, events: Events) -> list[Known]:
    people = set(told.people)
    found = {}
    for person in told.people:
        for known in events.at(("day", told.month, told.number, person)):
            fits = told.weekday is None or known.day.weekday() == told.weekday
            if fits and len(people & set(known.told.people)) >= 2:
                found[known.article, known.told.line] = known
    return list(found.values())


def _unspoken_against(c: Clue, window: Window) -> bool:
    """Say whether the article's other dates allow the window."""
    around = (window[0] - timedelta(_NEAR), window[1] + timedelta(_NEAR))
    own = solve(c.hints, around)
    return own is None or (own[0] <= window[1] and window[0] <= own[1])
