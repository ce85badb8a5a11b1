"""What an adjective is with which noun: the table names rows and nouns that exist, and does what it says."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from sitegen import data
from sitegen.english import word_forms
from sitegen.english.adjectives import adjectives
from sitegen.english.noun_lists import noun_index, rows_of
from sitegen.english.noun_phrases import noun_phrase
from sitegen.english.phrase import head_of
from sitegen.english.tagging import notes, sentences
from sitegen.text.fold import match_key
from tests.unit.english_cast import reading_of

CASES = Path(__file__).resolve().parents[1] / "cases" / "english" / "described.toml"
ROWS = tomllib.loads(CASES.read_text(encoding="utf-8"))["rows"]


def _named() -> Iterator[str]:
    table = data.table("english/described")
    for words in (*table["nouns"].values(), *(w for row in table["with"].values() for w in row.values())):
        yield from words


@cache
def _nouns() -> frozenset[str]:
    """Return the last words of all nouns of the lists, in singular and plural."""
    index = noun_index()
    entries = [
        *index.alone.values(),
        *(lines for longer in index.longer.values() for lines in longer.values()),
    ]
    english = {part for lines in entries for row in rows_of(lines) for part in row.english.split("/")}
    heads = {head_of(en).rsplit(" ", 1)[-1].lower() for en in english}
    return frozenset(heads | set(map(word_forms.plural, heads)))


def test_every_row_is_an_adjective() -> None:
    rows = {match_key(row) for row in data.table("english/described")["with"]}
    assert rows == {adjective.row for adjective in adjectives().values()} - {""}


def test_every_noun_is_one_of_the_lists() -> None:
    nouns = {word.lower() for word in _named() if word[0].isalpha()}
    assert {noun for noun in nouns if not {noun, word_forms.plural(noun)} & _nouns()} == set()


def test_every_list_is_there_and_asked_for() -> None:
    assert {word[1:] for word in _named() if word.startswith("@")} == data.table("english/described")[
        "nouns"
    ].keys()


@pytest.mark.parametrize(("ar", "en"), ROWS)
def test_an_adjective_is_told_by_its_noun(ar: str, en: str) -> None:
    article = reading_of(ar)[0].article
    np = noun_phrase(next(iter(sentences(article, notes(article, (), ()), 1))), 0)
    assert (np.en if np and np.end == len(ar.split()) else "") == en
