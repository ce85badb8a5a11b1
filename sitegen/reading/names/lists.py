"""The lists under `data/names/`, folded once: names, ordinary words, roots, places."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from sitegen import data
from sitegen.text.fold import light_key, match_key

#: What a name word is: a given or family name; SHARED with the ordinary language;
#: ARAB; NOTED: known by this name alone.
GIVEN, FAMILY, SHARED, ARAB, NOTED = 1, 2, 4, 8, 16

_FILES = (
    ("arab_given", GIVEN | ARAB),
    ("arab_family", FAMILY | ARAB),
    ("foreign_given", GIVEN),
    ("foreign_family", FAMILY),
    ("full_names", GIVEN | FAMILY | ARAB),
)


@data.kept
def name_kinds() -> dict[str, tuple[tuple[str, int], ...]]:
    """Return every listed name of one word: match key -> (light key, kind) of each spelling."""
    found: dict[str, list[tuple[str, int]]] = {}
    shared = ordinary_words() | place_words()
    for file, kind in _FILES:
        rows = [row for row in data.rows(f"names/{file}") if " " not in row[0]]
        text = "\n".join(row[0] for row in rows)
        for row, key, light in zip(
            rows, match_key(text).split("\n"), light_key(text).split("\n"), strict=False
        ):
            flags = row[2] if len(row) > 2 else ""
            bare = key[2:] if key.startswith("ال") else key
            bits = SHARED if "c" in flags or bare in shared or key in shared else 0
            found.setdefault(key, []).append((light, kind | bits | (NOTED if "n" in flags else 0)))
    return {key: tuple(kinds) for key, kinds in found.items()}


def is_name_of(key: str, kinds: int) -> bool:
    """Say whether a word, in whatever spelling, is a listed name of one of some kinds.

    >>> is_name_of("محمد", GIVEN), is_name_of("محمد", NOTED), is_name_of("القرار", GIVEN | FAMILY)
    (True, False, False)
    """
    return any(kind & kinds for _, kind in name_kinds().get(key, ()))


@cache
def foreign_names() -> tuple[str, ...]:
    """Return the keys of all foreign names, as a sample of how they are spelt."""
    rows = [row[0] for file in ("foreign_given", "foreign_family") for row in data.rows(f"names/{file}")]
    return tuple(match_key(" ".join(rows)).split())


@data.kept
def long_names() -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """Return listed names of several words by their first: «فان باستن», «عادل إمام», longest first."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for file, kind in _FILES:
        for row in data.rows(f"names/{file}"):
            if " " in row[0]:
                words = tuple(match_key(row[0]).split())
                found.setdefault(words[0], []).append((words, kind))
    return {first: tuple(sorted(names, key=lambda n: -len(n[0]))) for first, names in found.items()}


@cache
def plain_words() -> frozenset[str]:
    """Return the keys of the ordinary words."""
    return _keys("names/words")


@data.kept
def ordinary_words() -> frozenset[str]:
    """Return the keys of ordinary words, particles, pronouns, numbers and months."""
    return plain_words() | _keys("names/function_words")


@data.kept
def function_lights() -> frozenset[str]:
    """Return the printed forms of function words: على is one, علي is not."""
    return frozenset(light_key(_joined("names/function_words")).split("\t"))


@data.kept
def place_words() -> frozenset[str]:
    """Return the keys of words that are places, clubs, firms or things in foreign dress."""
    places = match_key("\t".join(row[1] for row in data.rows("lexicon/places"))).split("\t")
    return _keys("names/not_people") | frozenset(place for place in places if " " not in place)


@data.kept
def place_pairs() -> frozenset[tuple[str, str]]:
    """Return neighbouring words in the names of places: «خان يونس», «كامب ديفيد»."""
    forms = "\t".join("|".join((row[1], *row[5:6])) for row in data.rows("lexicon/places"))
    found: set[tuple[str, str]] = set()
    for form in match_key(forms).replace("|", "\t").split("\t"):
        words = form.split()
        found |= set(pairwise(words))
    return frozenset(pair for pair in found if pair[1] not in ("الدين", "الله"))


@data.kept
def roots() -> frozenset[str]:
    """Return the roots of ordinary words."""
    return _keys("names/roots")


def _joined(file: str) -> str:
    return "\t".join("\t".join(row) for row in data.rows(file))


def _keys(file: str) -> frozenset[str]:
    return frozenset(match_key(_joined(file)).split("\t"))
