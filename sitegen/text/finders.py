"""At which words of a line each stage may find something: a word is asked once, on behalf of all stages.

A dozen stages look for words that begin a date, a figure, a name or a phrase, and most words begin none.
What a word is of use to is remembered as bits, one for each `Finder`; the bits of a line are put together
once, and a stage finds its own in them at the cost of a search in a few bytes.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Sequence
from itertools import count

from sitegen.text.remembered import Remembered
from sitegen.text.tokens import Token, Tokens, keys_in, stem_keys

#: Says whether a word is of use, by its key and by what it is with and without clitics.
Useful = Callable[[str, frozenset[str]], bool]

_USEFUL: dict[int, Useful] = {}  # by the number of the finder
#: By bit: makes bytes 1 where the bit is set, else 0.
_ONLY = tuple(bytes([mask >> bit & 1 for mask in range(256)]) for bit in range(8))
_AGES = count()


class _Answers(Remembered[bytes]):
    """What words are of use to, as `size` bytes each; good until a finder comes or goes."""

    def __init__(self) -> None:
        self.age = next(_AGES)
        useful = _USEFUL.copy()  # a finder may be collected, and so go, while they are gone through
        self._useful = tuple((1 << number, asked) for number, asked in useful.items())
        self.size = max(useful, default=0) // 8 + 1
        super().__init__(self._bits_of)

    def _bits_of(self, key: str) -> bytes:
        stems = stem_keys(key)
        return sum([bit for bit, asked in self._useful if asked(key, stems)]).to_bytes(self.size, "little")


class Finder:
    """Finds the words of a line that something may begin with.

    >>> from sitegen.text.tokens import tokenize
    >>> capital = Finder(lambda key, stems: "بغداد" in stems)
    >>> capital.places(tokenize("زار بغداد وعاد من العراق وبغداد"))
    [1, 5]
    """

    def __init__(self, useful: Useful) -> None:
        number = next(n for n in count() if n not in _USEFUL)
        _USEFUL[number] = useful
        _renew()
        self._byte, self._only = number // 8, _ONLY[number % 8]
        weakref.finalize(self, _forget, number).atexit = False

    def places(self, tokens: Sequence[Token]) -> list[int]:
        """Return the words that may be of use, in order: most are of none."""
        known = _known[0]
        if not isinstance(tokens, Tokens):
            marks = b"".join(map(known.__getitem__, keys_in(tokens)))
        elif (kept := tokens.marks) is not None and kept[0] == known.age:
            marks = kept[1]
        else:
            marks = b"".join(map(known.__getitem__, tokens.keys))
            tokens.marks = known.age, marks
        mine = marks[self._byte :: known.size].translate(self._only)
        found: list[int] = []
        at = mine.find(1)
        while at >= 0:
            found.append(at)
            at = mine.find(1, at + 1)
        return found


_known = [_Answers()]


def _renew() -> None:
    _known[0] = _Answers()


def _forget(number: int) -> None:
    del _USEFUL[number]
    _renew()
