"""How likely a Latin and an Arabic spelling are one name: weighted edit distance over sounds.

Arabic writes consonants and long vowels; which Arabic letter stands for which
Latin one differs between newsrooms (غوتيريش, جوتيريس), so letters are compared by
sound, and what Arabic need not write costs little.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from sitegen import data

#: Latin groups of letters that are one sound, the longest first.
_GROUPS = re.compile(
    r"tsch|sch|tch|ic\Z|ough|augh|eigh|igh|dge|shch|sh|ch|th|ph|gh|kh|ck|dh|zh|dj|qu|ts|tz|cz|wh|x|c(?=[eiy])|ll|lj|nj|j|[a-z]"
)
_DOUBLED = re.compile(r"([^اويه])\1")
_SOFT = frozenset("اويهع")
_UNLIKE = 2  # consonants more or less
_WEAK = frozenset("aeiouywh'")


@cache
def _sounds() -> dict[str, dict[str, float]]:
    """Return Latin group -> Arabic letters and what each costs."""
    out: dict[str, dict[str, float]] = {}
    for group, letters in data.table("gate")["sounds"].items():
        costs: dict[str, float] = {}
        for price, part in zip((0.0, 0.2, 0.45), letters.split("|"), strict=False):
            for letter in part.split():
                costs.setdefault(letter, price)
        out[group] = costs
    return out


@lru_cache(maxsize=8192)
def groups(latin: str) -> tuple[str, ...]:
    """Return the sounds of a Latin word, doubled letters once.

    >>> groups("Gutiérrez"), groups("Khartoum")
    (('g', 'u', 't', 'i', 'e', 'r', 'e', 'z'), ('kh', 'a', 'r', 't', 'o', 'u', 'm'))
    """
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode().casefold()
    plain = re.sub(r"[^a-z]", "", plain)
    plain = re.sub(r"([b-df-hj-np-tv-z])\1", r"\1", plain)
    return tuple(_GROUPS.findall(plain))


@lru_cache(maxsize=65536)
def distance(latin: str, arabic: str, *, inside: bool = False) -> float:
    """Return 0 for a perfect match up to 1 and more for nothing in common; `arabic` is a match key.

    With `inside` the name may lie anywhere in the Arabic: words whose spaces were lost.

    >>> distance("Kadhimi", "كاظمي") < 0.2 < distance("Kadhimi", "كاتب")
    True
    >>> distance("Harvard", "جامعةهارفارديتلقون", inside=True)
    0.0
    """
    sounds, letters = groups(latin), _DOUBLED.sub(r"\1", arabic)
    if not sounds or not letters:
        return 1.0
    weight = sum(1.0 if g[0] not in _WEAK else 0.3 for g in sounds)
    above = [0.0]
    for letter in letters:
        above.append(0.0 if inside else above[-1] + _spare(letter))
    for at, group in enumerate(sounds):
        costs, skip = _sounds().get(group, {}), _silent(group, at == 0, at == len(sounds) - 1)
        row = [above[0] + skip]
        for j, letter in enumerate(letters, 1):
            price = costs.get(letter, 0.6 if group[0] in _WEAK and letter in "اويهع" else 1.6)
            two = costs.get(letters[j - 2 : j]) if j > 1 else None
            best = min(above[j - 1] + price, above[j] + skip, row[-1] + _spare(letter))
            row.append(best if two is None else min(best, above[j - 2] + two))
        above = row
    return (min(above) if inside else above[-1]) / max(weight, 1.0)


def comparable(latin: str, arabic: str) -> bool:
    """Say whether two words have so nearly as many consonants that they may be one name."""
    return abs(_bones(latin) - sum(letter not in _SOFT for letter in arabic)) <= _UNLIKE


@lru_cache(maxsize=8192)
def _bones(latin: str) -> int:
    return sum(group[0] not in _WEAK for group in groups(latin))


def _spare(letter: str) -> float:
    return 0.3 if letter in "اويه" else 0.6 if letter == "ع" else 1.0


def _silent(group: str, first: bool, last: bool) -> float:
    if group in ("gh", "ough", "augh", "igh", "eigh", "wh"):
        return 0.1
    if group[0] in "aeiouy":
        return 0.35 if first else 0.12
    if group in ("h", "w"):
        return 0.2
    return 0.45 if last and group in ("s", "t", "e", "d", "x") else 1.0
