"""Judge one engine sentence against its Arabic: why it must be dropped, nothing when it may stay."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from sitegen.desk.lexicon import Lexicon
from sitegen.english.gate import (
    agents,
    calendar,
    figures,
    names,
    nations,
    negation,
    places,
    shape,
    speakers,
    turns,
)  # fmt: skip
from sitegen.english.gate.sides import Pair, pair

#: What is checked, in this order; each yields its complaints.
CHECKS: tuple[tuple[str, Callable[[Pair, Lexicon], Iterator[str]]], ...] = (
    ("form", lambda pair, lexicon: shape.check(pair)),
    ("number", lambda pair, lexicon: figures.check(pair)),
    ("date", lambda pair, lexicon: calendar.check(pair)),
    ("place", places.check),
    ("name", names.check),
    ("role", turns.roles),
    ("speech", lambda pair, lexicon: turns.speech(pair)),
    ("negation", lambda pair, lexicon: negation.check(pair)),
    ("direction", lambda pair, lexicon: turns.direction(pair)),
    ("opposites", lambda pair, lexicon: turns.opposites(pair)),
    ("agents", agents.check),
    ("nations", nations.check),
    ("owners", nations.owners),
    ("speaker", speakers.check),
)


class Complaint(Struct, frozen=True):
    """One reason against a sentence: the kind of check and what it found."""

    kind: str
    what: str


def complaints(arabic: str, english: str, lexicon: Lexicon) -> tuple[Complaint, ...]:
    """Return everything that speaks against `english` as a rendering of `arabic`."""
    return tuple(each_complaint(arabic, english, lexicon))


def each_complaint(arabic: str, english: str, lexicon: Lexicon) -> Iterator[Complaint]:
    """Yield the complaints one by one: the first says that the sentence must go."""
    both = pair(arabic, english)
    for kind, look in CHECKS:
        for what in look(both, lexicon):
            yield Complaint(kind, what)
