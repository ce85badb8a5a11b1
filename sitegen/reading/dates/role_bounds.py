"""The days on which everybody an article presents in office held that office.

«الرئيس الأميركي جو بايدن» was printed between 20 January 2021 and 20 January
2025, unless it says «السابق».
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sitegen.desk.lexicon import Lexicon
from sitegen.model import Entity, Record, RoleTerm
from sitegen.reading.dates.windows import Window, day_or_none
from sitegen.reading.dates.words import LISTS
from sitegen.reading.speech.words import FORMER_KEYS
from sitegen.text.fold import one_america
from sitegen.text.tokens import tokenize

#: So many of the lines that name anybody are the opening.
_OPENING = 3
_ALWAYS: Window = (date(1, 1, 1), date(9999, 12, 31))


def bounds_from_roles(people: Iterable[Entity], lexicon: Lexicon) -> Window | None:
    """Return the window that all printed offices leave, None if it is open at an end or empty.

    Only people of the opening count: those named later may be history.  An empty window
    means that some office is told of the past: then none of them is proof.
    """
    people = tuple(people)
    opening = sorted({m.line for person in people for m in person.mentions})[:_OPENING]
    spans = [_ALWAYS]
    for person in people:
        if not any(m.line in opening for m in person.mentions):
            continue
        record = lexicon.get("person", person.id) if person.known and person.role_ar else None
        terms = _terms(person.role_ar, record) if record else []
        if terms:
            spans = [both for a in spans for b in terms if (both := _common(a, b))]
    if not spans:
        return None
    first, last = min(s[0] for s in spans), max(s[1] for s in spans)
    return (first, last) if first > _ALWAYS[0] and last < _ALWAYS[1] else None


def _terms(role: str, record: Record) -> list[Window]:
    """Return the terms of `record` in the printed office; none for a former one or an unknown one."""
    printed = _words(role)
    if printed & (LISTS["publication.former"] | FORMER_KEYS):
        return []
    found = [_window(term) for term in record.roles if printed and printed == _words(term.ar)]
    return [window for window in found if window]


def _words(role: str) -> frozenset[str]:
    return frozenset(one_america(t.key) for t in tokenize(role))


def _window(term: RoleTerm) -> Window | None:
    first = _day(term.start) or _ALWAYS[0]
    last = _day(term.end) or _ALWAYS[1]
    return (first, last) if first <= last else None


def _day(iso: str | None) -> date | None:
    if iso is None:
        return None
    year, month, day = (int(part) for part in (iso + "-01-01")[:10].split("-"))
    return day_or_none(year, month, day)


def _common(a: Window, b: Window) -> Window | None:
    first, last = max(a[0], b[0]), min(a[1], b[1])
    return (first, last) if first <= last else None
