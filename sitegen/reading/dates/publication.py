"""When an article was published, by the article alone, and why we think so.

The first that holds wins: given in the metadata; explicit in a line of its own,
a dateline or «اليوم الثلاثاء 27-7-2021»; relative to a date the article tells in
full; inferred from all it tells together; else only the window in which its
people held their offices.  A wrong day is worse than a month, a month worse
than nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from sitegen.desk.tables import is_iso_day
from sitegen.model import Article, Basis, DateExpr, Dating, Evidence, Meta, Span
from sitegen.reading.dates.hints import find_hints, printed_years, weekday_is_told, year_proof
from sitegen.reading.dates.resolve import block_role, window_from
from sitegen.reading.dates.role_bounds import bounds_from_roles
from sitegen.reading.dates.solver import Hint, agrees, printed_weekdays, solve
from sitegen.reading.dates.windows import Window, day_or_none, iso, year_window
from sitegen.reading.dates.words import LISTS
from sitegen.text.tokens import tokenize

__all__ = ["bounds_from_roles", "date_article"]

_GIVEN = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_IN_URL = re.compile(r"/(20\d\d)(?:[/-](\d{1,2})[/-](\d{1,2})(?=[/.?_-]|\Z)|([01]\d)([0-3]\d)(?=/))")
_LINES = ("date", "dateline", "byline")
#: What a site prints that has lost the day.
_EPOCH = date(1970, 1, 1)
#: «إسلام آباد 18 شوال 1436 هـ», «الرياض - 3 أغسطس 2015 -»: so far into the lede a dateline may reach.
_DATELINE = 60
_AFTER_DATELINE = re.compile(r"\s*(?:هـ|م)?\s*(?:\)?\s*[-–—:/(]|\)|واس|\Z)")
#: «- تاريخ النشر : », «| نشر بتاريخ: »: up to three words between a mark and a colon.
_LABEL = re.compile(r"[-–—|.،(]\s*((?:[^\W\d]+\s*){1,3}):\s*\(?\Z")
#: An agency's text may be printed some days after its «اليوم الجمعة».
_LATE = 2
#: Rules of the lines that lead to other stories.
_LINKS = ("related", "box", "led-on", "attached")


def date_article(
    article: Article,
    meta: Meta,
    dates: tuple[DateExpr, ...],
    bounds: Window | None = None,
    lines: Sequence[str] = (),
) -> Dating:
    """Return the dating of `article`.

    `bounds` are the days its people's offices leave open; `lines`, the raw lines, show
    whether a date line says «نُشر» or «آخر تحديث».
    """
    if given := _given(meta):
        return given
    hints = find_hints(article, dates)
    found = _explicit(article, dates, hints, lines) or _counted(hints, _strange_from(article))
    if found is None and (url := _from_url(meta.url)):
        return _dating((url, url), "given", [])
    return found or _inferred(dates, hints, bounds)


def _given(meta: Meta) -> Dating | None:
    match = _GIVEN.match(meta.date or "")
    if match is None or not is_iso_day(match.group()):
        return None
    return _dating(window_from(_stated(match.group()), None), "given", [])


def _stated(value: str) -> DateExpr:
    year, month, day = ([int(n) for n in value.split("-")] + [0, 0])[:3]
    return DateExpr(0, 0, 0, value, year=year, month=month or None, day=day or None)


def _from_url(url: str | None) -> date | None:
    """Return the day in an address such as `/2015/08/03/article.html`."""
    match = _IN_URL.search(url or "")
    if match is None:
        return None
    return day_or_none(int(match[1]), int(match[2] or match[4]), int(match[3] or match[5]))


def _dating(window: Window | None, basis: Basis, why: Sequence[DateExpr]) -> Dating:
    """Put a window into words; a window wider than a month is no value but a window all the same."""
    value, precision = iso(window)
    if precision == "year" and basis not in ("given", "explicit"):
        value, precision = None, "none"
    evidence = tuple(Evidence("", e.line, e.text) for e in dict.fromkeys(why))
    return Dating(
        value=value,
        precision=precision,
        basis=basis if value else "none",
        line=evidence[0].line if evidence and value else None,
        earliest=window[0].isoformat() if window else None,
        latest=window[1].isoformat() if window else None,
        evidence=evidence if value else (),
    )


# -- explicit ------------------------------------------------------------------------


def _explicit(
    article: Article, dates: tuple[DateExpr, ...], hints: tuple[Hint, ...], lines: Sequence[str]
) -> Dating | None:
    """Take the date of a date line, a dateline or a byline; labelled ones first, updates last."""
    ranked: dict[int, list[tuple[DateExpr, Window]]] = {}
    for expr in dates:
        piece = _date_line(expr, article, lines)
        window = window_from(expr, None) if piece and expr.year is not None and not expr.part else None
        if piece and window and (window[1] - window[0]).days <= 31 and window[0] != _EPOCH:
            ranked.setdefault(_rank(expr, piece, article), []).append((expr, window))
    if not ranked:
        return None
    rank = min(ranked)
    chosen = ranked[rank]
    days = [c for c in chosen if c[1][0] == c[1][1]] or chosen
    days = [c for c in days if c[0].calendar == "gregorian"] or days
    window = min(w[0] for _, w in days), max(w[1] for _, w in days)
    if rank and not _fits(window, hints):
        return None
    return _dating(window, "explicit", [e for e, _ in days] + _repeats(window, dates))


def _date_line(expr: DateExpr, article: Article, lines: Sequence[str]) -> Span | None:
    """Return the piece of text that holds `expr` if that is a line of date, place or author."""
    role = block_role(expr, article)
    if role in _LINES:
        text = lines[expr.line - 1] if expr.line <= len(lines) else ""
        return (
            Span(expr.line, 0, len(text), text) if text else Span(expr.line, expr.start, expr.end, expr.text)
        )
    if role != "lede":
        return None
    pieces = [
        p for b in article.blocks for p in b.pieces if p.line == expr.line and p.start <= expr.start < p.end
    ]
    return pieces[0] if pieces and (_opens_lede(expr, pieces[0]) or _closes_lede(expr, pieces[0])) else None


def _opens_lede(expr: DateExpr, piece: Span) -> bool:
    """«دبي (رويترز) 27 يوليو 2021 -»: a place and a date, then a dash; never «في 27 يوليو 2021»."""
    before = piece.text[: expr.start - piece.start]
    if len(before) > _DATELINE or expr.year is None or expr.day is None or any(c in before for c in ".،؛:"):
        return False
    words = tokenize(before)
    if len(words) > 5 or (words and words[-1].key in LISTS["tense.prepositions"] | LISTS["words.day"]):
        return False
    return _AFTER_DATELINE.match(piece.text, expr.end - piece.start) is not None


def _closes_lede(expr: DateExpr, piece: Span) -> bool:
    """«... سير العمل فيه - تاريخ النشر : 20/10/2018»: a label of the page, then a day, at the very end."""
    before, after = piece.text[: expr.start - piece.start], piece.text[expr.end - piece.start :]
    label = _LABEL.search(before)
    if label is None or after.strip(" .|"):
        return False
    return not LISTS["publication.published"].isdisjoint(t.key for t in tokenize(label.group(1)))


def _rank(expr: DateExpr, piece: Span, article: Article) -> int:
    """0: «نُشر في …»; 1: a bare line under the title; 2: one above it; 3: «آخر تحديث …»."""
    before = {t.key.removeprefix("و") for t in tokenize(piece.text[: max(0, expr.start - piece.start)])[-6:]}
    if before & LISTS["publication.updated"]:
        return 3
    if before & LISTS["publication.published"]:
        return 0
    return 2 if article.title_line is not None and expr.line < article.title_line else 1


def _fits(window: Window, hints: tuple[Hint, ...]) -> bool:
    """Say whether the article's own «اليوم الجمعة» and its weekdays go with an unlabelled date line."""
    late = range(_LATE + 1)
    weekdays = printed_weekdays([h for h in hints if h.expr.year is None])
    near = all((window[1].weekday() - w) % 7 in late for w in weekdays)
    return window[0] != window[1] or (near and agrees(window[0], hints))


def _repeats(window: Window, dates: tuple[DateExpr, ...]) -> list[DateExpr]:
    return [e for e in dates if e.year is not None and window_from(e, None) == window and not e.part]


# -- counted and inferred ----------------------------------------------------------------


def _strange_from(article: Article) -> int:
    """Return the line of the first links behind the second paragraph; another story may stand there."""
    paragraphs = [block.pieces[0].line for block in article.running]
    second = paragraphs[1] if len(paragraphs) > 1 else len(article.marks)
    links = (mark.n for mark in article.marks if mark.n > second and mark.rule in _LINKS)
    return next(links, len(article.marks) + 1)


def _counted(hints: tuple[Hint, ...], strange: int) -> Dating | None:
    """«اليوم الثلاثاء 27-7-2021», «أمس الخميس 20 أغسطس 2020»: all of them must give one day.

    Those behind the line `strange` are not asked.
    """
    days: dict[date, list[DateExpr]] = {}
    for hint in hints:
        if hint.expr.line >= strange:
            continue
        if hint.kind == "today" and hint.expr.unit == "day" and hint.expr.year is not None:
            window = window_from(hint.expr, None)
            if window:
                days.setdefault(window[0] - timedelta(hint.expr.shift or 0), []).append(hint.expr)
    if len(days) != 1:
        return None
    (day, why), *_ = days.items()
    basis: Basis = "explicit" if all(e.shift == 0 for e in why) else "relative"
    return _dating((day, day), basis, why) if _fits((day, day), hints) else None


def _inferred(dates: tuple[DateExpr, ...], hints: tuple[Hint, ...], bounds: Window | None) -> Dating:
    """Solve what the article tells together, once its year is certain."""
    years = printed_years(dates)
    within = bounds
    if len(years) == 1:
        year = min(years)
        if weekday_is_told(hints, year):
            within = _common(year_window(year), bounds)
    window = solve(hints, within) if within else None
    if window is None:
        return _dating(within, "none", []) if within else Dating()
    return _dating(window, "inferred", _why(hints, window) + year_proof(dates, years))


def _why(hints: tuple[Hint, ...], window: Window) -> list[DateExpr]:
    """Return what holds the window: days counted from printing and the dates next to it on both sides."""
    counted = [h.expr for h in hints if h.kind in ("today", "month")]
    dated = [(w, h) for h in hints if (w := window_from(h.expr, window[0]))]
    past = max((w[0] for w, h in dated if h.kind == "past"), default=None)
    future = min((w[1] for w, h in dated if h.kind == "future"), default=None)
    counted += [h.expr for w, h in dated if h.kind == "past" and w[0] == past]
    return counted + [h.expr for w, h in dated if h.kind == "future" and w[1] == future]


def _common(one: Window, other: Window | None) -> Window | None:
    if other is None:
        return one
    first, last = max(one[0], other[0]), min(one[1], other[1])
    return (first, last) if first <= last else None
