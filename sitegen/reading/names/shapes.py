"""Tell ordinary Arabic words by how they are built: clitics, endings and the measures of a root.

A list cannot hold every form of a word, so a key counts as ordinary when taking
affixes off leaves a listed word, or a measure (فاعل, مفعول, استفعال …) of a listed root.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from math import log
from operator import add
from typing import NamedTuple

from sitegen import data
from sitegen.reading.names.lists import foreign_names, ordinary_words, roots


def _by_letter(place: int, affixes: str) -> dict[str, tuple[str, ...]]:
    """Return affixes by their outer letter, the empty one in every group."""
    groups: dict[str, list[str]] = {}
    for affix in affixes.split():
        groups.setdefault(affix[place], [""]).append(affix)
    return {letter: tuple(group) for letter, group in groups.items()}


_BARE = ("",)
_NAMELIKE = frozenset(["", "ه", "ي", "ان"])  # endings that family names take
_VERBAL = frozenset("سيتن")  # last letters of prefixes that make a verb
_TABLE = data.table("word_shapes")
_PREFIXES = _by_letter(0, _TABLE["prefixes"])
_SUFFIXES = _by_letter(-1, _TABLE["suffixes"])
#: Measures that family names share, then those of verbs, verbal nouns and plurals.
_MEASURES: tuple[str, str] = (_TABLE["shared_measures"], _TABLE["other_measures"])


@lru_cache(maxsize=65536)
def plainness(key: str) -> int:
    """Return 2 for an ordinary word (listed or inflected), 1 for a bare form on a known root, 0 for neither.

    A bare form such as فعيل or فاعل may well be a family name that no list has.

    >>> [plainness(w) for w in ("حكومتهم", "سيستخدمونها", "رشيق", "اولمرت", "شفتشينكو")]
    [2, 2, 1, 0, 0]
    """
    words = ordinary_words()
    if key in words:
        return 2
    level = 0
    for prefix in _PREFIXES.get(key[:1], _BARE):
        if not key.startswith(prefix):
            continue
        body = key[len(prefix) :]
        verbal = prefix[-1:] in _VERBAL
        for suffix in _SUFFIXES.get(body[-1:], _BARE):
            base = body[: len(body) - len(suffix)]
            if not body.endswith(suffix) or len(base) < 2 + verbal:
                continue
            if not verbal and (base in words or (suffix and base + "ه" in words)):
                return 2
            measure = _on_root(base) if len(base) > 2 else 0
            nisba = prefix == "ال" and suffix == "ي"
            if measure > 1 or (measure and not nisba and (prefix or suffix not in _NAMELIKE)):
                return 2
            level = level or measure
    return level


def is_plain(key: str) -> bool:
    """Say whether `key` is an ordinary word or built like one."""
    return plainness(key) > 0


def _on_root(base: str) -> int:
    """Return 1 if `base` is a measure of a known root that names share, 2 if another one, else 0."""
    known = roots()
    for fixed, places, rank in _shapes().get(len(base), ()):
        for i, letter in fixed:  # some words are held against a hundred measures
            if base[i] != letter:
                break
        else:
            root = "".join([base[i] for i in places])
            if root in known or _is_weak(root, known, len(base)):
                return rank
    return 0


def _is_weak(root: str, known: frozenset[str], length: int) -> bool:
    """Say whether ا stands for the weak letter of a known root: قال, and in a long word استدعا(ء)."""
    if len(root) != 3:
        return False
    first, second, third = root[0], root[1], root[2]
    if second == "ا" and first + "و" + third in known:
        return True
    return third == "ا" and length > 5 and not known.isdisjoint((first + second + "و", first + second + "ي"))


class _Shape(NamedTuple):
    """A measure: its own letters with their places, the places of the root, its rank."""

    fixed: tuple[tuple[int, str], ...]
    places: tuple[int, ...]
    rank: int


@cache
def _shapes() -> dict[int, tuple[_Shape, ...]]:
    """Return the measures by length."""
    shapes: dict[int, list[_Shape]] = {}
    for rank, group in enumerate(_MEASURES, 1):
        for measure in group.split():
            middle = measure.index("ع")
            ends = [i for i, letter in enumerate(measure) if letter == "ل" and i > middle]
            places = (measure.index("ف"), middle, *ends)
            fixed = tuple((i, letter) for i, letter in enumerate(measure) if i not in places)
            shapes.setdefault(len(measure), []).append(_Shape(fixed, places, rank))
    return {length: tuple(found) for length, found in shapes.items()}


@lru_cache(maxsize=65536)
def looks_foreign(key: str) -> bool:
    """Say whether the letters of an unknown word run as in foreign names rather than in Arabic words.

    Pairs and triples of letters are counted in our own lists, in names and in ordinary words.

    >>> [looks_foreign(w) for w in ("جوريجوس", "كولودسيي", "تمارينهم", "متذبذبه")]
    [True, True, False, False]
    """
    odds = _letter_odds()
    grams = _grams(key)
    return sum(odds.get(gram, 0.0) for gram in grams) > 0.58 * len(grams)


def _grams(key: str) -> list[str]:
    word = f"^{key}$"
    return [word[i : i + n] for n in (2, 3) for i in range(len(word) - n + 1)]


def _counted(keys: Iterable[str]) -> Counter[str]:
    """Count the grams of many words: as `_grams` of each, but in one go.

    >>> _counted(["اب", "ب"]) == Counter([*_grams("اب"), *_grams("ب")])
    True
    """
    text = "^" + "$\n^".join(keys) + "$"
    pairs = list(map(add, text, text[1:]))
    found = Counter(pairs)
    found.update(map(add, pairs, text[2:]))
    return Counter({gram: count for gram, count in found.items() if "\n" not in gram})


@data.kept
def _letter_odds() -> dict[str, float]:
    """Return the log odds of pairs and triples of letters: foreign names against ordinary words."""
    names, words = _counted(foreign_names()), _counted(ordinary_words())
    shift = log((sum(words.values()) + 1) / (sum(names.values()) + 1))
    return {
        gram: log((names[gram] + 0.5) / (words[gram] + 0.5)) + shift for gram in names.keys() | words.keys()
    }
