"""Names: each one in the English must be spelt in the Arabic, be known for it, or stand there in Latin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from sitegen import data
from sitegen.desk.lexicon import Lexicon
from sitegen.english.gate import calendar, places, sides
from sitegen.english.gate.figures import number_words
from sitegen.english.gate.likeness import comparable, distance, groups
from sitegen.english.gate.sides import SPACES_LOST, Pair, forms_at
from sitegen.english.gate.vocabulary import is_word
from sitegen.text.fold import match_key
from sitegen.text.tokens import stems

_ABBREVIATION = re.compile(r"[A-Z]{2,4}s?\Z")
_CAPITALS = re.compile(r"[A-Z][a-z]*")
_KINDS = ("person", "org", "outlet")
_LIMIT = 0.34  # distance up to which two spellings may be one name
_LONG = 7  # letters: from here on a word may be two whose space was lost
_SOUNDS = 3  # of a name looked for inside such a word
_NAME = 4  # words of a name
_SHORT = 0.24  # the same for names of few sounds


def check(pair: Pair, lexicon: Lexicon) -> Iterator[str]:
    """Yield what is wrong with the names of a pair."""
    covered = {i for first, last, _ in places.spans(pair, lexicon) for i in range(first, last)}
    known = labels(pair, lexicon)
    for i in candidates(pair, covered):
        if pair.words[i].low not in known and not supported(pair, i) and not _in_full(pair, i, lexicon):
            yield f"{pair.words[i].text} is not in the Arabic"


def labels(pair: Pair, lexicon: Lexicon) -> set[str]:
    """Return the words of the English labels of everybody and everything that the Arabic names."""
    records = (r for kind in _KINDS for hit in lexicon.indexes[kind].find(pair.tokens) for r in hit.values)
    return {w.low for r in records for label in (r.en, *r.latin) for w in sides.pair("", label).words}


def _in_full(pair: Pair, i: int, lexicon: Lexicon) -> bool:
    """Say whether word `i` is part of the full name of somebody known whose surname stands in the Arabic."""
    there = {s.key for t in pair.tokens for s in stems(t.key)}
    for n in range(2, _NAME + 1):
        for first in range(max(0, i - n + 1), i + 1):
            surnames = _surnames(lexicon).get(tuple(w.low for w in pair.words[first : first + n]), ())
            if not there.isdisjoint(surnames):
                return True
    return False


@lru_cache(maxsize=4)
def _surnames(lexicon: Lexicon) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the words of the names of known persons -> their Arabic surnames."""
    out: dict[tuple[str, ...], tuple[str, ...]] = {}
    for record in lexicon.of("person"):
        last = match_key(record.ar.split()[-1])
        for label in (record.en, *record.latin):
            out[tuple(w.low for w in sides.pair("", label).words)] = (last, last.removeprefix("ال"))
    return out


def candidates(pair: Pair, covered: set[int]) -> list[int]:
    """Return the words that can only be names, or stand beside one."""
    out = []
    for i, word in enumerate(pair.words):
        if i in covered or not word.text[0].isalpha() or calendar.is_calendar(pair, i):
            continue
        if any(c.isupper() for c in word.text) and not _ordinary(pair, i):
            out.append(i)
    return out


def _ordinary(pair: Pair, i: int) -> bool:
    """Say whether a word with capitals is an ordinary one: World, Cup, Minister."""
    word = pair.words[i]
    if word.low in number_words() or len(word.low) < 2:
        return True
    if pair.english[word.start - 1 : word.start] == "#" and all(map(is_word, _hashtag(word.text))):
        return True
    return is_word(word.low) or all(is_word(part) for part in word.low.split("'") if part)


def _hashtag(text: str) -> list[str]:
    """Return the words of a hashtag, which Arabic translates.

    >>> _hashtag("MeToo")
    ['me', 'too']
    """
    return [part.casefold() for part in _CAPITALS.findall(text)] or [text.casefold()]


def supported(pair: Pair, i: int) -> bool:
    """Say whether the name at word `i` has its counterpart in the Arabic."""
    word = pair.words[i]
    if word.low in pair.squeezed:
        return True  # printed in Latin letters there, too
    if translated(pair, i):
        return True
    if is_abbreviation(word.text) and (word.low not in _listed() or _spelt_out(pair, word.low)):
        return True  # Arabic spells out what it means, and nobody can know them all
    limit = _SHORT if len(groups(word.low)) <= 4 else _LIMIT
    return best(pair, i)[0] <= limit or _glued(pair, word.low) <= limit / 3


def is_abbreviation(text: str) -> bool:
    """Say whether a word is written in two to four capitals: UN, MPs."""
    return bool(_ABBREVIATION.match(text))


def best(pair: Pair, i: int) -> tuple[float, int]:
    """Return the smallest distance of name `i` to the Arabic and the token where it lies (-1: none)."""
    low = pair.words[i].low
    near = ((at, key) for at, key in _keys(pair) if comparable(low, key))
    return min(((distance(low, key), at) for at, key in near), default=(1.0, -1))


def _glued(pair: Pair, low: str) -> float:
    """Return the smallest distance to a stretch of a word so long that it must be several."""
    if len(groups(low)) < _SOUNDS:
        return 1.0
    keys = _long(pair)
    if any(len(key) >= SPACES_LOST for key in keys):
        keys = [pair.squeezed]
    return min((distance(low, key, inside=True) for key in keys), default=1.0)


def _long(pair: Pair) -> list[str]:
    """Return the words so long that they may be two whose space was lost."""
    return [t.key for t in pair.tokens if len(t.key) >= _LONG]


def _keys(pair: Pair) -> list[tuple[int, str]]:
    """Return what each token could be without clitics, alone and joined with the next."""
    out: list[tuple[int, str]] = []
    for at, token in enumerate(pair.tokens):
        after = pair.tokens[at + 1].key if at + 1 < len(pair.tokens) else ""
        for stem in stems(token.key):
            for key in sorted({stem.key, stem.key.removeprefix("ال")}):
                out.append((at, key))
                if after and len(after) <= 8:
                    out.append((at, key + after))
    return out


def translated(pair: Pair, i: int) -> list[int]:
    """Return where the Arabic has the translation of name `i`: هيئة الإذاعة البريطانية for BBC."""
    return [at for form in _listed().get(pair.words[i].low, ()) for at in forms_at(pair, form)]


def _spelt_out(pair: Pair, low: str) -> bool:
    """Say whether an abbreviation is spelt letter by letter: إتش بي أو for HBO."""
    letters = data.table("gate")["letters"]
    wanted = "".join(letters.get(c, "?").split()[0] for c in low)
    return wanted in pair.squeezed


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    """Return Arabic forms of names that are translated, and of abbreviations."""
    return {name.casefold(): tuple(forms) for name, forms in data.table("gate")["translated_names"].items()}
