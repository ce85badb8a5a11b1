"""Events: the frames hold only where their words stand together."""

from __future__ import annotations

from typing import Any

import pytest

from sitegen.model import DateExpr, Event, Statement
from sitegen.reading.dates.find import find_dates
from sitegen.reading.speech.events import find_events
from sitegen.reading.speech.quotes import find_quotes
from tests.unit.lexicon_cases import cases
from tests.unit.quote_cases import article, entities

PEOPLE = {"biden": ["جو بايدن", "بايدن"], "kadhimi": ["مصطفى الكاظمي", "الكاظمي"], "macron": ["ماكرون"]}
PLACES = {"washington": ["واشنطن"], "beirut": ["بيروت"], "lebanon": ["لبنان"], "baghdad": ["بغداد"]}
ORGS = {"army": ["الجيش السوداني"], "parliament": ["مجلس النواب"]}

OFFICES = "ويستقبل الرئيس الأميركي جو بايدن رئيس الوزراء العراقي مصطفى الكاظمي في واشنطن"


def events(text: str, dates: tuple[DateExpr, ...] = ()) -> tuple[Event, ...]:
    lines = [text]
    people, orgs = entities("person", PEOPLE, lines), entities("org", ORGS, lines)
    statements = find_quotes(article(lines), people, orgs)[1]
    return find_events(article(lines), (*people, *entities("place", PLACES, lines), *orgs), dates, statements)


CASES = cases("events")


def _told(event: Event) -> list[str]:
    names = [name or "" for name in (event.agent, event.patient, event.place)]
    return [event.kind, *names, event.date.text if event.date else "", "not " * event.negated + event.tense]


def found_in(text: str) -> list[list[str]]:
    """Return the happenings of a text as the cases write them."""
    return [_told(event) for event in events(text, find_dates(1, text))]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"])
def test_case(case: dict[str, Any]) -> None:
    text = case["text"]
    found = events(text, find_dates(1, text))
    assert [_told(event) for event in found] == case["events"]
    assert all(text[e.start : e.end] == e.text for e in found)


@pytest.mark.parametrize(
    ("text", "kind", "agent", "patient", "place"),
    [
        ("واستقبل بايدن الكاظمي في واشنطن.", "meeting", "biden", "kadhimi", "washington"),
        (OFFICES, "meeting", "biden", "kadhimi", "washington"),
        ("واجتمع بايدن والكاظمي بالمكتب البيضاوي", "meeting", "biden", "kadhimi", None),
        ("ويتوجه الكاظمي إلى واشنطن", "visit", "kadhimi", None, "washington"),
    ],
)
def test_frames(text: str, kind: str, agent: str, patient: str | None, place: str | None) -> None:
    (event,) = events(text)
    assert (event.kind, event.agent, event.patient, event.place) == (kind, agent, patient, place)
    assert not event.negated


@pytest.mark.parametrize(
    "text",
    [
        "وقال بايدن إن الكاظمي سيزور واشنطن",
        "وزار وفد من مكتب ماكرون بيروت",
        "وقع انفجار في بغداد",
        "لقاء بايدن والكاظمي",
        '"استقبل بايدن الكاظمي في واشنطن أمس"',
    ],
)
def test_no_event(text: str) -> None:
    assert events(text) == ()


def test_the_date_may_stand_between() -> None:
    text = "يتوجه الكاظمي، يوم الإثنين 26 يوليو، إلى واشنطن"
    start = text.index("يوم")
    day = DateExpr(1, start, start + 20, text[start : start + 20], month=7, day=26)
    (event,) = events(text, (day,))
    assert (event.kind, event.place, event.date) == ("visit", "washington", day)


def test_a_dated_statement_is_an_event() -> None:
    text = "قال بايدن، أمس الخميس، إن الكاظمي وصل."
    said = Statement("biden", "قال", 1, text.index("الكاظمي"), len(text) - 1)
    lines = [text]
    found = find_events(article(lines), entities("person", PEOPLE, lines), find_dates(1, text), (said,))
    assert [(e.kind, e.agent, e.date and e.date.text) for e in found] == [
        ("statement", "biden", "أمس الخميس")
    ]
    later = find_events(article(lines), entities("person", PEOPLE, lines), (), (said,))
    assert later == ()
