"""Find dated happenings in closed frames: who met, visited, signed, opened, resigned, was sentenced.

The words must stand next to each other: the verb, its subject, what the verb
asks for, a date; only a date, a venue or a comma may part them.  Names that
merely stand in one sentence make no event.
"""

from __future__ import annotations

from sitegen.model import Article, DateExpr, Entity, Event, Statement
from sitegen.reading.speech.event_words import VERBS, Shape, Verb, may_tell, verbs, words
from sitegen.reading.speech.scene import Scene, make_scene, rest_of_sentence
from sitegen.reading.speech.speakers import Cast
from sitegen.reading.speech.stage import Stage, Told, skip_date, told_behind, venue_of
from sitegen.reading.speech.words import ADVERBS, CONTINUERS


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
                stage = Stage(scene, cast, where, _dates(scene, dates))
                out += [event for i in found if (event := _event(stage, i)) is not None]
                out += [event for s in said if (event := _statement(stage, s)) is not None]
    return tuple(sorted(out, key=lambda e: (e.line, e.start)))


def _dates(scene: Scene, dates: tuple[DateExpr, ...]) -> list[tuple[int, int, DateExpr]]:
    here = [d for d in dates if d.line == scene.line and d.start >= scene.base]
    return [(scene.word_at(d.start - scene.base), scene.word_at(d.end - scene.base), d) for d in here]


def _event(stage: Stage, i: int) -> Event | None:
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
            if (
                told := told_behind(stage, skip_date(stage, j), verb, _asked(scene, i, verb, shape))
            ) is not None:
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


def _make(stage: Stage, i: int, verb: Verb, told: Told, *, planned: bool) -> Event:
    scene = stage.scene
    venue, last = venue_of(stage, told.last) if told.place is None else (told.place, told.last)
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


def _opens(stage: Stage, i: int) -> bool:
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


def _date(stage: Stage, verb: int, last: int, behind: int) -> DateExpr | None:
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


def _statement(stage: Stage, said: Statement) -> Event | None:
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
