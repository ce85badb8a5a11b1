"""The values that flow from stage to stage: frozen, small, without behaviour.

Conventions everywhere: `line` and `n` count from 1 in the raw file; `start` and
`end` are half-open offsets in code points of that raw line; `id` is ours and
stable, `ar` and `en` are for readers; an unknown is None or empty, never a guess.
`msgspec.Struct` rather than dataclasses: see docs/decisions/0003.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from sitegen.model.desk import Corrections, Meta, Record, RoleTerm
from sitegen.model.page import Article, Block, LineMark, Role, Span, Value

__all__ = [
    "Article",
    "Block",
    "Corrections",
    "LineMark",
    "Meta",
    "Record",
    "Role",
    "RoleTerm",
    "Span",
    "Value",
]

#: Project-relative POSIX path -> bytes.  May be lazy.
Files = Mapping[str, bytes]
File = tuple[str, bytes]

Precision = Literal["day", "month", "year", "none"]
Basis = Literal["given", "explicit", "relative", "inferred", "none"]
EntityKind = Literal["person", "place", "org"]


# -- what came in --------------------------------------------------------------


class RawArticle(Value, frozen=True):
    """One source file: its lines as they came (without line ends) and what it states of itself."""

    id: str
    path: str
    lines: tuple[str, ...]
    meta: Meta
    digest: str  # sha256 hex of the raw bytes


class Entity(Value, frozen=True):
    """A person, place or organisation found in an article, with every mention."""

    kind: EntityKind
    id: str
    ar: str
    en: str
    known: bool  # in the lexicon
    mentions: tuple[Span, ...]
    role_ar: str = ""  # as printed here
    role_en: str = ""  # as of the article's date, or rendered from role_ar
    en_basis: str = "lexicon"  # lexicon | automatic (a romanised suggestion)


class TopicHit(Value, frozen=True):
    """A topic of the article and the lines that gave it, strongest first."""

    id: str
    ar: str
    en: str
    because: tuple[int, ...]
    general: bool = False  # one of the twenty general news topics


class Quote(Value, frozen=True):
    """Words printed as spoken, without their marks.  `speaker`: an entity id or None."""

    speaker: str | None
    line: int
    start: int
    end: int
    text: str
    speaker_ar: str = ""  # as printed where it was resolved, e.g. «مسؤول عراقي»
    whole: bool = True  # False: a fragment inside somebody else's sentence


class Statement(Value, frozen=True):
    """Indirect speech: who, by which reporting verb, said what clause."""

    speaker: str | None
    verb: str  # the verb as printed, clitics off
    line: int
    start: int  # of the clause after أن/إن
    end: int
    speaker_ar: str = ""


class Number(Value, frozen=True):
    """A figure with what it counts; `value` as a number, `unit` as English word or ''."""

    value: int | float
    unit: str
    approx: str  # '' | about | over | under | nearly | atleast | atmost
    line: int
    start: int
    end: int
    text: str


class DateExpr(Value, frozen=True):
    """A date as printed, not yet resolved: only the fields that the text itself states.

    `anchor` says what a missing part hangs on: '' nothing, 'publication' the day of
    printing.  `shift` counts days, weeks, months or years (`unit`) from that anchor.
    """

    line: int
    start: int
    end: int
    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # Monday 0
    shift: int | None = None
    unit: str = ""  # day | week | month | year | range (of weekdays)
    part: str = (
        ""  # start | early | middle | late | end | quarter-N | half-N | week-N | decade | century | season
    )
    calendar: str = "gregorian"  # gregorian | hijri
    time: str = ""  # HH:MM; with nothing else where the text states no day
    zone: str = ""  # as printed after بتوقيت, UTC for that of Greenwich
    direction: str = ""  # past | future, where the words say so (الماضي، المقبل)
    tense: str = ""  # past | future, by the verb of the clause: a hint only


class DateFound(Value, frozen=True):
    """A date told in the text, resolved.  `value` ISO (2021-07-26, 2021-07, 2021) or None."""

    value: str | None
    precision: Precision
    line: int
    start: int
    end: int
    text: str
    role: str = "event"  # event | publication | photo


class Event(Value, frozen=True):
    """One happening in the words of its line: who, with or to whom, where, on which day as printed.

    `agent`, `patient` and `place` are ids of entities of the article, None where not named.
    """

    kind: str  # a kind of `data/events.toml`: meeting, visit, signing, …
    verb: str  # as printed, or the table's past form
    line: int
    start: int
    end: int
    text: str
    agent: str | None = None
    patient: str | None = None
    place: str | None = None
    date: DateExpr | None = None
    negated: bool = False
    tense: str = "past"  # past | present | future, by the verb


class Evidence(Value, frozen=True):
    """Why a date is what it is: a line of this article (`article` '') or of another one."""

    article: str
    line: int
    text: str


class Dating(Value, frozen=True):
    """When the article was published, how sure and why.  All dates ISO."""

    value: str | None = None
    precision: Precision = "none"
    basis: Basis = "none"
    line: int | None = None
    earliest: str | None = None
    latest: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Reading(Value, frozen=True):
    """Everything one article says, read without looking at any other article."""

    article: Article
    meta: Meta
    outlet: str | None  # lexicon id
    outlet_ar: str  # as printed or given, '' unknown
    people: tuple[Entity, ...]
    places: tuple[Entity, ...]
    orgs: tuple[Entity, ...]
    topics: tuple[TopicHit, ...]
    quotes: tuple[Quote, ...]
    statements: tuple[Statement, ...]
    numbers: tuple[Number, ...]
    dates: tuple[DateExpr, ...]
    dating: Dating  # by this article alone; `chronology` may improve it
    events: tuple[Event, ...] = ()


class Sentence(Value, frozen=True):
    """One English sentence, the raw lines it rests on and the layer that made it."""

    text: str
    lines: tuple[int, ...]
    layer: str  # editor | facts | card | an engine's name


class Rejected(Value, frozen=True):
    """An engine's sentence that the gate dropped, and why."""

    sentence: Sentence
    reasons: tuple[str, ...]  # "number: 50 is not in the Arabic"


class English(Value, frozen=True):
    """The English stub of one article."""

    headline: Sentence
    sentences: tuple[Sentence, ...]
    engine: str
    stale: bool = False  # an editor's text whose Arabic has changed since
    rejected: tuple[Rejected, ...] = ()


class Entry(Value, frozen=True):
    """One article, finished: what the pages of that article show."""

    raw: RawArticle
    reading: Reading
    dating: Dating
    dates: tuple[DateFound, ...]
    english: English
