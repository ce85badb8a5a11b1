"""Whom, and where, a text is about: those of its title, else those of its lede that come again.

A name in somebody's office or in that of a hall or a cup is not, nor a place of the dateline alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from sitegen import data
from sitegen.english.words.grammar import grammar
from sitegen.model import Entity, Reading, Span
from sitegen.text.fold import match_key
from sitegen.text.remembered import Remembered
from sitegen.text.tokens import tokenize

#: What a mention weighs by where it stands; one in passing weighs a share of it.
_TITLE, _HEAD, _LEDE, _BODY, _PASSING = 6.0, 2.5, 1.5, 1.0, 0.1
#: So many letters are the head of a lede.
_FIRST = 60
#: What one who is not in the title weighs if the text is about him: more than one mention.
_LEAST = 2.5
#: A second one weighs such a share of the first.
_BESIDE = 0.75
#: So many are named.
_MOST = 2


class _Words(Struct, frozen=True, gc=False):
    passing: frozenset[str]
    honorifics: frozenset[str]
    competitions: frozenset[str]
    regions: frozenset[str]


class _Ranked(Struct, frozen=True, gc=False):
    entity: Entity
    weight: float
    at: int | None  # where in the title


class Weighed(Struct, frozen=True, gc=False):
    """All that a text names, weighed: people and bodies, and places."""

    actors: list[_Ranked]
    places: list[_Ranked]


def weighed(reading: Reading) -> Weighed:
    """Return what a text names with what it weighs: for `central` and `by_weight`."""
    actors = (*reading.people, *_bodies(reading))
    return Weighed(_ranked(reading, actors), _ranked(reading, reading.places))


def central(named: Weighed) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    """Return the people and bodies, and the places, that a text is about, at most two of each.

    Those of the title come first, in its order; others are looked for only where it names nobody.
    """
    who = _of_title(named.actors)[:_MOST]
    where = _of_title(named.places)
    if not who:
        who = _strong(named.actors)[: _MOST - min(len(where), 1)]
    if not who and not where:
        where = _grounds(named.places)
    return tuple(who), tuple(where[: _MOST - len(who)])


def by_weight(named: Weighed) -> tuple[Entity, ...]:
    """Return all that a text names, what it is about first; media and names in passing come last."""
    found = [r for r in (*named.actors, *named.places) if r.weight and _whole_name(r)]
    return tuple(r.entity for r in sorted(found, key=lambda r: -r.weight))


def _bodies(reading: Reading) -> Iterator[Entity]:
    """Yield the organisations that are no medium: «وكالة فرانس برس» only brings the news."""
    for org in reading.orgs:
        first = {match_key(name.split(" ")[0]) for name in (org.ar, *(m.text for m in org.mentions))}
        if first.isdisjoint(grammar().media):
            yield org


def _of_title(ranked: list[_Ranked]) -> list[Entity]:
    found = [r for r in ranked if r.at is not None and _whole_name(r)]
    return [r.entity for r in sorted(found, key=lambda r: r.at or 0)]


def _strong(ranked: list[_Ranked]) -> list[Entity]:
    """Return those outside the title that a text is about; an unknown person often only speaks."""
    found = [r for r in ranked if r.weight >= _LEAST and (r.entity.known or r.entity.en_basis == "lexicon")]
    return _first_of(found)


def _grounds(ranked: list[_Ranked]) -> list[Entity]:
    found = [r for r in ranked if r.weight >= _LEDE and r.entity.en not in _words().regions]
    return _first_of(found)[:1]


def _first_of(found: list[_Ranked]) -> list[Entity]:
    found = sorted(found, key=lambda r: -r.weight)
    return [r.entity for r in found if r.weight >= _BESIDE * found[0].weight]


def _whole_name(ranked: _Ranked) -> bool:
    """Say whether a name may stand alone: an unlisted one has two words, and an office or comes again."""
    entity = ranked.entity
    sure = entity.known or entity.en_basis == "lexicon"
    return sure or (" " in entity.en and (len(entity.mentions) > 1 or entity.role_ar != ""))


def _ranked(reading: Reading, entities: tuple[Entity, ...]) -> list[_Ranked]:
    article = reading.article
    running = {piece.line: piece for block in article.running for piece in block.pieces}
    lede = next(iter(running), 0)
    found = []
    for entity in entities:
        weight, at = 0.0 if entity.mentions else _LEAST, None  # an editor added him
        for m in entity.mentions:
            if m.line == article.title_line and m.text in article.title:
                here = article.title.find(m.text)
                share = _PASSING if _in_passing(article.title[:here], entity) else 1.0
                at = here if share == 1.0 and at is None else at
                weight += _TITLE * share
            elif (piece := running.get(m.line)) and m.start >= piece.start:  # no agency of the dateline
                share = _PASSING if _in_passing(_before(piece, m), entity) else 1.0
                share = _PASSING if entity.kind == "org" and _before(piece, m).endswith("ب") else share
                head = _HEAD if m.start - piece.start < _FIRST else _LEDE
                weight += (head if m.line == lede else _BODY) * share
        found.append(_Ranked(entity, weight, at))
    return found


def _before(piece: Span, mention: Span) -> str:
    return piece.text[: max(0, mention.start - piece.start)]


def _in_passing(before: str, entity: Entity) -> bool:
    """Say whether a name behind the words `before` is but part of something else."""
    last = _last_word(before[-60:])
    if entity.kind == "place":
        return last in _words().competitions
    media = entity.kind == "org" and not grammar().media.isdisjoint((last, last[1:]))
    return media or last in _words().passing or last.removeprefix("و") in _words().passing


def _keys_from_behind(text: str) -> tuple[str, ...]:
    return tokenize(text).keys[::-1]


_KEYS = Remembered(_keys_from_behind)


def _last_word(before: str) -> str:
    """Return the key of the last word but for titles of persons, '' if there is none.

    >>> _last_word("زار ملعب «الشيخ "), _last_word(" ")
    ('ملعب', '')
    """
    titles = _words().honorifics
    while parts := before.rsplit(maxsplit=1):
        for key in _KEYS[parts[-1]]:
            if key not in titles:
                return key
        before = parts[0] if len(parts) > 1 else ""
    return ""


@cache
def _words() -> _Words:
    table = data.table("english/card")
    return _Words(
        passing=frozenset(map(match_key, table["passing"])),
        honorifics=frozenset(map(match_key, table["honorifics"])),
        competitions=frozenset(map(match_key, table["competitions"])),
        regions=frozenset(table["regions"]),
    )
