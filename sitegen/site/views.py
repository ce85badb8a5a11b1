"""What templates see: one typed, frozen view per kind of page, and nothing else.

A view holds finished values (paths, ISO dates, spans of text); templates only
choose words and markup.  A page carries its view deferred (`sitegen.site.deferred`).
"""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from sitegen.model import Sentence, Value
from sitegen.site.deferred import Deferred


class Named(Value, frozen=True, cache_hash=True):
    """A person, topic, place, organisation or outlet to link to; `path` is without language."""

    kind: str
    id: str
    ar: str
    en: str
    count: int = 0  # articles
    automatic: bool = False  # English name romanised by rule, not by the lexicon


class When(Value, frozen=True):
    """A publication date: ISO value or None, precision, basis, window and evidence."""

    value: str | None
    precision: str
    basis: str
    earliest: str | None = None
    latest: str | None = None
    evidence: tuple[EvidenceView, ...] = ()


class EvidenceView(Value, frozen=True):
    """A line that a fact rests on; `article` is the id of the article it stands in."""

    article: str
    line: int
    text: str


class CardView(Value, frozen=True, cache_hash=True):
    """One article in a list."""

    id: str
    title: str  # Arabic; the first words of the text where the page has none
    headline: str  # English
    when: When
    outlet: Named | None = None
    lede: str = ""  # Arabic; empty when the site republishes nothing
    summary: str = ""  # the first English sentence that says more than the headline
    untitled: bool = False


class Run(Value, frozen=True):
    """A stretch of Arabic text; `link` when it names somebody or something that has a page."""

    text: str
    link: Named | None = None


class BlockView(Value, frozen=True):
    """A caption, heading or paragraph: its runs, the raw lines it comes from, a photo credit."""

    role: str  # subtitle | dateline | byline | caption | heading | lede | body
    lines: tuple[int, ...]
    runs: tuple[Run, ...]
    credit: str = ""


class PersonFact(Value, frozen=True):
    """A person in an article, with the role printed there and the role as of its date."""

    who: Named
    role_ar: str
    role_en: str
    lines: tuple[int, ...]


class EntityFact(Value, frozen=True):
    """A place, organisation or topic in an article and where."""

    what: Named
    lines: tuple[int, ...]


class NumberFact(Value, frozen=True):
    """A figure as printed and as a number; `approx` as of a `Number`, nth for the n-th."""

    text: str
    value: int | float
    unit: str
    approx: str
    line: int


class DateFact(Value, frozen=True):
    """A date told in the text: as printed and, where it could be resolved, as ISO."""

    text: str
    value: str | None
    role: str
    line: int


class QuoteView(Value, frozen=True):
    """A quotation, its speaker if known, and where it stands."""

    text: str
    line: int
    speaker: Named | None
    speaker_ar: str = ""
    article: CardView | None = None  # on person pages


class EventFact(Value, frozen=True):
    """A happening an article tells: its kind, who, where, its ISO day where certain, its line."""

    kind: str
    who: tuple[Named, ...]
    where: Named | None
    day: str | None
    planned: bool
    line: int


class StubLine(Value, frozen=True):
    """One English sentence with the Arabic lines it rests on."""

    sentence: Sentence
    evidence: tuple[EvidenceView, ...]


class ArticleView(Value, frozen=True, kw_only=True, eq=False):
    """An article page, the same for both languages; known by itself, so what is made of it can be kept."""

    card: CardView
    source_url: str
    author: str
    headline: StubLine
    stub: tuple[StubLine, ...]
    layer: str  # editor | facts | card | an engine
    stale: bool
    blocks: tuple[BlockView, ...]  # as much as the publish mode allows
    publish: str  # full | excerpt | summary
    people: tuple[PersonFact, ...]
    places: tuple[EntityFact, ...]
    orgs: tuple[EntityFact, ...]
    topics: tuple[EntityFact, ...]
    numbers: tuple[NumberFact, ...]
    dates: tuple[DateFact, ...]
    quotes: tuple[QuoteView, ...]
    events: tuple[EventFact, ...]
    dropped: int  # raw lines left out as page furniture
    data_path: str
    kind: str = "news"  # news | brief | interview | opinion | live | several


class DayGroup(Value, frozen=True):
    """Articles of one publication day (None: undated)."""

    value: str | None
    cards: tuple[CardView, ...]


class HomeView(Value, frozen=True):
    """A tree's front page."""

    days: tuple[DayGroup, ...]
    people: tuple[Named, ...]  # most mentioned
    topics: tuple[Named, ...]
    places: tuple[Named, ...]
    total: int


class LetterGroup(Value, frozen=True):
    """Terms under one letter."""

    letter: str
    terms: tuple[Named, ...]


class IndexView(Value, frozen=True):
    """All terms of one kind."""

    kind: str
    groups: tuple[LetterGroup, ...]
    total: int


class RoleView(Value, frozen=True):
    """An office and when it was held; ISO days or None."""

    ar: str
    en: str
    start: str | None
    end: str | None


class PrintedRole(Value, frozen=True):
    """An office as articles print it, in the page's language or in Arabic, and the newest of their days."""

    text: str
    lang: str
    day: str | None


class Pager(Value, frozen=True):
    """Where in a long list a page stands; `paths` are complete output paths."""

    number: int
    paths: tuple[str, ...]


class TermView(Value, frozen=True, kw_only=True):
    """One person, topic, place, organisation or outlet."""

    term: Named
    aliases: tuple[str, ...]
    latin: tuple[str, ...]
    roles: tuple[RoleView, ...]
    note: str
    days: tuple[DayGroup, ...]  # newest first, this page of the list
    quotes: tuple[QuoteView, ...]
    related: tuple[Named, ...]  # people (for people), else people named with it
    pager: Pager
    total: int
    months: tuple[tuple[str, int], ...] = ()  # "2021-07" and its articles, oldest first
    printed: tuple[PrintedRole, ...] = ()  # of a person whose offices no list has


class DocumentView(Value, frozen=True):
    """A page written by the editor, as HTML from Markdown."""

    html: str


class LandingView(Value, frozen=True):
    """The bilingual front door: the newest articles in both languages."""

    cards: tuple[CardView, ...]


class NotFoundView(Value, frozen=True):
    """The bilingual page for addresses that lead nowhere."""


class SearchView(Value, frozen=True):
    """The page of the search: the indexes that are always there; the script does the rest."""

    kinds: tuple[str, ...]


class Alternate(Value, frozen=True):
    """The same page in another language; `lang` may be x-default."""

    lang: str
    path: str


class Page(Value, frozen=True, kw_only=True):
    """One HTML page: where, in which language, by which template, showing what."""

    path: str
    template: str
    lang: str  # ar | en; bilingual pages carry ar
    title: str
    view: Deferred
    description: str = ""
    section: str = ""  # the navigation entry it belongs to
    alternates: tuple[Alternate, ...] = ()  # all of its clique, itself included
    index: bool = True  # may search engines list it
    modified: str | None = None  # ISO day of its newest article, for the sitemap; never the clock
    sources: tuple[str, ...] = ()  # the input files it was made from, for `build --explain`

    def __reduce__(self) -> tuple[object, ...]:
        return _page, (_FRAME.encode(self), self.view)  # at once: value by value takes three times as long


_FRAME = msgspec.msgpack.Encoder(enc_hook=lambda view: None)
_NO_VIEW = Deferred.of(NotFoundView())
_FRAMED = msgspec.msgpack.Decoder(Page, dec_hook=lambda type_, nothing: _NO_VIEW)


def _page(frame: bytes, view: Deferred) -> Page:
    return replace(_FRAMED.decode(frame), view=view)
