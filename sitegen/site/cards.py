"""What the lists, indexes and dates of a site need of one article, and no more.

A card is small (names are shared, no text but the lines that dates and quotes
stand in), so that the cards of 100,000 articles fit in memory while the
articles themselves are loaded one at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from textwrap import shorten

import msgspec
from msgspec import Struct
from msgspec.structs import astuple, replace

from sitegen.memo import digest
from sitegen.model import DateFound, Dating, English, Entity, Entry, TopicHit, Value
from sitegen.site.deferred import Late
from sitegen.site.happenings import happenings, told_in_english
from sitegen.site.one_language import view_in
from sitegen.site.urls import LANGS
from sitegen.site.views import CardView, EventFact, EvidenceView, Named, When
from sitegen.text.sentences import split_sentences

_WORD = re.compile(r"\w+")
_STEM = 4  # letters
_TITLE = 80  # letters of the text that stand for a title
_MARKS = " ،؛:,.-–"  # what none of them ends in
#: Words that a sentence has and its headline leaves out.
_FRAME = " the article also says a an is are was were be been has have had will to of it that"


class ToldDate(Value, frozen=True):
    """A resolved date in a text: the phrase, its line and the sentence around it."""

    value: str
    text: str
    line: int
    sentence: str
    role: str  # event | photo | publication
    english: str = ""  # the sentence of the English stub that tells it
    events: tuple[EventFact, ...] = ()


class Said(Value, frozen=True):
    """A quotation whose speaker is known."""

    speaker: tuple[str, str]  # (kind, id)
    text: str
    line: int


class Office(Value, frozen=True):
    """What an article calls a person: the office as printed, and its English where that is known."""

    person: str  # id
    ar: str
    en: str


class Face(Value, frozen=True):
    """What lists in one language show of an article, known by its digest."""

    view: CardView
    digest: bytes


class Details(Value, frozen=True):
    """What few pages show of an article, but not its list entry."""

    told: tuple[ToldDate, ...] = ()
    said: tuple[Said, ...] = ()
    offices: tuple[Office, ...] = ()
    events: tuple[EventFact, ...] = ()


class Card(Value, frozen=True):
    """One article as lists and indexes know it; the details are kept as bytes, a quarter of their size."""

    view: CardView
    source: str  # its file
    terms: tuple[Named, ...]  # everything it is indexed under, outlet included
    dates: tuple[str, ...] = ()  # that its text tells, once each
    quoted: tuple[str, ...] = ()  # "kind/id" of who says each quotation
    packed: bytes = b""  # `Details`; none if there are none
    digest: bytes = b""  # of all the rest
    shown: tuple[bytes, ...] = ()  # digests of what Arabic and English lists show

    def face(self, lang: str) -> Face:
        """Return what lists in `lang` show of the article."""
        view = view_in(self.view, lang)
        return Face(view, self.shown[LANGS.index(lang)] if self.shown else _digest_of(view))

    @property
    def id(self) -> str:
        """Return the article's id."""
        return self.view.id

    @property
    def details(self) -> Details:
        """Return what few pages show."""
        return _unpacked(self.packed)

    def with_details(self, details: Details) -> Card:
        """Return the card with these details."""
        packed = msgspec.msgpack.encode(details) if any(astuple(details)) else b""
        dates, quoted = tuple(d.value for d in details.told), tuple("/".join(s.speaker) for s in details.said)
        return replace(self, dates=dates, quoted=quoted, packed=packed)


@lru_cache(1024)
def _unpacked(packed: bytes) -> Details:
    return msgspec.msgpack.decode(packed, type=Details) if packed else Details()


def faces(cards: Iterable[Card], lang: str) -> Late[Face]:
    """Return what lists in `lang` show of `cards`: made when a list is, known by what the cards carry."""
    cards, place = tuple(cards), LANGS.index(lang)
    digests = [card.shown[place] if card.shown else card.face(lang).digest for card in cards]
    return Late(digests, lambda: [card.face(lang) for card in cards])


def make_card(entry: Entry, outlet: Named | None, publish: str) -> Card:
    """Reduce a finished article to its card; `publish` says whether its lede may be shown."""
    reading = entry.reading
    people = [named(e) for e in reading.people]
    orgs = [named(e) for e in reading.orgs]
    places = [named(e) for e in reading.places]
    topics = [topic(t) for t in reading.topics]
    kinds = {n.id: n.kind for n in (*orgs, *people)}
    events = happenings(entry, {n.id: n for n in (*places, *orgs, *people)})
    view = CardView(
        id=entry.raw.id,
        title=reading.article.title or _opening(entry),
        headline=entry.english.headline.text,
        when=when(entry.dating),
        outlet=outlet,
        untitled=not reading.article.title,
        lede="" if publish == "summary" else _lede(entry),
        summary=_standfirst(entry.english),
    )
    details = Details(
        told=tuple(told(entry, events)),
        events=events,
        said=tuple(
            Said((kinds[q.speaker], q.speaker), q.text, q.line)
            for q in reading.quotes
            if q.speaker is not None and q.speaker in kinds
        ),
        offices=tuple(Office(p.id, p.role_ar, p.role_en) for p in reading.people if p.role_ar),
    )
    terms = (*people, *topics, *places, *orgs, *((outlet,) if outlet else ()))
    card = Card(view, entry.raw.path, terms).with_details(details)
    shown = tuple(_digest_of(view_in(view, lang)) for lang in LANGS)
    return replace(card, digest=_digest_of(card), shown=shown)


def _digest_of(value: Struct) -> bytes:
    return digest(msgspec.msgpack.encode(value))


def _opening(entry: Entry) -> str:
    """Return the first words of the text, by which an article without a title is listed."""
    text = next((piece.text for block in entry.reading.article.running for piece in block.pieces), "")
    words = shorten(text, _TITLE, placeholder="…")
    cut = f"{words[:-1].rstrip(_MARKS)} …" if words.endswith("…") else words
    return cut or entry.raw.id


def _lede(entry: Entry) -> str:
    for block in entry.reading.article.blocks:
        if block.role == "lede":
            return " ".join(piece.text.strip() for piece in block.pieces)
    return ""


def _standfirst(english: English) -> str:
    """Return the first English sentence that says more than the headline: lists show one below the other."""
    told = _stems(english.headline.text + _FRAME)
    says_more = (s for s in english.sentences if not _stems(s.text) <= told)
    first = next(says_more, None) or next(iter(english.sentences), None)
    return first.text if first else ""


def _stems(text: str) -> frozenset[str]:
    """Return the words of an English text, cut where they are inflected: «falls» and «fell» stay two."""
    return frozenset(word[:_STEM] for word in _WORD.findall(text.lower()))


def named(entity: Entity) -> Named:
    """Return the link target for a person, place or organisation."""
    return Named(entity.kind, entity.id, entity.ar, entity.en, automatic=entity.en_basis == "automatic")


def topic(hit: TopicHit) -> Named:
    """Return the link target for a topic."""
    return Named("topic", hit.id, hit.ar, hit.en)


def when(dating: Dating) -> When:
    """Return the publication date as pages show it."""
    return When(
        dating.value, dating.precision, dating.basis, dating.earliest, dating.latest,
        tuple(EvidenceView(e.article, e.line, e.text) for e in dating.evidence),
    )  # fmt: skip


def told(entry: Entry, events: tuple[EventFact, ...] = ()) -> list[ToldDate]:
    """Return each date the text tells once: where a happening stands, else its first event mention."""
    happened = {(e.day, e.line) for e in events}
    best: dict[str, DateFound] = {}
    for found in sorted(entry.dates, key=lambda f: ((f.value, f.line) not in happened, f.role != "event")):
        if found.value is not None:
            best.setdefault(found.value, found)
    return [
        ToldDate(
            value, f.text, f.line, sentence_at(entry.raw.lines[f.line - 1], f.start), f.role,
            told_in_english(entry, value, f.line), tuple(e for e in events if e.day == value),
        )
        for value, f in sorted(best.items(), key=lambda item: (item[1].line, item[1].start))
    ]  # fmt: skip


def sentence_at(line: str, offset: int) -> str:
    """Return the sentence of `line` that holds `offset`."""
    for start, end in split_sentences(line):
        if start <= offset < end:
            return line[start:end].strip()
    return line.strip()
