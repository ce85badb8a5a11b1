"""Find known phrases in a tokenized line: longest match, clitics and spellings folded.

The index is a trie over word keys.  The first word may carry clitics; the words
after it must stand as in the phrase, except that each may carry و when the
phrase itself has it.  A phrase of one short word must also agree in its light
key, so that على never finds علي.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Generic, TypeVar

from msgspec import Struct

from sitegen.text.finders import Finder
from sitegen.text.fold import light_key
from sitegen.text.remembered import Remembered
from sitegen.text.tokens import (
    Stem,
    Token,
    clip,
    first_keys,
    first_word,
    keys_in,
    keys_of,
    stem_keys,
    stems,
)

V = TypeVar("V")

_END = " "  # trie key under which the values of a finished phrase lie: no word's key, and '' is that of «ء»


class Hit(Struct, Generic[V], frozen=True, gc=False):
    """A phrase found: tokens [first, last), offsets without the clitics, and what it stands for."""

    first: int
    last: int
    start: int
    end: int
    prefix: str
    values: tuple[V, ...]


class PhraseIndex(Generic[V]):
    """An immutable index of phrases; several values may share one phrase.

    Phrases are sorted by their first word; a branch of the trie grows when its first word is met.
    """

    def __init__(self, phrases: Iterable[tuple[str, V]]) -> None:
        self._phrases: dict[str, list[tuple[str, V]]] = {}
        self._branches: dict[str, dict[str, Any]] = {}
        self._starts = Remembered(self._starts_of)
        self._seconds = Remembered(self._seconds_of)
        self._finder = Finder(partial(_begins, self._phrases))
        pairs = list(phrases)
        for first, pair in zip(first_keys([phrase for phrase, _ in pairs]), pairs, strict=True):
            if first is not None:
                self._phrases.setdefault(first, []).append(pair)

    def _branch(self, first: str) -> dict[str, Any]:
        """Return the trie of what may follow a first word."""
        if first not in self._branches:
            branch: dict[str, Any] = {}
            listed = self._phrases[first]  # not tokenized: that remembers lines, which are asked for again
            for (phrase, value), keys in zip(listed, keys_of([each for each, _ in listed]), strict=True):
                node, others = branch, keys[1:]
                for key in others:
                    node = node.setdefault(key, {})
                ends = node.setdefault(_END, [])
                if not any(value is known for _, known in ends) or not others:  # two spellings fold to one
                    ends.append(("" if others else light_key(first_word(phrase)), value))
            self._branches[first] = branch
        return self._branches[first]

    def find(self, tokens: Sequence[Token]) -> list[Hit[V]]:
        """Return non-overlapping hits from left to right, the longest at each place.

        >>> index = PhraseIndex([("البيت الأبيض", 1), ("العراق", 2)])
        >>> from sitegen.text.tokens import tokenize
        >>> line = tokenize("وقال البيت الابيض للعراق")
        >>> [(h.values, h.prefix) for h in index.find(line)]
        [((1,), ''), ((2,), 'ل')]
        """
        hits: list[Hit[V]] = []
        after = 0
        for i in self.starts(tokens):
            if i >= after and (hit := self.at(tokens, i)):
                hits.append(hit)
                after = hit.last
        return hits

    def starts(self, tokens: Sequence[Token]) -> list[int]:
        """Return the tokens at which a phrase may begin by its first two words: most words begin none.

        >>> index = PhraseIndex([("مجلس الأمن", 1), ("مجلس الشيوخ", 2)])
        >>> from sitegen.text.tokens import tokenize
        >>> index.starts(tokenize("مجلس الوزراء ومجلس الأمن"))
        [2]
        """
        places = self._finder.places(tokens)
        if not places:
            return []
        keys, seconds, last = keys_in(tokens), self._seconds, len(tokens) - 1
        return [i for i in places if (then := seconds[keys[i]]) is None or (i < last and keys[i + 1] in then)]

    def at(self, tokens: Sequence[Token], i: int) -> Hit[V] | None:
        """Return the longest phrase that begins at token `i`, None if there is none."""
        best: Hit[V] | None = None
        for hit in self.each(tokens, i):
            if best is None or hit.last > best.last:
                best = hit
        return best

    def each(self, tokens: Sequence[Token], i: int) -> list[Hit[V]]:
        """Return every phrase that begins at token `i`, the whole word before readings without clitics.

        >>> index = PhraseIndex([("مجلس الأمن", 1), ("مجلس الأمن القومي", 2)])
        >>> from sitegen.text.tokens import tokenize
        >>> [hit.values for hit in index.each(tokenize("مجلس الأمن القومي"), 0)]
        [(1,), (2,)]
        """
        token, size = tokens[i], len(tokens)
        hits: list[Hit[V]] = []
        for stem, root in self._starts[token.key]:
            node: dict[str, Any] | None = root
            j = i + 1
            while node is not None:
                if found := node.get(_END):
                    first = j == i + 1
                    values = _agreeing(found, token, stem.cut, stem.key) if first else _all(found)
                    if values:
                        hits.append(Hit(i, j, clip(token, stem.cut), tokens[j - 1].end, stem.prefix, values))
                node = node.get(tokens[j].key) if j < size else None
                j += 1
        return hits

    def _starts_of(self, key: str) -> tuple[tuple[Stem, dict[str, Any]], ...]:
        """Return the readings of a first word under which a phrase begins: for most words none."""
        if not _begins(self._phrases, key, stem_keys(key)):
            return ()
        return tuple([(s, self._branch(s.key)) for s in stems(key) if s.key in self._phrases])

    def _seconds_of(self, key: str) -> frozenset[str] | None:
        """Return what may stand behind a first word in a phrase, None where the word may be a whole one."""
        nodes = [node for _, node in self._starts[key]]
        if any(_END in node for node in nodes):
            return None
        return frozenset().union(*nodes)


def _begins(phrases: Mapping[str, object], _: str, stems: frozenset[str]) -> bool:
    """Say whether one of `phrases`, by their first words, begins with a word or behind its clitics."""
    return not phrases.keys().isdisjoint(stems)


def _all(found: list[tuple[str, Any]]) -> tuple[Any, ...]:
    return tuple([value for _, value in found])


def _agreeing(found: list[tuple[str, Any]], token: Token, cut: int, key: str) -> tuple[Any, ...]:
    """Values of a one-word phrase whose light key fits the printed word as well."""
    light = token.light[cut:]
    if len(light) < len(key) and key.startswith("ال"):  # للعراق swallowed the alef
        light = "ا" + light
    return tuple([v for want, v in found if not want or want == light or _close(want, light)])


def _close(want: str, light: str) -> bool:
    """Allow ه for a final ة and, in words of five letters and more, ى for a final ي."""
    if len(want) != len(light) or len(want) < 3:
        return False
    tail = {want[-1], light[-1]}
    if want[:-1] == light[:-1]:
        return tail == {"ة", "ه"} or (tail == {"ى", "ي"} and len(want) >= 5)
    return len(want) >= 5 and match_like(want) == match_like(light)


def match_like(word: str) -> str:
    """Fold hamza carriers as well: only asked for words long enough to be unmistakable."""
    return word.translate({ord("ئ"): "ي", ord("ؤ"): "و", ord("ء"): None, ord("ى"): "ي", ord("ة"): "ه"})
