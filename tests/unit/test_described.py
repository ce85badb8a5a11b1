"""What an adjective is with which noun: the table names rows and lists that exist, and does what it says."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen import data
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.words.adjectives import adjectives
from sitegen.english.words.tagging import notes, sentences
from sitegen.text.fold import match_key
from tests.unit.english_cast import reading_of

CASES = Path(__file__).resolve().parents[1] / "cases" / "english" / "described.toml"
ROWS = tomllib.loads(CASES.read_text(encoding="utf-8"))["rows"]


def _named() -> Iterator[str]:
    table = data.table("english/described")
    for words in (*table["nouns"].values(), *(w for row in table["with"].values() for w in row.values())):
        yield from words


def test_every_row_is_an_adjective() -> None:
    rows = {match_key(row) for row in data.table("english/described")["with"]}
    assert rows == {adjective.row for adjective in adjectives().values()} - {""}


def test_every_list_is_there_and_asked_for() -> None:
    assert {word[1:] for word in _named() if word.startswith("@")} == data.table("english/described")[
        "nouns"
    ].keys()


@pytest.mark.parametrize(("ar", "en"), ROWS)
def test_an_adjective_is_told_by_its_noun(ar: str, en: str) -> None:
    article = reading_of(ar)[0].article
    np = noun_phrase(next(iter(sentences(article, notes(article, (), ()), 1))), 0)
    assert (np.en if np and np.end == len(ar.split()) else "") == en
