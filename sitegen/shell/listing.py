"""One article as `sitegen read` shows it to people: every line with its role, then what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from rich.text import Text

from sitegen.errors import isolate
from sitegen.model import Entity, Entry, Event, Quote, Sentence, Statement

T = TypeVar("T")

_WIDTH = 100  # letters of a line that are shown

_COLOURS = {
    "title": "bold green", "subtitle": "green", "heading": "bold", "lede": "cyan", "body": "cyan",
    "caption": "magenta", "caption+lede": "magenta", "byline": "yellow", "dateline": "yellow",
    "date": "yellow", "furniture": "dim red", "duplicate": "dim red", "blank": "dim",
}  # fmt: skip


def listing(name: str, entry: Entry) -> Iterator[Text]:
    """Yield the lines that show how `entry`, known to its user as `name`, was read."""
    article = entry.reading.article
    yield Text(f"{name}  (id {article.id})", "bold underline")
    for mark in article.marks:
        line = Text(f"{mark.n:5} ")
        line.append(f"{mark.role:12} ", _COLOURS.get(mark.role, ""))
        line.append(f"{mark.rule:24} ", "dim")
        line.append(_shown(entry.raw.lines[mark.n - 1]))
        line.append(f"  [{mark.why}]" if mark.why else "", "dim")
        yield line
    if not article.is_article:
        yield _fact("article", f"no: language {article.lang}, kind {article.kind}")
    else:
        yield from _facts(entry)
    yield Text()


def _facts(entry: Entry) -> Iterator[Text]:
    reading = entry.reading
    speakers = {e.id: e for e in (*reading.people, *reading.orgs, *reading.places)}
    yield _fact("title", isolate(reading.article.title))
    yield _fact("kind", reading.article.kind)
    yield from _dating(entry)
    if reading.outlet_ar:
        yield _fact("outlet", isolate(reading.outlet_ar))
    yield from _each("people", reading.people, _entity)
    yield from _each("places", reading.places, _entity)
    yield from _each("orgs", reading.orgs, _entity)
    yield from _each("topics", reading.topics, lambda t: f"{t.en}  {isolate(t.ar)}  {_lines(t.because)}")
    for quote in reading.quotes:
        yield _fact("quote", f"{_lines([quote.line])} {_speaker(quote, speakers)}: {_shown(quote.text)}")
    for said in reading.statements:
        clause = entry.raw.lines[said.line - 1][said.start : said.end]
        yield _fact("said", f"{_lines([said.line])} {_speaker(said, speakers)} {said.verb}: {_shown(clause)}")
    for number in reading.numbers:
        figure = " ".join(filter(None, (number.approx, str(number.value), number.unit)))
        yield _fact("number", f"{_lines([number.line])} {figure}  {isolate(number.text)}")
    for date in entry.dates:
        yield _fact("date told", f"{_lines([date.line])} {date.value or 'unknown'}  {isolate(date.text)}")
    for event in reading.events:
        yield _fact("event", _event(event, entry, speakers))
    yield _sentence("headline", entry.english.headline)
    for sentence in entry.english.sentences:
        yield _sentence("English", sentence)


def _speaker(said: Quote | Statement, speakers: Mapping[str, Entity]) -> str:
    """Return who speaks: the English name, or else the words as printed."""
    if found := speakers.get(said.speaker or ""):
        return found.en
    return isolate(said.speaker_ar) if said.speaker_ar else "unknown"


def _dating(entry: Entry) -> Iterator[Text]:
    dating = entry.dating
    window = f", between {dating.earliest or '?'} and {dating.latest or '?'}"
    window = window if (dating.earliest or dating.latest) and dating.precision != "day" else ""
    at = f", {_lines([dating.line])}" if dating.line else ""
    yield _fact(
        "date", f"{dating.value or 'unknown'} ({dating.basis}, precision {dating.precision}{at}{window})"
    )
    for evidence in dating.evidence:
        where = f"{evidence.article} " if evidence.article else ""
        yield _fact("", f"because {where}{_lines([evidence.line])}: {_shown(evidence.text)}")


def _each(label: str, found: Sequence[T], describe: Callable[[T], str]) -> Iterator[Text]:
    for number, one in enumerate(found):
        yield _fact("" if number else label, describe(one))


def _entity(entity: Entity) -> str:
    parts = [entity.en or "?", isolate(entity.ar)]
    if entity.role_en or entity.role_ar:
        parts.append(f"[{entity.role_en or isolate(entity.role_ar)}]")
    if not entity.known:
        parts.append("(not in the lexicon)")
    return f"{'  '.join(parts)}  {_lines(dict.fromkeys(m.line for m in entity.mentions))}"


def _event(event: Event, entry: Entry, names: dict[str, Entity]) -> str:
    """Say what happened, who and where, when, and whether it is denied or lies ahead."""
    found = [names[id] for id in (event.agent, event.patient, event.place) if id in names]
    at = (event.date.line, event.date.start) if event.date else None
    day = next((d.value or "unknown day" for d in entry.dates if (d.line, d.start) == at), "")
    state = "denied" if event.negated else event.tense if event.tense != "past" else ""
    told = ", ".join(filter(None, (*(e.en or isolate(e.ar) for e in found), day, state)))
    return f"{_lines([event.line])} {event.kind}: {told}  {_shown(event.text)}"


def _sentence(label: str, sentence: Sentence) -> Text:
    return _fact(label, f"{sentence.text}  [{sentence.layer}, {_lines(sentence.lines)}]")


def _fact(label: str, value: str) -> Text:
    line = Text(f"  {label:10}", "bold")
    line.append(value, "not bold")
    return line


def _lines(numbers: Iterable[int]) -> str:
    shown = [str(n) for n in numbers]
    return f"line{'s' if len(shown) > 1 else ''} {', '.join(shown)}" if shown else "no line"


def _shown(text: str) -> str:
    return isolate(text if len(text) <= _WIDTH else text[:_WIDTH] + "…") if text.strip() else ""
