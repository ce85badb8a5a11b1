"""Offices as an article prints them: compare two prints, and tell a man's own from his master's."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from sitegen import data
from sitegen.reading.speech.scene import Mention, Scene
from sitegen.reading.speech.words import (
    ADJUNCTS,
    DEPUTIES,
    FORMER,
    IN_SUBJECT,
    OFFICES,
    RELATIVES,
    STATES,
    THAT,
    TITLES,
    words,
)
from sitegen.text.fold import light_key, one_america

#: An office before a name has fewer words than this.
_LONGEST = 14


class Office(Struct, frozen=True, gc=False):
    """An office as compared: its head and its other words without article, case or nationality ending."""

    head: str
    rest: frozenset[str]


#: Offices by the id of the person with whom the article printed them.
Held = Mapping[str, set[Office]]


@lru_cache(maxsize=4096)
def office_of(role: tuple[str, ...]) -> Office | None:
    """Return how an office is compared, None if `role` does not begin with one.

    >>> a = office_of(("وزير", "خارجية", "العراق"))
    >>> a == office_of(("وزير", "الخارجية", "العراقي"))
    True
    >>> office_of(("الرئيس", "العراقي")) == office_of(("رئيس", "الوزراء", "العراقي"))
    False
    """
    if not role or role[0] not in OFFICES:
        return None
    head = role[0].removeprefix("ال")
    if head == "رئيس" and (role[0] != head or (len(role) > 1 and role[1] in STATES)):
        head = "الرئيس"
    rest = {_bare(word) for word in role[1:] if word not in FORMER} - {""}
    if any(word in FORMER for word in role):
        rest.add("former")
    return Office(head, frozenset(rest))


def is_meant(short: Office, full: Office) -> bool:
    """Say whether a shorter print can mean the office printed in full: «وزير الخارجية».

    >>> full = office_of(tuple("وزير الخارجية العراقي السابق".split()))
    >>> is_meant(office_of(("وزير", "الخارجية")), full)
    False
    """
    return short.head == full.head and short.rest <= full.rest and "former" not in full.rest - short.rest


def _bare(word: str) -> str:
    """Strip what varies between two prints of one office: article, nationality ending, synonyms."""
    word = one_america(word.removeprefix("لل").removeprefix("ال"))
    for ending in ("ية", "يا", "ي", "ا", "ة"):
        if len(word) > len(ending) + 2 and word.endswith(ending):
            word = word.removesuffix(ending)
            break
    for old, new in _SAME:
        if word == old:
            return new
    return word


_SAME: list[tuple[str, str]] = [
    (light_key(a).removesuffix("ة"), light_key(b)) for a, b in data.table("speech")["same_office"]
]


def office_before(scene: Scene, name: int) -> int | None:
    """Return the first word of the office before the name at `name`, None if there is none."""
    tokens, verbs = scene.tokens, words()
    found = None
    for i in range(name - 1, max(-1, name - _LONGEST), -1):
        light, end = tokens[i].light, tokens[i].end
        gap = scene.gap(i) if end + 1 != tokens[i + 1].start else ""
        if gap and not (
            i == name - 1 and (gap == "،" or gap in _OPENING or (gap == "." and light in TITLES))
        ):
            break  # «وزير المالية د. فلان» goes on
        if light in _ENDS or light in verbs:
            break
        if light in OFFICES or (light[0] in _GLUED and light[1:] in OFFICES):  # not «محاكمة», a trial
            found = i
    return found


#: Marks that may open a name: «وزير الخارجية "فؤاد حسين"».
_OPENING = frozenset('"“”«»„')
_GLUED = frozenset("وفبلك")
#: Words that cannot stand between an office and its name.
_ENDS = THAT | RELATIVES | (ADJUNCTS - IN_SUBJECT)


def belongs(scene: Scene, first: int, mention: Mention, held: Held) -> bool:
    """Say whether the office that begins at `first` is that of the named person and not of his master.

    «مستشار رئيس الوزراء» before a name is the adviser's own only if the prime
    minister is somebody else or the office is closed by «لشؤون …»; «مستشار
    الكاظمي» is never Kadhimi.
    """
    tokens = scene.tokens[first : mention.first]
    while len(tokens) > 1 and tokens[-1].light in TITLES:  # «الوزير الشيخ فلان»
        tokens = tokens[:-1]
    heads = [i for i, t in enumerate(tokens) if t.light in OFFICES]
    if not tokens:
        return True
    if len(heads) > 1:
        if any(t.light.startswith(("لش", "للش", "لل")) for t in tokens[heads[-1] + 1 :]):
            return True
        second = office_of(tuple(t.light for t in tokens[heads[1] :]))
        others = {id for id, offices in held.items() for o in offices if second and o.head == second.head}
        return mention.entity.id not in others and (bool(others) or tokens[0].light in DEPUTIES)
    last = tokens[-1].light
    if len(tokens) == 1:
        return last.startswith("ال") or last in TITLES
    return mention.last - mention.first > 1 or last.startswith("ال")
