"""Find dated happenings in closed frames: meeting, visit, signing, appointment, attack, vote.

The words must stand next to each other: the verb, its subject, what the verb
asks for; only a date or a comma may part them.  Names that merely stand in one
sentence make no event.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from msgspec import Struct

from sitegen import data
from sitegen.model import Article, DateExpr, Entity
from sitegen.reading.speech.offices import belongs
from sitegen.reading.speech.scene import Scene, make_scene, phrase_end
from sitegen.reading.speech.speakers import Cast
from sitegen.reading.speech.words import ADVERBS, CONTINUERS, OFFICES, TITLES
from sitegen.text.fold import light_key

_ROLES = ("lede", "body")


class Event(Struct, frozen=True):
    """One happening: who (ids), where (id), when (as printed) and the words that tell it."""

    kind: str  # meeting | visit | signing | appointment | attack | vote
    verb: str  # past form, unvocalised
    agent: str
    line: int
    start: int
    end: int
    patient: str | None = None
    place: str | None = None
    date: DateExpr | None = None
    negated: bool = False
    future: bool = False


class _Verb(NamedTuple):
    key: str
    kind: str
    shapes: tuple[str, ...]
    future: bool


class _Stage(NamedTuple):
    """A stretch of a line, its people and places and its dates by first word."""

    scene: Scene
    cast: Cast
    places: dict[int, tuple[str, int, str]]  # word -> id, word after it, clitic
    dates: list[tuple[int, int, DateExpr]]


@cache
def _verbs() -> dict[str, _Verb]:
    table: dict[str, _Verb] = {}
    for past, present, kind, shape in data.table("events")["verbs"]:
        stem = past[:-1] if past.endswith("ى") else past
        forms = [(past, False), (stem + "ت", False)]
        forms += [(lead + rest + present[1:], lead == "س") for lead in ("", "س") for rest in ("ي", "ت")]
        for form, future in forms:
            for prefix in ("", "و"):
                key = prefix + light_key(form)
                shapes = table[key].shapes if key in table else ()
                table[key] = _Verb(past, kind, (*shapes, shape), future)
    return table


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(map(light_key, data.table("events")[name]))


def find_events(
    article: Article,
    people: tuple[Entity, ...],
    places: tuple[Entity, ...],
    orgs: tuple[Entity, ...],
    dates: tuple[DateExpr, ...] = (),
) -> tuple[Event, ...]:
    """Return the events told in the body of an article, in order."""
    cast, spots = Cast(people, orgs), Cast((), places)
    out: list[Event] = []
    for block in article.blocks:
        for piece in block.pieces if block.role in _ROLES else ():
            scene = cast.scene(piece.line, piece.start, piece.text)
            found = [i for i, t in enumerate(scene.tokens) if t[4] in _verbs() and i not in scene.closed]
            if found:
                here = make_scene(piece.line, piece.start, piece.text, spots.spans.get(piece.line, []))
                where = {m.first: (m.entity.id, m.last, m.clitic) for m in here.mentions.values()}
                stage = _Stage(scene, cast, where, _dates(scene, dates))
                out += [event for i in found if (event := _event(stage, i)) is not None]
    return tuple(out)


def _dates(scene: Scene, dates: tuple[DateExpr, ...]) -> list[tuple[int, int, DateExpr]]:
    here = [d for d in dates if d.line == scene.line and d.start >= scene.base]
    return [(scene.word_at(d.start - scene.base), scene.word_at(d.end - scene.base), d) for d in here]


def _event(stage: _Stage, i: int) -> Event | None:
    """Read the frame of the verb at word `i`; None where its words do not stand together."""
    scene, verb = stage.scene, _verbs()[stage.scene.tokens[i].light]
    if i in scene.mentions or not _opens(scene, i):
        return None
    j = i + 1
    while j < len(scene.tokens) and scene.tokens[j].light in ADVERBS:
        j += 1
    agent = _somebody(stage, _skip(stage, j))
    if agent is None:
        return None
    for shape in verb.shapes:
        if (told := _complement(stage, agent[1], shape)) is not None:
            patient, place, last = told
            left, right = next(s for s in scene.sentences if s[0] <= scene.starts[i] < s[1])
            place = place or _venue(stage, last, scene.word_at(right))
            near = [d for a, _, d in stage.dates if scene.word_at(left) <= a < scene.word_at(right)]
            return Event(
                verb.kind, verb.key, agent[0], scene.line,
                scene.base + scene.starts[i], scene.base + scene.tokens[last - 1].end,
                patient=patient, place=place, date=near[0] if len(near) == 1 else None,
                negated=i > 0 and scene.tokens[i - 1].light in _words("denials"), future=verb.future,
            )  # fmt: skip
    return None


def _opens(scene: Scene, i: int) -> bool:
    """Say whether a verb stands at the head of a clause."""
    if i == 0 or scene.gap(i - 1) or scene.tokens[i].light.startswith("و"):
        return True
    before = scene.tokens[i - 1].light
    return before in CONTINUERS or before in _words("denials")


def _skip(stage: _Stage, i: int) -> int:
    """Step over a date that stands between the parts of a frame."""
    return next((end for start, end, _ in stage.dates if start == i), i)


def _somebody(stage: _Stage, i: int) -> tuple[str, int] | None:
    """Return the person or body named at word `i`, with or without an office, and the word after it."""
    scene = stage.scene
    if i >= len(scene.tokens):
        return None
    if (at := scene.mentions.get(i)) is not None:
        return (at.entity.id, at.last) if at.clitic in ("", "و") else None
    light = scene.tokens[i].light.removeprefix("و")
    if light not in OFFICES and light not in TITLES:
        return None
    end = phrase_end(scene, i, len(scene.tokens))
    for k in sorted(k for k in scene.mentions if i < k < end):
        mention = scene.mentions[k]
        if mention.entity.kind == "person" and belongs(scene, i, mention, stage.cast.offices):
            return mention.entity.id, mention.last
    return None


def _complement(stage: _Stage, i: int, shape: str) -> tuple[str | None, str | None, int] | None:
    """Return patient, place and the word after what the verb asks for, right behind its subject."""
    scene = stage.scene
    i = _skip(stage, i)
    if i >= len(scene.tokens):
        return None
    light = scene.tokens[i].light
    if shape == "object" or (shape == "with" and light.startswith("و")):
        other = _somebody(stage, i)
        return (other[0], None, other[1]) if other else None
    if shape == "with":
        other = _somebody(stage, i + 1) if light in _words("with") else None
        return (other[0], None, other[1]) if other else None
    if shape == "thing":
        i += light == "على"
        thing = i < len(scene.tokens) and scene.tokens[i].light in _words("things")
        return (None, None, i + 1) if thing else None
    at = stage.places.get(i + 1 if shape == "to" and light in _words("to") else i)
    if at is None or at[2] not in (("",) if shape == "place" or light in _words("to") else ("ل",)):
        return None
    return None, at[0], at[1]


def _venue(stage: _Stage, i: int, stop: int) -> str | None:
    """Return the one place that stands behind في in the rest of the sentence."""
    tokens = stage.scene.tokens
    found = {id for k, (id, _, clitic) in stage.places.items()
             if i <= k < stop and (clitic == "ب" or tokens[k - 1].light in _words("in"))}  # fmt: skip
    return found.pop() if len(found) == 1 else None
