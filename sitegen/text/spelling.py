"""Spell an unlisted word as listed names are spelt: a small model of letter pairs.

Every listed name is lined up with its press spelling (sitegen/text/chunks.py); a
new word gets the likeliest chain of chunks, each judged by the three before it
and by the Arabic letters around it; an Arab one has the vowels that listed names
of its measure have («مظلوم» as «منصور»).  Nothing is trained: the lined-up names are
sorted as far as words ask for, and a count is taken when first asked for, and kept.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import NamedTuple

from sitegen.text.chunks import carriers, consonants, paired

_ORDER = 4  # chunks in the longest chain that is counted
_BEAM = 8  # readings kept alive at each letter
_WIDE_BEAM = 24  # the same where vowels of the whole word are judged at the end
_WIDTH = 10  # spellings tried for each letter
#: How much the chain of chunks and the neighbouring letters count; chosen on lists held out in turn.
_CHAIN, _AROUND = 0.7, 1.5
_UNHEARD = 1 / 400  # likelihood of a chunk before anything was heard
#: How much the vowels of its measure count for an Arab word, and how surely a measure few names have says so.
_MEASURED, _UNSURE = 4.0, 1.0
_OTHER_VOWELS = 0.02  # names of a measure with vowels that none has
_MEMO = 20_000
_EDGE, _END = "^", "$"
_FRAME = _EDGE * (_ORDER - 1)  # before each word
_FIRST_ID = 0x4E00  # chunks are counted as characters: a chain of them is a string to look for
#: How far from a letter the letters stand that are looked at with it, itself first.
_AROUND_LETTER = (0, 1, -1, 2, -2)
_CHUNKS_BEFORE = (-1, -2, -3)


_DOUBLED, _CONSONANTS = re.compile(r"([^aeiou])\1"), re.compile("[^aeiouD]+")

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
        self._names = letters
        self._letters = _Places(letters, _AROUND_LETTER)
        self._chains = _Places(self._chunks, _CHUNKS_BEFORE)

    @lru_cache(maxsize=_MEMO)  # noqa: B019 -- there are two spellers, and they live as long as the process
    def spell(self, word: str, *, measured: bool = False) -> Spelt:
        """Return the likeliest spelling of one word, of an Arab name with the vowels of its measure."""
        beam: Beam = [(0.0, 0.0, _FRAME)]
        letters = [letter for letter in paired(word) if letter in consonants() or letter in carriers()]
        framed = "".join((_FRAME, *letters, _END * 2))
        for i, letter in enumerate([*letters, ""], len(_FRAME)):
            outs = self._spellings(framed[i - 2 : i + 3]) if letter else ((_END, 0.0),)
            beam = self._gone_on(beam, outs, whole=measured)
        chained = beam[0][1]
        chain = max(beam, key=self._likely_vowels("".join(letters)))[2] if measured else beam[0][2]
        return Spelt("".join(self._ids.outs[chunk] for chunk in chain), chained / (len(letters) + 1))

    def _likely_vowels(self, word: str) -> Callable[[tuple[float, float, str]], float]:
        """Return the score of a reading whose vowels are those of the listed names of the word's measure."""
        measure, names = _measures("".join((_FRAME, word, _END))), self._measures
        seen: Counter[str] = Counter()
        place = names.find(measure)
        while place >= 0:
            first = place + len(_FRAME)
            seen[self._vowels(self._chunks[first : first + len(word)])] += 1
            place = names.find(measure, first)
        full = seen.total() + _UNSURE

        def score(reading: tuple[float, float, str]) -> float:
            often = seen[self._vowels(reading[2][len(_FRAME) : len(_FRAME) + len(word)])]
            return reading[0] + _MEASURED * math.log((often + _UNSURE * _OTHER_VOWELS) / full)

        return score

    @cached_property
    def _measures(self) -> str:
        return _measures(self._names)

    def _vowels(self, chain: str) -> str:
        """Return the vowels of a chain of chunks and which letters are doubled, a hyphen between letters."""
        outs = [self._ids.outs[chunk] for chunk in chain]
        return "-".join([_CONSONANTS.sub("C", _DOUBLED.sub("D", out)) for out in outs])

    def _gone_on(self, beam: Beam, outs: tuple[tuple[str, float], ...], *, whole: bool = False) -> Beam:
        """Return the best readings that go on from those of `beam` with one of `outs`, the best first.

        A step makes no reading better; what is behind the `least` already will not be among the best.
        Readings that end alike go on alike, so that the best will do, but not where the `whole` is judged.
        """
        width = _WIDE_BEAM if whole else _BEAM
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
                alike = chain + chunk if whole else chunk + tail
                if alike not in following or reading > following[alike]:
                    following[alike] = reading
            if len(following) >= width:
                least = sorted(following.values(), reverse=True)[width - 1][0]
        return sorted(following.values(), reverse=True)[:width]

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


def _measures(letters: str) -> str:
    """Return framed words with one letter for every consonant, «و» and «ي» at the beginning among them.

    >>> _measures("^مظلوم$") == _measures("^وجدود$") != _measures("^منصر$")
    True
    """
    kept = "".join([letter if letter in carriers() or letter in (_EDGE, _END) else "C" for letter in letters])
    return kept.replace(f"{_EDGE}و", f"{_EDGE}C").replace(f"{_EDGE}ي", f"{_EDGE}C")


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
