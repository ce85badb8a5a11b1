"""Line up a name in Arabic letters with its Latin spelling, letter by letter.

A chunk is one Arabic letter with the Latin letters it stands for, the short
vowels after it included.
"""

from __future__ import annotations

import re
from functools import cache

from sitegen import data

_VOWELS = re.compile("[aeiouy]*")
_LAST_VOWEL = re.compile("(?<=[^اويىآ])ه$")  # of «Helle», not of a shah
_FAR = 1e9
_SLACK = 2.5  # a reading this much dearer than the best so far is given up

Chunk = tuple[str, str]


@cache
def consonants() -> dict[str, tuple[str, ...]]:
    """Return the Latin spellings of each consonant, the usual one first."""
    return {letter: tuple(forms) for letter, forms in data.table("romanise")["consonants"].items()}


@cache
def carriers() -> dict[str, tuple[str, ...]]:
    """Return the letters that carry a vowel, with the consonants they may be."""
    return {letter: tuple(forms) for letter, forms in data.table("romanise")["carriers"].items()}


@cache
def _tails() -> frozenset[str]:
    return frozenset(data.table("romanise")["silent"]["tails"])


def paired(word: str) -> str:
    """Write two letters for one sound as one, and the ه that is a vowel at the end by a letter of its own.

    >>> paired("تشرشل"), paired("هله"), paired("شاه")
    ('چرشل', 'هلۀ', 'شاه')
    """
    for pair, single in data.table("romanise")["pairs"].items():
        word = word.replace(pair, single)
    return _LAST_VOWEL.sub("ۀ", word)


def line_up(word: str, latin: str) -> tuple[Chunk, ...]:
    """Split `latin` over the letters of `word`; empty where the two cannot be the same name.

    >>> line_up("كريم", "karim")
    (('ك', 'ka'), ('ر', 'r'), ('ي', 'i'), ('م', 'm'))
    >>> line_up("كريم", "hassan")
    ()
    """
    best: dict[int, tuple[float, tuple[Chunk, ...]]] = {0: (0.0, ())}
    for i, letter in enumerate(word):
        after: dict[int, tuple[float, tuple[Chunk, ...]]] = {}
        bound = min((cost for cost, _ in best.values()), default=0.0) + _SLACK
        for at, (cost, chunks) in best.items():
            if cost > bound:
                continue
            for end, more in _steps(letter, latin, at, last=i == len(word) - 1):
                if cost + more < after.get(end, (_FAR,))[0]:
                    after[end] = (cost + more, (*chunks, (letter, latin[at:end])))
        best = after
    return best.get(len(latin), (_FAR, ()))[1]


def _steps(letter: str, latin: str, at: int, *, last: bool) -> list[tuple[int, float]]:
    """Return where the Latin letters of `letter` may end that begin at `at`, each with its price."""
    steps: list[tuple[int, float]] = []
    if letter in carriers():
        run = _run(latin, at)
        steps = [(at + n, (1.5, 0.0, 0.2, 1.2)[n]) for n in range(min(run, 3) + 1)]
        steps += [(at + len(c), 0.3) for c in carriers()[letter] if latin.startswith(c, at)]
    else:
        for rank, form in enumerate(consonants().get(letter, ())):
            if latin.startswith(form, at):
                end = at + len(form)
                price = 0.4 * min(rank, 3) - 0.3 * (len(form) - 1)
                steps += [(end + n, price + 0.8 * n) for n in range(min(_run(latin, end), 2) + 1)]
    if last:
        steps += [(len(latin), price + 2.0) for end, price in steps if latin[end:] in _tails()]
    return steps


def _run(latin: str, at: int) -> int:
    found = _VOWELS.match(latin, at)
    return found.end() - at if found else 0
