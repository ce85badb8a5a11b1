"""The words under which one article can be found, in each language, as index keys."""

from __future__ import annotations

from msgspec import Struct

from sitegen.model import Entry
from sitegen.site.article_view import published
from sitegen.site.cards import Card
from sitegen.text.search import index_keys, own


class Findable(Struct, frozen=True, array_like=True):
    """Index keys in one language, parted by spaces: of the title, and of the rest."""

    title: str
    rest: str


class ArticleWords(Struct, frozen=True, array_like=True):
    """What the index needs of one article; `own` are keys that no clitic begins."""

    ar: Findable
    en: Findable
    own: str


def article_words(entry: Entry, card: Card, publish: str) -> ArticleWords:
    """Return the index keys of a finished article: of what its pages show, and of its names."""
    article, view = entry.reading.article, card.view
    pieces = (piece.text for block in published(article.blocks, publish) for piece in block.pieces)
    ar = _findable(view.title, [*pieces, *(name.ar for name in card.terms)])
    sentences = (sentence.text for sentence in entry.english.sentences)
    en = _findable(view.headline, [*sentences, *(name.en for name in card.terms)])
    every = own().intersection(ar.title.split() + ar.rest.split())
    return ArticleWords(ar, en, " ".join(sorted(every)))


def _findable(title: str, rest: list[str]) -> Findable:
    first = dict.fromkeys(index_keys(title))
    return Findable(" ".join(first), " ".join(k for k in index_keys("\n".join(rest)) if k not in first))
