"""The phrase families of `data/furniture.toml`, folded and indexed by the words they begin and end with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from msgspec import Struct

from sitegen import data
from sitegen.reading.page.lines import words_of_each

_MOST = 25
Words = tuple[str, ...]


class Family(Struct, frozen=True, gc=False):
    """One phrase family; see the head of `furniture.toml`."""

    name: str
    zone: str
    begins: tuple[Words, ...]
    with_: tuple[str, ...]
    has: tuple[str, ...]
    needs: int
    most: int
    colon: bool
    needs_number: bool
    opens: str
    next: bool
    cut: bool
    closes: bool
    last: bool
    ends: tuple[Words, ...]
    open: bool


@cache
def _rows() -> tuple[dict[str, Any], ...]:
    table = data.table("furniture")
    return tuple(_addressed(row, table["feminine"]) for row in table["family"])


@data.kept
def _folded() -> dict[str, Words]:
    """Return the words of every phrase."""
    rows = _rows()
    listed = (
        text for row in rows for name in ("begins", "with", "has", "ends") for text in row.get(name, ())
    )
    return words_of_each([*listed, *(text for row in rows for text in _phrases(row))])


def _family(row: dict[str, Any]) -> Family:
    folded = _folded()
    return Family(
        row["name"], row["zone"], tuple(folded[text] for text in row.get("begins", ())),
        tuple(joined(folded[text]) for text in row.get("with", ())),
        tuple(joined(folded[text]) for text in (*row["has"], *row.get("with", ()))) if "has" in row else (),
        row.get("needs", 2), row.get("most", _MOST), row.get("colon", False), row.get("needs_number", False),
        row.get("opens", ""), row.get("next", False), row.get("cut", False),
        row.get("closes", False), row.get("last", False),
        tuple(folded[text] for text in row.get("ends", ())), row.get("open", False),
    )  # fmt: skip


def _phrases(row: dict[str, Any]) -> Iterable[str]:
    """Yield the phrases of a family: those listed, and each first part with each second."""
    yield from row.get("units", ())
    for firsts, seconds in row.get("cross", ()):
        yield from (f"{first} {second}" for first in firsts for second in seconds)


def _addressed(row: dict[str, Any], feminine: dict[str, str]) -> dict[str, Any]:
    """Return a family whose calls speak to women as well: «اشترك الآن», «اشتركي الآن»."""
    changed = dict(row)
    for key in ("begins", "units"):
        parts = (text.partition(" ") for text in row.get(key, ()))
        more = (feminine[first] + gap + rest for first, gap, rest in parts if first in feminine)
        changed[key] = [*row.get(key, ()), *more]
    return changed


def joined(words: Sequence[str]) -> str:
    """Return `words` as a text in which whole words can be looked for: with a space at both ends."""
    return f" {' '.join(words)} "


class Tables(Struct, frozen=True, gc=False):
    """All families, and their phrases by the first (or last) word."""

    families: tuple[Family, ...]
    units: dict[str, tuple[tuple[Words, tuple[Family, ...]], ...]]  # by first word, longest first
    begins: dict[str, tuple[tuple[Words, Family], ...]]
    ends: dict[str, tuple[tuple[Words, Family], ...]]  # by last word
    has: tuple[Family, ...]
    telling: frozenset[str]  # first words of what such families hold


@cache
def tables() -> Tables:
    """Return the families, indexed by the first word of their phrases."""
    rows = _rows()
    families = tuple(_family(row) for row in rows)
    units: dict[str, dict[Words, list[Family]]] = {}
    begins: dict[str, list[tuple[Words, Family]]] = {}
    ends: dict[str, list[tuple[Words, Family]]] = {}
    for row, family in zip(rows, families, strict=True):
        for words in dict.fromkeys(_folded()[text] for text in _phrases(row)):
            units.setdefault(words[0], {}).setdefault(words, []).append(family)
        for words in family.begins:
            if words:
                begins.setdefault(words[0], []).append((words, family))
        for words in family.ends:
            ends.setdefault(words[-1], []).append((words, family))
    return Tables(
        families,
        {
            first: tuple(sorted(((w, tuple(f)) for w, f in found.items()), key=lambda item: -len(item[0])))
            for first, found in units.items()
        },
        {first: tuple(sorted(found, key=lambda item: -len(item[0]))) for first, found in begins.items()},
        {last: tuple(found) for last, found in ends.items()},
        tuple(family for family in families if family.has),
        frozenset(phrase.split()[0] for family in families for phrase in family.has),
    )
