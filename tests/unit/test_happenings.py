"""Happenings on pages: the tense agrees with the day, what is denied is not shown, no English is made up."""

from __future__ import annotations

import pytest

from sitegen.model import Dating, English, Entry, Event, Meta, RawArticle, Reading, Sentence
from sitegen.reading.dates.resolve import resolve_all
from sitegen.site.happenings import happenings, told_in_english
from sitegen.site.views import EventFact, Named
from tests.dated_pages import page
from tests.worlds import files, project

BIDEN, KADHIMI = Named("person", "biden", "بايدن", "Biden"), Named("person", "kadhimi", "الكاظمي", "Kadhimi")
NAMES = {"biden": BIDEN, "kadhimi": KADHIMI}
PUBLISHED = Dating("2021-07-24", "day", "given", None, "2021-07-24", "2021-07-24")


def entry(text: str, tense: str, *, negated: bool = False, english: tuple[Sentence, ...] = ()) -> Entry:
    """Return an article of one line and its one happening, dated by the first date of the line."""
    article, dates, lines = page(("lede", text))
    event = Event(
        "meeting", "التقى", 1, 0, 5, text[:5], "biden", "kadhimi", date=dates[0] if dates else None,
        negated=negated, tense=tense,
    )  # fmt: skip
    reading = Reading(
        article, Meta(), None, "", (), (), (), (), (), (), (), dates, PUBLISHED, events=(event,)
    )
    raw = RawArticle("a", "a.txt", lines, Meta(), "")
    found = resolve_all(reading, PUBLISHED)
    return Entry(raw, reading, PUBLISHED, found, English(Sentence("", (), "card"), english, "facts"))


@pytest.mark.parametrize(
    ("text", "tense", "day", "planned"),
    [
        ("التقى بايدن الكاظمي في 20 يوليو 2021", "past", "2021-07-20", False),
        ("يلتقي بايدن الكاظمي في 26 يوليو 2021", "present", "2021-07-26", True),
        ("يلتقي بايدن الكاظمي في 24 يوليو 2021", "present", "2021-07-24", False),
        ("سيلتقي بايدن الكاظمي في 26 يوليو 2021", "future", "2021-07-26", True),
        ("التقى بايدن الكاظمي في 26 يوليو 2021", "past", None, False),  # a past that is still to come
        ("سيلتقي بايدن الكاظمي في 20 يوليو 2021", "future", None, True),  # a plan that is over
        ("التقى بايدن الكاظمي في يوليو 2021", "past", None, False),
        ("التقى بايدن الكاظمي", "past", None, False),
    ],
)
def test_the_tense_agrees_with_the_day(text: str, tense: str, day: str | None, planned: bool) -> None:
    assert happenings(entry(text, tense), NAMES) == (
        EventFact("meeting", (BIDEN, KADHIMI), None, day, planned, 1),
    )


def test_what_is_denied_or_of_nobody_known_is_not_shown() -> None:
    assert happenings(entry("لم يلتق بايدن الكاظمي", "past", negated=True), NAMES) == ()
    assert happenings(entry("التقى بايدن الكاظمي", "past"), {}) == ()


@pytest.mark.parametrize(
    ("text", "sentence", "told"),
    [
        ("التقى بايدن الكاظمي في 20 يوليو.", Sentence("They met.", (1,), "facts"), True),
        ("وصل الوفد. التقى بايدن الكاظمي في 20 يوليو.", Sentence("A party came.", (1,), "facts"), False),
        ("وصل الوفد. التقى بايدن الكاظمي في 20 يوليو.", Sentence("Met on 20 July.", (1,), "facts"), True),
        ("التقى بايدن الكاظمي في 20 يوليو.", Sentence("Biden; Kadhimi", (1,), "card"), False),
        ("التقى بايدن الكاظمي في 20 يوليو.", Sentence("They met.", (1, 2), "facts"), False),
    ],
)
def test_english_is_only_what_tells_that_line(text: str, sentence: Sentence, told: bool) -> None:
    found = told_in_english(entry(text, "past", english=(sentence,)), "2021-07-20", 1)
    assert found == (sentence.text if told else "")


def test_a_day_page_parts_what_was_reported_from_what_happened() -> None:
    site = files(project())
    english = site["en/dates/2021/07/26/index.html"].decode()
    arabic = site["ar/dates/2021/07/26/index.html"].decode()
    assert english.index("What was reported on this day") < english.index("What happened on this day")
    assert "Visit (planned)" in english
    assert "زيارة (مقرر)" in arabic
    assert "<summary>Arabic line 6</summary>" in english
