"""Titles of two sentences that «و» joins: «أمطار على مكة والدفاع المدني يحذر من السيول»."""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.english.parts.caution import conditional, doubted
from sitegen.english.parts.verb_groups import matching, verb_group
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.phrases.phrase import HUMAN, NP
from sitegen.english.words.grammar import grammar
from sitegen.english.words.tagging import Known, Sentence
from sitegen.text.tokens import Token

_AND, _BETWEEN = "و", "بين"
#: A half has so many words.
_LEAST = 3


def halves(s: Sentence) -> tuple[Sentence, ...]:
    """Return what stands before «و» and the sentence behind it, nothing where a title is no such two.

    The second is left out where it may still be what somebody said.
    """
    if _BETWEEN in s.keys or conditional(s, 0) or doubted(s):
        return ()
    for j in range(_LEAST, len(s.tokens) - 1):
        if s.key(j)[:1] != _AND or len(s.key(j)) < _LEAST or s.hard(j):
            continue
        who = noun_phrase(s, j, _AND)
        if who is None or not _somebody(who) or _joined(s, j):
            continue
        if matching(who, None if s.hard(who.end) else verb_group(s, who.end), verb_first=False):
            told = any(":" in gap for gap in s.gaps[:j]) or not grammar().embedding.isdisjoint(s.keys[:j])
            return (_cut(s, 0, j),) if told else (_cut(s, 0, j), _cut(s, j, len(s.tokens)))
    return ()


def _somebody(np: NP) -> bool:
    """Say whether a phrase names somebody: «والمدني», the civilian, may be the Civil Defence."""
    named = np.entity is not None or np.kind == "org" or np.plural or " " in np.en
    return np.kind in HUMAN and not np.owner and named


def _joined(s: Sentence, j: int) -> bool:
    """Say whether «و» at word `j` may join persons or bodies: «دعوات لفتح وحماس»."""
    leads = ("", "ل", "ب", "و")
    found = (noun_phrase(s, i, lead) for i in range(j) for lead in leads if s.key(i).startswith(lead))
    return any(np.end > j or (np.end == j and np.kind in HUMAN) for np in found if np)


def _cut(s: Sentence, start: int, end: int) -> Sentence:
    """Return the words from `start` to `end`, without the «و» of the first."""
    tokens = list(s.tokens[start:end])
    if start:
        first = tokens[0]
        tokens[0] = Token(first.text[1:], first.start + 1, first.end, first.key[1:], first.light[1:])
    entities = {
        i - start: tuple(Known(k.end - start, k.lead if i > start else "", k.value) for k in known)
        for i, known in s.entities.items()
        if start <= i < end and all(k.end <= end for k in known)
    }
    dates = {i - start: Known(k.end - start, k.lead, k.value) for i, k in s.dates.items() if start <= i < end}
    return replace(
        s,
        tokens=tuple(tokens),
        keys=tuple(t.key for t in tokens),
        gaps=(*s.gaps[start:end], s.gaps[end] if end == len(s.tokens) else ""),
        marked=s.marked[start:end],
        entities=entities,
        dates=dates,
        memo={},
    )
