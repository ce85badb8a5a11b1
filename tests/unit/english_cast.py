"""A small cast for the tests of the English: readings built by hand, no finder involved."""

from __future__ import annotations

import msgspec

from sitegen.desk.lexicon import Lexicon
from sitegen.model import (
    Article,
    Block,
    DateFound,
    Dating,
    Entity,
    LineMark,
    Meta,
    Reading,
    Record,
    RoleTerm,
    Span,
)
from sitegen.text.phrases import PhraseIndex
from sitegen.text.tokens import tokenize

_CAST = {
    "مصطفى الكاظمي|الكاظمي": ("person", "kadhimi", "Mustafa al-Kadhimi"),
    "جو بايدن|بايدن": ("person", "biden", "Joe Biden"),
    "أنتوني بلينكن|بلينكن": ("person", "blinken", "Antony Blinken"),
    "حسين علاوي|علاوي": ("person", "allawi", "Hussein Allawi"),
    "العراق": ("place", "iraq", "Iraq"),
    "بغداد": ("place", "baghdad", "Baghdad"),
    "واشنطن": ("place", "washington", "Washington"),
    "الولايات المتحدة": ("place", "united-states", "United States"),
    "اليمن": ("place", "yemen", "Yemen"),
    "ريال مدريد": ("org", "real-madrid", "Real Madrid"),
}
_ENTITIES = {
    forms: Entity(
        kind,
        id,
        forms.split("|")[0],
        en,
        known=True,
        mentions=(),
        role_en="Prime Minister of Iraq" if id == "kadhimi" else "",
        # The kind comes as a plain string.
    )  # type: ignore[arg-type]
    for forms, (kind, id, en) in _CAST.items()
}
_INDEX = PhraseIndex([(form, e) for forms, e in _ENTITIES.items() for form in forms.split("|")])
_DAYS = {"26 يوليو": "2021-07-26"}

LEXICON = Lexicon(
    {
        ("person", "kadhimi"): Record(
            kind="person", id="kadhimi", ar="مصطفى الكاظمي", en="Mustafa al-Kadhimi",
            roles=(RoleTerm("رئيس الوزراء", "Prime Minister of Iraq", "Iraqi Prime Minister"),),
        ),
        ("place", "iraq"): Record(kind="place", id="iraq", ar="العراق", en="Iraq", country="IQ"),
        ("place", "united-states"): Record(
            kind="place", id="united-states", ar="الولايات المتحدة", en="United States", country="US"
        ),
        ("place", "yemen"): Record(kind="place", id="yemen", ar="اليمن", en="Yemen", country="YE"),
    }
)  # fmt: skip
PUBLISHED = Dating("2021-07-20", "day", "given")


def reading_of(text: str, title: str = "") -> tuple[Reading, tuple[DateFound, ...]]:
    """Return a reading of one title (line 1) and one paragraph a line (from line 2 on)."""
    lines = [title, *text.split("\n")]
    mentions: dict[str, list[Span]] = {}
    found: dict[str, Entity] = {}
    for n, line in enumerate(lines, 1):
        for hit in _INDEX.find(tokenize(line)):
            entity = hit.values[0]
            found[entity.id] = entity
            mentions.setdefault(entity.id, []).append(Span(n, hit.start, hit.end, line[hit.start : hit.end]))
    entities = [msgspec.structs.replace(e, mentions=tuple(mentions[id])) for id, e in found.items()]
    days = tuple(
        DateFound(iso, "day", n, line.index(day), line.index(day) + len(day), day)
        for n, line in enumerate(lines, 1) for day, iso in _DAYS.items() if day in line
    )  # fmt: skip
    article = Article(
        "a", "a.txt", True, "ar", "news", title, 1 if title else None,
        tuple(LineMark(n, "title" if n == 1 else "body", "test") for n in range(1, len(lines) + 1)),
        tuple(Block("body", (Span(n, 0, len(line), line),)) for n, line in enumerate(lines, 1) if n > 1),
    )  # fmt: skip
    of = {kind: tuple(e for e in entities if e.kind == kind) for kind in ("person", "place", "org")}
    reading = Reading(
        article, Meta(), None, "", of["person"], of["place"], of["org"], (), (), (), (), (), PUBLISHED
    )
    return reading, days
