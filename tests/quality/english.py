"""How much the English stub tells, and what it costs.

told        share of articles with at least one sentence of the layer "facts": who did or said what
whole       share with at least one fact that is more than a topic or a mention: a clause, an act, a count
headline    share with a headline of the layer "facts" (understood from the title or the lede)
sentences   facts a told article has, on average
distinct    share of articles whose fact sentences are all different
speed       milliseconds for one article once the word lists are loaded, the median

topics.jsonl is read in two halves: the word lists were grown on the articles with an even number
("grown"), the odd ones ("unseen") and story_pairs.jsonl were only measured and read.

Truth is not a figure of this module: it is judged by reading.  `python -m tests.quality.english FILE`
writes the stubs of the unseen half to FILE, each fact beside its Arabic, for a reader who marks every
sentence true, false or empty.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from sitegen.desk.lexicon import Lexicon, parse_lexicon
from sitegen.english.facts import find_facts
from sitegen.english.stub import write_english
from sitegen.model import Corrections, DateFound, English, Meta, RawArticle, Reading
from sitegen.reading.analyze import analyze
from sitegen.reading.dates.resolve import resolve_all
from tests.quality import Row, load_jsonl, shared_folder

_PARTIAL = ("topic", "mention")


class Stub(NamedTuple):
    raw: RawArticle
    reading: Reading
    dates: tuple[DateFound, ...]
    english: English
    kinds: tuple[str, ...]  # of its facts
    seconds: float


def measure(shared: Path) -> list[Row]:
    dev = shared / "data" / "dev"
    topics = load_jsonl(dev / "topics.jsonl")
    pairs = [row[side] for row in load_jsonl(dev / "story_pairs.jsonl") for side in "ab"]
    seeds = [
        {"title": "", "text": path.read_text(encoding="utf-8")}
        for path in sorted((shared / "seeds").glob("*.txt"))
    ]
    lexicon, _ = parse_lexicon({})
    rows: list[Row] = []
    for source, articles, goal in (
        ("seeds", seeds, 1.0),
        ("grown", topics[::2], 0.7),
        ("unseen", topics[1::2], 0.7),
        ("story_pairs.jsonl", pairs, 0.7),
    ):
        rows += _rows(source, list(stubs(articles, lexicon)), goal)
    return rows


def stubs(articles: Iterable[dict[str, Any]], lexicon: Lexicon) -> Iterable[Stub]:
    """Write the stub of each article that is one."""
    for n, article in enumerate(articles):
        title = [article["title"], ""] if article["title"] else []
        lines = (*title, *article["text"].split("\n"))
        raw = RawArticle(f"a{n}", f"a{n}.txt", lines, Meta(), "")
        reading = analyze(raw, Corrections(), lexicon)
        if not reading.article.is_article:
            continue
        dates = resolve_all(reading, reading.dating)
        start = time.perf_counter()
        english = write_english(reading, reading.dating, dates, lexicon)
        seconds = time.perf_counter() - start
        kinds = tuple(fact.kind for fact in find_facts(reading, dates, lexicon).body)
        yield Stub(raw, reading, dates, english, kinds, seconds)


def _rows(source: str, found: list[Stub], goal: float) -> list[Row]:
    facts = [[s.text for s in stub.english.sentences if s.layer == "facts"] for stub in found]
    told = [texts for texts in facts if texts]
    whole = sum(any(kind not in _PARTIAL for kind in stub.kinds) for stub in found)
    headlines = sum(stub.english.headline.layer == "facts" for stub in found)
    n = len(found)
    return [
        Row("english", source, "told", len(told) / n, n, goal),
        Row("english", source, "whole", whole / n, n),
        Row("english", source, "headline", headlines / n, n, 0.6),
        Row("english", source, "sentences", sum(map(len, told)) / max(1, len(told)), len(told)),
        Row("english", source, "distinct", sum(len(set(t)) == len(t) for t in facts) / n, n, 1.0),
        Row(
            "english", source, "speed", median(s.seconds for s in found) * 1000, n, 1.0, lower_is_better=True
        ),
    ]


def write_reading_copy(path: Path, shared: Path) -> None:
    """Write the stubs of the unseen half beside their Arabic."""
    lexicon, _ = parse_lexicon({})
    out = []
    for stub in stubs(load_jsonl(shared / "data" / "dev" / "topics.jsonl")[1::2], lexicon):
        head = stub.english.headline
        out.append(f"# {stub.reading.article.title}\n  H ({head.layer}) {head.text}")
        facts = find_facts(stub.reading, stub.dates, lexicon).body
        told = [s for s in stub.english.sentences if s.layer == "facts"]
        for sentence, fact in zip(told, facts, strict=True):
            line = stub.raw.lines[fact.line - 1]
            before, after = line[max(0, fact.at - 80) : fact.at], line[fact.at :][:160]
            out.append(f"  - {sentence.text}\n      {before} >> {after}")
    path.write_text("\n".join(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    folder = shared_folder()
    if folder is None:
        sys.exit("no labelled data at hand: set SITEGEN_SHARED")
    write_reading_copy(Path(sys.argv[1]), folder)
