"""What one article can tell of the dates of others, small enough to hold for 100,000 articles."""

from __future__ import annotations

import hashlib
from functools import cache

from babel import Locale

from sitegen import data
from sitegen.model import Article, DateExpr, Dating, Entity, Reading, Span, Value
from sitegen.reading.dates.hints import find_hints
from sitegen.reading.dates.resolve import block_role, window_of
from sitegen.reading.dates.solver import Hint
from sitegen.text.fold import match_key
from sitegen.text.tokens import stems, tokenize

#: A quotation shorter than this may stand anywhere.
_QUOTE_WORDS = 5
#: The title and so many blocks are what an article is about.
_OPENING = 2
_TELLING = ("title", "subtitle", "caption", "lede", "body")
_STATED = ("given", "explicit", "relative")


class Told(Value, frozen=True):
    """A date in the text with who and where stand in its block.

    `day` is the ISO day if the text or the article's own dating gives it; else month
    and `number` (of the day), weekday and shift are as printed.
    """

    line: int
    text: str
    people: tuple[str, ...]
    venues: tuple[str, ...]
    day: str | None = None
    month: int | None = None
    number: int | None = None
    weekday: int | None = None
    shift: int | None = None
    opening: bool = False
    planned: bool = False
    photo: bool = False
    visit: bool = False


class Clue(Value, frozen=True):
    """One article's dating by itself and the dates it tells.

    `people` and `venues` («place:washington», «org:white-house») are those of its opening.
    """

    id: str
    dating: Dating
    told: tuple[Told, ...] = ()
    hints: tuple[Hint, ...] = ()
    people: frozenset[str] = frozenset()
    venues: frozenset[str] = frozenset()
    quotes: frozenset[int] = frozenset()


def clue(reading: Reading) -> Clue:
    """Reduce a reading to what dating other articles, or being dated by them, takes."""
    article, dating = reading.article, reading.dating
    blocks = article.running[:_OPENING]
    opening = {piece.line for block in blocks for piece in block.pieces}
    if article.title_line is not None:
        opening.add(article.title_line)
    dated = dating.precision == "day"
    told = tuple(t for expr in reading.dates if (t := _told(expr, reading, opening)))
    return Clue(
        id=article.id,
        dating=dating,
        told=tuple(t for t in told if t.day) if dated else told,
        hints=() if dated else find_hints(article, reading.dates),
        people=frozenset(e.id for e in reading.people if _is_on(e, opening)),
        venues=frozenset(_name(e) for e in _venues(reading) if _is_on(e, opening | _datelines(article))),
        quotes=frozenset(key for q in reading.quotes if (key := _quote_key(q.text))),
    )


def _told(expr: DateExpr, reading: Reading, opening: set[int]) -> Told | None:
    """Return a day told in the text with its neighbours; None for what names no day."""
    role = block_role(expr, reading.article)
    if expr.calendar != "gregorian" or expr.part or role not in _TELLING:
        return None
    day = _sure_day(expr, reading.dating)
    if day is None:
        told = expr.day is not None or expr.weekday is not None
        if not told or expr.year is not None or expr.unit not in ("", "day") or expr.direction == "past":
            return None
    piece = _piece(expr, reading.article)
    return Told(
        line=expr.line,
        text=expr.text,
        people=tuple(e.id for e in reading.people if _is_in(e, piece)),
        venues=tuple(_name(e) for e in _venues(reading) if _is_in(e, piece)),
        day=day,
        month=expr.month,
        number=expr.day,
        weekday=expr.weekday,
        shift=expr.shift,
        opening=expr.line in opening and role != "caption" and expr.tense not in ("future", "present"),
        planned="future" in (expr.direction, expr.tense),
        photo=role == "caption",
        visit=_tells_visit(piece.text),
    )


def _sure_day(expr: DateExpr, dating: Dating) -> str | None:
    """Return the day if others may rely on it: not by a bare weekday, not by an inferred dating."""
    anchor = dating if dating.precision == "day" and dating.basis in _STATED else None
    if expr.day is None and expr.unit != "day":
        return None
    window = window_of(expr, anchor)
    return window[0].isoformat() if window and window[0] == window[1] else None


def _piece(expr: DateExpr, article: Article) -> Span:
    for block in article.blocks:
        for piece in block.pieces:
            if piece.line == expr.line and piece.start <= expr.start < piece.end:
                return piece
    return Span(expr.line, 0, 10**6, article.title)


def _is_in(entity: Entity, piece: Span) -> bool:
    return any(m.line == piece.line and piece.start <= m.start < piece.end for m in entity.mentions)


def _is_on(entity: Entity, lines: set[int]) -> bool:
    return entity.known and any(m.line in lines for m in entity.mentions)


def _name(venue: Entity) -> str:
    return f"{venue.kind}:{venue.id}"


def _datelines(article: Article) -> set[int]:
    return {mark.n for mark in article.marks if mark.role == "dateline"}


def _venues(reading: Reading) -> tuple[Entity, ...]:
    """Return the places and bodies narrower than a country."""
    countries = _countries()
    return tuple(e for e in (*reading.places, *reading.orgs) if e.en.casefold() not in countries)


@data.kept
def _countries() -> frozenset[str]:
    return frozenset(name.casefold() for name in Locale("en").territories.values())


@cache
def _visit_words() -> frozenset[str]:
    return frozenset(match_key(word) for word in data.table("dates")["chronology"]["visit"])


def _tells_visit(text: str) -> bool:
    """Say whether the words tell of a visit or a reception."""
    words = _visit_words()
    return any(stem.key in words for token in tokenize(text) for stem in stems(token.key))


def _quote_key(text: str) -> int | None:
    """Return a number for the words of a quotation, None for a short one."""
    words = [token.key for token in tokenize(text)]
    if len(words) < _QUOTE_WORDS:
        return None
    return int.from_bytes(hashlib.blake2b(" ".join(words).encode(), digest_size=8).digest(), "big")
