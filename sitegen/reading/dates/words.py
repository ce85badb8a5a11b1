"""The vocabulary of dates, folded once: what a word key can mean inside a date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from sitegen import data
from sitegen.text.fold import match_key

_D = data.table("dates")


class Month(Struct, frozen=True, gc=False):
    """A month as named: `doubtful` when the name is more often another word."""

    number: int
    calendar: str
    doubtful: bool


class Starter(Struct, frozen=True, gc=False):
    """How a printed word begins a date: its key without clitics and how many letters those take."""

    key: str
    cut: int


def keys(words: Iterable[str]) -> frozenset[str]:
    """Return the match keys of `words`."""
    return frozenset(match_key("\n".join(words)).split("\n"))


def _keyed(pairs: Iterable[Iterable[Any]]) -> dict[str, int]:
    return {match_key(word): value for word, value in pairs}


def _numbered(names: Iterable[str], first: int = 0) -> Iterator[tuple[str, int]]:
    for number, variants in enumerate(names, first):
        for name in variants.split("|"):
            yield name, number


def _months() -> dict[tuple[str, ...], Month]:
    doubtful = keys(_D["doubt"]["months"])
    found: dict[tuple[str, ...], Month] = {}
    for family in _D["months"]:
        for name, number in _numbered(family["names"], 1):
            key = tuple(map(match_key, name.split()))
            month = Month(number, family.get("calendar", "gregorian"), " ".join(key) in doubtful)
            if found.setdefault(key, month) != month:
                raise ValueError(f"dates.toml: {name} is two months")
    return found


#: «يوليو» -> 7; two-word names («تشرين الأول») by the pair of their keys.
MONTHS = _months()
WEEKDAYS = {match_key(name): number for name, number in _numbered(_D["weekdays"]["names"])}
#: Qualifier -> past | future | current; those said of two things at once apart.
QUALIFIERS = {
    match_key(w): d for d in ("past", "future", "current") for w in _D["qualifiers"][d]
}  # fmt: skip
QUALIFIERS_BOTH = {match_key(w): d for d in ("past", "future") for w in _D["qualifiers"][f"{d}_both"]}
#: «أمس» -> -1.
RELATIVE = {
    match_key(w): shift
    for name, shift in (("today", 0), ("yesterday", -1), ("tomorrow", 1))
    for w in _D["relative"][name]
}
RELATIVE_PHRASES = {tuple(map(match_key, words.split())): shift for words, shift in _D["relative"]["phrases"]}
UNITS = {match_key(w): unit for unit in ("day", "week", "month", "year") for w in _D["units"][unit]}
_PARTS = ("start", "early", "middle", "end", "late")
PARTS = {match_key(w): part for part in _PARTS for w in _D["parts"][part]}
SEASONS = {match_key(w): season for season, words in _D["seasons"].items() for w in words}
DECADES = {match_key(article + name): year for name, year in _D["decades"]["names"] for article in ("", "ال")}

ORDINAL_UNITS = {match_key(w): n for n, w in enumerate(_D["ordinals"]["units"], 1)}
ORDINAL_TENS = _keyed(_D["ordinals"]["tens"])
CARDINALS = _keyed(_D["cardinals"]["names"])

#: Every other list by «section.name», folded: `LISTS["words.year"]`.
LISTS: dict[str, frozenset[str]] = {
    f"{section}.{name}": keys(words)
    for section, names in _D.items()
    if isinstance(names, dict)
    for name, words in names.items()
    if isinstance(words, list) and words and all(isinstance(word, str) for word in words)
}


def _starters() -> dict[str, Starter]:
    """Every key that may begin a date, with the clitics it may carry."""
    bare = {key[0] for key in MONTHS} | {key[0] for key in RELATIVE_PHRASES}
    for table in (WEEKDAYS, RELATIVE, PARTS, SEASONS, DECADES, ORDINAL_UNITS, ORDINAL_TENS):
        bare |= table.keys()
    for name in (
        "words.year", "words.years_two", "words.day", "words.ago", "words.definite", "words.months_head",
        "words.half_head", "words.week_head", "words.century", "units.definite", "qualifiers.this",
        "ordinals.one_of_more", "ordinals.first",
    ):  # fmt: skip
        bare |= LISTS[name]
    found = {key: Starter(key, 0) for key in bare}
    for prefix in ("و", "ف", "ب", "ل", "وب", "ول", "فب", "فل"):
        for key in bare:
            if prefix in "وف" or len(key) >= 3:  # باب is a door, not «in August»
                found.setdefault(prefix + key, Starter(key, len(prefix)))
            if key.startswith("ال") and prefix.endswith("ل"):
                found.setdefault(prefix + key[1:], Starter(key, len(prefix) - 1))
    return found


STARTERS = _starters()
