"""Who came where, with the place before him: «وصل إلى بغداد أمس وزير الخارجية»."""

from __future__ import annotations

from sitegen.english.adverbs import skip
from sitegen.english.borders import whole
from sitegen.english.caution import conditional
from sitegen.english.edges import closed
from sitegen.english.noun_phrases import noun_phrase
from sitegen.english.reports import Fact
from sitegen.english.subjects import subject_phrase
from sitegen.english.tagging import Sentence
from sitegen.english.verb_groups import VerbGroup, matching
from sitegen.english.wants import fits
from sitegen.text.fold import match_key

_TO = match_key("إلى")


def arrival(s: Sentence, j: int, group: VerbGroup) -> Fact | None:
    """Read «إلى» or «ل», a place and then the subject of a verb of motion at word `j`."""
    place = noun_phrase(s, j + 1) if s.key(j) == _TO and not s.hard(j + 1) else None
    place = noun_phrase(s, j, "ل") if s.key(j).startswith("لل") else place
    if place is None or place.kind != "place" or place.owner or group.negated:
        return None
    start, when = skip(s, place.end)
    subject = subject_phrase(s, start) if start < len(s.tokens) and not s.hard(start) else None
    if subject is None or subject.owner or not (closed(s, subject.end) and whole(s, subject)):
        return None
    found = matching(subject, group, verb_first=True)
    for verb in found.form.verbs if found else ():
        for frame in verb.frames:
            there = frame.kind == "p" and frame.prep == _TO and frame.want and fits(place, frame.want)
            if there and fits(subject, verb.subject or "h") and not conditional(s, subject.end):
                at = s.start + s.tokens[0].start
                return Fact("event", subject, frame.verb, group.tense, place.full, s.line, at, when=when)
    return None
