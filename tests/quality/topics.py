"""General and specific topics.

Method.  *seeds*: each seed is cleaned and read with the site's own lexicon; the
specific topics are compared with the gold's by id: `recall`, and `false` for those
the gold does not have.

*topics.jsonl*: title and text of each article are read with the shipped lexicon
alone; `main` is the share whose first general topic is the section's (`sports` is our
`sport`).  `main_of_five` lets the model choose only among the five sections that
occur.  The word lists were written without these articles.
"""

from __future__ import annotations

from pathlib import Path

from sitegen.desk.lexicon import parse_lexicon
from sitegen.model import Article, Block, Corrections, Span
from sitegen.reading.page.clean import clean
from sitegen.reading.places.find import find_entities
from sitegen.reading.topics.find import find_topics
from sitegen.reading.topics.model import count, ranked
from sitegen.text.tokens import tokenize
from tests.quality import Row, gold, load_jsonl
from tests.quality.entities import seed, site_lexicon

SECTIONS = {
    "culture": "culture",
    "economy": "economy",
    "politics": "politics",
    "sports": "sport",
    "technology": "technology",
}


def measure(shared: Path) -> list[Row]:
    """Measure the topics of the seeds and of labelled articles."""
    return [*_seeds(shared), *_sections(shared)]


def _seeds(shared: Path) -> list[Row]:
    lexicon = site_lexicon()
    found = total = wrong = 0
    for name, want in gold(shared).items():
        raw = seed(shared, name)
        article = clean(raw, Corrections())
        places, _ = find_entities(article, lexicon, raw.lines)
        got = {hit.id for hit in find_topics(article, lexicon, places, raw.lines) if not hit.general}
        slugs = {topic["slug"] for topic in want["topics"]}
        found, total, wrong = found + len(got & slugs), total + len(slugs), wrong + len(got - slugs)
    return [
        Row("topics", "seeds", "recall", found / total, total, 1.0),
        Row("topics", "seeds", "false", wrong, total, 0, True),
    ]


def _sections(shared: Path) -> list[Row]:
    lexicon = parse_lexicon({})[0]
    rows = load_jsonl(shared / "data" / "dev" / "topics.jsonl")
    main = five = 0
    for row in rows:
        lines = (row["title"], *row["text"].split("\n"))
        body = [
            Block("body", (Span(n, 0, len(x), x),)) for n, x in enumerate(lines, 1) if n > 1 and x.strip()
        ]
        article = Article(row["id"], "", True, "ar", "news", row["title"], 1, (), tuple(body))
        general = [hit.id for hit in find_topics(article, lexicon, (), lines) if hit.general]
        main += general[:1] == [SECTIONS[row["label"]]]
        scores = ranked(count((n, 3.0 if n == 1 else 1.0, tokenize(line)) for n, line in enumerate(lines, 1)))
        first = next((topic for topic, _ in scores if topic in SECTIONS.values()), "")
        five += first == SECTIONS[row["label"]]
    return [
        Row("topics", "topics.jsonl", "main", main / len(rows), len(rows), 0.90),
        Row("topics", "topics.jsonl", "main_of_five", five / len(rows), len(rows)),
    ]
