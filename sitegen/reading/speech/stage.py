"""What stands behind the verb of a happening: who, to whom, where."""

from __future__ import annotations

from msgspec import Struct

from sitegen.model import DateExpr
from sitegen.reading.names.office_words import is_of_two
from sitegen.reading.speech.event_words import Shape, Verb, words
from sitegen.reading.speech.offices import belongs
from sitegen.reading.speech.scene import Scene, phrase_end
from sitegen.reading.speech.speakers import Cast
from sitegen.reading.speech.words import OFFICES, TITLES

#: The name of a court has at most so many words: «محكمة جنايات القاهرة».
_COURT = 5


class Stage(Struct, frozen=True, gc=False):
    """A stretch of a line, its people and places and its dates by first word."""

    scene: Scene
    cast: Cast
    places: dict[int, tuple[str, int, str]]  # word -> id, word after it, clitic
    dates: list[tuple[int, int, DateExpr]]  # word, word after it


class Told(Struct, frozen=True, gc=False):
    """What stands behind a verb: who, to whom, where, and the word after them."""

    agent: str | None
    patient: str | None
    place: str | None
    last: int


def skip_date(stage: Stage, i: int) -> int:
    """Step over a date, or a bare «اليوم», that stands between the parts of a frame."""
    if found := next((end for start, end, _ in stage.dates if start == i), 0):
        return found
    return i + (_light(stage.scene, i) in words("today"))


def told_behind(stage: Stage, j: int, verb: Verb, shape: Shape) -> Told | None:
    """Return what stands behind a verb: a subject that can do this, then what the verb asks for."""
    if shape.name == "on":
        return _sentenced(stage, j, shape)
    agent = _somebody(stage, j)
    if agent is None and verb.kind in words("states_do") and (at := stage.places.get(j)) and not at[2]:
        agent = (at[0], at[1], "place")
    if agent is None or (agent[2] == "person" and verb.kind in words("bodies_do")):
        return None
    told = _complement(stage, _title_end(stage, agent[1]), shape)
    return Told(agent[0], *told) if told else None


def _title_end(stage: Stage, i: int) -> int:
    """Step over an office behind a name if a date or a preposition ends it: «خالد الفيصل أمير مكة اليوم»."""
    scene = stage.scene
    if i >= len(scene.tokens) or scene.tokens[i].light not in OFFICES or scene.gap(i - 1) not in ("", "،"):
        return i
    days = {first for first, _, _ in stage.dates}
    stop = next(
        (k for k in range(i, len(scene.tokens)) if k in days or _light(scene, k) in words("today")), 0
    )
    end = phrase_end(scene, i, stop or len(scene.tokens))
    return end if end == stop or _light(scene, end) in words("to") | words("with") else i


def _light(scene: Scene, i: int) -> str:
    return scene.tokens[i].light if i < len(scene.tokens) else ""


def _somebody(stage: Stage, i: int) -> tuple[str, int, str] | None:
    """Return the person or body named at word `i`, with or without an office, the word after it, its kind."""
    scene = stage.scene
    if (at := scene.mentions.get(i)) is not None:
        return (at.entity.id, at.last, at.entity.kind) if at.clitic in ("", "و") else None
    light = _light(scene, i)
    if not {light, light.removeprefix("و")} & (OFFICES | TITLES):
        return None
    end = phrase_end(scene, i, len(scene.tokens))
    end = next((k for k in range(i + 1, end) if is_of_two(scene.tokens[k])), end)  # «الوزير النائبين فلانا»
    for k in sorted(k for k in scene.mentions if i < k < end):
        mention = scene.mentions[k]
        if mention.entity.kind == "person" and belongs(scene, i, mention, stage.cast.offices):
            return mention.entity.id, mention.last, "person"
    return None


def _is_joined(scene: Scene, i: int) -> bool:
    """Say whether «و» is glued to the person at word `i`: «والكاظمي», «ووزير النقل», but not «وزير النقل»."""
    if (at := scene.mentions.get(i)) is not None:
        return at.clitic == "و"
    light = _light(scene, i)
    return light.startswith("و") and light not in OFFICES | TITLES


def _complement(stage: Stage, i: int, shape: Shape) -> tuple[str | None, str | None, int] | None:
    """Return patient, place and the word after what the verb asks for, right behind its subject."""
    scene = stage.scene
    if shape.name == "alone":
        return None, None, i
    i = skip_date(stage, i)
    light = _light(scene, i)
    if shape.name == ("with" if _is_joined(scene, i) else "object"):
        other = _somebody(stage, i)
        return (other[0], None, other[1]) if other else None
    if shape.name in ("with", "beside"):
        other = _somebody(stage, i + 1) if light in words("with") else None
        return (other[0], None, other[1]) if other else None
    if shape.name in ("thing", "office"):
        i += shape.name == "thing" and light in words("to_thing")
        return (None, None, i + 1) if _light(scene, i) in shape.nouns else None
    toward = shape.name == "to" and light in words("to")
    at = _place(stage, i + toward)
    if at is None or at[2] not in (("",) if shape.name == "place" or toward else ("ل",)):
        return None
    return None, at[0], at[1]


def _place(stage: Stage, i: int) -> tuple[str, int, str] | None:
    """Return the place at word `i`, or behind a word such as «مدينة» there."""
    headed = _light(stage.scene, i) in words("place_heads")
    return stage.places.get(i) or (stage.places.get(i + 1) if headed else None)


def _sentenced(stage: Stage, i: int, shape: Shape) -> Told | None:
    """Read a court and على with a person, or a sentence and a person: «قضت محكمة مصرية بسجن فلان»."""
    scene = stage.scene
    if _light(scene, i) not in words("courts"):
        return None
    for k in range(i + 1, min(i + _COURT, len(scene.tokens) - 1)):
        if scene.gap(k - 1):
            return None
        if scene.tokens[k].light in shape.nouns or scene.tokens[k].light in words("on"):
            other = _somebody(stage, k + 1)
            return Told(None, other[0], None, other[1]) if other and other[2] == "person" else None
    return None


def venue_of(stage: Stage, i: int) -> tuple[str | None, int]:
    """Return the place named behind في right after a frame or its date, and the word after it."""
    tokens = stage.scene.tokens
    k = skip_date(stage, i)
    if k < len(tokens) and tokens[k].light in words("in") and (at := _place(stage, k + 1)) and not at[2]:
        return at[0], at[1]
    if (at := stage.places.get(k)) and at[2] == "ب":
        return at[0], at[1]
    return None, i
