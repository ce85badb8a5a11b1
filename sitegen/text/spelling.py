"""Spell an unlisted word as listed names are spelt: a small model of letter pairs.

Every listed name is lined up with its press spelling (sitegen/text/chunks.py); a
new word gets the likeliest chain of chunks, each judged by the three before it
and by the Arabic letters around it.  Nothing is trained: the lined-up names are
sorted as far as words ask for, and a count is taken when first asked for, and kept.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from sitegen.text.chunks import carriers, consonants, paired

_ORDER = 4  # chunks in the longest chain that is counted
_BEAM = 8  # readings kept alive at each letter
_WIDTH = 10  # spellings tried for each letter
#: How much the chain of chunks and the neighbouring letters count; chosen on lists held out in turn.
_CHAIN, _AROUND = 0.7, 1.5
_UNHEARD = 1 / 400  # likelihood of a chunk before anything was heard
_MEMO = 20_000
_EDGE, _END = "^", "$"
_FRAME = _EDGE * (_ORDER - 1)  # before each word
_FIRST_ID = 0x4E00  # chunks are counted as characters: a chain of them is a string to look for
#: How far from a letter the letters stand that are looked at with it, itself first.
_AROUND_LETTER = (0, 1, -1, 2, -2)
_CHUNKS_BEFORE = (-1, -2, -3)


#: Readings: what counts for each, how likely its chain of chunks is, and the chain.
Beam = list[tuple[float, float, str]]


class Spelt(NamedTuple):
    """A spelling and the natural logarithm of its likelihood per letter."""

    latin: str
    score: float


class _Heard(NamedTuple):
    """What followed, or stood in, one context: how often each, all together, how many kinds."""

    seen: Mapping[str, int]
    total: int
    kinds: int


class _Likely(dict[str, float]):
    """How likely each chunk is behind a chain, worked out when it is asked for.

    A longer chain counts as much as it was heard; the rest is what the `shorter` one says.
    """

    def __init__(self, heard: _Heard, shorter: _Likely | None) -> None:
        super().__init__()
        self._heard, self._shorter = heard, shorter
        self.chunks: int = shorter.chunks + 1 if shorter is not None else 0  # in the chain

    def __missing__(self, chunk: str) -> float:
        seen, total, kinds = self._heard
        shorter = _UNHEARD if self._shorter is None else self._shorter[chunk]
        likely = self[chunk] = (seen.get(chunk, 0) + kinds * shorter) / (total + kinds)
        return likely


class _Ids(dict[tuple[str, str], str]):
    """The character that stands for each chunk: a letter and the Latin letters of it."""

    def __init__(self, chunks: Iterable[tuple[str, str]] = ()) -> None:
        super().__init__()
        self.outs = {_EDGE: "", _END: ""}
        for chunk in chunks:
            self[chunk]

    def __missing__(self, chunk: tuple[str, str]) -> str:
        id = self[chunk] = chr(_FIRST_ID + len(self))
        self.outs[id] = chunk[1]
        return id


class _Places:
    """The places of a text, sorted by what stands around them as far as anybody asks.

    >>> _Places("^^^abcab", (0, 1)).of("ab")
    [3, 6]
    """

    def __init__(self, text: str, offsets: tuple[int, ...]) -> None:
        self._text, self._offsets = text, offsets
        self._parts: dict[str, dict[str, list[int]]] = {}

    def of(self, around: str) -> Sequence[int]:
        """Return the places, in order, that have `around` at the first offsets."""
        if not around:
            return range(len(_FRAME), len(self._text))
        head = around[:-1]
        if head not in self._parts:
            parts: dict[str, list[int]] = defaultdict(list)
            text, offset = self._text, self._offsets[len(head)]
            for place in self.of(head):
                parts[text[place + offset]].append(place)
            self._parts[head] = parts
        return self._parts[head].get(around[-1], ())


class LinedUp(NamedTuple):
    """Lined-up names: their letters, the character of the chunk of each, the chunks by their characters."""

    letters: str
    chunks: str
    ids: tuple[tuple[str, str], ...]


class Speller:
    """Counts over lined-up names, taken as words ask for them.  Same names, same answers."""

    def __init__(self, names: LinedUp) -> None:
        letters, self._chunks, ids = names
        self._ids = _Ids(ids)
        self._letters = _Places(letters, _AROUND_LETTER)
        self._chains = _Places(self._chunks, _CHUNKS_BEFORE)

    @lru_cache(maxsize=_MEMO)  # noqa: B019 -- there are two spellers, and they live as long as the process
    def spell(self, word: str) -> Spelt:
        """Return the likeliest spelling of one word."""
        beam: Beam = [(0.0, 0.0, _FRAME)]
        letters = [letter for letter in paired(word) if letter in consonants() or letter in carriers()]
        framed = "".join((_FRAME, *letters, _END * 2))
        for i, letter in enumerate([*letters, ""], len(_FRAME)):
            beam = self._gone_on(beam, self._spellings(framed[i - 2 : i + 3]) if letter else ((_END, 0.0),))
        _, chained, chain = beam[0]
        return Spelt("".join(self._ids.outs[chunk] for chunk in chain), chained / (len(letters) + 1))

    def _gone_on(self, beam: Beam, outs: tuple[tuple[str, float], ...]) -> Beam:
        """Return the best readings that go on from those of `beam` with one of `outs`, the best first.

        A step makes no reading better; what is behind the `least` already will not be among the best.
        """
        following: dict[str, tuple[float, float, str]] = {}
        least = -math.inf
        for score, chained, chain in beam:
            if score + outs[0][1] < least:
                break
            before = chain[:-_ORDER:-1]
            likely, tail = self._behind(before), before[:-1]
            for chunk, here in outs:
                if score + here < least:
                    break
                step = math.log(likely[chunk])
                reading = (score + _CHAIN * step + here, chained + step, chain + chunk)
                alike = chunk + tail  # readings that end alike go on alike: the best will do
                if alike not in following or reading > following[alike]:
                    following[alike] = reading
            if len(following) >= _BEAM:
                least = sorted(following.values(), reverse=True)[_BEAM - 1][0]
        return sorted(following.values(), reverse=True)[:_BEAM]

    @lru_cache(maxsize=_MEMO)  # noqa: B019
    def _spellings(self, around: str) -> tuple[tuple[str, float], ...]:
        """Return the likeliest chunks of the letter in the middle of five, with what log p counts."""
        letter, likely = around[2], dict[str, float]()
        letters = "".join([around[2 + offset] for offset in _AROUND_LETTER])
        for n in range(1, len(letters) + 1):
            heard = self._at_letters(letters[:n])
            if heard is None:
                break
            seen, total, kinds = heard
            likely = likely or dict.fromkeys(seen, 1 / kinds)
            full, times = total + kinds, seen.get
            likely = {chunk: (times(chunk, 0) + kinds * p) / full for chunk, p in likely.items()}
        if not likely:
            return ((self._ids[letter, (consonants().get(letter) or ("",))[0]], 0.0),)
        best = sorted(likely.items(), key=itemgetter(1), reverse=True)[:_WIDTH]
        return tuple([(chunk, _AROUND * math.log(p)) for chunk, p in best])

    @lru_cache(maxsize=_MEMO)  # noqa: B019
    def _at_letters(self, letters: str) -> _Heard | None:
        """Count the chunks of a letter with others around it, the nearest first."""
        return _heard(self._count(self._letters.of(letters)))

    def _count(self, places: Sequence[int]) -> Counter[str]:
        return Counter(map(self._chunks.__getitem__, places))

    @lru_cache(maxsize=_MEMO)  # noqa: B019
    def _behind(self, before: str) -> _Likely:
        """Return what follows a chain of chunks, its last first, as far as the chain was heard."""
        if not before:
            following = Counter(self._chunks)
            following[_END] //= 2
            following.pop(_EDGE, None)
            return _Likely(_Heard(following, following.total(), len(following)), None)
        shorter = self._behind(before[:-1])
        if shorter.chunks < len(before) - 1:
            return shorter
        following = self._count(self._chains.of(before))
        following.pop(_EDGE, None)
        heard = _heard(following)
        return _Likely(heard, shorter) if heard else shorter


def _heard(seen: Counter[str]) -> _Heard | None:
    return _Heard(seen, seen.total(), len(seen)) if seen else None


def read(rows: Iterable[tuple[str, ...]]) -> LinedUp:
    """Read lines of lined-up names: the word, and its Latin letters parted by hyphens.

    >>> read([("كريم", "ka-r-i-m")]).ids[0]
    ('ك', 'ka')
    """
    ids, letters, chunks = _Ids(), [], []
    for word, outs in rows:
        letters += [_FRAME, word, _END * 2]
        chunks += [_FRAME, *map(ids.__getitem__, zip(word, outs.split("-"), strict=True)), _END * 2]
    return LinedUp("".join(letters), "".join(chunks), tuple(ids))
