"""Where something was, with the place before or behind who did it: «وصل إلى بغداد أمس وزير الخارجية»."""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.english.parts.caution import conditional
from sitegen.english.parts.subjects import subject_phrase
from sitegen.english.parts.verb_groups import VerbGroup, matching
from sitegen.english.phrases.borders import whole
from sitegen.english.phrases.edges import closed
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.phrases.phrase import NP
from sitegen.english.phrases.wants import fits
from sitegen.english.sentences.reports import Fact
from sitegen.english.words.adverbs import skip
from sitegen.english.words.lines import COMMA, HARD
from sitegen.english.words.lookup import lookup
from sitegen.english.words.tagging import Sentence
from sitegen.model import Entity
from sitegen.text.fold import match_key

_TO = match_key("إلى")


def arrival(s: Sentence, j: int, group: VerbGroup) -> Fact | None:
    """Read «إلى» or «ل», a place and then the subject of a verb of motion at word `j`."""
    place = noun_phrase(s, j + 1) if s.key(j) == _TO and not s.hard(j + 1) else None
    place = noun_phrase(s, j, "ل") if s.key(j).startswith("لل") else place
    if place is None or place.kind != "place" or place.owner or group.negated:
        return None
    start, when = skip(s, place.end)
    after = start < len(s.tokens) and HARD.intersection(s.gaps[start]) <= COMMA
    subject = subject_phrase(s, start) if after else None
    if subject is None or subject.owner or not _ends(s, subject):
        return None
    found = matching(subject, group, verb_first=True)
    for verb in found.form.verbs if found else ():
        for frame in verb.frames:
            there = frame.kind == "p" and frame.prep == _TO and frame.want and fits(place, frame.want)
            if there and fits(subject, verb.subject or "h") and not conditional(s, subject.end):
                at = s.start + s.tokens[0].start
                return Fact("event", subject, frame.verb, group.tense, place.full, s.line, at, when=when)
    return None


def behind(s: Sentence, fact: Fact) -> Fact:
    """Put where it was behind a verb that needs no more: «وقع انفجار في بيروت» it occurred in Beirut."""
    np = fact.subject
    head, _, where = np.en.rpartition(" in ")
    if fact.kind != "event" or fact.rest or not head or np.entity or np.kind == "person":
        return fact
    near = (known for i in range(max(np.end - 3, 0), np.end) for known in s.entities.get(i, ()))
    placed = any(k.end == np.end and isinstance(k.value, Entity) and k.value.kind == "place" for k in near)
    return replace(fact, subject=replace(np, en=head), rest=f"in {where}") if placed else fact


def _ends(s: Sentence, np: NP) -> bool:
    """Say whether nothing of who came is left to tell; what he came for may follow: «ليرأس …»."""
    j = np.end
    purpose = s.key(j).startswith(("لي", "لت")) and not lookup(s, j, "ل") and j not in s.entities
    return purpose or (closed(s, j) and whole(s, np))
