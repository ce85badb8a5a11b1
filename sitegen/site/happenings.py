"""The happenings of one article as its pages and the pages of their days show them."""

from __future__ import annotations

from sitegen.english.words.wording import spoken_date
from sitegen.model import Entry, Event
from sitegen.site.views import EventFact, Named
from sitegen.text.sentences import split_sentences


def happenings(entry: Entry, names: dict[str, Named]) -> tuple[EventFact, ...]:
    """Return the happenings that `entry` tells and does not deny, each once; `names` by id of entity."""
    found = []
    for event in entry.reading.events:
        who = tuple(names[id] for id in (event.agent, event.patient) if id in names)
        day = _day(event, entry)
        if event.negated or not who:
            continue
        published = entry.dating.value or ""
        planned = event.tense == "future" or (event.tense == "present" and bool(day) and day > published)
        where = names.get(event.place) if event.place else None
        found.append(EventFact(event.kind, who, where, day or None, planned, event.line))
    return tuple(dict.fromkeys(found))


def _day(event: Event, entry: Entry) -> str:
    """Return the day of a happening, '' where it is unknown or its tense speaks against it."""
    if event.date is None:
        return ""
    at = (event.date.line, event.date.start)
    found = next((d for d in entry.dates if (d.line, d.start) == at), None)
    if found is None or found.value is None or found.precision != "day":
        return ""
    first, last = entry.dating.earliest, entry.dating.latest
    early = event.tense == "future" and first is not None and found.value < first
    late = event.tense == "past" and last is not None and found.value > last
    return "" if early or late else found.value


def told_in_english(entry: Entry, value: str, line: int) -> str:
    """Return the English sentence that tells what an Arabic line says of a date, '' if none surely does.

    It must rest on that line alone, and the line be one sentence or the English name the date.
    """
    alone = len(split_sentences(entry.raw.lines[line - 1])) == 1
    for sentence in entry.english.sentences:
        named = spoken_date(value).removesuffix(f" {value[:4]}") in sentence.text
        if sentence.lines == (line,) and sentence.layer != "card" and (alone or named):
            return sentence.text
    return ""
