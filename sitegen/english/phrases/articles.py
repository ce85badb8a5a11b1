"""Who may be told with "the": of whom there is one, or who is named; anybody else is "a director"."""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.english.phrases.phrase import NP
from sitegen.english.words import wording
from sitegen.english.words.adjectives import demonyms
from sitegen.english.words.grammar import grammar
from sitegen.english.words.mention_words import mention_words

_MANAGEMENT = " management"
_THESE = ("these ", "this ")
_COUNTED = frozenset(("of", "two", "these"))


def _named(en: str) -> bool:
    """Say whether a phrase ends in a name.

    >>> _named("newspaper al-Madinah"), _named("newspaper")
    (True, False)
    """
    return not en.rsplit(" ", 1)[-1].islower()


def shown(np: NP) -> NP:
    """Return somebody as he may be told to one who has not read the Arabic: "an institute", not "the".

    "The oil minister" and "the director of the hospital" are one.

    >>> [shown(NP(1, en, "person", definite=True)).full for en in ("critic", "oil minister")]
    ['a critic', 'the oil minister']
    """
    called = np.en[:1].isupper() and (np.kind != "person" or np.plural or np.owner or " " not in np.en)
    called = called and not _any_of_a_nation(np)
    if np.entity is not None or np.parts > 1 or called or _named(np.en):
        return np  # "Houthis", "the newspaper al-Madinah"; but "an Algerian journalist"
    if np.en.startswith(_THESE):  # «هذه المصادر»
        return replace(np, en=np.en.split(" ", 1)[1], proper=False, definite=False)
    if (
        not np.definite
        or np.proper
        or " of " in np.en
        or not (mention_words().unique | mention_words().picks).isdisjoint(np.en.split())
    ):
        return np
    if np.en.endswith(_MANAGEMENT):  # «إدارة النادي» is not one of many
        return replace(np, en=f"management of {wording.a(np.en.removesuffix(_MANAGEMENT))}")
    return replace(np, definite=False)


def anybody(np: NP) -> NP:
    """Return people at the head of a sentence as they may be told: «العلماء» are scientists, whichever.

    Not those of whom one must know whose they are.

    >>> [anybody(NP(1, en, "person", definite=True, plural=True)).full for en in ("scientists", "families")]
    ['scientists', 'the families']
    """
    if np.kind != "person" or not (np.plural and np.en.islower()):
        return np
    if np.proper or np.entity or np.owner or (np.whole and " of " in np.en):
        return np
    known = mention_words().unique | mention_words().picks | grammar().relational | grammar().somebodys
    known |= grammar().sorts["guests"]
    whoever = np.en in grammar().sorts["nobodys"] or (known | _COUNTED).isdisjoint(np.en.split())
    return replace(np, definite=False) if whoever else np


def _any_of_a_nation(np: NP) -> bool:
    """Say whether it is one of many in its country: "a British newspaper", but "the Turkish parliament"."""
    nation, _, what = np.en.partition(" ")
    return nation in demonyms().values() and what in grammar().sorts["many_a"]
