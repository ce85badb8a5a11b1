"""Titles of closed shapes that have no verb: «السجن 3 سنوات لمتهم», «فوز … على …» (`english/titles.toml`)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from sitegen import data
from sitegen.english import wording
from sitegen.english.adverbs import skip
from sitegen.english.borders import changed, whole
from sitegen.english.caution import conditional
from sitegen.english.grammar import grammar, number_value, preposition
from sitegen.english.lookup import NP
from sitegen.english.noun_phrases import noun_phrase
from sitegen.english.predicates import fits, place_phrase
from sitegen.english.reports import Fact
from sitegen.english.tagging import Sentence
from sitegen.english.verbs import english_forms
from sitegen.text.fold import match_key

_SPANS = {
    match_key(ar): en
    for en, words in (
        ("years", ("سنوات", "سنة", "أعوام", "عاما", "عام")),
        ("months", ("أشهر", "شهور", "شهرا", "شهر")),
        ("days", ("أيام", "يوما", "يوم")),
    )
    for ar in words
}
_TWO = {
    match_key(ar): en for ar, en in (("سنتين", "two years"), ("عامين", "two years"), ("شهرين", "two months"))
}


class _Part(NamedTuple):
    """A word of a shape: one of `words`, or a slot that wants something behind the letter `lead`."""

    words: frozenset[str]
    want: str = ""
    lead: str = ""


class _Shape(NamedTuple):
    parts: tuple[_Part, ...]
    who: int | str
    verb: tuple[str, str, str]
    rest: str


@cache
def _shapes() -> dict[str, tuple[_Shape, ...]]:
    """Return the shapes by each key their first word can be."""
    found: dict[str, list[_Shape]] = {}
    for entry in data.table("english/titles")["shape"]:
        for ar in entry["ar"]:
            parts = tuple(_part(word) for word in ar.split(" "))
            shape = _Shape(parts, entry.get("who", 0), _forms(entry["verb"]), entry.get("rest", ""))
            for key in parts[0].words:
                found.setdefault(key, []).append(shape)
    return {key: tuple(shapes) for key, shapes in found.items()}


@cache
def closing() -> frozenset[str]:
    """Return the words before which a shape may end, for they say what for."""
    return frozenset(map(match_key, data.table("english/titles")["after"]))


def _part(word: str) -> _Part:
    if "{" in word:
        lead, _, want = word.rstrip("}").partition("{")
        return _Part(frozenset(), want, lead)
    return _Part(frozenset(map(match_key, word.split("|"))))


def _forms(spec: str) -> tuple[str, str, str]:
    """Return the forms of a verb, or of a passive.

    >>> _forms("be laid off")
    ('be laid off', 'was laid off', 'been laid off')
    """
    if spec.startswith("be "):
        return spec, f"was {spec[3:]}", f"been {spec[3:]}"
    return english_forms(spec)


def read_shape(s: Sentence, start: int = 0) -> Fact | None:
    """Return what a title of a closed shape tells from word `start` on.

    None for any other, and for what may be still to come.
    """
    if s.dates or start >= len(s.tokens) or conditional(s, start):
        return None
    for shape in _shapes().get(s.keys[start], ()):
        if found := _fill(s, shape, start):
            end, slots = found
            place = place_phrase(s, end)
            rest = " ".join([shape.rest.format(*[np.full for np in slots]), place[1] if place else ""])
            subject = _subject(shape, slots)
            return Fact(
                "event", subject, shape.verb, "past", rest.strip(), s.line, s.start + s.tokens[start].start
            )
    return None


def _subject(shape: _Shape, slots: list[NP]) -> NP:
    if isinstance(shape.who, int):
        return slots[shape.who]
    return NP(0, shape.who.format(*[np.full for np in slots]), "thing", definite=True)


def _fill(s: Sentence, shape: _Shape, start: int) -> tuple[int, list[NP]] | None:
    """Return where a shape that begins at word `start` ends, and what stands in its slots."""
    j, slots = start, list[NP]()
    for n, part in enumerate(shape.parts):
        if n and s.hard(j):
            return None
        if part.words:
            if s.key(j) not in part.words:
                return None
            j += 1
        elif np := _slot(s, j, part):
            slots.append(np)
            j = np.end
        else:
            return None
    end = place[0] if (place := place_phrase(s, j)) else j
    end = skip(s, end)[0]
    rests = s.hard(end) or preposition(s, end) in grammar().adverbial or s.key(end) in closing()
    return (j, slots) if rests and not changed(s, j) else None


def _slot(s: Sentence, j: int, part: _Part) -> NP | None:
    if j >= len(s.tokens):
        return None
    if part.want == "many":
        return _many(s, j)
    if part.want == "span":
        return _span(s, j)
    np = noun_phrase(s, j, part.lead)
    if np is None or np.owner or not whole(s, np) or s.key(np.end) in grammar().relatives:
        return None
    return np if part.want == "any" or fits(np, part.want) else None


def _many(s: Sentence, j: int) -> NP | None:
    """Read a number, of people or bare: «500 قتيل»، «41 ألفا»."""
    people, value = noun_phrase(s, j), number_value(s.key(j))
    if value is None or (people and people.kind == "person" and people.parts > 1):
        return people if value else None
    j += 1
    while not s.hard(j) and s.key(j) in grammar().scales:
        value, j = value * grammar().scales[s.key(j)], j + 1
    return NP(j, wording.figure(value), "person", plural=True, proper=True)


def _span(s: Sentence, j: int) -> NP | None:
    """Read a length of time: «10 سنوات»، «20 عاما»، «سنتين»."""
    two, value = _TWO.get(s.key(j), ""), number_value(s.key(j))
    if two:
        return NP(j + 1, two, "measure", plural=True, proper=True)
    unit = _SPANS.get(s.key(j + 1)) if value and value > 1 and not s.hard(j + 1) else None
    return (
        NP(j + 2, f"{wording.figure(value)} {unit}", "measure", plural=True, proper=True)
        if unit and value
        else None
    )
