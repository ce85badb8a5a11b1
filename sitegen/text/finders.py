"""At which words of a line each stage may find something: a word is asked once, on behalf of all stages.

A dozen stages look for words that begin a date, a figure, a name or a phrase, and most words begin none.
Which `Finder`s a word is of use to is remembered by the word; the words of a line are dealt out to them
once, and a stage finds its own there.
"""

from __future__ import annotations

import weakref
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import count

from sitegen.text.remembered import Remembered
from sitegen.text.tokens import Token, Tokens, keys_in, stem_keys

#: Says whether a word is of use, by its key and by what it is with and without clitics.
Useful = Callable[[str, frozenset[str]], bool]

_USEFUL: dict[int, Useful] = {}  # by the number of the finder
_AGES = count()


class _Answers(Remembered[tuple[int, ...]]):
    """The numbers of the finders that words are of use to; good until a finder comes or goes."""

    def __init__(self) -> None:
        self.age = next(_AGES)
        self._useful = tuple(_USEFUL.copy().items())  # one may be collected, and so go, meanwhile
        super().__init__(self._finders_of)

    def _finders_of(self, key: str) -> tuple[int, ...]:
        stems = stem_keys(key)
        return tuple([number for number, asked in self._useful if asked(key, stems)])

    def deal(self, keys: Iterable[str]) -> dict[int, list[int]]:
        """Return the places of the words that are of use, in order, by finder."""
        places: defaultdict[int, list[int]] = defaultdict(list)
        for i, numbers in enumerate(map(self.__getitem__, keys)):
            for number in numbers:
                places[number].append(i)
        return places


class Finder:
    """Finds the words of a line that something may begin with.

    >>> from sitegen.text.tokens import tokenize
    >>> capital = Finder(lambda key, stems: "بغداد" in stems)
    >>> capital.places(tokenize("زار بغداد وعاد من العراق وبغداد"))
    [1, 5]
    """

    def __init__(self, useful: Useful) -> None:
        self._number = next(n for n in count() if n not in _USEFUL)
        _USEFUL[self._number] = useful
        _renew()
        weakref.finalize(self, _forget, self._number).atexit = False

    def places(self, tokens: Sequence[Token]) -> Sequence[int]:
        """Return the words that may be of use, in order: most are of none."""
        known = _known[0]
        if not isinstance(tokens, Tokens):
            return known.deal(keys_in(tokens)).get(self._number, [])
        dealt = tokens.dealt
        if dealt is None or dealt[0] != known.age:
            dealt = tokens.dealt = known.age, known.deal(tokens.keys)
        return dealt[1].get(self._number, [])


_known = [_Answers()]


def _renew() -> None:
    _known[0] = _Answers()


def _forget(number: int) -> None:
    del _USEFUL[number]
    _renew()
