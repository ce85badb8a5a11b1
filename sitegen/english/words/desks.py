"""Which words tell the sense of a noun: the tables of `english/senses.toml`, with their desks spelled out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from sitegen import data
from sitegen.english.words import word_forms
from sitegen.text.fold import match_key

#: What a list calls a desk, and a general topic of the article, by.
_DESK, TOPIC = "@", "#"

#: English nouns with the keys of words.
_ByNoun = dict[str, frozenset[str]]


class Other(Struct, frozen=True, gc=False):
    """What is said instead of a noun beside certain words."""

    one: str
    many: str
    words: frozenset[str]


class Senses(Struct, frozen=True, gc=False):
    """The tables, by the English of a noun in singular and plural."""

    beside: _ByNoun  # not told beside these words
    instead: dict[str, tuple[Other, ...]]
    throughout: tuple[tuple[str, tuple[str, ...]], ...]  # not told where these stand in the article
    only_with: tuple[tuple[tuple[str, str], frozenset[str]], ...]  # told only where one of these does
    words: frozenset[str]  # all that count in a sentence


@cache
def senses() -> Senses:
    """Return the tables, keyed as the text is."""
    table = data.table("english/senses")
    beside: _ByNoun = {}
    for noun, words in table["beside"].items():
        for form in (noun, word_forms.plural(noun)):
            beside[form] = _keys(words) | beside.get(form, frozenset())
    instead: dict[str, tuple[Other, ...]] = {}
    for noun, others in table["instead"].items():
        pairs = [(*other.partition("/")[::2], _keys(words)) for other, words in others.items()]
        told = tuple(Other(one, many or word_forms.plural(one), keys) for one, many, keys in pairs)
        instead[noun] = told
        instead.setdefault(word_forms.plural(noun), tuple(replace(other, one=other.many) for other in told))
    throughout = tuple(
        (noun, tuple(f" {_key(word)} " for word in _spelled(words)))
        for noun, words in table["throughout"].items()
    )
    only_with = tuple(
        ((noun, word_forms.plural(noun)), _keys(words)) for noun, words in table["only_with"].items()
    )
    words = _keys(_DESK + desk for desk in table["desks"]).union(
        *beside.values(), *(other.words for row in instead.values() for other in row)
    )
    return Senses(beside, instead, throughout, only_with, words)


@cache
def keys_of(words: tuple[str, ...]) -> frozenset[str]:
    """Return the keys of words, of the words of desks, and topics, as verbs.txt names them."""
    return _keys(words)


def _spelled(words: Iterable[str]) -> list[str]:
    """Return words with those of a desk in place of its name."""
    desks = data.table("english/senses")["desks"]
    return [each for word in words for each in (desks[word[1:]] if word.startswith(_DESK) else [word])]


def _keys(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(_key, _spelled(words)))


def _key(word: str) -> str:
    return word if word.startswith(TOPIC) else match_key(word)
