"""Two nouns put together word by word: what stands between them, and what English has no such phrase for."""

from __future__ import annotations

from sitegen.english.phrases.phrase import NP, head_of
from sitegen.english.words.grammar import grammar
from sitegen.english.words.nouns import Noun

_HEADS, _COMPLEMENTS = ("thing", "place", "org"), ("thing", "event")


def strange(noun: Noun, sub: NP, en: str) -> bool:
    """Say whether a thing, a place or a body "of" a common thing is no English: «أسماك الثلج» fish of snow.

    Amounts, parts and what is said of something may be of anything («أسعار الخضار»), so may most deeds.
    """
    common = sub.entity is None and not sub.proper and not sub.en[:1].isupper()
    if not common or sub.kind not in _COMPLEMENTS or not en.startswith(f"{noun.en} of "):
        return False
    head, sorts = _last(noun.en), grammar().sorts
    if noun.en in sorts["parts_of_events"] and sub.kind == "event":
        return False  # «حفل افتتاح الدورة الثامنة»
    return head in sorts["of_nothing"] or (noun.kind in _HEADS and head not in sorts["of_what"])


def link_of(noun: Noun, sub: NP) -> str:
    """Return what stands between a noun and what completes it: a plan "for" a deed, and "of" a conference."""
    deed = sub.kind == "event" and _last(sub.en) not in grammar().sorts["gatherings"]
    return grammar().for_deeds.get(_last(noun.en), noun.link) if deed and noun.link == "of" else noun.link


def _last(en: str) -> str:
    return head_of(en).rsplit(" ", 1)[-1]
