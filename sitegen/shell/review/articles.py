"""What deserves a look in one article."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen import data
from sitegen.desk.lexicon import Lexicon
from sitegen.desk.sidecar import sidecar_of
from sitegen.desk.sources import ENGLISH
from sitegen.errors import Where, isolate
from sitegen.model import Corrections, Entry
from sitegen.reading.kept import kept_spans
from sitegen.reading.page.families import tables
from sitegen.reading.page.lines import measure
from sitegen.shell.review.finding import Finding
from sitegen.text.tokens import tokenize

_DROPPED = ("furniture", "duplicate")
#: A line dropped for one of these is surely no text of the article.
_SURE = frozenset(["front-matter", "editor-drop", "paragraph-again", "foreign"])
_LONG = 8  # words from which a line that is no known phrase may be text
_ATTRIBUTING = ("facts", "card")  # layers that name the speaker by themselves
_SHOWN = 60  # letters of a line that are shown


def review_article(entry: Entry, fixes: Corrections, lexicon: Lexicon, *, edited: bool) -> Iterator[Finding]:
    """Yield what an editor should see in one article; `edited`: its English is an editor's."""
    found = [
        *_dating(entry),
        *_titling(entry),
        *_dropped(entry, fixes),
        *_doubtful(entry, fixes, lexicon),
        *_claims(entry),
        *_english(entry, edited),
    ]
    yield from (finding for finding in found if finding.kind not in fixes.settled)


def _dating(entry: Entry) -> Iterator[Finding]:
    dating, path = entry.dating, entry.raw.path
    if dating.precision == "none":
        window = ""
        if dating.earliest or dating.latest:
            window = f"; it lies between {dating.earliest or '?'} and {dating.latest or '?'}"
        line = entry.reading.article.title_line or 1
        yield Finding("no-date", Where(path, line), f"no date{window}", "date = YYYY-MM-DD", sidecar_of(path))
    elif dating.basis == "inferred" and dating.value:
        proof = next(iter(dating.evidence), None)
        line = dating.line or (proof.line if proof and not proof.article else 1)
        because = f", because of {isolate(_short(proof.text))}" if proof else ""
        what = f"the date {dating.value} is inferred{because}"
        value = dating.value if len(dating.value) == 10 else f'"{dating.value}"'
        yield Finding("date-inferred", Where(path, line), what, f"date = {value}", sidecar_of(path))


def _titling(entry: Entry) -> Iterator[Finding]:
    article, path = entry.reading.article, entry.raw.path
    if not article.title:
        first = next((piece for block in article.running for piece in block.pieces), None)
        what = f"no title; listed by its first words: {isolate(_short(first.text))}" if first else "no title"
        yield Finding(
            "no-title", Where(path, first.line if first else 1), what, 'title = "…"', sidecar_of(path)
        )


def _dropped(entry: Entry, fixes: Corrections) -> Iterator[Finding]:
    """Yield the dropped lines that look like text of the article.

    A known phrase of page furniture is doubted only where text follows it.
    """
    families = {family.name for family in tables().families}
    marks = entry.reading.article.marks
    last = max((mark.n for mark in marks if mark.role not in (*_DROPPED, "blank")), default=0)
    for mark in marks:
        if mark.role not in _DROPPED or mark.rule in _SURE:
            continue
        line = measure(mark.n, entry.raw.lines[mark.n - 1])
        known = mark.rule in families
        if not line.arabic or (known and mark.n > last):
            continue
        if line.prose or (line.size >= _LONG and not known):
            what = f"dropped as {mark.rule}: {isolate(_short(line.text))}"
            settle = f"keep = {sorted({*fixes.keep, mark.n})}  # or  drop = {sorted({*fixes.drop, mark.n})}"
            path = entry.raw.path
            yield Finding("weak-drop", Where(path, mark.n), what, settle, sidecar_of(path), line.size)


def _doubtful(entry: Entry, fixes: Corrections, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield the names that the lexicon gives to two people, unless the editor named one of them."""
    seen: set[tuple[str, ...]] = set()
    named = {name for _, name in (*fixes.add, *fixes.remove)}
    for span in kept_spans(entry.reading.article, entry.raw.lines):
        for hit in lexicon.indexes["person"].find(tokenize(span.text)):
            ids = tuple(sorted({record.id for record in hit.values}))
            if len(ids) < 2 or ids in seen or named & set(ids):
                continue
            seen.add(ids)
            name = isolate(span.text[hit.start : hit.end])
            yield Finding(
                "two-people", Where(entry.raw.path, span.line), f"{name} may be {' or '.join(ids)}",
                f'people = {{ add = ["{ids[0]}"] }}', sidecar_of(entry.raw.path),
            )  # fmt: skip


def _claims(entry: Entry) -> Iterator[Finding]:
    """Yield English that tells as a fact what its Arabic line only reports of somebody.

    Facts and cards attribute by themselves; an editor's text and an engine's may not.
    """
    names = {e.id: e.en for e in (*entry.reading.people, *entry.reading.orgs, *entry.reading.places)}
    reported: dict[int, str] = {}
    for said in entry.reading.statements:
        opening = entry.raw.lines[said.line - 1].split(maxsplit=1)[:1]
        if opening and opening[0].endswith(said.verb) and (said.speaker or said.speaker_ar):
            reported[said.line] = names.get(said.speaker or "") or isolate(said.speaker_ar)
    for sentence in entry.english.sentences:
        held = [n for n in sentence.lines if n in reported]
        if sentence.layer in _ATTRIBUTING or not held or len(held) < len(sentence.lines):
            continue
        words = {word.strip('.,:;“”"’()').casefold() for word in sentence.text.split()}
        if words.isdisjoint(data.table("attribution")["words"]) and "“" not in sentence.text:
            speaker, line = reported[held[0]], held[0]
            what = f"{isolate(_short(sentence.text))} is told as a fact; the line only reports it"
            place = f"{ENGLISH}{entry.raw.id}.md"
            yield Finding(
                "claim", Where(entry.raw.path, line), what, f"{speaker} said that …  [{line}]", place
            )


def _english(entry: Entry, edited: bool) -> Iterator[Finding]:
    english = entry.english
    place = f"{ENGLISH}{entry.raw.id}.md"
    if english.stale:
        what = "the Arabic has changed since this English was written"
        yield Finding("english-stale", Where(place, 1), what, f'source = "{entry.raw.digest}"', place)
    for dropped in english.rejected:
        said = isolate(_short(dropped.sentence.text))
        what = f"{dropped.sentence.layer}: {said}: {'; '.join(dropped.reasons)}"
        where = Where(entry.raw.path, dropped.sentence.lines[0])
        yield Finding("machine-dropped", where, what, f"sitegen english --draft {entry.raw.id}")
    if not edited and all(s.layer == "card" for s in (english.headline, *english.sentences)):
        line = entry.reading.article.title_line or 1
        what = "the English only lists what the article covers"
        yield Finding("english-card", Where(entry.raw.path, line), what, "# Your headline", place)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
