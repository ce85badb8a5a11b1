"""Organisations that every state has, and borders: «الجيش العراقي», «الحدود السورية - العراقية».

They are not listed one by one: a head word waits for the nationality or the country after it.
"""

from __future__ import annotations

from msgspec import Struct

from sitegen.model import Record, Span
from sitegen.reading.places.gazetteer import Generic, Lead
from sitegen.text.nationalities import Nationality, by_place, nationality_at
from sitegen.text.phrases import Hit
from sitegen.text.tokens import Tokens

JOINS = frozenset(" \u00a0\"“”«»'\u200f\u200e\u200b")  # what may part a head from its nationality
LISTS = frozenset(" \u00a0،,/-–")  # what may part one place from the next


class TextLine(Struct, frozen=True, gc=False):
    """One kept stretch of text, its words and the known forms by the word they begin at."""

    span: Span
    tokens: Tokens
    hits: dict[int, Hit[Lead]]
    dateline: bool = False

    def joined(self, i: int, marks: frozenset[str] = JOINS) -> bool:
        """Say whether word `i` follows the word before it with nothing but `marks` between."""
        if not 0 < i < len(self.tokens):
            return False
        between = self.tokens.gaps[i]
        return between == " " or marks.issuperset(between)


class Named(Struct, frozen=True, gc=False):
    """A record and the words [first, last) that name it."""

    record: Record
    first: int
    last: int


def body_of_nationality(line: TextLine, hit: Hit[Lead], generic: Generic) -> tuple[Nationality, Named] | None:
    """Return «الجيش العراقي» as the army of Iraq; the adjective must agree with its head.

    So «رئيس الحكومة العراقي» names no government and «وزير الخارجية الأميركي» no ministry.
    """
    if not line.joined(hit.last):
        return None
    found = _agreeing(line, hit.last, feminine=generic.feminine)
    if found is None:
        return None
    return found[0], Named(generic.record(found[0]), hit.first, found[1])


def body_of_country(line: TextLine, hit: Hit[Lead], generic: Generic) -> tuple[Named, Named] | None:
    """Return «حكومة العراق» as the government of Iraq, and Iraq."""
    after = line.hits.get(hit.last)
    if after is None or after.prefix or not line.joined(hit.last):
        return None
    for lead in after.values:
        if lead.kind == "place" and lead.record and lead.record.country and lead.record.id in by_place():
            body = generic.record(by_place()[lead.record.id])
            return Named(body, hit.first, after.last), Named(lead.record, hit.last, after.last)
    return None


def border(line: TextLine, hit: Hit[Lead]) -> Named | None:
    """Return «الحدود السورية - العراقية» as a place; its id does not depend on the order."""
    if not line.joined(hit.last) or not (one := _agreeing(line, hit.last, feminine=True)):
        return None
    if not line.joined(one[1], JOINS | LISTS) or not (two := _agreeing(line, one[1], feminine=True)):
        return None
    a, b = sorted((one[0], two[0]))
    record = Record(
        kind="place",
        id=f"{a.place}-{b.place}-border",
        ar=f"الحدود {a.agreeing(feminine=True)} {b.agreeing(feminine=True)}",
        en=f"{a.en}–{b.en} border",
        builtin=True,
    )
    return Named(record, hit.first, two[1])


def _agreeing(line: TextLine, i: int, *, feminine: bool) -> tuple[Nationality, int] | None:
    """Return a definite nationality of the right gender at word `i`, and the word after it."""
    if not line.tokens[i].key.startswith("ال"):
        return None
    found = nationality_at(line.tokens, i)
    return found if found and line.tokens[found[1] - 1].key.endswith("ه") == feminine else None
