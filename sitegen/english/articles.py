"""Who may be told with "the": of whom there is one, or who is named; anybody else is "a director"."""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.english.mention_words import mention_words
from sitegen.english.phrase import NP

_THESE = ("these ", "this ")


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
    return replace(np, definite=False)
