"""The word lists of what somebody spoke about (`english/mentions.toml`), folded once."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from sitegen import data
from sitegen.english.grammar import phrases
from sitegen.text.fold import match_key

#: What may be glued to a word.
_CLITICS = ("", "و", "ب", "ل", "ف", "ك", "وب", "ول", "ال", "وال", "بال", "لل", "ولل", "وبال", "فال", "كال")


class MentionWords(NamedTuple):
    """The tables of `english/mentions.toml`; all before `doubtful` are English."""

    talks: frozenset[str]
    speaks: frozenset[str]
    thin: frozenset[str]
    subjects: frozenset[str]
    own: frozenset[str]
    doubtful: frozenset[str]  # keys, without ال
    heads: frozenset[str]  # keys, without ال
    headed: frozenset[str]  # keys
    sources: dict[str, tuple[tuple[str, ...], ...]]  # first key -> rests
    callers: dict[str, str]  # key without ال -> English with its article


@cache
def mention_words() -> MentionWords:
    """Return the tables, read once."""
    table = data.table("english/mentions")
    return MentionWords(
        talks=frozenset(table["talks"]),
        speaks=frozenset(table["speaks"]),
        thin=frozenset(table["thin"]),
        subjects=frozenset(table["subjects"]),
        own=frozenset(table["own"]),
        doubtful=frozenset(match_key(word.removeprefix("ال")) for word in table["doubtful"]),
        heads=frozenset(map(match_key, table["heads"])),
        headed=frozenset(map(match_key, table["headed"])),
        sources=phrases(table["sources"]),
        callers={match_key(word): english for word, english in table["callers"].items()},
    )


def two_senses(key: str) -> bool:
    """Say whether a word, without what is glued to it, is one of the doubtful list.

    >>> two_senses(match_key("والدوريات")), two_senses(match_key("الانتخابات"))
    (True, False)
    >>> two_senses(match_key("حديثا"))
    True
    """
    return key in _doubtful()


@cache
def _doubtful() -> frozenset[str]:
    words = mention_words().doubtful
    return frozenset(glued + word + ending for word in words for glued in _CLITICS for ending in ("", "ا"))
