"""The verbs and nouns of `data/events.toml`, built into tables once, by light key."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sitegen import data
from sitegen.model import Block
from sitegen.text.finders import Finder
from sitegen.text.fold import full_key, light_key
from sitegen.text.tokens import tokenize


class Shape(NamedTuple):
    """What a verb asks for behind its subject, and which nouns it takes."""

    name: str
    nouns: frozenset[str]


class Verb(NamedTuple):
    """What a printed form tells: a kind of happening, by which shapes, and in which tense."""

    key: str
    kind: str
    shapes: tuple[Shape, ...]
    tense: str  # past | present | future


@data.kept
def verbs() -> dict[str, tuple[Verb, ...]]:
    """Return the verbs by every form they are printed in; one form may be of several kinds.

    >>> [(v.kind, v.tense) for v in verbs()[light_key("وسيزور")]]
    [('visit', 'future')]
    >>> light_key("زيارة") in verbs()
    False
    """
    table: dict[str, dict[tuple[str, str, str], Verb]] = {}
    for past, present, kind, name, nouns in data.table("events")["verbs"]:
        shape = Shape(name, _nouns()[nouns] if nouns else frozenset())
        for form, tense in _forms(past, present):
            for prefix in ("", "و") if light_key(form) not in words("other_words") else ():
                found = table.setdefault(prefix + light_key(form), {})
                held = found.get((past, kind, tense), Verb(past, kind, (), tense))
                found[past, kind, tense] = held._replace(shapes=(*held.shapes, shape))
    return {key: tuple(found.values()) for key, found in table.items()}


@cache
def _keys() -> frozenset[str]:
    return frozenset(map(full_key, verbs()))


VERBS = Finder(lambda key, _: key in _keys())


def may_tell(block: Block) -> bool:
    """Say whether a verb of a happening stands in a paragraph."""
    lines = [tokenize(piece.text) for piece in block.pieces]
    return any(words.lights[i] in verbs() for words in lines for i in VERBS.places(words))


def _forms(past: str, present: str) -> Iterator[tuple[str, str]]:
    """Yield the forms of the third person singular with their tense."""
    yield past, "past"
    yield (past[:-1] if past.endswith("ى") else past) + "ت", "past"
    for lead in ("", "س"):
        for rest in ("ي", "ت"):
            yield lead + rest + present[1:], "future" if lead else "present"


@cache
def _nouns() -> dict[str, frozenset[str]]:
    return {name: frozenset(map(light_key, words)) for name, words in data.table("events")["nouns"].items()}


@cache
def words(name: str) -> frozenset[str]:
    """Return one list of small words as light keys."""
    return frozenset(map(light_key, data.table("events")[name]))
