"""The words of `[signs]` of `data/structure.toml`: a few each, by which one rule knows its line."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from sitegen import data
from sitegen.reading.page.lines import words_of


class Signs(Struct, frozen=True, gc=False, array_like=True):
    """Folded words; what each list is for stands in the table."""

    home: frozenset[str]
    back: frozenset[str]
    since: frozenset[str]
    hours: frozenset[str]
    ages: frozenset[str]
    zones: frozenset[str]
    dated: frozenset[str]
    joined: frozenset[str]
    twofold: frozenset[str]
    sons: frozenset[str]
    helpers: frozenset[str]
    alone: frozenset[str]
    wrote: frozenset[str]
    genres: frozenset[str]
    talks: frozenset[str]
    live: frozenset[str]
    here: frozenset[str]
    comes_from: frozenset[str]
    adverbs: frozenset[str]
    leads_to: frozenset[str]
    parts: frozenset[str]
    ended: frozenset[str]
    pictured: frozenset[str]
    issues: frozenset[str]
    copies: frozenset[str]
    called: frozenset[str]
    listings: frozenset[str]
    replies: frozenset[str]


@data.kept
def signs() -> Signs:
    """Return the words that ship with the package."""
    lists = map(as_printed, Signs.__struct_fields__)
    return Signs(*(frozenset(word for text in texts for word in words_of(text)) for texts in lists))


@cache
def as_printed(name: str) -> tuple[str, ...]:
    """Return one list as it is printed, for patterns."""
    return tuple(data.table("structure")["signs"][name])


def opens_at_home(words: tuple[str, ...]) -> bool:
    """Say whether a path begins at home, its first step maybe run into it: «الرئيسيةعن البلد > الثقافة»."""
    return words[0].startswith(tuple(signs().home))
