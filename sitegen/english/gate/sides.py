"""The two sides of a pair as the checks see them: English words, Arabic words, and small helpers."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from sitegen.text.fold import match_key, western_digits
from sitegen.text.tokens import Token, stems, tokenize

_WORD = re.compile(
    r"(?:[£$€]\s?)?\d[\d,]*(?:[.:]\d+)*(?:\s?(?:bn|m|k|am|pm|th|st|nd|rd|%)\b)?"
    r"|(?:[A-Z]\.){2,}"
    r"|[^\W\d_]+(?:['\u2019][^\W\d_]+)*"
)
_POSSESSIVE = re.compile(r"(?:['\u2019]s|s['\u2019])\Z")
#: Letters: no word has so many; a page with one has lost its spaces.
SPACES_LOST = 14
_LONG = 7  # letters: from here on a word may be two whose space was lost


class Word(NamedTuple):
    """One English word or figure; `low` is its key."""

    text: str
    low: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Say whether the word begins with a capital letter."""
        return self.text[0].isupper()


class Pair(NamedTuple):
    """One Arabic sentence and the English that should say the same."""

    arabic: str
    english: str
    words: tuple[Word, ...]
    tokens: tuple[Token, ...]
    squeezed: str  # the Arabic without spaces: some pages print words without them

    def phrase(self, i: int, n: int) -> str:
        """Return `n` English words from `i` as one key."""
        return " ".join(w.low for w in self.words[i : i + n])


@lru_cache(maxsize=64)
def pair(arabic: str, english: str) -> Pair:
    """Take both sides apart.

    >>> [w.low for w in pair("التقى بايدن", "Biden met the U.S. envoy's 2.5m men").words]
    ['biden', 'met', 'the', 'us', 'envoy', '2.5m', 'men']
    """
    arabic = western_digits(arabic)
    words = tuple(_words(english))
    tokens = tuple(t for t in tokenize(arabic) if t.key)
    return Pair(arabic, english, words, tokens, "".join(t.key for t in tokens))


def _words(english: str) -> list[Word]:
    out = []
    for m in _WORD.finditer(english):
        text = m.group()
        bare = text.replace(".", "") if text[-1] == "." else _POSSESSIVE.sub(_bare, text)
        low = bare.casefold().replace("\u2019", "'")
        out.append(Word(bare, low, m.start(), m.end()))
    return out


def _bare(found: re.Match[str]) -> str:
    return "s" if found.group()[0] == "s" else ""


@lru_cache(maxsize=4096)
def arabic_key(words: str) -> tuple[str, ...]:
    """Return the keys of an Arabic phrase."""
    return tuple(match_key(w) for w in words.split())


def forms_at(pair: Pair, form: str) -> list[int]:
    """Return the tokens where an Arabic form begins, or that hold it where spaces were lost."""
    keys = arabic_key(form)
    alone = len(keys) == 1 and len(keys[0]) >= _LONG - 1
    return [
        i
        for i, t in enumerate(pair.tokens)
        if (alone and len(t.key) >= _LONG and keys[0] in t.key)
        or (
            tuple(t.key for t in pair.tokens[i + 1 : i + len(keys)]) == keys[1:]
            and any(keys[0] in (s.key, s.key.removeprefix("ال")) for s in stems(t.key))
        )
    ]
