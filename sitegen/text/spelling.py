"""Spell an unlisted word as listed names are spelt: a small model of letter pairs.

Every listed name is lined up with its press spelling, letter by letter; a chunk
is one Arabic letter with the Latin letters it stands for, short vowels included.
A new word gets the likeliest chain of chunks, each judged by the three before it
and by the Arabic letters around it.
"""

from __future__ import annotations

import heapq
import math
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from sitegen import data

_VOWELS = re.compile("[aeiouy]*")
_ORDER = 4  # chunks in the longest chain that is counted
_BEAM = 6  # readings kept alive at each letter
_WIDTH = 10  # spellings tried for each letter
#: How much the chain of chunks and the neighbouring letters count; chosen on lists held out in turn.
_CHAIN, _AROUND = 0.7, 1.5
_UNHEARD = 1 / 400  # likelihood of a chunk before anything was heard
_MEMO = 20_000
_FAR = 1e9
_SLACK = 2.5  # a reading this much dearer than the best so far is given up

Chunk = tuple[str, str]
_EDGE: Chunk = ("^", "")
_END: Chunk = ("", "")


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
    """What listed names teach: chains of chunks, and a letter's spelling among its neighbours.  Read-only."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._chains: dict[tuple[Chunk, ...], dict[Chunk, int]] = {}
        self._around: dict[tuple[str, ...], dict[str, int]] = {}
        for word, latin in pairs:
            self._learn(line_up(paired(word), latin))
        self._heard = {chain: (sum(seen.values()), len(seen)) for chain, seen in self._chains.items()}

    def _learn(self, chunks: tuple[Chunk, ...]) -> None:
        if not chunks:
            return
        chain = (_EDGE,) * (_ORDER - 1) + chunks + (_END,)
        for i in range(_ORDER - 1, len(chain)):
            for n in range(_ORDER):
                seen = self._chains.setdefault(chain[i - n : i], {})
                seen[chain[i]] = seen.get(chain[i], 0) + 1
        letters = _framed(letter for letter, _ in chunks)
        for i, (_, out) in enumerate(chunks):
            for neighbours in _neighbours(letters, i + 2):
                outs = self._around.setdefault(neighbours, {})
                outs[out] = outs.get(out, 0) + 1

    @lru_cache(maxsize=_MEMO)  # noqa: B019 -- there are two spellers, and they live as long as the process
    def spell(self, word: str) -> Spelt:
        """Return the likeliest spelling of one word."""
        beam: list[tuple[float, float, tuple[Chunk, ...]]] = [(0.0, 0.0, (_EDGE,) * (_ORDER - 1))]
        letters = [letter for letter in paired(word) if letter in _consonants() or letter in _carriers()]
        framed = _framed(letters)
        for i, letter in enumerate([*letters, ""]):
            outs = self._outs(framed, i + 2) if letter else [("", 0.0)]
            following = []
            for score, chained, chain in beam:
                for out, here in outs:
                    step = self._log(chain[1 - _ORDER :], (letter, out))
                    after = score + _CHAIN * step + _AROUND * here
                    following.append((after, chained + step, (*chain, (letter, out))))
            beam = heapq.nlargest(_BEAM, following)
        _, chained, chain = beam[0]
        return Spelt("".join(out for _, out in chain), chained / (len(letters) + 1))

    def _outs(self, letters: tuple[str, ...], i: int) -> list[tuple[str, float]]:
        """Return the likeliest spellings of one letter among its neighbours, with log p."""
        usual = self._around.get((letters[i],))
        if not usual:
            return [((_consonants().get(letters[i]) or ("",))[0], 0.0)]
        likely = dict.fromkeys(usual, 1 / len(usual))
        for neighbours in _neighbours(letters, i):
            seen = self._around.get(neighbours)
            if seen is None:
                break
            total, kinds = sum(seen.values()), len(seen)
            likely = {out: (seen.get(out, 0) + kinds * p) / (total + kinds) for out, p in likely.items()}
        best = heapq.nlargest(_WIDTH, likely.items(), key=lambda item: item[1])
        return [(out, math.log(p)) for out, p in best]

    def _log(self, context: tuple[Chunk, ...], chunk: Chunk) -> float:
        """Return log p(chunk | context), each length of context trusted as much as it was heard."""
        likely = _UNHEARD
        for n in range(len(context) + 1):
            tail = context[len(context) - n :]
            seen = self._chains.get(tail)
            if seen is None:
                break
            total, kinds = self._heard[tail]
            likely = (seen.get(chunk, 0) + kinds * likely) / (total + kinds)
        return math.log(likely)


def _framed(letters: Iterable[str]) -> tuple[str, ...]:
    return ("^", "^", *letters, "$", "$")


def _neighbours(letters: tuple[str, ...], i: int) -> Iterator[tuple[str, ...]]:
    """Yield letter `i` alone, then with more and more of its neighbours."""
    before, letter, after = letters[i - 1], letters[i], letters[i + 1]
    yield (letter,)
    yield (letter, after)
    yield (before, letter, after)
    yield (before, letter, after, letters[i + 2])
    yield letters[i - 2 : i + 3]
