"""How much the English stub tells, and what it costs.

told        share of articles with at least one sentence of the layer "facts": who did or said what
opening     the same where an article is cut behind the word that passes 500 letters: as openings are
about       share with no more than what a speaker spoke about or mentioned, of phrases that are understood
whole       share with at least one fact that is more than a topic or a mention: a clause, an act, a count
headline    share with a headline of the layer "facts" (understood from the title or the lede)
sentences   facts a told article has, on average
distinct    share of articles whose fact sentences are all different
slips       lines with what any reader of English would mark: a doubled word, "a" before a vowel
speed       milliseconds of processor for one article once the word lists are loaded, the median

topics.jsonl is parted by a hash of each text: grammar and word lists were grown on one half ("grown"), the
other ("unseen") was only read to judge what is told of it, and mended by cause, never by article.

Truth is not a figure of this module: it is judged by reading.  `python -m tests.quality.english FILE [N]`
writes the stubs of N unseen articles (50) to FILE, each fact beside its Arabic, for a reader who marks every
sentence t(rue), e(mpty), m(isleading) or f(alse); `--tally FILE` counts the marks.
"""

from __future__ import annotations

import hashlib
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable
from itertools import chain
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
from tests.surface import slips

_PARTIAL = ("topic", "about")
#: An opening: a title and about two paragraphs.
_OPENING = re.compile(r"(?s).{500}\S*")


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
        ("grown", [a for a in topics if not unseen(a)], 0.7),
        ("unseen", [a for a in topics if unseen(a)], 0.7),
        ("story_pairs.jsonl", pairs, 0.7),
    ):
        rows += _rows(source, list(stubs(articles, lexicon)), goal)
        if source != "seeds":
            rows.append(_of_openings(source, articles, lexicon))
    return rows


def _of_openings(source: str, articles: Iterable[dict[str, Any]], lexicon: Lexicon) -> Row:
    cut = ({**a, "text": m[0] if (m := _OPENING.match(a["text"])) else a["text"]} for a in articles)
    told = [any(s.layer == "facts" for s in stub.english.sentences) for stub in stubs(cut, lexicon)]
    return Row("english", source, "opening", sum(told) / len(told), len(told))


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
        start = time.process_time()
        english = write_english(reading, reading.dating, dates, lexicon)
        seconds = time.process_time() - start
        kinds = tuple(fact.kind for fact in find_facts(reading, dates, lexicon).body)
        yield Stub(raw, reading, dates, english, kinds, seconds)


def _rows(source: str, found: list[Stub], goal: float) -> list[Row]:
    facts = [[s.text for s in stub.english.sentences if s.layer == "facts"] for stub in found]
    told = [texts for texts in facts if texts]
    whole = sum(any(kind not in _PARTIAL for kind in stub.kinds) for stub in found)
    about = sum(bool(stub.kinds) and set(stub.kinds) == {"about"} for stub in found)
    headlines = sum(stub.english.headline.layer == "facts" for stub in found)
    lines = [*chain.from_iterable(facts), *(stub.english.headline.text for stub in found)]
    n = len(found)
    return [
        Row("english", source, "told", len(told) / n, n, goal),
        Row("english", source, "about", about / n, n),
        Row("english", source, "whole", whole / n, n),
        Row("english", source, "headline", headlines / n, n, 0.6),
        Row("english", source, "sentences", sum(map(len, told)) / max(1, len(told)), len(told)),
        Row("english", source, "distinct", sum(len(set(t)) == len(t) for t in facts) / n, n, 1.0),
        Row(
            "english", source, "slips", sum(map(bool, map(slips, lines))), len(lines), 0, lower_is_better=True
        ),
        Row(
            "english", source, "speed", median(s.seconds for s in found) * 1000, n, 1.0, lower_is_better=True
        ),
    ]


def unseen(article: dict[str, Any]) -> bool:
    """Say whether an article belongs to the half that is only judged."""
    return hashlib.sha256(article["text"].encode()).digest()[-1] % 2 == 1


def write_reading_copy(path: Path, shared: Path, articles: int = 50) -> None:
    """Write the stubs of unseen articles beside their Arabic, with room for a mark before each sentence."""
    lexicon, _ = parse_lexicon({})
    held = [a for a in load_jsonl(shared / "data" / "dev" / "topics.jsonl") if unseen(a)]
    held.sort(key=lambda a: hashlib.sha256(a["text"].encode()).hexdigest())
    out = []
    for stub in stubs(held[:articles], lexicon):
        head = stub.english.headline
        out.append(f"# {stub.reading.article.title}\n  H ({head.layer}) {head.text}")
        facts = find_facts(stub.reading, stub.dates, lexicon).body
        told = [s for s in stub.english.sentences if s.layer == "facts"]
        for sentence, fact in zip(told, facts, strict=True):
            line = stub.raw.lines[fact.line - 1]
            before, after = line[max(0, fact.at - 80) : fact.at], line[fact.at :][:160]
            out.append(f"  [ ] {sentence.text}\n      {before} >> {after}")
    path.write_text("\n".join(out) + "\n", encoding="utf-8")


def tally(text: str) -> Counter[str]:
    """Count the marks of a reading copy.

    >>> tally("  [t] Kadhimi visited Baghdad.\\n  [f] He left.")
    Counter({'t': 1, 'f': 1})
    """
    return Counter(re.findall(r"^  \[([tefm])\]", text, flags=re.MULTILINE))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--tally"]:
        print(dict(tally(Path(sys.argv[2]).read_text(encoding="utf-8"))))
        sys.exit()
    folder = shared_folder()
    if folder is None:
        sys.exit("no labelled data at hand: set SITEGEN_SHARED")
    write_reading_copy(Path(sys.argv[1]), folder, *map(int, sys.argv[2:3]))
