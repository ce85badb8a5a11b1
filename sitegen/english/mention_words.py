"""The word lists of what somebody spoke about (`english/mentions.toml`), folded once."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from sitegen import data
from sitegen.text.fold import match_key


class MentionWords(NamedTuple):
    """The tables of `english/mentions.toml`; all but `doubtful` are English."""

    talks: frozenset[str]
    speaks: frozenset[str]
    callers: frozenset[str]
    thin: frozenset[str]
    subjects: frozenset[str]
    doubtful: frozenset[str]  # keys, without ال


@cache
def mention_words() -> MentionWords:
    """Return the tables, read once."""
    table = data.table("english/mentions")
    return MentionWords(
        talks=frozenset(table["talks"]),
        speaks=frozenset(table["speaks"]),
        callers=frozenset(table["callers"]),
        thin=frozenset(table["thin"]),
        subjects=frozenset(table["subjects"]),
        doubtful=frozenset(match_key(word.removeprefix("ال")) for word in table["doubtful"]),
    )
