"""Find dated happenings in closed frames: who met, visited, signed, opened, resigned, was sentenced.

The words must stand next to each other: the verb, its subject, what the verb
asks for, a date; only a date, a venue or a comma may part them.  Names that
merely stand in one sentence make no event.
"""

from __future__ import annotations

from msgspec import Struct

from sitegen.model import Article, DateExpr, Entity, Event, Statement
from sitegen.reading.names.office_words import is_of_two
from sitegen.reading.speech.event_words import VERBS, Shape, Verb, may_tell, verbs, words
from sitegen.reading.speech.offices import belongs
from sitegen.reading.speech.scene import Scene, make_scene, phrase_end, rest_of_sentence
from sitegen.reading.speech.speakers import Cast
from sitegen.reading.speech.words import ADVERBS, CONTINUERS, OFFICES, TITLES

#: The name of a court has at most so many words: «محكمة جنايات القاهرة».
_COURT = 5


class _Stage(Struct, frozen=True, gc=False):
    """A stretch of a line, its people and places and its dates by first word."""

    scene: Scene
    cast: Cast
    places: dict[int, tuple[str, int, str]]  # word -> id, word after it, clitic
    dates: list[tuple[int, int, DateExpr]]  # word, word after it


class _Told(Struct, frozen=True, gc=False):
    """What stands behind a verb: who, to whom, where, and the word after them."""

    agent: str | None
    patient: str | None
    place: str | None
    last: int


def find_events(
    article: Article,
    entities: tuple[Entity, ...],
    dates: tuple[DateExpr, ...] = (),
    statements: tuple[Statement, ...] = (),
) -> tuple[Event, ...]:
    """Return the events told in the body of an article, in order; `entities` of all kinds."""
    if not any(s.speaker for s in statements) and not any(map(may_tell, article.running)):
        return ()
    cast = Cast((e for e in entities if e.kind == "person"), (e for e in entities if e.kind == "org"))
    spots = Cast((), (e for e in entities if e.kind == "place"))
    out: list[Event] = []
    known = verbs()
    for block in article.running:
        for piece in block.pieces:
            scene = cast.scene(piece.line, piece.start, piece.text)
            said = [s for s in statements if s.line == piece.line and s.speaker]
            may = VERBS.places(scene.tokens)
            found = [i for i in may if scene.tokens[i].light in known and i not in scene.closed]
            if found or said:
                here = make_scene(piece.line, piece.start, piece.text, spots.spans.get(piece.line, []))
                where = {m.first: (m.entity.id, m.last, m.clitic) for m in here.mentions.values()}
                stage = _Stage(scene, cast, where, _dates(scene, dates))
                out += [event for i in found if (event := _event(stage, i)) is not None]
                out += [event for s in said if (event := _statement(stage, s)) is not None]
    return tuple(sorted(out, key=lambda e: (e.line, e.start)))


def _dates(scene: Scene, dates: tuple[DateExpr, ...]) -> list[tuple[int, int, DateExpr]]:
    here = [d for d in dates if d.line == scene.line and d.start >= scene.base]
    return [(scene.word_at(d.start - scene.base), scene.word_at(d.end - scene.base), d) for d in here]


def _event(stage: _Stage, i: int) -> Event | None:
    """Read the frame of the verb at word `i`; None where its words do not stand together."""
    scene = stage.scene
    planned = _is_planned(scene, i)
    if i in scene.mentions or not (planned or _opens(stage, i)):
        return None
    j = i + 1
    while j < len(scene.tokens) and scene.tokens[j].light in ADVERBS:
        j += 1
    for verb in verbs()[scene.tokens[i].light]:
        if verb.kind == "meeting" and not words("called").isdisjoint(rest_of_sentence(scene, i)):
            continue  # «بحث فلان مع علان خلال اتصال هاتفي»
        for shape in verb.shapes:
            if (told := _read(stage, _skip(stage, j), verb, _asked(scene, i, verb, shape))) is not None:
                return _make(stage, i, verb, told, planned=planned)
    return None


def _asked(scene: Scene, i: int, verb: Verb, shape: Shape) -> Shape:
    """Take «والتقى فلانا وعلانا» for two whom somebody else met: only مع tells there."""
    tells = shape.name == "with" and any(other.name == "object" for other in verb.shapes)
    goes_on = (
        _is_glued(scene, i) or _is_planned(scene, i) or (i > 0 and scene.tokens[i - 1].light in CONTINUERS)
    )
    return shape._replace(name="beside") if tells and goes_on else shape


def _is_glued(scene: Scene, i: int) -> bool:
    """Say whether «و» and not the verb itself begins word `i`: «والتقى», «ووصل», but not «وصل»."""
    light = scene.tokens[i].light
    return light.startswith("و") and light[1:] in verbs()


def _make(stage: _Stage, i: int, verb: Verb, told: _Told, *, planned: bool) -> Event:
    scene = stage.scene
    venue, last = _venue(stage, told.last) if told.place is None else (told.place, told.last)
    before = scene.tokens[i - 1].light if i else ""
    start, end = scene.starts[i], scene.tokens[told.last - 1].end
    return Event(
        verb.kind, verb.key, scene.line, scene.base + start, scene.base + end, scene.text[start:end],
        agent=told.agent, patient=told.patient, place=venue, date=_date(stage, i, told.last, last),
        negated=before in words("denials"), tense=_tense(verb, before, planned=planned),
    )  # fmt: skip


def _tense(verb: Verb, before: str, *, planned: bool) -> str:
    """«لم يزر» tells the past, «لن يزور» and «من المقرر أن يزور» what is to come."""
    if planned or before in words("never"):
        return "future"
    return "past" if before in words("denials_past") else verb.tense


def _opens(stage: _Stage, i: int) -> bool:
    """Say whether a verb stands at the head of a clause, a date before it counted in."""
    scene = stage.scene
    if i == 0 or scene.gap(i - 1) or scene.tokens[i].light.startswith("و"):
        return True
    before = scene.tokens[i - 1].light
    if before in CONTINUERS or before in words("denials"):
        return True
    first = next((a for a, b, _ in stage.dates if b == i), None)
    if first is None:
        return False
    first -= bool(first and scene.tokens[first - 1].light.removeprefix("و") in words("before_date"))
    return first == 0 or bool(scene.gap(first - 1))


def _is_planned(scene: Scene, i: int) -> bool:
    """«من المقرر أن يزور»: the verb behind أن tells a plan."""
    return (
        i >= 2 and scene.tokens[i - 1].light in words("that") and scene.tokens[i - 2].light in words("plans")
    )


def _skip(stage: _Stage, i: int) -> int:
    """Step over a date, or a bare «اليوم», that stands between the parts of a frame."""
    if found := next((end for start, end, _ in stage.dates if start == i), 0):
        return found
    return i + (_light(stage.scene, i) in words("today"))


# -- who, to whom, where ---------------------------------------------------------------


def _read(stage: _Stage, j: int, verb: Verb, shape: Shape) -> _Told | None:
    """Return what stands behind a verb: a subject that can do this, then what the verb asks for."""
    if shape.name == "on":
        return _sentenced(stage, j, shape)
    agent = _somebody(stage, j)
    if agent is None and verb.kind in words("states_do") and (at := stage.places.get(j)) and not at[2]:
        agent = (at[0], at[1], "place")
    if agent is None or (agent[2] == "person" and verb.kind in words("bodies_do")):
        return None
    told = _complement(stage, _title_end(stage, agent[1]), shape)
    return _Told(agent[0], *told) if told else None


def _title_end(stage: _Stage, i: int) -> int:
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


def _somebody(stage: _Stage, i: int) -> tuple[str, int, str] | None:
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


def _complement(stage: _Stage, i: int, shape: Shape) -> tuple[str | None, str | None, int] | None:
    """Return patient, place and the word after what the verb asks for, right behind its subject."""
    scene = stage.scene
    if shape.name == "alone":
        return None, None, i
    i = _skip(stage, i)
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


def _place(stage: _Stage, i: int) -> tuple[str, int, str] | None:
    """Return the place at word `i`, or behind a word such as «مدينة» there."""
    headed = _light(stage.scene, i) in words("place_heads")
    return stage.places.get(i) or (stage.places.get(i + 1) if headed else None)


def _sentenced(stage: _Stage, i: int, shape: Shape) -> _Told | None:
    """Read a court and على with a person, or a sentence and a person: «قضت محكمة مصرية بسجن فلان»."""
    scene = stage.scene
    if _light(scene, i) not in words("courts"):
        return None
    for k in range(i + 1, min(i + _COURT, len(scene.tokens) - 1)):
        if scene.gap(k - 1):
            return None
        if scene.tokens[k].light in shape.nouns or scene.tokens[k].light in words("on"):
            other = _somebody(stage, k + 1)
            return _Told(None, other[0], None, other[1]) if other and other[2] == "person" else None
    return None


# -- where and when ---------------------------------------------------------------------


def _venue(stage: _Stage, i: int) -> tuple[str | None, int]:
    """Return the place named behind في right after a frame or its date, and the word after it."""
    tokens = stage.scene.tokens
    k = _skip(stage, i)
    if k < len(tokens) and tokens[k].light in words("in") and (at := _place(stage, k + 1)) and not at[2]:
        return at[0], at[1]
    if (at := stage.places.get(k)) and at[2] == "ب":
        return at[0], at[1]
    return None, i


def _date(stage: _Stage, verb: int, last: int, behind: int) -> DateExpr | None:
    """Return the one date inside a frame, right behind it or its venue, or right before its verb."""
    scene = stage.scene
    near = []
    for first, stop, date in stage.dates:
        lead = first
        while lead > 0 and scene.tokens[lead - 1].light in words("before_date"):
            lead -= 1
        before = stop == verb and not _is_glued(scene, verb)  # «منذ يناير، والتقى فلانا»: another clause's
        if verb < first < last or before or lead in (last, behind):
            near.append(date)
    return near[0] if len(near) == 1 else None


def _statement(stage: _Stage, said: Statement) -> Event | None:
    """Make an event of reported speech whose day stands right before its clause: «قال فلان، أمس، إن …»."""
    scene, at = stage.scene, said.start - stage.scene.base
    if not 0 <= at < len(scene.text):
        return None
    clause = scene.word_at(at)
    for first, stop, date in stage.dates:
        since = first > 0 and scene.tokens[first - 1].light in words("not_on")
        if first > 0 and stop == clause - 1 and not since:
            start = date.start
            text = scene.text[start - scene.base : at].strip()
            end = start + len(text)
            return Event("statement", said.verb, said.line, start, end, text, agent=said.speaker, date=date)
    return None
