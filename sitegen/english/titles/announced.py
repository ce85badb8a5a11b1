"""Titles that promise what the text shows: «تعرّف على موعد …», «طريقة تحويل …» how to convert.

Their words stand in `english/titles.toml`.
"""

from __future__ import annotations

from functools import cache

from sitegen import data
from sitegen.english.parts.adjuncts import adjuncts
from sitegen.english.parts.fields import ministry
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.phrases.phrase import NP
from sitegen.english.titles.whole import read_deed, read_title
from sitegen.english.words import wording
from sitegen.english.words.grammar import phrase_end
from sitegen.english.words.tables import phrases
from sitegen.english.words.tagging import Sentence
from sitegen.text.fold import match_key

#: What is announced has so many words.
_LEAST = 2


def read_announced(s: Sentence) -> str:
    """Return what a title announces, '' where it announces nothing that is understood to its end.

    A place before a colon only says where, a body who tells it: «الصحة المصرية: إطلاق 12 قافلة طبية».
    """
    if where := _label(s):
        told = read_title(s, where.end, _LEAST)
        return wording.upper_first(f"{where.en}: {told}") if told else ""
    start = phrase_end(_announcing(), s, 0)
    way = _way(s, start)
    if way or not start or s.hard(start):
        return way
    return read_title(s, start, _LEAST)


def read_labelled(s: Sentence) -> str:
    """Return the deed behind a place or body and a colon, though the title says more, '' for any other."""
    where = _label(s, told=True)
    told = read_deed(s, where.end) if where else ""
    return wording.upper_first(f"{where.en}: {told}") if where and told else ""


def _label(s: Sentence, *, told: bool = False) -> NP | None:
    """Return the place or body before a colon that tells what follows; with `told` a minister as well."""
    np = (ministry(s, 0, told=True) or noun_phrase(s, 0)) if s.tokens else None
    if np is None or np.owner or ":" not in s.gaps[np.end]:
        return None
    body = np.kind == "org" and (np.proper or np.definite) and np.en[:1].isupper()
    office = told and np.kind == "person" and (np.definite or np.entity is not None) and not np.plural
    return np if body or office or (np.kind == "place" and np.entity is not None) else None


def _way(s: Sentence, j: int) -> str:
    """Read «طريقة تفعيل الخاصية» how to activate the feature."""
    if s.key(j) not in _ways() or s.hard(j + 1):
        return ""
    np = noun_phrase(s, j + 1) or noun_phrase(s, j + 1, "ل")  # «طريقة لحماية الهاتف»
    if np is None or not np.infinitive or np.owner:
        return ""
    more = adjuncts(s, np.end, last=np.kind)
    return f"How to {np.infinitive} {more.words}".strip() if s.hard(more.end) else ""


@cache
def _announcing() -> dict[str, tuple[tuple[str, ...], ...]]:
    return phrases(data.table("english/titles")["announcing"])


@cache
def _ways() -> frozenset[str]:
    return frozenset(map(match_key, data.table("english/titles")["ways"]))
