"""Action nouns that only what is done to tells: «رفع الحظر» its lifting, «رفع الأسعار» their raising.

The rows stand in `english/doings.txt`.
"""

from __future__ import annotations

from functools import cache

from sitegen import data
from sitegen.english.words.nouns import Noun
from sitegen.text.fold import match_key

#: What must be done to, any of several wants, and the noun if it is.
Doing = tuple[tuple[str, ...], Noun]
_NONE: tuple[Doing, ...] = ()


def doings(key: str) -> tuple[Doing, ...]:
    """Return what an action noun may be, without its clitics.

    >>> [noun.en for _, noun in doings("رفع")], doings("قرار")
    (['lifting', 'raising'], ())
    """
    return _table().get(key, _NONE)


@cache
def _table() -> dict[str, tuple[Doing, ...]]:
    found: dict[str, list[Doing]] = {}
    for arabic, english, verb, wants, *more in data.rows("english/doings"):
        preps = tuple((match_key(k), v) for k, v in (flag.split("=") for flag in " ".join(more).split()))
        noun = Noun(english, "event", verb=verb.replace("_", " "), preps=preps)
        found.setdefault(match_key(arabic), []).append((tuple(wants.split("|")), noun))
    return {key: tuple(rows) for key, rows in found.items()}
