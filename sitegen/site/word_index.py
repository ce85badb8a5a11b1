"""The words of all articles as one index, carried from build to build: an edit takes up only what it touches.

The index knows which articles it was made of.  Where one of them has changed, its
old words are taken out and its new ones put in; where an article is not at its
place any more, or much has changed, the index is made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import NamedTuple

import msgspec
from msgspec import Struct

from sitegen.memo import seal, unsealed
from sitegen.site.article_words import ArticleWords, Findable
from sitegen.site.postings import Postings, numbers, posted

_KIND = "words 1"
_NOTHING = ArticleWords(Findable("", ""), Findable("", ""), "")
_SHARE = 16  # an index is made anew where more than one article of so many has changed


class Words(NamedTuple):
    """Where the words of articles come from: by id those of now, by key those of an earlier build."""

    key: Callable[[str], bytes]  # differs where the words do
    new: Callable[[str], ArticleWords]
    old: Callable[[bytes], ArticleWords | None]


class WordIndex(Struct):
    """By language and key the articles that hold it, in titles and elsewhere, as `posted` writes them."""

    articles: tuple[bytes, ...] = ()  # keys, by the numbers of the articles
    ar: dict[str, tuple[str, str]] = {}
    en: dict[str, tuple[str, str]] = {}
    own: dict[str, int] = {}  # words of their own -> articles that hold them

    def encode(self) -> bytes:
        """Return the index as bytes."""
        return seal(_KIND, msgspec.msgpack.encode(self))


def decode_index(data: bytes) -> WordIndex:
    """Return the index that was encoded; an empty one when the bytes are anything else."""
    try:
        return msgspec.msgpack.decode(unsealed(_KIND, data) or b"", type=WordIndex)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return WordIndex()


def updated(index: WordIndex, ids: Sequence[str], words: Words) -> WordIndex:
    """Return the index of the articles `ids`, oldest first; `index`, of an earlier build, is used up."""
    articles = tuple(map(words.key, ids))
    places = [n for n, (old, new) in enumerate(zip_longest(index.articles, articles)) if old != new]
    if len(places) * _SHARE > len(articles):
        return _made(articles, ids, words)
    for number in places:
        old = words.old(index.articles[number]) if number < len(index.articles) else _NOTHING
        if old is None:  # forgotten
            return _made(articles, ids, words)
        _change(index, number, old, words.new(ids[number]) if number < len(ids) else _NOTHING)
    index.articles = articles
    return index


def _change(index: WordIndex, number: int, old: ArticleWords, new: ArticleWords) -> None:
    """Take the old words of one article out of the index and put its new ones in."""
    for held, was, now in ((index.ar, old.ar, new.ar), (index.en, old.en, new.en)):
        titles = set(was.title.split()) ^ set(now.title.split())
        rest = set(was.rest.split()) ^ set(now.rest.split())
        for key in titles | rest:
            entry = held.pop(key, ("", ""))
            entry = (_turned(entry[0], number, key in titles), _turned(entry[1], number, key in rest))
            if any(entry):
                held[key] = entry
    before, after = set(old.own.split()), set(new.own.split())
    for key in before ^ after:
        count = index.own.pop(key, 0) + (1 if key in after else -1)
        if count:
            index.own[key] = count


def _turned(text: str, number: int, turn: bool) -> str:
    """Return a posting with `number` put in, or taken out where it was in."""
    return posted(sorted({number} ^ set(numbers(text)))) if turn else text


def _made(articles: tuple[bytes, ...], ids: Sequence[str], words: Words) -> WordIndex:
    """Make an index from all articles."""
    found = {lang: (Postings(), Postings()) for lang in ("ar", "en")}
    own: dict[str, int] = {}
    for number, each in enumerate(map(words.new, ids)):
        for key in each.own.split():
            own[key] = own.get(key, 0) + 1
        for (titles, rest), keys in zip(found.values(), (each.ar, each.en), strict=True):
            titles.add(number, keys.title.split())
            rest.add(number, keys.rest.split())
    ar, en = (
        {key: (titles[key], rest[key]) for key in {**dict.fromkeys(titles), **dict.fromkeys(rest)}}
        for titles, rest in found.values()
    )
    return WordIndex(articles, ar, en, own)
