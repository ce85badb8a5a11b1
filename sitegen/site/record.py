"""The machine-readable reading of one article: `data/articles/<id>.json` and `sitegen read --json`.

The shape is a contract: `sitegen/data/article.schema.json` describes it and the
tests validate every record against it.  Line numbers count from 1, offsets are
code points in the raw line.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import msgspec

from sitegen.model import DateExpr, DateFound, Dating, Entity, Entry, Event, Sentence, Span
from sitegen.site.deferred import Held

_ENCODER = msgspec.json.Encoder()


@lru_cache(4096)  # the same few roles and rules at the same places in most articles
def _mark(n: int, role: str, rule: str, why: str) -> msgspec.Raw:
    """Return what a line is, by which rule, and what it weighed below the text, as it is written."""
    return msgspec.Raw(_ENCODER.encode({"n": n, "role": role, "rule": rule, **({"why": why} if why else {})}))


def record(entry: Entry) -> dict[str, Any]:
    """Return the reading of `entry` as plain values."""
    reading, article = entry.reading, entry.reading.article
    hours = {(e.line, e.start): e for e in reading.dates if e.time}
    return {
        "path": article.path,
        "id": article.id,
        "is_article": article.is_article,
        "lang": article.lang,
        "kind": article.kind,
        "title": article.title or None,
        "title_line": article.title_line,
        "lines": [_mark(mark.n, mark.role, mark.rule, mark.why) for mark in article.marks],
        "date": _date(entry.dating),
        "outlet": reading.outlet_ar or None,
        "people": [_person(e) for e in reading.people],
        "places": [_entity(e) for e in reading.places],
        "orgs": [_entity(e) for e in reading.orgs],
        "topics": [{"id": t.id, "ar": t.ar, "en": t.en, "because": list(t.because)} for t in reading.topics],
        "quotes": [
            {"speaker": q.speaker, "line": q.line, "start": q.start, "end": q.end, "text": q.text}
            for q in reading.quotes
        ],
        "numbers": [
            {"value": n.value, "unit": n.unit, "approx": n.approx, "line": n.line, "text": n.text}
            for n in reading.numbers
        ],
        "dates": [
            {"value": d.value, "precision": d.precision, "line": d.line, "text": d.text, **_hour(d, hours)}
            for d in entry.dates
        ],
        "events": [_event(e, entry.dates) for e in reading.events],
        "english": {
            "headline": _sentence(entry.english.headline),
            "sentences": [_sentence(s) for s in entry.english.sentences],
            "engine": entry.english.engine,
        },
    }  # fmt: skip


def _date(dating: Dating) -> dict[str, Any]:
    return {
        "value": dating.value, "precision": dating.precision, "basis": dating.basis,
        "line": dating.line, "earliest": dating.earliest, "latest": dating.latest,
    }  # fmt: skip


def _event(event: Event, dates: tuple[DateFound, ...]) -> dict[str, Any]:
    at = (event.date.line, event.date.start) if event.date else None
    return {
        "kind": event.kind, "agent": event.agent, "patient": event.patient, "place": event.place,
        "date": next((d.value for d in dates if (d.line, d.start) == at), None), "tense": event.tense,
        "negated": event.negated, "line": event.line, "start": event.start, "end": event.end,
        "text": event.text,
    }  # fmt: skip


def _hour(date: DateFound, hours: dict[tuple[int, int], DateExpr]) -> dict[str, str]:
    """Return the time of day that a date is printed with, nothing where it is printed without one."""
    expr = hours.get((date.line, date.start))
    return {"time": expr.time, **({"zone": expr.zone} if expr.zone else {})} if expr else {}


def encode(values: dict[str, Any]) -> bytes:
    """Write one record as a line of JSON."""
    return _ENCODER.encode(values) + b"\n"


def record_file(entry: Held[Entry]) -> bytes:
    """Return the file of one article's reading."""
    return encode(record(entry.load()))


def _mention(span: Span) -> dict[str, Any]:
    return {"line": span.line, "start": span.start, "end": span.end, "text": span.text}


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id, "ar": entity.ar, "en": entity.en, "known": entity.known,
        "mentions": [_mention(m) for m in entity.mentions],
    }  # fmt: skip


def _person(person: Entity) -> dict[str, Any]:
    return {
        "id": person.id, "ar": person.ar, "en": person.en, "role_ar": person.role_ar or None,
        "role_en": person.role_en or None, "known": person.known,
        "mentions": [_mention(m) for m in person.mentions],
    }  # fmt: skip


def _sentence(sentence: Sentence) -> dict[str, Any]:
    return {"text": sentence.text, "lines": list(sentence.lines), "layer": sentence.layer}
