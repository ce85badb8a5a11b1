"""Where something was, with the place before or behind who did it: «وصل إلى بغداد أمس وزير الخارجية»."""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.english.parts.caution import conditional
from sitegen.english.parts.predicates import complete
from sitegen.english.parts.subjects import subject_phrase
from sitegen.english.parts.verb_groups import VerbGroup, matching, verb_group
from sitegen.english.phrases.borders import whole
from sitegen.english.phrases.edges import closed
from sitegen.english.phrases.inflection import agrees
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.phrases.phrase import NP
from sitegen.english.phrases.wants import fits
from sitegen.english.sentences.reports import Fact
from sitegen.english.words import word_forms
from sitegen.english.words.adverbs import skip
from sitegen.english.words.grammar import small
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


def busy(s: Sentence, np: NP) -> NP:
    """Take in what a subject behind its verb was doing: «غرق قارب يقل …» a boat that was carrying …."""
    j = np.end
    was = s.key(j) in small("was") and not s.hard(j)
    group = None if np.definite or np.entity or np.owner or s.hard(j) else verb_group(s, j + was)
    if group is None or group.tense != "present" or group.negated or (was and s.hard(j + 1)):
        return np
    if not agrees(np, group.form, verb_first=False):
        return np
    for verb in group.form.verbs:
        if not verb.subject or fits(np, verb.subject):
            done = complete(s, group.end, verb, np)
            if done and done.rest and not conditional(s, done.end):
                which = f"{'who' if np.kind == 'person' else 'that'} {'were' if np.many else 'was'}"
                text = f"{np.en} {which} {word_forms.gerund(done.verb[0])} {done.rest}"
                return replace(np, end=done.end, en=text)
    return np


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
