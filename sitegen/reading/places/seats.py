"""Bodies called after a place: «جامعة القاهرة», «بلدية نابلس».

A head of `entities.toml` waits for a known place right behind it.  Where the name goes on
(«جامعة القاهرة الجديدة», «جامعة دبي للتصميم») it is another body's, and nothing is said.
"""

from __future__ import annotations

from sitegen.model import Record
from sitegen.reading.names.cues import PERSON, TITLE, cue
from sitegen.reading.places.cues import inside_name
from sitegen.reading.places.gazetteer import Generic, Lead
from sitegen.reading.places.state_bodies import Named, TextLine
from sitegen.text.nationalities import nationality
from sitegen.text.phrases import Hit


def body_of_place(line: TextLine, hit: Hit[Lead], generic: Generic) -> list[Named]:
    """Return what a head makes with the place behind it, and the place; [] where the name goes on."""
    after = line.hits.get(hit.last)
    if after is None or after.prefix or not line.joined(hit.last):
        return []
    places = [lead.record for lead in after.values if lead.kind == "place" and lead.record]
    if len(places) != 1 or _goes_on(line, after.last):
        return []
    record = Record(
        kind="org",
        id=f"{places[0].id}-{generic.suffix}",
        ar=f"{generic.ar} {places[0].ar}",
        en=generic.en.format(places[0].en),
        country=places[0].country,
        builtin=True,
    )
    body = Named(record, hit.first, after.last)
    return [body] if inside_name(line, after, places[0]) else [body, Named(places[0], hit.last, after.last)]


def _goes_on(line: TextLine, i: int) -> bool:
    """Say whether the word at `i` belongs to the name: an adjective, «لـ» with a purpose, «في» is none."""
    if not line.joined(i):
        return False
    token = line.tokens[i]
    if token.key.startswith("لل"):
        return True
    definite = token.key.startswith("ال") and not cue(token.key) & (TITLE | PERSON)
    return definite or nationality(token.text) is not None
