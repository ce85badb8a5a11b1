"""The lists of nouns, indexed by the words that their forms begin with.

They are indexed when first asked for and kept as text: of thousands of rows an
article needs a few dozen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sitegen import data
from sitegen.english.words import wording
from sitegen.text.fold import match_key

#: File -> what its nouns are.
NOUN_FILES = {"people": "person", "bodies": "org", "events": "event", "things": "thing"}


class Row(NamedTuple):
    """A row not yet read: its Arabic, the keys of that, English, flags and kind."""

    arabic: str
    keys: str
    english: str
    flags: str
    kind: str


class NounIndex(NamedTuple):
    """Rows by the keys of the words that their forms begin with, without a listed ال.

    Rows stand one a line, their columns parted by tabs.
    """

    alone: dict[str, str]  # by the only word
    longer: dict[str, dict[str, str]]  # by the first word and the second


@data.kept
def noun_index() -> NounIndex:
    """Return the rows of all lists by the words that their forms begin with."""
    index = NounIndex({}, {})
    for row in (*_list_rows(), *_family_rows()):
        line = "\t".join(row)
        for first, second in _heads(row):
            rows, head = (index.longer.setdefault(first, {}), second) if second else (index.alone, first)
            rows[head] = f"{rows[head]}\n{line}" if head in rows else line
    return index


def rows_of(lines: str) -> Iterator[Row]:
    """Yield the rows of one entry of the index."""
    return (Row(*line.split("\t")) for line in lines.split("\n") if line)


def _heads(row: Row) -> Iterable[tuple[str, str]]:
    """Return the first two words of each form of a row, as keys; '' for a second that is not there."""
    base, *shapes = row.keys.split("|")
    with_article = "d" in row.flags and "d" in row.flags.split()
    heads = {}
    for key in (base, *(key for shape in shapes for key in plural_keys(base, shape))):
        first, second, *_ = *key.split(" ", 2), ""
        heads[first.removeprefix("ال") if with_article else first, second] = True
    return heads


def plural_keys(key: str, shape: str) -> list[str]:
    """Return the keys of a listed plural: written out, or + for ات and ++ for ون.

    >>> plural_keys("سياره", "+"), plural_keys("مدير", "++")[:2]
    (['سيارات'], ['مديرون', 'مديرين'])
    """
    if shape == "+":
        return [key.removesuffix("ه") + "ات"]
    if shape == "++":
        head, space, rest = key.partition(" ")
        return [head + ending + space + rest for ending in ("ون", "ين", "و", "ي")]
    return [shape]


def _list_rows() -> list[Row]:
    """Return the rows of the four lists; the keys of a list are folded in one go."""
    out: list[Row] = []
    for file, kind in NOUN_FILES.items():
        rows = data.rows(f"english/{file}")
        keys = match_key("\n".join(row[0] for row in rows)).split("\n")
        out += [
            Row(row[0], key, row[1], row[2] if len(row) > 2 else "", kind)
            for row, key in zip(rows, keys, strict=True)
        ]
    return out


def _family_rows() -> list[Row]:
    """Spell out the families: «وزير X», «وزارة X» for every portfolio."""
    made = [
        (p["ar"].format(ar), p["en"].format(en, wording.titled(en)), p.get("flags", ""), p["kind"])
        for family in data.table("english/families")["families"]
        for p in family["patterns"]
        for ar, en in family["values"]
    ]
    keys = match_key("\n".join(row[0] for row in made)).split("\n")
    return [Row(ar, key, en, flags, kind) for key, (ar, en, flags, kind) in zip(keys, made, strict=True)]
