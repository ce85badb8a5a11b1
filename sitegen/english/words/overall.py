"""What all the words of an article say of one: nouns that mean something else in it, what it calls clubs."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from sitegen import data
from sitegen.english.words.desks import senses
from sitegen.english.words.lines import line_of
from sitegen.model import Article
from sitegen.reading.names.lists import ordinary_words
from sitegen.text.fold import match_key


def spoiled_nouns(article: Article) -> frozenset[str]:
    """Return the English nouns that a word of the article speaks against: «المشروع» of a law is its draft."""
    spans = (piece.text for block in article.running for piece in block.pieces)
    lines = [line_of(span).keys for span in (article.title or "", *spans)]
    words = frozenset().union(*lines)
    alone = frozenset(form for forms, keys in senses().only_with if keys.isdisjoint(words) for form in forms)
    begun = words.intersection(_throughout())
    if not begun:
        return alone
    text = "  ".join(["", *map(" ".join, lines), ""])
    found = [noun for first in begun for noun, phrase in _throughout()[first] if phrase in text]
    return alone.union(found, (f"{noun}s" for noun in found))


@cache
def _throughout() -> dict[str, list[tuple[str, str]]]:
    """Return the phrases that speak against a noun all through an article, with it, by their first word."""
    found: dict[str, list[tuple[str, str]]] = {}
    for noun, phrases in senses().throughout:
        for phrase in phrases:
            found.setdefault(phrase.split()[0], []).append((noun, phrase))
    return found


def surnames(article: Article) -> frozenset[str]:
    """Return the words with ال right behind a given name: «محمد القاضي» is perhaps no judge."""
    given = _given()
    lines = [line_of(piece.text).keys for block in article.running for piece in block.pieces]
    named = [keys for keys in lines if not given.isdisjoint(keys)]
    return frozenset([b for keys in named for a, b in pairwise(keys) if a in given and b.startswith("ال")])


@cache
def _given() -> frozenset[str]:
    """Return the given names that are no ordinary words."""
    plain = (name for name, *more in data.rows("names/arab_given") if "c" not in (*more, "", "")[1])
    return frozenset(map(match_key, plain)) - ordinary_words()


def called_clubs(article: Article) -> frozenset[str]:
    """Return the words that stand behind a word of clubs in the running text: «نادي التعاون»."""
    known = _club_words()
    keys = [key for block in article.running for piece in block.pieces for key in line_of(piece.text).keys]
    return frozenset([b for a, b in pairwise(keys) if a in known])


@cache
def _club_words() -> frozenset[str]:
    more = data.table("english/grammar")["small"]["club_words"]
    words = (*data.table("entities")["clubs"]["before"], *more)
    return frozenset(match_key(lead + word) for word in words for lead in ("", "و", "ب", "ل"))
