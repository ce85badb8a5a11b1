"""No list in the tables that ship holds a word or a row twice; no phrase of the word lists is two things."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

import sitegen
from sitegen import data
from sitegen.english.words import word_forms
from sitegen.english.words.noun_lists import NOUN_FILES, noun_index, plural_keys, rows_of
from sitegen.text.fold import match_key

DATA = Path(sitegen.__file__).parent / "data"


def lists_of(table: dict[str, Any], at: str = "") -> Iterator[tuple[str, list[Any]]]:
    """Yield every list of words or of rows by its path; a row is no list of words.

    >>> list(lists_of({"a": {"b": ["c", "c"]}, "rows": [["d", "d"]]}))
    [('a.b', ['c', 'c']), ('rows', [['d', 'd']])]
    """
    for key, value in table.items():
        if isinstance(value, dict):
            yield from lists_of(value, f"{at}{key}.")
        elif isinstance(value, list):
            yield f"{at}{key}", value


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.toml")), ids=lambda path: str(path.relative_to(DATA)))
def test_no_word_stands_twice(path: Path) -> None:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    twice = {at: [w for w, n in Counter(map(str, words)).items() if n > 1] for at, words in lists_of(table)}
    assert not {at: words for at, words in twice.items() if words}


def test_no_row_says_what_another_says() -> None:
    """A word listed again with its plural needs its first row no more."""
    rows: dict[tuple[str, str, frozenset[str]], list[set[str]]] = {}
    for file in NOUN_FILES:
        for arabic, english, *flags in data.rows(f"english/{file}"):
            base, *shapes = match_key(arabic).split("|")
            forms = {base}.union(*(plural_keys(base, shape) for shape in shapes))
            rows.setdefault((file, english, frozenset(" ".join(flags).split())), []).append(forms)
    assert not [a for same in rows.values() for a, b in permutations(same, 2) if a <= b]


@pytest.mark.parametrize("name", ["english/adjectives", "english/verbs", "names/foreign_family"])
def test_no_row_stands_twice(name: str) -> None:
    assert not [row for row, n in Counter(data.rows(name)).items() if n > 1]


def test_no_phrase_is_told_in_two_ways() -> None:
    """Two rows of one phrase that differ silence it; of one word they may: it has two senses."""
    told: dict[tuple[str, str], set[str]] = {}
    for row in rows_of("\n".join(_lines())):
        one, _, many = row.english.partition("/")
        base, *shapes = row.keys.split("|")
        many = one if {"p", "u"} & set(row.flags.split()) else many or word_forms.plural(one)
        sport = " ".join(flag for flag in row.flags.split() if flag in ("g", "ns"))
        told.setdefault((base, sport), set()).add(one)
        for key in (key for shape in shapes for key in plural_keys(base, shape)):
            told.setdefault((key, sport), set()).add(many)
    assert not {key: ens for (key, _), ens in told.items() if " " in key and len(ens) > 1}
    same = {key for (key, sport), ens in told.items() if not sport and ens == told.get((key, "ns"))}
    assert not same  # «مواطنين»: the row without a sort would silence the pair


def test_a_phrase_listed_with_its_article_begins_with_it() -> None:
    """Flag d asks for ال on the first word: a phrase that stands without would never be found."""
    rows = rows_of("\n".join(_lines()))
    assert not {r.arabic for r in rows if "d" in r.flags.split() and not r.arabic.startswith("ال")}


def _lines() -> Iterator[str]:
    """Yield the rows of all noun lists that begin with a phrase."""
    return (lines for seconds in noun_index().longer.values() for lines in seconds.values())
