"""What a printed word could be as a name: the listed names in it, clitics taken off, and places."""

from __future__ import annotations

from functools import cache, lru_cache

from msgspec import Struct

from sitegen.reading.names.cues import LINK, NATION, cue, never_pairs
from sitegen.reading.names.lists import (
    ARAB,
    SHARED,
    function_lights,
    name_kinds,
    ordinary_words,
    place_pairs,
    place_words,
)
from sitegen.reading.names.shapes import is_plain
from sitegen.text.tokens import stem_keys, stems

#: Letters that may stand before a word and belong to the sentence.
_CLITICS = frozenset("وفبلك")
#: Shorter words may be told apart from a name by nothing.
_SHORT = 4


class Name(Struct, frozen=True, gc=False):
    """One reading of a printed word as a name: letters of clitics before it and what it is."""

    cut: int
    kind: int
    key: str


@lru_cache(maxsize=65536)
def names_in(key: str, light: str) -> tuple[Name, ...]:
    """Return the readings of a printed word as a listed name, the one without clitics first.

    >>> names_in("محمد", "محمد")[0].key, names_in("محادثات", "محادثات")
    ('محمد', ())
    >>> [n.cut for n in names_in("واوباما", "واوباما")], names_in("علي", "على")
    ([1], ())
    """
    if light in function_lights():
        return ()
    whole = _named(key, light, 0)
    if whole:
        also = SHARED if cue(key) & ~(NATION | LINK) else 0
        return (Name(0, whole.kind | also, key),)
    if key in ordinary_words() or (light[:1] in _CLITICS and light[1:] in function_lights()):
        return ()
    names = []
    for s in stems(key)[1:]:
        if len(s.key) > 2 and (n := _named(s.key, light, s.cut)):
            names.append(n)
        if len(s.key) > _SHORT and s.key in ordinary_words():
            break  # «وبرقية» is a telegram, not «and by Ruqayya»
    return tuple(Name(n.cut, n.kind | SHARED, n.key) if _doubtful(n, key) else n for n in names)


def _doubtful(name: Name, key: str) -> bool:
    """Say whether the clitic may belong to the word: كثيرون is no «like Theron», بشأن no «with Sean»."""
    if name.kind & ARAB:
        return len(name.key) < 4 and is_plain(key)
    return len(name.key) < 4 or (key[0] != "و" and is_plain(key))


def _named(key: str, light: str, cut: int) -> Name | None:
    """Read `key` (clitics already off) as a listed name whose spelling fits the printed one."""
    found = name_kinds().get(key)
    if not found:
        return None
    rest = light[cut:]
    if key.startswith("ال") and not rest.startswith("ال"):  # للعبادي swallowed the alef
        rest = "ا" + rest
    fitting = [kind | _misspelt(want, rest) for want, kind in found if _fits(want, rest)]
    if not fitting:
        return None
    kind = fitting[0] & SHARED
    for one in fitting:
        kind |= one & ~SHARED
    return Name(cut, kind, key)


def _fits(want: str, light: str) -> bool:
    """Demand the printed letters of short words: منى is not مني, but ة and ه are one ending."""
    if want == light or len(want) >= 5:
        return True
    ends = {want[-1], light[-1]}
    return want[:-1] == light[:-1] and (ends == {"ة", "ه"} or (len(want) == 4 and ends == {"ى", "ي"}))


def _misspelt(want: str, light: str) -> int:
    """Return SHARED for a short name that ends in ى where ي is printed or the other way round."""
    return SHARED if {want[-1], light[-1]} == {"ى", "ي"} and len(want) < 5 else 0


@lru_cache(maxsize=65536)
def is_place(key: str) -> bool:
    """Say whether the word is a place, a club, a firm or a thing in foreign dress.

    >>> is_place("وبغداد"), is_place("بغدادي")
    (True, False)
    """
    places = place_words()
    return any(s.key in places for s in stems(key) if s.cut == 0 or len(s.key) > 2)


def is_pair(before: str, key: str) -> bool:
    """Say whether two words stand together in the name of a place, or are listed as no name.

    >>> is_pair("بخان", "يونس"), is_pair("خان", "محمد")
    (True, False)
    """
    firsts = _firsts().get(key)
    return firsts is not None and not firsts.isdisjoint(stem_keys(before))


@cache
def _firsts() -> dict[str, set[str]]:
    """Return the first words of such pairs by the second: most words are no second one."""
    firsts: dict[str, set[str]] = {}
    for first, second in place_pairs() | never_pairs():
        firsts.setdefault(second, set()).add(first)
    return firsts
