"""Which Arabic sentences of an article an engine puts into English: the title and the head of the text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.model import Article
from sitegen.text.fold import squeeze
from sitegen.text.sentences import split_sentences

_LONGEST = 1200  # letters; what is longer is no sentence


class Passage(NamedTuple):
    """One Arabic sentence, the raw line it stands on and the key under which its English is kept."""

    line: int
    text: str
    key: str
    title: bool = False


def passage_key(arabic: str) -> str:
    """Return the key of a sentence: 32 hex digits of SHA-256; spaces do not count.

    >>> passage_key("بدأت  المحادثات ") == passage_key("بدأت المحادثات")
    True
    """
    return hashlib.sha256(squeeze(arabic).encode()).hexdigest()[:32]


def lead(article: Article, sentences: int) -> tuple[Passage, ...]:
    """Return the title and the first `sentences` of the running text, each sentence once."""
    found: dict[str, Passage] = {}
    if article.title:
        first = next((p.line for block in article.blocks for p in block.pieces), 1)
        title = _passage(article.title_line or first, article.title, title=True)
        found[title.key] = title
    wanted = len(found) + sentences
    for passage in _running(article):
        if len(found) >= wanted:
            break
        found.setdefault(passage.key, passage)
    return tuple(found.values())


def _running(article: Article) -> Iterator[Passage]:
    for block in article.running:
        for piece in block.pieces:
            for start, end in split_sentences(piece.text):
                if end - start <= _LONGEST:
                    yield _passage(piece.line, piece.text[start:end])


def _passage(line: int, text: str, *, title: bool = False) -> Passage:
    return Passage(line, squeeze(text), passage_key(text), title)
