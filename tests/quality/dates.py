"""How well dates are read.

dates.jsonl     each labelled expression in its sentence, the anchor as day of publication: some date found
                there that overlaps the expression must have one of the expected values (`exact`; white
                space aside).  An expression that is part of a longer date («بداية العام الحالي») or that
                the sentence prints otherwise is read by itself.  `in place` counts without that help.
seeds           the dates told in the articles, by line, text and value, given the gold's publication date:
                precision and recall over dates with a value; `false friends` is how many of the gold's
                false friends were taken for dates.
publication     the five seeds, pages cleaned by the cleaner, people and places by the gold: by one article
                alone and by all five together.  right: the gold's day, or its month; honest: no value;
                wrong: everything else.
wild            625 articles whose day is not known but whose years are (2014, 2015): dated with and
                without offices that leave two years; wrong: a value outside them.
speed           milliseconds to find the dates of 3,000 letters, the best of five, scaled.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sitegen.model import (
    Article,
    Corrections,
    DateExpr,
    Dating,
    Entity,
    Meta,
    Quote,
    RawArticle,
    Reading,
    Span,
)
from sitegen.reading.dates.find import find_dates
from sitegen.reading.dates.publication import date_article
from sitegen.reading.dates.resolve import resolve
from sitegen.reading.page.clean import clean
from sitegen.site.chronology import clue, infer
from tests.dated_pages import page
from tests.quality import Row, gold, load_jsonl

Page = tuple[Article, tuple[str, ...], tuple[DateExpr, ...]]

_UNREAD = ("furniture", "duplicate", "blank")


def measure(shared: Path) -> list[Row]:
    dev = shared / "data" / "dev"
    return [
        *_expressions(load_jsonl(dev / "dates.jsonl")),
        *_seeds(shared),
        *_publication(shared),
        *_wild(dev),
        _speed(shared),
    ]


# -- expressions -------------------------------------------------------------------------


def _expressions(cases: list[dict[str, Any]]) -> Iterator[Row]:
    in_place = [case for case in cases if _in_place(case)]
    exact = len(in_place) + sum(_alone(case) for case in cases if case not in in_place)
    yield Row("dates", "dates.jsonl", "exact", exact / len(cases), len(cases), 0.95)
    yield Row("dates", "dates.jsonl", "in place", len(in_place) / len(cases), len(cases))


def _values(text: str, anchor: str, start: int = 0, end: int = 10**6) -> set[str | None]:
    day = date.fromisoformat(anchor)
    return {resolve(e, day).value for e in find_dates(1, text) if e.start < end and e.end > start}


def _in_place(case: dict[str, Any]) -> bool:
    printed = re.search(r"\s*".join(map(re.escape, case["expr"].replace(" ", ""))), case["text"])
    if printed is None:
        return False
    return bool(_values(case["text"], case["anchor"], *printed.span()) & set(case["expected"].split("|")))


def _alone(case: dict[str, Any]) -> bool:
    longer = [e for e in find_dates(1, case["text"]) if case["expr"] in e.text and e.part]
    printed = case["expr"].replace(" ", "") in case["text"].replace(" ", "")
    if printed and not longer:
        return False
    return bool(_values(case["expr"], case["anchor"]) & set(case["expected"].split("|")))


# -- seeds ---------------------------------------------------------------------------------


def _cleaned(shared: Path) -> Iterator[tuple[dict[str, Any], Page]]:
    for name, want in gold(shared).items():
        lines = tuple((shared / "seeds" / name).read_text(encoding="utf-8").split("\n"))
        article = clean(RawArticle(name[:3], name, lines, Meta(), ""), Corrections())
        kept = [m.n for m in article.marks if m.role not in _UNREAD]
        yield want, (article, lines, tuple(e for n in kept for e in find_dates(n, lines[n - 1])))


def _seeds(shared: Path) -> Iterator[Row]:
    right = found = wanted = friends = n_friends = 0
    for want, (_, lines, dates) in _cleaned(shared):
        told = want["date"]
        published = Dating(told["value"], told["precision"], "given", None, told["earliest"], told["latest"])
        got = {(e.line, e.text, value) for e in dates if (value := resolve(e, published).value)}
        expected = {(d["line"], d["text"], d["normalized"]) for d in want["dates_mentioned"]}
        right, found, wanted = right + len(got & expected), found + len(got), wanted + len(expected)
        for friend in want["date_false_friends"]:
            n_friends += 1
            at = lines[friend["line"] - 1].find(friend.get("in_phrase", friend["text"]))
            end = at + len(friend.get("in_phrase", friend["text"]))
            friends += any(e.line == friend["line"] and e.start < end and e.end > at for e in dates)
    yield Row("dates", "seeds", "precision", right / found, found, 0.97)
    yield Row("dates", "seeds", "recall", right / wanted, wanted, 0.97)
    yield Row("dates", "seeds", "false friends", friends, n_friends, 0, lower_is_better=True)


def _publication(shared: Path) -> Iterator[Row]:
    readings, wanted = [], {}
    for want, read in _cleaned(shared):
        article, lines, dates = read
        readings.append(_reading(want, read, date_article(article, Meta(), dates, None, lines)))
        wanted[article.id] = want["date"]["value"]
    alone = {r.article.id: r.dating for r in readings}
    for source, datings in (("seeds alone", alone), ("seeds together", infer(clue(r) for r in readings))):
        values = [(datings[id].value, value) for id, value in wanted.items()]
        right = sum(got is not None and value.startswith(got) for got, value in values)
        honest = sum(got is None for got, _ in values)
        yield Row("publication", source, "right", right / len(values), len(values))
        yield Row("publication", source, "right or honest", (right + honest) / len(values), len(values), 0.95)
        wrong = len(values) - right - honest
        yield Row(
            "publication", source, "wrong", wrong / len(values), len(values), 0.01, lower_is_better=True
        )


def _reading(want: dict[str, Any], read: Page, dating: Dating) -> Reading:
    """Return a reading with the gold's people, places, bodies and quotations."""
    article, lines, dates = read
    return Reading(
        article=article,
        meta=Meta(),
        outlet=None,
        outlet_ar="",
        people=tuple(_entities("person", want["persons"], lines)),
        places=tuple(_entities("place", want["places"], lines)),
        orgs=tuple(_entities("org", want["orgs"], lines)),
        topics=(),
        quotes=tuple(Quote(None, q["line"], 0, 0, q["text"]) for q in want["quotes"]),
        statements=(),
        numbers=(),
        dates=dates,
        dating=dating,
    )


def _entities(kind: Any, rows: list[dict[str, Any]], lines: tuple[str, ...]) -> Iterator[Entity]:
    for row in rows:
        forms = row.get("aliases_in_text") or row["forms_in_text"]
        mentions = tuple(
            Span(n, m.start(), m.end(), form)
            for n, line in enumerate(lines, 1)
            for form in forms
            for m in re.finditer(re.escape(form), line)
        )
        yield Entity(kind, row["en"], row["ar"], row["en"], known=True, mentions=mentions)


# -- wild and speed ---------------------------------------------------------------------------


def _wild(dev: Path) -> Iterator[Row]:
    texts = [(row["title"], row["text"]) for row in load_jsonl(dev / "topics.jsonl")]
    texts += [
        (row[s]["title"], row[s]["text"]) for row in load_jsonl(dev / "story_pairs.jsonl") for s in "ab"
    ]
    wrong = told = 0
    for title, text in texts:
        body = [("body", line) for line in text.split("\n") if line.strip()]
        article, dates, lines = page(("title", title), ("lede", body[0][1]), *body[1:])
        for bounds in (None, (date(2014, 6, 1), date(2016, 5, 31))):
            value = date_article(article, Meta(), dates, bounds, lines).value
            told += value is not None
            wrong += value is not None and not value.startswith(("2014", "2015"))
    yield Row("publication", "wild", "dated", told / (2 * len(texts)), 2 * len(texts))
    yield Row(
        "publication", "wild", "wrong", wrong / (2 * len(texts)), 2 * len(texts), 0.01, lower_is_better=True
    )


def _speed(shared: Path) -> Row:
    texts = [
        path.read_text(encoding="utf-8").split("\n") for path in sorted((shared / "seeds").glob("*.txt"))
    ]
    letters = sum(len(line) for lines in texts for line in lines)
    best = min(_seconds(texts) for _ in range(5))
    return Row(
        "dates",
        "seeds",
        "ms per 3,000 letters",
        best * 1e3 * 3000 / letters,
        letters,
        1.0,
        lower_is_better=True,
    )


def _seconds(texts: Iterable[list[str]]) -> float:
    start = time.perf_counter()
    for lines in texts:
        for n, line in enumerate(lines, 1):
            find_dates(n, line)
    return time.perf_counter() - start
