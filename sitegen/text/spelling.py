"""Spell an unlisted word as listed names are spelt: a small model of letter pairs.

Every listed name is lined up with its press spelling, letter by letter; a chunk
is one Arabic letter with the Latin letters it stands for, short vowels included.
A new word gets the likeliest chain of chunks, each judged by the three before it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from sitegen import data

_VOWELS = re.compile("[aeiouy]*")
_ORDER = 4  # chunks in the longest chain that is counted
_BEAM = 6  # readings kept alive at each letter
_FAR = 1e9

Chunk = tuple[str, str]


class Spelt(NamedTuple):
    """A spelling and the natural logarithm of its likelihood per letter."""

    latin: str
    score: float


@cache
def _consonants() -> dict[str, tuple[str, ...]]:
    return {letter: tuple(forms) for letter, forms in data.table("romanise")["consonants"].items()}


@cache
def _carriers() -> dict[str, tuple[str, ...]]:
    return {letter: tuple(forms) for letter, forms in data.table("romanise")["carriers"].items()}


@cache
def _tails() -> frozenset[str]:
    return frozenset(data.table("romanise")["silent"]["tails"])


def paired(word: str) -> str:
    """Write two letters for one sound as one.

    >>> paired("تشرشل")
    'چرشل'
    """
    for pair, single in data.table("romanise")["pairs"].items():
        word = word.replace(pair, single)
    return word


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
        for at, (cost, chunks) in best.items():
            for end, more in _steps(letter, latin, at, last=i == len(word) - 1):
                if cost + more < after.get(end, (_FAR,))[0]:
                    after[end] = (cost + more, (*chunks, (letter, latin[at:end])))
        best = after
    return best.get(len(latin), (_FAR, ()))[1]


def _steps(letter: str, latin: str, at: int, *, last: bool) -> list[tuple[int, float]]:
    """Return where the Latin letters of `letter` may end that begin at `at`, each with its price."""
    steps: list[tuple[int, float]] = []
    if letter in _carriers():
        run = _run(latin, at)
        steps = [(at + n, (1.5, 0.0, 0.2, 1.2)[n]) for n in range(min(run, 3) + 1)]
        steps += [(at + len(c), 0.3) for c in _carriers()[letter] if latin.startswith(c, at)]
    else:
        for rank, form in enumerate(_consonants().get(letter, ())):
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


class Speller:
    """The chains of chunks counted over listed names.  Read-only once built."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._counts: dict[tuple[Chunk, ...], dict[Chunk, int]] = {}
        self._outputs: dict[str, dict[str, int]] = {}
        for word, latin in pairs:
            self._learn(line_up(paired(word), latin))
        self._heard = {context: (sum(seen.values()), len(seen)) for context, seen in self._counts.items()}
        self._kinds = 400.0

    def _learn(self, chunks: tuple[Chunk, ...]) -> None:
        if not chunks:
            return
        chain = (_EDGE,) * (_ORDER - 1) + chunks + (_END,)
        for i in range(_ORDER - 1, len(chain)):
            chunk = chain[i]
            outputs = self._outputs.setdefault(chunk[0], {})
            outputs[chunk[1]] = outputs.get(chunk[1], 0) + 1
            for n in range(_ORDER):
                seen = self._counts.setdefault(chain[i - n : i], {})
                seen[chunk] = seen.get(chunk, 0) + 1

    def spell(self, word: str) -> Spelt:
        """Return the likeliest spelling of one word."""
        beam: list[tuple[float, tuple[Chunk, ...]]] = [(0.0, (_EDGE,) * (_ORDER - 1))]
        letters = [letter for letter in paired(word) if letter in _consonants() or letter in _carriers()]
        for letter in [*letters, ""]:
            outputs = self._outputs.get(letter) or {(_consonants().get(letter) or ("",))[0]: 1}
            following = [
                (score + self._log(chain[1 - _ORDER :], (letter, out)), (*chain, (letter, out)))
                for score, chain in beam
                for out in outputs
            ]
            following.sort(key=lambda scored: -scored[0])
            beam = following[:_BEAM]
        score, chain = beam[0]
        return Spelt("".join(out for _, out in chain), score / (len(letters) + 1))

    def _log(self, context: tuple[Chunk, ...], chunk: Chunk) -> float:
        """Return log p(chunk | context), each length of context trusted as much as it was heard."""
        likely = 1 / self._kinds
        for n in range(len(context) + 1):
            tail = context[len(context) - n :]
            seen = self._counts.get(tail)
            if seen is None:
                break
            total, kinds = self._heard[tail]
            likely = (seen.get(chunk, 0) + kinds * likely) / (total + kinds)
        return math.log(likely)


_EDGE: Chunk = ("^", "")
_END: Chunk = ("", "")
