"""Names that may be two spellings of one: a letter apart, in one word and in two, with and without «ال»."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from sitegen import data
from sitegen.text.fold import match_key

_LISTS = ("arab_given", "arab_family", "foreign_given", "foreign_family")
#: Letters that newsrooms exchange in foreign names.
_ALIKE = tuple(map(frozenset, ("طت", "ضد", "صس", "ظز", "قك", "غج", "غك", "جك", "ثت", "ذد", "بف", "فو")))
_ARTICLE = "ال"
_SHORT = 4  # letters of the shortest word in which one letter may be a slip


def near_pairs(names: Iterable[str]) -> list[tuple[str, str]]:
    """Return the pairs of names that may be one, each pair once, in order.

    >>> near_pairs(["أنتوني بلينكن", "انطوني بلينكن", "محمد علي", "محمود علي"])
    [('أنتوني بلينكن', 'انطوني بلينكن')]
    >>> near_pairs(["عبد الفتاح السيسي", "عبدالفتاح السيسي"])
    [('عبد الفتاح السيسي', 'عبدالفتاح السيسي')]
    >>> near_pairs(["وليد الغانم", "وليد غانم", "الوليد غانم"])
    [('وليد الغانم', 'وليد غانم')]
    """
    shelves: dict[tuple[str, ...], list[str]] = {}
    found: dict[tuple[str, str], None] = {}
    for name in dict.fromkeys(names):
        for shelf in set(_shelves(match_key(name))):
            for other in shelves.get(shelf, ()):
                if other != name and _near(match_key(other).split(), match_key(name).split()):
                    found[other, name] = None
            shelves.setdefault(shelf, []).append(name)
    return list(found)


def _shelves(key: str) -> Iterator[tuple[str, ...]]:
    """Yield what near spellings of a name share: all letters, or all words but one."""
    words = key.split()
    yield ("", "".join(words))
    if len(words) > 1:
        for i in range(len(words)):
            yield (*words[:i], "?", *words[i + 1 :])


def _near(one: list[str], other: list[str]) -> bool:
    if "".join(one) == "".join(other):
        return one != other
    if len(one) != len(other):
        return False
    if one[:-1] == other[:-1] and len(one) > 1 and abs(len(one[-1]) - len(other[-1])) == len(_ARTICLE):
        short, long = sorted((one[-1], other[-1]), key=len)
        return long == _ARTICLE + short
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(differing) == 1 and _slip(*differing[0])


def _slip(a: str, b: str) -> bool:
    """Say whether two words are one letter apart, and not two names that are both well known."""
    if min(len(a), len(b)) < _SHORT:
        return False
    if len(a) > len(b):
        a, b = b, a
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    if a[at + (len(a) == len(b)) :] != b[at + 1 :]:
        return False
    one_sound = len(a) == len(b) and frozenset((a[at], b[at])) in _ALIKE
    return one_sound or a not in _known() or b not in _known()


@cache
def _known() -> frozenset[str]:
    rows = (row[0] for name in _LISTS for row in data.rows(f"names/{name}"))
    return frozenset(word for row in rows for word in match_key(row).split())


def code_points(one: str, other: str) -> str:
    """Say by code points where two spellings differ: two that look alike must not print alike.

    >>> code_points("علی", "علي")
    'U+06CC FARSI YEH against U+064A YEH'
    """
    a = next(
        (i for i, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), min(len(one), len(other))
    )
    b = 0
    while b < min(len(one), len(other)) - a and one[-1 - b] == other[-1 - b]:
        b += 1
    return f"{_named(one[a : len(one) - b])} against {_named(other[a : len(other) - b])}"


def _named(letters: str) -> str:
    names = (
        f"U+{ord(c):04X} {unicodedata.name(c, '').removeprefix('ARABIC LETTER ')}".strip() for c in letters
    )
    return ", ".join(names) or "nothing"
