"""Events: the frames hold only where their words stand together."""

from __future__ import annotations

import pytest

from sitegen.model import DateExpr
from sitegen.reading.speech.events import Event, find_events
from tests.unit.quote_cases import article, entities

PEOPLE = {"biden": ["جو بايدن", "بايدن"], "kadhimi": ["مصطفى الكاظمي", "الكاظمي"], "macron": ["ماكرون"]}
PLACES = {"washington": ["واشنطن"], "beirut": ["بيروت"], "baghdad": ["بغداد"]}
ORGS = {"army": ["الجيش السوداني"], "parliament": ["مجلس النواب"]}

OFFICES = "ويستقبل الرئيس الأميركي جو بايدن رئيس الوزراء العراقي مصطفى الكاظمي في واشنطن"


def events(text: str, dates: tuple[DateExpr, ...] = ()) -> tuple[Event, ...]:
    lines = [text]
    return find_events(
        article(lines),
        entities("person", PEOPLE, lines),
        entities("place", PLACES, lines),
        entities("org", ORGS, lines),
        dates,
    )


@pytest.mark.parametrize(
    ("text", "kind", "agent", "patient", "place"),
    [
        ("واستقبل بايدن الكاظمي في واشنطن.", "meeting", "biden", "kadhimi", "washington"),
        (OFFICES, "meeting", "biden", "kadhimi", "washington"),
        ("واجتمع بايدن والكاظمي بالمكتب البيضاوي", "meeting", "biden", "kadhimi", None),
        ("واجتمع الكاظمي مع ماكرون ببغداد", "meeting", "kadhimi", "macron", "baghdad"),
        ("وزار ماكرون بيروت بعد الانفجار", "visit", "macron", None, "beirut"),
        ("ويتوجه الكاظمي إلى واشنطن", "visit", "kadhimi", None, "washington"),
        ("وقع بايدن قرارا جديدا", "signing", "biden", None, None),
        ("وقصف الجيش السوداني بغداد", "attack", "army", None, "baghdad"),
        ("وصوت مجلس النواب على الموازنة", "vote", "parliament", None, None),
    ],
)  # fmt: skip
def test_frames(text: str, kind: str, agent: str, patient: str | None, place: str | None) -> None:
    (event,) = events(text)
    assert (event.kind, event.agent, event.patient, event.place) == (kind, agent, patient, place)
    assert not event.negated
    assert text[event.start : event.end].split()


@pytest.mark.parametrize(
    "text",
    [
        "واستقبل بايدن في واشنطن وفدا ضم الكاظمي",
        "واستقبل مستشار بايدن الكاظمي",
        "وقال بايدن إن الكاظمي سيزور واشنطن",
        "وزار وفد من مكتب ماكرون بيروت",
        "صوت بايدن مسموع في واشنطن",
        "وقع انفجار في بغداد",
        "لقاء بايدن والكاظمي",
        '"استقبل بايدن الكاظمي في واشنطن أمس"',
    ],
)
def test_no_event(text: str) -> None:
    assert events(text) == ()


def test_denied_and_still_to_come() -> None:
    assert events("ولم يستقبل بايدن الكاظمي")[0].negated
    assert events("وسيزور ماكرون بيروت")[0].future


def test_the_date_may_stand_between() -> None:
    text = "يتوجه الكاظمي، يوم الإثنين 26 يوليو، إلى واشنطن"
    start = text.index("يوم")
    day = DateExpr(1, start, start + 20, text[start : start + 20], month=7, day=26)
    (event,) = events(text, (day,))
    assert (event.kind, event.place, event.date) == ("visit", "washington", day)
