"""The word lists of what somebody spoke about (`english/mentions.toml`), folded once."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from sitegen import data
from sitegen.english.words.tables import keys, phrases
from sitegen.reading.speech.words import CLITICS
from sitegen.text.fold import match_key


class MentionWords(Struct, frozen=True, gc=False):
    """The tables of `english/mentions.toml`; all before `doubtful` are English."""

    talks: frozenset[str]
    speaks: frozenset[str]
    thin: frozenset[str]
    small: frozenset[str]
    endings: tuple[str, ...]  # the longest first
    subjects: frozenset[str]
    own: frozenset[str]
    firm: frozenset[str]  # keys
    doubtful: frozenset[str]  # keys, without ال
    heads: frozenset[str]  # keys, without ال
    headed: frozenset[str]  # keys
    whose: frozenset[str]  # keys
    faceless: frozenset[str]  # English
    works: frozenset[str]  # English
    unique: frozenset[str]  # English
    in_the_name: str  # key
    wishes: frozenset[str]  # English
    he_said: frozenset[str]  # keys
    denied: frozenset[str]  # keys
    negations: frozenset[str]  # keys
    ahead: frozenset[str]  # keys
    picks: frozenset[str]  # English
    turned: frozenset[str]  # keys
    settings: frozenset[str]  # keys
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
        small=frozenset(table["small"]),
        endings=tuple(sorted(table["endings"], key=len, reverse=True)),
        subjects=frozenset(table["subjects"]),
        own=frozenset(table["own"]),
        firm=keys(table["firm"]),
        doubtful=frozenset(match_key(word.removeprefix("ال")) for word in table["doubtful"]),
        heads=keys(table["heads"]),
        headed=keys(table["headed"]),
        whose=keys(table["whose"]),
        faceless=frozenset(table["faceless"]),
        works=frozenset(table["works"]),
        unique=frozenset(table["unique"]),
        in_the_name=match_key(table["in_the_name"]),
        wishes=frozenset(table["wishes"]),
        he_said=keys(table["he_said"]),
        denied=frozenset(lead + key for key in keys(table["denied"]) for lead in ("", "و", "ف")),
        negations=frozenset(lead + key for key in keys(table["negations"]) for lead in ("", "و", "ف")),
        ahead=keys(table["ahead"]),
        picks=frozenset(table["picks"]),
        turned=frozenset(
            clitic + key for key in keys(table["turned"]) for clitic in ("", "و", "ب", "ل", "ف")
        ),
        settings=keys(table["settings"]),
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
    return frozenset(glued + word + ending for word in words for glued in CLITICS for ending in ("", "ا"))
