"""What the templates of the calendar see: the index of dates, a year, a month, a day."""

from __future__ import annotations

from sitegen.model import Value
from sitegen.site.views import CardView, DayGroup, EventFact, Named, Pager


class Told(Value, frozen=True):
    """Something an article tells about a date."""

    card: CardView
    line: int
    sentence: str  # the Arabic sentence around it
    role: str = "event"  # event | photo | publication
    english: str = ""  # the English sentence that tells it, where one does
    events: tuple[EventFact, ...] = ()


class Reported(Value, frozen=True):
    """An article published on a date and the happenings it tells."""

    card: CardView
    events: tuple[EventFact, ...] = ()


class DateView(Value, frozen=True, kw_only=True):
    """A year, month or day: what was published then, and what articles tell of it."""

    value: str | None  # None: the undated group
    published: tuple[Reported, ...]
    told: tuple[Told, ...]
    children: tuple[DateLink, ...]  # months of a year, days of a month
    parent: str | None
    before: str | None
    after: str | None
    pager: Pager
    people: tuple[Named, ...] = ()  # named most in its days, with their articles
    quoted: tuple[Named, ...] = ()  # quoted most in its days, with their quotations
    days: tuple[DayGroup, ...] = ()  # the articles of its days where they fit on one page


class DateLink(Value, frozen=True):
    """A date page with its counts."""

    value: str
    published: int
    told: int


class DatesView(Value, frozen=True):
    """The index of all dates: years, each with its months."""

    years: tuple[tuple[DateLink, tuple[DateLink, ...]], ...]
    undated: int
