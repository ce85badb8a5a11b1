"""The adjectives of the lists with every form they take, and what the people of a country are called."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from sitegen import data
from sitegen.english.words import word_forms
from sitegen.text.fold import match_key


class Adjective(Struct, frozen=True, gc=False, array_like=True):
    """One form of an adjective; `shape` m f p d t (two of them) or b (a listed plural)."""

    en: str
    rank: int  # 0 order, 1 quality, 2 nation, 3 classifier: English puts them in this order
    person: bool  # only said of persons: former
    shape: str
    thing: bool = False  # never said of persons: «المالي» of a minister is Malian
    of_person: str = ""  # «مسؤول كبير» is senior, not big
    row: str = ""  # where `english/described.toml` has senses of it


_RANKS = {"n": 2, "c": 3, "o": 0}
_NOTHING: dict[str, str] = {}


@cache
def demonyms() -> dict[str, str]:
    """Return the adjective of each country by its English name.

    >>> demonyms()["Iraq"]
    'Iraqi'
    """
    out: dict[str, str] = {}
    for row in data.rows("english/nationalities"):
        out.setdefault(row[2], row[1])
    return out


@data.kept
def adjectives() -> dict[str, Adjective]:
    """Return every form of every adjective by its key without ال.

    >>> adjectives()["عراقيه"].en, adjectives()["سابقين"].person
    ('Iraqi', True)
    """
    out: dict[str, Adjective] = {}
    clash: set[str] = set()
    told = _described().keys()
    for file in ("nationalities", "adjectives"):
        rows = data.rows(f"english/{file}")
        keys = match_key("\n".join(row[0] for row in rows)).split("\n")
        for columns, folded in zip(rows, keys, strict=True):
            (en, _, of_person), flags = columns[1].partition("/"), "".join(columns[2:3]).split()
            rank = next((n for flag, n in _RANKS.items() if flag in flags), 1)
            rank = 2 if file == "nationalities" else rank
            person, thing = flags == ["h"], "t" in flags
            first = folded.split("|", 1)[0]
            row = first if file == "adjectives" and first in told else ""
            for key, shape in _adjective_keys(columns[0].split("|"), folded.split("|"), nation=rank == 2):
                held = out.get(key)
                if held is None:
                    out[key] = Adjective(en, rank, person, shape, thing, of_person, row)
                elif held.en != en:
                    clash.add(key)
    for key in clash:
        del out[key]
    return out


def _adjective_keys(printed: list[str], keys: list[str], *, nation: bool) -> list[tuple[str, str]]:
    out = []
    for i, key in enumerate(keys):
        if printed[i].endswith("ى"):
            out.append((key, "f"))
        elif i and not (nation and key.endswith("ي")):  # a listed broken plural
            out.append((key, "b"))
        else:
            out += [
                (key, "m"),
                (key + "ه", "f"),
                (key + "ون", "p"),
                (key + "ين", "p"),
                (key + "ات", "p"),
                (key + "ان", "d"),
                (key + "تين", "t"),
                (key + "تان", "t"),
            ]
    return out


@data.kept
def _described() -> dict[str, dict[str, str]]:
    """Return by the key of an adjective what it is with which nouns; the sense that stands first counts."""
    table = data.table("english/described")
    out: dict[str, dict[str, str]] = {}
    for row, senses in table["with"].items():
        told = out.setdefault(match_key(row), {})
        for english, listed in senses.items():
            for word in listed:
                for noun in table["nouns"][word[1:]] if word.startswith("@") else [word]:
                    told.setdefault(noun, english)
                    if noun[0].isalpha():
                        told.setdefault(word_forms.plural(noun), english)
    return out


def with_noun(adj: Adjective, noun: str, kinds: Iterable[str]) -> Adjective | None:
    """Return an adjective as it is said of a noun, by its last word and its kinds; None if it is not told.

    >>> sharp = adjectives()["حاد"]
    >>> [with_noun(sharp, noun, ["thing"]).en for noun in ("shortage", "tone")]
    ['acute', 'sharp']
    """
    told = _described().get(adj.row, _NOTHING)
    known = (told[word] for word in (noun, *(f"={kind}" for kind in kinds), "*") if word in told)
    english = next(known, adj.en)
    if english == adj.en:
        return adj
    if not english:
        return None
    classifying = english in data.table("english/described")["classifying"]
    flag = "n" if english in demonyms().values() else "c" if classifying else ""
    return replace(adj, en=english, rank=_RANKS.get(flag, adj.rank))
