"""Words of a line with their offsets, and what is left when clitics come off.

Arabic glues and/then (و ف), prepositions (ب ل ك), the article (ال) and pronouns
to the word.  Nothing here knows a dictionary: `stems` lists what a word *could*
be and the caller looks each of them up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, chain, islice

from msgspec import Struct

from sitegen.text.fold import full_key, light_key, match_key
from sitegen.text.remembered import Remembered

#: Marks inside a word: short vowels, shadda, dagger alef, tatweel, joiners.
_MARK = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u200c\u200d"
_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
#: A word: letters, marks, tatweel and digits; `500` and `يونيو2020` part at the digit border.
#: The plain Arabic word comes first because it is nine words of ten.
_WORD = re.compile(
    rf"([\u0621-\u063f\u0641-\u064a]+(?![^\W\d_]|[{_MARK}])"
    rf"|[^\W\d_\u0640][^\W\d_{_MARK}]*(?:[{_MARK}]+[^\W\d_]*)*"  # a bare tatweel is a dash
    rf"|[{_DIGIT}]+(?:[.,\u066b\u066c][{_DIGIT}]+)*)"
)

#: Small words as Egyptian papers print them, without the dots of the last letter: nothing else is spelt so.
_UNDOTTED = ("فى", "وفى", "التى", "والتى", "الذى", "والذى", "هى", "وهى")
_DOTTED = {word: word.replace("ى", "ي") for word in _UNDOTTED}


class Token(Struct, frozen=True, gc=False):
    """One word of a line: as printed, where, and its two keys."""

    text: str
    start: int
    end: int
    key: str  # match_key
    light: str  # light_key


class Tokens(tuple[Token, ...]):
    """The words of a line, and their keys side by side: every stage looks through these."""

    keys: tuple[str, ...]
    lights: tuple[str, ...]
    gaps: tuple[str, ...]  # what stands before each word, and after the last one
    dealt: tuple[int, dict[int, list[int]]] | None = None  # to whom each word is of use, see text/finders.py

    @classmethod
    def of(
        cls, tokens: Iterable[Token], keys: Iterable[str], lights: Iterable[str], gaps: Iterable[str]
    ) -> Tokens:
        """Return the words with their keys and what parts them."""
        made = cls(tokens)
        made.keys, made.lights, made.gaps = tuple(keys), tuple(lights), tuple(gaps)
        return made


def _keys(word: str) -> tuple[str, str]:
    light = light_key(word)
    light = _DOTTED.get(light, light)
    return full_key(light) or word, light  # a hamza alone is a word: no key is empty


_KEYS = Remembered(_keys)


@lru_cache(maxsize=1024)  # every stage asks for the words of the same lines
def tokenize(line: str) -> Tokens:
    """Return the words and numbers of `line` in order.

    >>> [t.text for t in tokenize("قال: «يونيو2020» و5,200 جندي")]
    ['قال', 'يونيو', '2020', 'و', '5,200', 'جندي']
    >>> tokenize("في ء").keys, tokenize("فى القاهرة").lights
    (('في', 'ء'), ('في', 'القاهرة'))
    >>> [t.text for t in tokenize("المنيا ـ وكالات")]
    ['المنيا', 'وكالات']
    """
    bare = line.strip()
    if len(bare) < len(line):  # the same words, further on
        lead = line.index(bare)
        same = tokenize(bare)
        moved = [Token(t.text, t.start + lead, t.end + lead, t.key, t.light) for t in same]
        gaps = [*same.gaps[:-1], same.gaps[-1] + line[lead + len(bare) :]]
        gaps[0] = line[:lead] + gaps[0]
        return Tokens.of(moved, same.keys, same.lights, gaps)
    # Every stage waits for words: the pattern parts the line into what is no word and words, in turn.
    parts = _WORD.split(line)
    words, ends = parts[1::2], list(accumulate(map(len, parts)))
    if not words:
        return Tokens.of((), (), (), parts)
    keys, lights = zip(*map(_KEYS.__getitem__, words), strict=True)
    return Tokens.of(map(Token, words, ends[::2], ends[1::2], keys, lights), keys, lights, parts[::2])


def keys_of_part(text: str) -> list[str]:
    """Return the keys of the words of a part of a line: what remembers lines is left to lines.

    >>> keys_of_part("قال: «يونيو2020»")
    ['قال', 'يونيو', '2020']
    """
    return [_KEYS[word][0] for word in _WORD.findall(text)]


def keys_in(tokens: Sequence[Token]) -> Sequence[str]:
    """Return the keys of words that may be a part of a line's."""
    return tokens.keys if isinstance(tokens, Tokens) else [t.key for t in tokens]


def keys_of(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the keys of the words of each text: the way to fold a long list, for it is done in one go.

    >>> keys_of(["البيت الأبيض", "", "العراق"])
    [('البيت', 'الابيض'), (), ('العراق',)]
    """
    words = [_WORD.findall(text) for text in texts]
    keys = iter(match_key("\n".join(chain.from_iterable(words))).split("\n"))
    return [tuple(islice(keys, len(each))) for each in words]


def first_keys(texts: Sequence[str]) -> list[str | None]:
    """Return the key of the first word of each text, None for one without words.

    >>> first_keys(["البيت الأبيض", "-", "«العراق»"])
    ['البيت', None, 'العراق']
    """
    found = [_WORD.search(text) for text in texts]
    keys = iter(match_key("\n".join([first.group() for first in found if first])).split("\n"))
    return [next(keys) if first else None for first in found]


def first_word(text: str) -> str:
    """Return the first word of `text` as printed, '' where there is none.

    >>> first_word("«العراق» اليوم"), first_word("-")
    ('العراق', '')
    """
    found = _WORD.search(text)
    return found.group() if found else ""


class Stem(Struct, frozen=True, gc=False):
    """A reading of a word: the clitics taken off and the key that is left (with ال where printed)."""

    prefix: str  # '' | و | ف | ب | ل | ك and joined pairs such as وب
    key: str
    cut: int  # letters of the printed word that the prefix takes (marks not counted)


_CONJ = ("", "و", "ف")
_PREP = ("", "ب", "ل", "ك")
_GLUED = frozenset((*_CONJ, *_PREP))


@lru_cache(maxsize=65536)
def stems(key: str) -> tuple[Stem, ...]:
    """Return what a word key could be without its leading clitics, the whole word first.

    `لل…` gives back the article it swallowed.

    >>> [s.key for s in stems("والعراق")][:2]
    ['والعراق', 'العراق']
    >>> "العراق" in [s.key for s in stems("للعراق")]
    True
    >>> "الكاظمي" in [s.key for s in stems("وبالكاظمي")]
    True
    """
    if key[:1] not in _GLUED:  # as most words
        return (Stem("", key, 0),)
    out: list[Stem] = []
    seen: set[str] = set()

    def add(prefix: str, rest: str, cut: int) -> None:
        if (len(rest) >= 2 or not prefix) and rest not in seen:  # «أ ب» is two words
            seen.add(rest)
            out.append(Stem(prefix, rest, cut))

    for conj in _CONJ:
        if not key.startswith(conj):
            continue
        body = key[len(conj) :]
        for prep in _PREP:
            if not body.startswith(prep):
                continue
            rest = body[len(prep) :]
            cut = len(conj) + len(prep)
            add(conj + prep, rest, cut)
            if prep == "ل" and rest.startswith("ل"):
                add(conj + prep, "ا" + rest, cut)
    return tuple(out)


@lru_cache(maxsize=65536)  # every index of phrases asks for the same words
def stem_keys(key: str) -> frozenset[str]:
    """Return the keys of the `stems` of a word key.

    >>> "العراق" in stem_keys("وللعراق"), "عراق" in stem_keys("العراق")
    (True, False)
    """
    return frozenset([stem.key for stem in stems(key)])


@lru_cache(maxsize=4096)
def glued(key: str) -> frozenset[str]:
    """Return every word that has `key` among its `stems`: itself, and what clitics make of it.

    >>> glued("العراق") >= {"العراق", "وبالعراق", "للعراق"}, "العراقي" in glued("العراق")
    (True, False)
    """
    if len(key) < 2:
        return frozenset((key,))
    swallowed = [conj + "ل" + key[1:] for conj in _CONJ] if key.startswith("ال") else []
    return frozenset((*swallowed, *(conj + prep + key for conj in _CONJ for prep in _PREP)))


def clip(token: Token, letters: int) -> int:
    """Return the offset in the line after `letters` letters of `token` (marks skipped over)."""
    if len(token.text) == len(token.light):  # no marks inside
        return token.start + letters
    pos = count = 0
    for char in token.text:
        if count == letters and light_key(char):
            break
        pos += 1
        count += bool(light_key(char))
    return token.start + pos
