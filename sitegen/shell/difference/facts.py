"""What two readings of one article say differently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sitegen.errors import isolate

Record = Mapping[str, Any]

#: Lists of named things, by their key in a record.
_NAMES = ("people", "places", "orgs", "topics")
_WIDTH = 60  # letters of a text that are shown


def changed_facts(before: Record, after: Record) -> Iterator[str]:
    """Yield in words each fact of an article that differs.

    >>> list(changed_facts({"date": {"value": None}}, {"date": {"value": "2021-07", "basis": "given"}}))
    ['date: unknown -> 2021-07 (given)']
    >>> list(changed_facts({"people": []}, {"people": [{"id": "joe-biden", "en": "Joe Biden"}]}))
    ['people: + Joe Biden']
    """
    yield from _value("title", before, after)
    yield from _date(before.get("date") or {}, after.get("date") or {})
    yield from _value("outlet", before, after)
    ids: dict[str, str] = {}  # old id -> new id of the same name
    for key in _NAMES:
        held, now = before.get(key) or (), after.get(key) or ()
        ids.update(_renamed(held, now))
        yield from _names(key, held, now, ids)
    yield from _offices(before.get("people") or (), after.get("people") or ())
    yield from _lines(before.get("lines") or (), after.get("lines") or ())
    for key in ("quotes", "numbers", "dates", "events"):
        yield from _texts(key, before.get(key) or (), after.get(key) or (), ids)
    yield from _english(before.get("english") or {}, after.get("english") or {})


def _value(key: str, before: Record, after: Record) -> Iterator[str]:
    if before.get(key) != after.get(key):
        yield f"{key}: {_shown(before.get(key))} -> {_shown(after.get(key))}"


def _date(before: Record, after: Record) -> Iterator[str]:
    told = [(d.get("value"), d.get("basis")) for d in (before, after)]
    if told[0] == told[1]:
        return
    first, second = (f"{value} ({basis})" if value else "unknown" for value, basis in told)
    yield f"date: {first} -> {second}"


def _renamed(before: Sequence[Record], after: Sequence[Record]) -> dict[str, str]:
    """Return the ids under which the same English name stands now."""
    held, now = ({r.get("en"): str(r["id"]) for r in side if r.get("en")} for side in (before, after))
    return {held[en]: id for en, id in now.items() if en in held and held[en] != id}


def _names(
    key: str, before: Sequence[Record], after: Sequence[Record], ids: Mapping[str, str]
) -> Iterator[str]:
    held, now = ({str(r["id"]): str(r.get("en") or r["id"]) for r in side} for side in (before, after))
    parts = [f"+ {name}" for id, name in now.items() if id not in held and id not in ids.values()]
    parts += [f"- {name}" for id, name in held.items() if id not in now and id not in ids]
    parts += [f"{held[id]} -> {name}" for id, name in now.items() if id in held and held[id] != name]
    parts += [f"{held[id]} has the page {ids[id]}, not {id}" for id in held if id in ids]
    if parts:
        yield f"{key}: {', '.join(parts)}"


def _offices(before: Sequence[Record], after: Sequence[Record]) -> Iterator[str]:
    held = {r["id"]: r.get("role_en") or r.get("role_ar") for r in before}
    for person in after:
        office = person.get("role_en") or person.get("role_ar")
        if person["id"] in held and held[person["id"]] != office:
            yield f"office of {person.get('en')}: {_shown(held[person['id']])} -> {_shown(office)}"


def _lines(before: Sequence[Record], after: Sequence[Record]) -> Iterator[str]:
    """Tell lines that are printed now and were not, or the reverse."""
    held, now = ({r["n"]: str(r["role"]) for r in side} for side in (before, after))
    for n, role in now.items():
        if n in held and held[n] != role:
            yield f"line {n}: {held[n]} -> {role}"
    if len(held) != len(now):
        yield f"lines: {len(held)} -> {len(now)}"


def _texts(
    key: str, before: Sequence[Record], after: Sequence[Record], ids: Mapping[str, str]
) -> Iterator[str]:
    """Tell quotes, numbers and dates that came or went, or mean something else."""
    held, now = ({_said(r): r for r in side} for side in (before, after))
    for said, record in now.items():
        if said not in held:
            yield f"{key}: + {_shown(record.get('text'))}"
        elif key == "quotes" and (was := _speaker(held[said], ids)) != (now_is := _speaker(record, {})):
            yield f"speaker of {_shown(record.get('text'))}: {was} -> {now_is}"
        elif held[said].get("value") != record.get("value"):
            values = f"{held[said].get('value')} -> {record.get('value')}"
            yield f"{key}: {_shown(record.get('text'))}: {values}"
    for said, record in held.items():
        if said not in now:
            yield f"{key}: - {_shown(record.get('text'))}"


def _speaker(quote: Record, ids: Mapping[str, str]) -> str:
    id = str(quote.get("speaker") or "unknown")
    return ids.get(id, id)


def _said(record: Record) -> tuple[Any, ...]:
    return record.get("line"), record.get("start"), record.get("text")


def _english(before: Record, after: Record) -> Iterator[str]:
    for n, (old, new) in enumerate(zip(_sentences(before), _sentences(after), strict=False)):
        if old != new:
            yield f"{f'English sentence {n}' if n else 'headline'}: {_shown(old)} -> {_shown(new)}"
    counts = [len(_sentences(side)) - 1 for side in (before, after)]
    if counts[0] != counts[1]:
        yield f"English sentences: {counts[0]} -> {counts[1]}"


def _sentences(english: Record) -> list[str]:
    told = [english.get("headline") or {}, *(english.get("sentences") or ())]
    return [str(sentence.get("text", "")) for sentence in told]


def _shown(value: object) -> str:
    text = " ".join(str(value or "none").split())
    return isolate(text if len(text) <= _WIDTH else text[:_WIDTH] + "…")
