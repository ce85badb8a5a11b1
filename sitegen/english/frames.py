"""Facts of a sentence: who said what, who did what.

A fact needs the words next to each other: the verb, its subject, what it asks
for.  Names that merely stand in one sentence are no fact.
"""

from __future__ import annotations

from typing import NamedTuple

from sitegen.english.clauses import agrees, clause, complete, conditional, fits, skip, verb_group
from sitegen.english.grammar import grammar, phrase_end, preposition
from sitegen.english.lookup import NP
from sitegen.english.noun_phrases import noun_phrase, whole
from sitegen.english.tagging import COMMA, HARD, Sentence
from sitegen.english.verbs import Frame, Verb, english_forms, verb_form
from sitegen.model import DateFound
from sitegen.text.fold import match_key

_THAT = (match_key("أن"), match_key("بأن"))
#: So many words may stand between a speaker and the أن of what was said.
_REACH = 16


class Fact(NamedTuple):
    """One thing a sentence tells, not yet worded."""

    kind: str  # said: a clause; topic: only what it was about; event
    subject: NP
    verb: tuple[str, str, str]
    tense: str
    negated: bool
    rest: str
    line: int
    when: DateFound | None = None


def read_fact(s: Sentence) -> Fact | None:
    """Return what the head of the sentence tells, None when it is not understood."""
    if any(t.key in grammar().spoilers for t in s.tokens[:3]):
        return None
    i = 0
    while end := phrase_end(grammar().openers, s, i):
        i = end
    i, when = skip(s, i)
    if i >= len(s.tokens):
        return None
    fact = _verb_first(s, i) or _subject_first(s, i)
    return fact._replace(when=fact.when or when) if fact and when else fact


def _verb_first(s: Sentence, i: int) -> Fact | None:
    """Read verb + subject + the rest: «أعلن الوزير أن …»."""
    lead = s.key(i)[:1] if s.key(i)[:1] in ("و", "ف") else ""
    for clitic in dict.fromkeys(("", lead)):
        group = verb_group(s, i, clitic)
        if group is None or s.hard(group.end):
            continue
        j, when = skip(s, group.end)
        if s.hard(j) and j != group.end and not _comma(s, j):
            continue
        subject = noun_phrase(s, j) if j < len(s.tokens) else None
        if subject is None or subject.owner or not agrees(subject, group.form, verb_first=True):
            continue
        if subject.kind == "person":
            subject = subject._replace(fem=group.form.fem)
        for verb in group.form.verbs:
            fact = _fact(s, _past_name(s, subject), subject, verb, group.tense, group.negated)
            if fact:
                return fact._replace(when=fact.when or when)
    return None


def _subject_first(s: Sentence, i: int) -> Fact | None:
    """Read subject + verb + the rest, and «X: clause» of headlines."""
    subject = noun_phrase(s, i)
    if subject is None or subject.owner:
        return None
    j = subject.end
    if j < len(s.tokens) and s.gaps[j].strip("\"”»“« ") in (":", ".."):
        return _colon(s, j, subject) if s.role == "title" else None
    if s.hard(j):
        return None
    group = verb_group(s, j)
    if group is None or not agrees(subject, group.form, verb_first=False):
        return None
    for verb in group.form.verbs:
        if fact := _fact(s, group.end, subject, verb, group.tense, group.negated):
            return fact
    return None


def _colon(s: Sentence, j: int, subject: NP) -> Fact | None:
    if not fits(subject, "h"):
        return None
    if text := clause(s, j):
        return Fact("said", subject, ("say", "said", "said"), "present", negated=False, rest=text, line=s.line)
    topic = _topic(s, j, subject)
    verb = english_forms("speak_about")
    return Fact("topic", subject, verb, "present", negated=False, rest=topic, line=s.line) if topic else None


def _fact(s: Sentence, j: int, subject: NP, verb: Verb, tense: str, negated: bool) -> Fact | None:
    if verb.subject and not fits(subject, verb.subject) and not (subject.source and verb.about):
        return None
    for frame in verb.frames:
        if frame.kind == "an" and not negated and (fact := _reported(s, j, subject, verb, frame, tense)):
            return fact
    if (j != subject.end and subject.entity is None) or not (whole(s, subject) or j != subject.end):
        pass
    done = complete(s, j, verb, subject)
    if done is None or conditional(s, done.end):
        return None
    return Fact("event", subject, done.verb, tense, negated, done.rest, s.line, done.when)


def _past_name(s: Sentence, subject: NP) -> int:
    """Return the word after a subject; a name that nobody knows may follow a definite role."""
    j = subject.end
    if subject.kind != "person" or subject.entity or not subject.definite or subject.plural or s.hard(j):
        return j
    k = j
    while k < len(s.tokens) and k - j < 6 and not s.hard(k):
        token = s.tokens[k]
        if preposition(s, k) or token.key in grammar().boundaries or k in s.dates or phrase_end(grammar().settings, s, k):
            break
        if k == j and token.light.startswith("ال") and token.key not in grammar().titles:
            return j
        if verb_form(token.key) and k > j:
            break
        k += 1
    return k


def _reported(s: Sentence, j: int, subject: NP, verb: Verb, frame: Frame, tense: str) -> Fact | None:
    """Find the أن of what was said and read the clause after it, or at least its subject."""
    start, when = _to_that(s, j, frame.prep)
    if start == 0:
        return None
    text = clause(s, start)
    if text:
        return Fact("said", subject, frame.verb, tense, negated=False, rest=text, line=s.line, when=when)
    topic = _topic(s, start, subject) if verb.about else ""
    if not topic:
        return None
    return Fact("topic", subject, english_forms(verb.about), tense, negated=False, rest=topic, line=s.line, when=when)


def _to_that(s: Sentence, j: int, prep: str) -> tuple[int, DateFound | None]:
    """Return the word after أن, 0 when another verb, a mark or too much stands before it."""
    when = None
    setting = False
    first = j
    while j < len(s.tokens) and j - first < _REACH:
        if not HARD.intersection(s.gaps[j]) <= COMMA | {"(", ")"}:
            return 0, None
        key = s.key(j)
        if key in _THAT:
            governed = not prep or s.key(j - 1) == prep
            return (j + 1, when) if governed and not s.hard(j + 1) else (0, None)
        end, day = skip(s, j)
        when = when or day
        if end > j:
            j = end
        elif end := phrase_end(grammar().settings, s, j):
            j, setting = end, True
        elif prep and key == prep and s.key(j + 1) in _THAT:
            j += 1
        elif setting and not verb_form(key) and key not in grammar().boundaries:
            j += 1
        elif s.key(j)[:1] == "ل" and any(k.lead == "ل" for k in s.entities.get(j, ())):
            j = max(k.end for k in s.entities[j])
        else:
            return 0, None
    return 0, None


def _topic(s: Sentence, start: int, subject: NP) -> str:
    """Return the subject of a clause when it can stand as a topic, '' otherwise."""
    np = noun_phrase(s, start)
    if np is None or np.owner or not (np.definite or np.proper) or not whole(s, np):
        return ""
    return "" if np.entity and np.entity is subject.entity else np.full


def _comma(s: Sentence, j: int) -> bool:
    return HARD.intersection(s.gaps[j]) <= COMMA
