"""The listed names (data/names/), their spellings by region, and the small words inside names."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from msgspec import Struct

from sitegen import data
from sitegen.text.fold import light_key, match_key

GIVEN, FAMILY = "given", "family"
ARTICLE = "ال"
_LISTS = (
    ("full_names", "", True),
    ("arab_given", GIVEN, True),
    ("arab_family", FAMILY, True),
    ("foreign_given", GIVEN, False),
    ("foreign_family", FAMILY, False),
)
_USUAL_ARTICLE = "al-"
_ARTICLES = (_USUAL_ARTICLE, "el-")  # the second of Egyptian names
_REGIONAL = re.compile(r"(\w+):(.+?)(?= \w+:|$)")


class Listed(Struct, frozen=True, gc=False, array_like=True):
    """One line of the lists: `words` of the key, how it is spelt, where it stands in a name."""

    light: str
    latin: str
    place: str  # given | family | '' (a full name)
    arab: bool
    regions: tuple[tuple[str, str], ...]

    def spelt(self, region: str) -> str:
        """Return the spelling of a region or of the wider one around it, else the usual one."""
        regions, table = dict(self.regions), data.table("romanise")
        for code in (region, table["wider"].get(region, "")):
            if code in regions:
                return regions[code]
        latin = self.latin
        if self.place == FAMILY and region and latin.startswith(_ARTICLES):
            latin = article(region) + latin[len(_USUAL_ARTICLE) :]
        for usual, here in in_region(f"{self.place}_habits", region) if self.arab and self.place else ():
            latin = re.sub(usual, here, latin)
        return latin


def find_listed(phrase: str, *, first: bool, arab: bool, region: str = "") -> Listed | None:
    """Return the listed name that fits best: spelt for the region, of the same origin, hamza and place."""
    found = listed().get(match_key(phrase), ())
    if not found and phrase.startswith(ARTICLE):
        return None
    light, place = light_key(phrase), GIVEN if first else FAMILY

    def fit(name: Listed) -> tuple[bool, ...]:
        here = any(code == region for code, _ in name.regions)
        return here, name.arab == arab, name.light == light, name.place in (place, "")

    return max(found, key=fit, default=None)


@cache
def region_of(country: str) -> str:
    """Return the region of a country (ISO 3166), '' where its names have no spelling of their own."""
    regions = data.table("romanise")["regions"]
    return next((region for region, codes in regions.items() if country.upper() in codes), "")


def region_by_family(latin: str) -> str:
    """Return the region whose families end, or are written, as this one is, '' for none.

    >>> region_by_family("Karamanlis"), region_by_family("Shevchenko"), region_by_family("Smith")
    ('GR', 'UA', '')
    """
    return next((region for region, form in _families().items() if form.search(latin.lower())), "")


@cache
def _families() -> dict[str, re.Pattern[str]]:
    return {region: re.compile(form) for region, form in data.table("romanise")["families"].items()}


def is_arab_land(region: str) -> bool:
    """Say whether the names of a region are Arab ones."""
    return region in data.table("romanise")["arab"]["lands"]


@cache
def syllables() -> dict[str, tuple[str, ...]]:
    """Return the syllables of Chinese and Korean names by their keys."""
    return {match_key(row[0]): row[1:] for row in data.rows("names/syllables")}


@cache
def particles() -> dict[str, str]:
    """Return the small words inside names by their keys."""
    return {match_key(word): latin for word, latin in data.table("romanise")["particles"].items()}


@data.kept
def listed() -> dict[str, tuple[Listed, ...]]:
    """Index every listed name by its key."""
    found: dict[str, list[Listed]] = {}
    for file, place, arab in _LISTS:
        rows = [row for row in data.rows(f"names/{file}") if len(row) > 1 and row[1]]
        text = "\n".join(row[0] for row in rows)
        for row, key, light in zip(
            rows, match_key(text).split("\n"), light_key(text).split("\n"), strict=True
        ):
            regions = tuple(_REGIONAL.findall(row[3])) if len(row) > 3 else ()
            name = Listed(light, row[1], place, arab, regions)
            for form in {key, key.replace("عبد ", "عبد"), key.replace(" الدين", "الدين")}:  # or in one
                found.setdefault(form, []).append(name)
    for word, latin in data.table("romanise")["words"].items():
        found.setdefault(match_key(word), []).append(Listed(light_key(word), latin, "", True, ()))
    return {key: tuple(entries) for key, entries in found.items()}


@cache
def small_words(region: str) -> dict[str, str]:
    """Return the small words of a region, those of the wider one around it included."""
    table = data.table("romanise")
    wider = table["regional"].get(table["wider"].get(region, ""), {})
    return {**wider, **table["regional"].get(region, {})}


def in_region(rule: str, region: str) -> Any:
    """Return what a rule says of a region or of the wider one around it, else what is usual."""
    table = data.table("romanise")
    said = table[rule]
    return next((said[code] for code in (region, table["wider"].get(region)) if code in said), said["usual"])


def article(region: str) -> str:
    """Return how a region writes the article."""
    return small_words(region).get(ARTICLE, _USUAL_ARTICLE)
