"""What a memo holds of single articles: readings, entries, words to find them by, words they hold."""

from __future__ import annotations

import msgspec

from sitegen.memo import Memo, seal, unseal
from sitegen.site.article_words import ArticleWords
from sitegen.work import Abstract, Finished, Read

_READING, _ENTRY, _WORDS, _MARKS = "reading 2", "entry 2", "words 1", "marks 2"
_NOTED = b"whole"  # key in a memo
PER_ARTICLE = 4  # answers


class Answers:
    """The answers of one memo, each sealed under the key of what it was made from."""

    def __init__(self, memo: Memo) -> None:
        self._memo = memo

    @property
    def lost(self) -> bool:
        """Say whether the memo is a new one: what a shelf of before speaks of is not in it."""
        return self._memo.get(_NOTED) is None

    def note(self) -> None:
        """Note that the memo holds the answers of a whole build."""
        self._memo[_NOTED] = b"1"

    def keep_read(self, read: Read) -> None:
        """Remember what was read."""
        if read.reading:
            self._memo[b"r" + read.abstract.key] = seal(_READING, read.reading)
        self._memo[b"m" + read.abstract.source] = seal(_MARKS, read.words)

    def keep_finished(self, finished: Finished, entry: bytes, words: bytes) -> None:
        """Remember what was finished."""
        self._memo[finished.key] = seal(_ENTRY, entry)
        self._memo[b"w" + finished.key] = seal(_WORDS, words)

    def reading(self, abstract: Abstract) -> bytes | None:
        """Return an encoded reading; None when it was forgotten or is garbled."""
        return self._sound(_READING, b"r" + abstract.key)

    def entry(self, key: bytes) -> bytes | None:
        """Return an encoded entry."""
        return self._sound(_ENTRY, key)

    def words(self, key: bytes) -> ArticleWords | None:
        """Return the words of the entry under `key`."""
        found = self._sound(_WORDS, b"w" + key)
        return msgspec.msgpack.decode(found, type=ArticleWords) if found else None

    def marks(self, source: bytes) -> bytes | None:
        """Return the marks of the words of an article by the digest of its files."""
        return self._sound(_MARKS, b"m" + source)

    def _sound(self, kind: str, key: bytes) -> bytes | None:
        """Return what was kept; to decode it here, only to see whether it can be, takes ten times as long."""
        return unseal(kind, self._memo.get(key, b""))


def answer_keys(abstract: Abstract, finished: Finished) -> tuple[bytes, ...]:
    """Return the keys of all that `Answers` holds of one article."""
    return b"r" + abstract.key, b"m" + abstract.source, finished.key, b"w" + finished.key
