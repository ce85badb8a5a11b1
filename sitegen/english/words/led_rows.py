"""Rows of words with what must follow them and their English: «بالتعاون مع», «بـ», «منع لـ»."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from sitegen.text.fold import match_key

_GLUED = "ـ"


class LedRow(Struct, frozen=True, gc=False):
    """Keys of the words after the first, the letter glued to what follows, what that must be, the English."""

    rest: tuple[str, ...]
    lead: str
    want: str
    english: str


def by_first_word(listed: Iterable[tuple[str, str, str]]) -> dict[str, tuple[LedRow, ...]]:
    """Return rows of Arabic, want and English by their first word, the longest first.

    Those of a glued letter alone stand by that letter.

    >>> by_first_word([("بـ", "site", "in"), ("منع لـ", "t", "ban on")])["منع"][0].lead
    'ل'
    """
    found: dict[str, list[LedRow]] = {}
    for arabic, want, english in listed:
        words, _, last = arabic.rpartition(" ")
        lead = match_key(last.removesuffix(_GLUED)) if last.endswith(_GLUED) else ""
        first, *rest = match_key(words if lead else arabic).split(" ")
        found.setdefault(first or lead, []).append(LedRow(tuple(rest), lead, want, english))
    return {key: tuple(sorted(rows, key=lambda row: -len(row.rest))) for key, rows in found.items()}
