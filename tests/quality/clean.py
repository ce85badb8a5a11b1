"""How well pages are cleaned.

seeds           every line of the gold's `line_labels`: furniture lines found (recall) and wrongly found
                (precision; a duplicate counts as furniture), titles, captions with their text and
                credit, headings, ledes, datelines, exact sets each
boilerplate     `must_drop` gone from the text that is printed, `must_keep` kept in one block, title exact
                (white space folded).  A line of the raw page that holds no part of a `must_drop` text and
                stands in no block and is no title counts as dropped besides; those are looked at by hand.
topics, pairs   articles whose only furniture is of five kinds that the corpus is known for (`KNOWN`, looked
                at by hand: tag lists, share rows, gallery buttons, short links, end codes): the share of
                their lines put aside and of their letters cut off, stretches of those kinds left out.
sites           pages written by us in the manner of some ninety sites round twenty articles of ours
                (`tests/cases/sites`): lines, a second print counted as furniture; what is a date or a byline
                is not counted.  The rules were mended on them, so they are a development set as well.
countries       the same for fifty-six sites of many countries, written after the rules were mended on those.
far afield      the same for thirty-seven more, half of them no ordinary news page (a newsletter, a live blog,
                a podcast, an aggregator, a paper page as text).
later looks     the same for thirty-two more, measured once each before mending on them; round the articles
                that end in lists, answers, refrains, recommendations as well.
last looks      the same for thirty-four more of the same kind, of which the last twelve were mended least.
newest looks    the same for twelve more.
twelfth look    the same for twelve more.
unmended look   the same for twelve more, on which nothing but wrong titles and one abbreviation was mended;
                then the weights of feet were fitted.
untouched look  the same for twelve more, measured once and left as they are.
fourteenth look the same for ten more, written as sites print their pages today.
fifteenth look  the same for ten more, of which little but lost lines was mended.
odd looks       the same of sixteen pages with hard heads and 33 of another sort, the first 25 of them mended.
seventeenth look  the same for ten more, measured once and left as they are but for a lost verse.
real manner     the same for eight written after real pages as search engines keep them; mended.
twentieth look  the same for sixteen more, with hard heads or of another sort, of which little was mended.
twenty-first    the same for eight with natural heads and four of another sort; most of it mended.
twenty-second   the same for eight with natural heads and four of another sort; most of it mended.
speed           milliseconds for an article of 3,000 letters, the median of the seeds, scaled.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sitegen.desk.formats import parse_source
from sitegen.model import Article, Corrections, Meta, RawArticle
from sitegen.reading.page.clean import clean
from tests.quality import Row, gold, load_jsonl
from tests.unit.site_pages import all_pages, lost_and_missed

_SPACE = re.compile(r"\s+")
#: What the corpus of topics.jsonl and story_pairs.jsonl is known to leave in its texts.
KNOWN = re.compile(r"\W*(?:سمات |Next Previous|رابط الخبر|شارك من خلال تويتر|// (?:انتهى|يتبع) //)")
_DROPPED = ("furniture", "duplicate")


def squeeze(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def article(text: str, name: str = "x") -> tuple[RawArticle, Article]:
    raw = RawArticle(name, f"{name}.txt", tuple(text.split("\n")), Meta(), "")
    return raw, clean(raw, Corrections())


def printed(read: Article, *roles: str) -> str:
    """Return the printed text of the blocks (of those roles), a line a block."""
    return "\n".join(
        squeeze(" ".join(piece.text for piece in block.pieces))
        for block in read.blocks
        if not roles or block.role in roles
    )


def measure(shared: Path) -> list[Row]:
    dev = shared / "data" / "dev"
    return [
        *_seeds(shared),
        *_boilerplate(load_jsonl(dev / "boilerplate.jsonl")),
        *_loss("topics.jsonl", load_jsonl(dev / "topics.jsonl")),
        *_loss(
            "story_pairs.jsonl", (row[side] for row in load_jsonl(dev / "story_pairs.jsonl") for side in "ab")
        ),
        *_sites("sites", ("agencies", "broadcasters", "fused", "later", "papers", "wordpress")),
        *_sites("countries", ("countries", "countries_later", "countries_last", "last_look")),
        *_sites("far afield", ("far_afield", "second_look")),
        *_sites("later looks", ("third_look", "fourth_look", "fifth_look", "sixth_look")),
        *_sites("last looks", ("seventh_look", "eighth_look", "ninth_look")),
        *_sites("newest looks", ("tenth_look",)),
        *_sites("twelfth look", ("twelfth_look",)),
        *_sites("unmended look", ("eleventh_look",)),
        *_sites("untouched look", ("thirteenth_look",)),
        *_sites("fourteenth look", ("fourteenth_look",)),
        *_sites("fifteenth look", ("fifteenth_look",)),
        *_sites("odd looks", ("sixteenth_look", "eighteenth_look")),
        *_sites("seventeenth look", ("seventeenth_look",)),
        *_sites("real manner", ("nineteenth_look",)),
        *_sites("twentieth look", ("twentieth_look",)),
        *_sites("twenty-first", ("twenty_first_look",)),
        *_sites("twenty-second", ("twenty_second_look",)),
        _speed(shared),
    ]


def _seeds(shared: Path) -> Iterator[Row]:
    wrong = dict.fromkeys(("title", "caption", "heading", "lede", "dateline", "date"), 0)
    right = false = missed = 0
    seeds = gold(shared)
    for name, want in seeds.items():
        data = (shared / "seeds" / name).read_bytes()
        read = clean(parse_source(name, data), Corrections())
        labels = {row["line"]: row["label"].split("+") for row in want["line_labels"]}
        roles = {mark.n: mark.role.split("+") for mark in read.marks}
        dropped = {n for n, role in roles.items() if role[0] in _DROPPED}
        expected = {n for n, label in labels.items() if label == ["drop"]}
        right, false, missed = (
            right + len(dropped & expected),
            false + len(dropped - expected),
            missed + len(expected - dropped),
        )
        wrong["title"] += squeeze(read.title) != squeeze(want["title"])
        for part in ("caption", "heading", "lede", "dateline", "date"):
            wrong[part] += {n for n, r in roles.items() if part in r} != {
                n for n, label in labels.items() if part in label
            }
        captions = [squeeze(row["text"]) for row in want["captions"]]
        wrong["caption"] += printed(read, "caption").split("\n") != (captions or [""])
    yield Row("clean", "seeds", "furniture precision", right / max(1, right + false), right + false, 1.0)
    yield Row("clean", "seeds", "furniture recall", right / max(1, right + missed), right + missed, 1.0)
    for part, count in wrong.items():
        yield Row("clean", "seeds", f"{part} wrong", count, len(seeds), 0, lower_is_better=True)


def _boilerplate(rows: list[dict[str, Any]]) -> Iterator[Row]:
    drops = keeps = dropped = kept = titles = lines = lost = 0
    for row in rows:
        raw, read = article(row["raw"])
        text = printed(read)
        for stretch in row["must_drop"]:
            for part in stretch.split("\n"):
                drops += 1
                dropped += squeeze(part) not in text
        keeps += len(row["must_keep"])
        kept += sum(squeeze(part) in text for part in row["must_keep"])
        titles += squeeze(read.title) == squeeze(row["title"])
        held = {piece.line for block in read.blocks for piece in block.pieces}
        junk = [squeeze(part) for stretch in row["must_drop"] for part in stretch.split("\n")]
        for n, line in enumerate(raw.lines, 1):
            if line.strip() and not any(squeeze(line) in part or part in squeeze(line) for part in junk):
                lines += 1
                lost += n not in held and read.title_line != n
    yield Row("clean", "boilerplate.jsonl", "must_drop gone", dropped / drops, drops, 0.9)
    yield Row("clean", "boilerplate.jsonl", "must_keep kept", kept / keeps, keeps, 1.0)
    yield Row("clean", "boilerplate.jsonl", "title exact", titles / len(rows), len(rows), 0.95)
    yield Row(
        "clean", "boilerplate.jsonl", "other lines dropped", lost / lines, lines, None, lower_is_better=True
    )


def _loss(source: str, rows: Iterable[dict[str, Any]]) -> Iterator[Row]:
    lines = lost = letters = gone = titles = count = articles = 0
    for row in rows:
        raw, read = article(f"{row['title']}\n\n{row['text']}")
        count += 1
        articles += read.is_article
        titles += squeeze(read.title) == squeeze(row["title"])
        for n, line in enumerate(raw.lines, 1):
            if line.strip() and n != 1:
                lines += 1
                letters += len(squeeze(line))
                pieces = [p for block in read.blocks for p in block.pieces if p.line == n]
                cut = _missing(line, [(p.start, p.end) for p in pieces])
                lost += not pieces and any(cut)
                gone += sum(map(len, cut))
    yield Row("clean", source, "lines lost", lost / lines, lines, 0.003, lower_is_better=True)
    yield Row("clean", source, "letters lost", gone / letters, letters, 0.003, lower_is_better=True)
    yield Row("clean", source, "title exact", titles / count, count, 0.95)
    yield Row("clean", source, "told to be articles", articles / count, count, 1.0)


def _sites(source: str, files: tuple[str, ...]) -> Iterator[Row]:
    kept = furniture = lost = missed = titles = pages = 0
    for page in (page for file in files for page in all_pages(file=file)):
        read = clean(RawArticle("x", "x.txt", page.lines, Meta(), ""), Corrections())
        gone, left = lost_and_missed(page, read)
        pages += 1
        titles += read.title == page.title
        furniture += sum(sign in ("F", "U") for sign in page.signs)
        kept += sum(sign in ("", "T", "K") for sign in page.signs)
        lost, missed = lost + len(gone), missed + len(left)
    found = furniture - missed
    yield Row("clean", source, "furniture precision", found / (found + lost), found + lost, 0.99)
    yield Row("clean", source, "furniture recall", found / furniture, furniture, 0.9)
    yield Row("clean", source, "lines lost", lost / kept, kept, 0.003, lower_is_better=True)
    yield Row("clean", source, "title exact", titles / pages, pages, 0.95)


def _missing(line: str, spans: list[tuple[int, int]]) -> list[str]:
    """Return the stretches of `line` outside `spans` that hold words and are no known furniture."""
    edges = [0, *(edge for span in spans for edge in span), len(line)]
    stretches = [squeeze(line[start:end]) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return [text for text in stretches if any(map(str.isalnum, text)) and not KNOWN.match(text)]


def _speed(shared: Path) -> Row:
    took = []
    for name in gold(shared):
        raw = parse_source(name, (shared / "seeds" / name).read_bytes())
        clean(raw, Corrections())
        best = min(_timed(raw) for _ in range(20))
        took.append(best * 3000 / sum(map(len, raw.lines)))
    return Row(
        "clean",
        "seeds",
        "ms per 3,000 letters",
        sorted(took)[len(took) // 2],
        len(took),
        1.0,
        lower_is_better=True,
    )


def _timed(raw: RawArticle) -> float:
    start = time.perf_counter()
    clean(raw, Corrections())
    return (time.perf_counter() - start) * 1000
