"""Names in Arabic letters as the press spells them in English, best guess first, always marked automatic.

First our own lists of names (with the spelling of the region where it differs), then
the compounds of Arab names, then letters: Arab names by the measures of Arabic words,
foreign ones by `letters`, which learned from the same lists how names are spelt.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from sitegen import data
from sitegen.text.fold import light_key, match_key
from sitegen.text.letters import arab_letters, foreign_letters
from sitegen.text.tokens import tokenize

_FILES = ("full_names", "arab_given", "arab_family", "foreign_given", "foreign_family")
#: Regions that share a way of spelling; the letters stand in the lists of names.
_REGIONS = {
    "L": "LB SY",
    "M": "MA DZ TN MR",
    "E": "EG SD LY",
    "G": "SA AE QA KW BH OM YE JO PS",
    "I": "IQ",
}
_REGION_OF = {country: region for region, countries in _REGIONS.items() for country in countries.split()}


class Spelling(NamedTuple):
    """A listed name: printed Arabic, English, regional spellings, Arab or foreign."""

    light: str
    en: str
    regional: tuple[tuple[str, str], ...]
    arab: bool

    def of(self, region: str) -> str:
        """Return the spelling that `region` prefers."""
        return next((en for at, en in self.regional if at == region), self.en)


@lru_cache(maxsize=8192)
def romanise(name: str, country: str = "") -> str:
    """Return the usual English spelling of `name`; `country` (ISO 3166) is where its bearer lives.

    >>> romanise("مصطفى الكاظمي", "IQ"), romanise("فلاديمير بوتين"), romanise("عبد الله بن زايد آل نهيان")
    ('Mustafa al-Kadhimi', 'Vladimir Putin', 'Abdullah bin Zayed Al Nahyan')
    >>> romanise("محمد"), romanise("محمد", "LB"), romanise("")
    ('Mohammed', 'Mohammad', '')
    """
    words = [token.text for token in tokenize(name)]
    region = _REGION_OF.get(country, "")
    keys = [match_key(word) for word in words]
    arab = _is_arab(keys)
    parts: list[str] = []
    i = 0
    while i < len(words):
        part, taken = _part(words[i:], keys[i:], region, arab)
        parts.append(part)
        i += taken
    return " ".join(part for part in parts if part)


def _part(words: Sequence[str], keys: Sequence[str], region: str, arab: bool) -> tuple[str, int]:
    """Return the English of the first part of a name and how many words it takes."""
    for size in range(min(4, len(keys)), 1, -1):
        if found := _listed(" ".join(words[:size]), " ".join(keys[:size]), region, arab):
            return found, size
    if compound := _compound(words, keys, region):
        return compound
    if found := _listed(words[0], keys[0], region, arab):
        return found, 1
    word, key = words[0], keys[0]
    if key.startswith("ال") and len(key) > 4:
        inner = _listed(word[2:], key[2:], region, True) or arab_letters(key[2:], region)
        return f"al-{inner}", 1
    return (arab_letters(key, region) if arab else foreign_letters(key)), 1


def _listed(text: str, key: str, region: str, arab: bool) -> str:
    """Return the listed spelling of `text`, of an Arab first where the name is one."""
    found = _spellings().get(key, ())
    if not found:
        return ""
    light = light_key(text)
    best = max(found, key=lambda s: (s.light == light, s.arab == arab))
    return best.of(region) if best.light == light or len(key) > 3 else ""


def _compound(words: Sequence[str], keys: Sequence[str], region: str) -> tuple[str, int] | None:
    """Return «عبد …», «أبو …», «بن …», «آل …», «… الدين», «… الله» in English."""
    key = keys[0]
    if key.startswith("عبدال") and len(key) > 6:
        return _servant(key[3:], words[0][3:], region), 1
    if len(keys) < 2:
        return None
    if key == "عبد":
        return _servant(keys[1], words[1], region), 2
    if keys[1] in _FAITH:
        return _of_faith(words[0], key, keys[1], region), 2
    small = _SMALL.get(key)
    if small is None:
        return None
    rest, taken = _part(words[1:], keys[1:], region, True)
    return f"{_SMALL_OF.get((key, region), small)} {rest}", taken + 1


_SMALL = {"ابو": "Abu", "ابي": "Abi", "ابا": "Aba", "ام": "Umm", "بن": "bin", "ابن": "ibn", "بنت": "bint", "ال": "Al", "بو": "Bou", "ولد": "Ould"}
_SMALL_OF = {("ابو", "L"): "Abou", ("ابو", "M"): "Abou", ("ابو", "E"): "Abu", ("بن", "M"): "Ben", ("بن", "L"): "bin"}
_FAITH = {"الدين": "al-Din", "الله": "allah", "الاسلام": "al-Islam", "الحق": "al-Haq"}


def _servant(key: str, word: str, region: str) -> str:
    """Return Abdul- with a name of God: Abdulrahman, Abdel-Rahman, Abderrahmane."""
    bare = key.removeprefix("ال")
    if listed := _listed("عبد " + word, "عبد " + key, region, True):
        return listed
    inner = _listed(bare, bare, "", True) or arab_letters(bare, region)
    stem = "Abdel" if region in ("E", "L", "M") else "Abdul"
    return stem + (inner.lower() if stem == "Abdul" or region == "M" else " " + inner)


def _of_faith(word: str, key: str, faith: str, region: str) -> str:
    """Return «صلاح الدين», «نصر الله» as one name."""
    first = _listed(word, key, region, True) or arab_letters(key, region)
    if faith == "الله":
        return first.removesuffix("a").removesuffix("e") + "allah"
    if faith == "الدين" and region in ("L", "M"):
        return first + "eddine"
    return f"{first} {_FAITH[faith]}"


@cache
def _spellings() -> dict[str, tuple[Spelling, ...]]:
    """Return the listed spellings by match key, several words joined by spaces."""
    found: dict[str, list[Spelling]] = {}
    for file in _FILES:
        arab = not file.startswith("foreign")
        rows = data.rows(f"names/{file}")
        text = "\n".join(row[0] for row in rows)
        for row, key, light in zip(rows, match_key(text).split("\n"), light_key(text).split("\n"), strict=True):
            regional = tuple((at[0], at[2:]) for at in row[3].split(" ")) if len(row) > 3 and row[3] else ()
            found.setdefault(key, []).append(Spelling(light, row[1], regional, arab))
    return {key: tuple(spellings) for key, spellings in found.items()}


def _is_arab(keys: Sequence[str]) -> bool:
    """Say whether a name is an Arab one: a word that only Arabs bear decides, then one that none bears."""
    only_arab = only_foreign = shared = False
    for key in keys:
        found = {spelling.arab for spelling in _spellings().get(key, ())}
        small = key in _SMALL or key == "عبد" or key.startswith("عبدال")
        only_arab |= found == {True} or small or (not found and key.startswith("ال") and len(key) > 4)
        only_foreign |= found == {False}
        shared |= len(found) == 2
    return only_arab or (shared and not only_foreign)
