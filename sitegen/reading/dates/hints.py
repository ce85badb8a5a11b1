"""What an article's own words tell of the day it was printed, apart from a date line."""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.model import Article, DateExpr
from sitegen.reading.dates.resolve import block_role, window_from
from sitegen.reading.dates.solver import Hint, Kind
from sitegen.text.quote_marks import find_marks

_LINES = ("date", "dateline", "byline")
_VOICE = ("title", "subtitle", "lede", "body")


def find_hints(article: Article, dates: tuple[DateExpr, ...]) -> tuple[Hint, ...]:
    """Return every date that says something of the day of printing.

    A caption's date and a quoted one are only older than the article; a plan is
    only taken from the article's own voice, and «اليوم» from a heading where the
    title has the same day.
    """
    hints = []
    titled = {_day(expr) for expr in dates if block_role(expr, article) == "title"}
    for expr in dates:
        role = block_role(expr, article)
        if role == "heading" and expr.unit == "day" and expr.year and _day(expr) in titled:
            role = "title"
        kind = _kind(expr, role, is_quoted(expr, article))
        if kind:
            hints.append(Hint(kind, expr))
    return tuple(hints)


def _day(expr: DateExpr) -> tuple[int | None, int | None, int | None]:
    return expr.year, expr.month, expr.day


def _kind(expr: DateExpr, role: str, quoted: bool) -> Kind | None:
    if expr.calendar != "gregorian" or (expr.unit and expr.unit not in ("day", "month")):
        return None
    if role == "caption":
        return "past" if expr.year is not None and expr.day is not None else None
    if role in _LINES:
        return "today" if expr.day is not None and expr.unit in ("", "day") else None
    if role not in _VOICE:
        return None
    if expr.unit == "day":
        told = expr.weekday is not None or expr.day is not None
        return "today" if told and not quoted and expr.shift is not None else None
    if expr.unit == "month":
        return "month" if expr.month is not None and not quoted else None
    if expr.month is None:
        return None
    if expr.direction == "past" or (expr.tense == "past" and not expr.direction):
        return "past"
    ahead = expr.direction == "future" or (expr.tense == "future" and not expr.direction)
    return "future" if ahead and not quoted else None


def is_quoted(expr: DateExpr, article: Article) -> bool:
    """Say whether `expr` stands inside quotation marks."""
    for block in article.blocks:
        for piece in block.pieces:
            if piece.line == expr.line and piece.start <= expr.start < piece.end:
                marks, at = find_marks(piece.text), expr.start - piece.start
                open_end = marks.unclosed is not None and at >= marks.unclosed
                return open_end or any(m.start <= at < m.end for m in marks.pairs)
    return False


def printed_years(dates: tuple[DateExpr, ...]) -> frozenset[int]:
    """Return the years of printing that the dates themselves tell.

    «العام المقبل 2016» says 2015; «حزيران من العام الماضي» beside «يونيو 2020» says 2021.
    """
    stated = {
        (e.month, e.year) for e in dates if e.year is not None and e.month is not None and e.day is None
    }
    years = set()
    for expr in dates:
        if expr.unit != "year" or expr.shift is None or expr.calendar != "gregorian":
            continue
        if expr.year is not None:
            years.add(expr.year - expr.shift)
        elif expr.month is not None and expr.day is None:
            years |= {year - expr.shift for month, year in stated if year and month == expr.month}
    return frozenset(years)


def year_proof(dates: tuple[DateExpr, ...], years: frozenset[int]) -> list[DateExpr]:
    """Return the expressions that `printed_years` rests on."""
    counted = [e for e in dates if e.unit == "year" and e.shift is not None and (e.year or e.month)]
    months = {(c.month, year + (c.shift or 0)) for c in counted for year in years}
    return counted + [e for e in dates if e.day is None and (e.month, e.year) in months] if years else []


def weekday_is_told(hints: tuple[Hint, ...], year: int) -> bool:
    """Say whether a printed weekday with day and month, but without year, is right in `year`."""
    told = [
        h.expr for h in hints if h.expr.weekday is not None and h.expr.day is not None and h.expr.year is None
    ]
    return any(_in_year(expr, year) for expr in told)


def _in_year(expr: DateExpr, year: int) -> bool:
    return window_from(replace(expr, year=year, shift=None, unit=""), None) is not None
