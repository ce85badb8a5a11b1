"""No list of words in the tables that ship holds a word twice."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import sitegen

DATA = Path(sitegen.__file__).parent / "data"


def lists_of(table: dict[str, Any], at: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield every list of words by its path; a row of a list of rows is none.

    >>> list(lists_of({"a": {"b": ["c", "c"]}, "rows": [["d", "d"]]}))
    [('a.b', ['c', 'c'])]
    """
    for key, value in table.items():
        if isinstance(value, dict):
            yield from lists_of(value, f"{at}{key}.")
        elif isinstance(value, list) and all(isinstance(word, str) for word in value):
            yield f"{at}{key}", value


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.toml")), ids=lambda path: str(path.relative_to(DATA)))
def test_no_word_stands_twice(path: Path) -> None:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    twice = {at: [w for w, n in Counter(words).items() if n > 1] for at, words in lists_of(table)}
    assert not {at: words for at, words in twice.items() if words}
