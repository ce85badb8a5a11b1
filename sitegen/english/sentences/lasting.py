"""In what time a deed was: «في الموسم الماضي»; and over what time something was counted: «منذ بداية العام».

What is counted over a time is told with it; where the time is not understood, it is not told.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from sitegen.english.parts.caution import any_bare
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.sentences.reports import Fact
from sitegen.english.words.grammar import gloss, grammar, number_value, phrase_end, small
from sitegen.english.words.lines import COMMA, HARD
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import verb_form

_COUNTED = re.compile(r"\d|\b(?:hundreds|dozens|thousands|millions|tens|scores|several|many|number)\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_KINDS = ("event", "said")


def over_time(s: Sentence, fact: Fact, start: int) -> Fact | None:
    """Return the fact of a clause that begins at word `start` with the time of its count, None without it."""
    told = f"{fact.subject.full} {fact.rest}"
    if fact.kind not in _KINDS or fact.tense not in ("past", "earlier"):
        return fact
    if _often(s, start) and "times" not in told and "twice" not in told:
        return None  # «فاز بالكأس سبع مرات»: no win of today
    if not _COUNTED.search(told):
        return fact
    at = _begins(s, start)
    if at is None or "since" in told:
        return fact
    lead = "و" if s.keys[at] not in grammar().lasting and s.keys[at][0] == "و" else ""
    found = gloss(grammar().lasting, s, at, s.keys[at].removeprefix(lead))
    if found is None:
        return None
    end, words = found
    year = s.key(end) if end < len(s.tokens) and _YEAR.fullmatch(s.key(end)) else ""
    if ("{year}" in words) != bool(year):
        return None
    where = _where(s, end) if not year else ""  # «منذ بداية الحرب في سوريا»: that war
    more = "" if where in told else where
    return replace(fact, rest=f"{fact.rest} {words.replace('{year}', year)}{more}".strip())


def _where(s: Sentence, j: int) -> str:
    """Return " in" and the place at word `j`, '' where none stands there."""
    within = s.key(j) == "في" and not s.hard(j) and not s.hard(j + 1)
    place = noun_phrase(s, j + 1) if within else None
    return f" in {place.full}" if place and place.kind == "place" and place.entity else ""


def in_its_time(s: Sentence, fact: Fact, last: int) -> Fact | None:
    """Return a deed as earlier where the words before word `last` say so, None where it is called untrue."""
    if fact.kind != "event" or fact.tense != "past":
        return fact
    if not small("untrue").isdisjoint(s.keys[:last]):
        return None
    before = any(phrase_end(grammar().once, s, j) for j in range(last))
    return replace(fact, tense="earlier") if before else fact


def _often(s: Sentence, start: int) -> bool:
    """Say whether the clause at word `start` tells how many times it was: «سبع مرات»."""
    barred = grammar().relatives | grammar().joints | grammar().conditions
    for j in range(start + 1, len(s.tokens)):
        if s.keys[j] in barred or not HARD.intersection(s.gaps[j]) <= COMMA:
            return False
        if s.keys[j] in small("twice") or (
            s.keys[j] in small("times_over") and number_value(s.keys[j - 1]) is not None
        ):
            return True
    return False


def _begins(s: Sentence, start: int) -> int | None:
    """Return the word where a time begins that the clause at word `start` is counted over.

    «لأعلى مستوى منذ عامين» is a level of old, no count.
    """
    if _time_at(s, 0, s.keys[0].removeprefix("و")):
        return 0
    barred = grammar().relatives | grammar().joints | grammar().conditions | small("of_old")
    for j in range(start + 1, len(s.tokens)):
        if any_bare(s.keys[j : j + 1], barred) or not HARD.intersection(s.gaps[j]) <= COMMA:
            return None
        if s.gaps[j] and s.keys[j][0] == "و" and verb_form(s.keys[j][1:]):
            return None
        if _time_at(s, j, s.keys[j]):
            return j
    return None


def _time_at(s: Sentence, j: int, key: str) -> bool:
    """Say whether a time that lasts begins at word `j`, whose key is `key` but for «و»."""
    return key in small("since") or (
        key in small("spans_over") and gloss(grammar().lasting, s, j, key) is not None
    )
