"""Places, organisations and outlets.

Method.  *seeds*: each seed is cleaned and read with the site's own lexicon.  A gold
record is found when a mention of one entity equals, holds or lies inside one of its
`forms_in_text`; `recall` is the share found.  `forbidden` counts places of
`places_must_not` that were found.  `unlisted` counts entities that match no gold
record: the gold lists the ones a reader would index, so a right entity can be
unlisted and this figure is only reported.  `outlet` is the share of seeds whose
printed outlet (or none) is the gold's.

*ner_person.jsonl*: each sentence is one line, read with the shipped lexicon alone; a
mention is right when it equals, holds or lies inside a gold string of its kind, and a
gold string is found in the same way.  The corpora count football clubs and firms as
organisations but hardly ever armies and ministries, so precision there is low by
definition; no goal.  `orgs_named_precision` leaves out what is built of a head and a
country («الجيش العراقي»), listed («البرلمان اللبناني») or not, which the labels leave out as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from sitegen import data
from sitegen.desk.lexicon import Lexicon, parse_lexicon
from sitegen.model import Article, Block, Corrections, Entity, Meta, RawArticle, Span
from sitegen.reading.page.clean import clean
from sitegen.reading.places.find import find_entities
from sitegen.reading.places.outlets import find_outlet
from sitegen.text.fold import match_key
from sitegen.text.nationalities import nationality_at
from sitegen.text.tokens import tokenize
from tests.quality import ROOT, Row, gold, load_jsonl

KINDS = ("places", "orgs")


def site_lexicon() -> Lexicon:
    """Return the lexicon of this site on top of the shipped one."""
    files = (ROOT / "content" / "lexicon").glob("*.toml")
    return parse_lexicon({f"content/lexicon/{path.name}": path.read_bytes() for path in files})[0]


def seed(shared: Path, name: str) -> RawArticle:
    """Return one seed as a raw article."""
    text = (shared / "seeds" / name).read_text(encoding="utf-8")
    return RawArticle(name.removesuffix(".txt"), name, tuple(text.split("\n")), Meta(), "")


def measure(shared: Path) -> list[Row]:
    """Measure places, organisations and outlets."""
    return [*_seeds(shared), *_sentences(shared)]


def _seeds(shared: Path) -> Iterable[Row]:
    lexicon, golden = site_lexicon(), gold(shared)
    found, total, unlisted = dict.fromkeys(KINDS, 0), dict.fromkeys(KINDS, 0), dict.fromkeys(KINDS, 0)
    forbidden = outlets = 0
    for name, want in golden.items():
        raw = seed(shared, name)
        article = clean(raw, Corrections())
        for kind, got in zip(KINDS, find_entities(article, lexicon, raw.lines), strict=True):
            matched = [{e.id for e in got if _is(e, record)} for record in want[kind]]
            found[kind] += sum(bool(ids) for ids in matched)
            total[kind] += len(matched)
            unlisted[kind] += len({e.id for e in got} - set().union(*matched))
            if kind == "places":
                forbidden += sum(e.ar == bad["ar"] for e in got for bad in want["places_must_not"])
        outlets += (find_outlet(article, raw.lines, Meta(), lexicon)[1] or None) == want["outlet"]["ar"]
    for kind in KINDS:
        yield Row("entities", "seeds", f"{kind}_recall", found[kind] / total[kind], total[kind], 1.0)
        yield Row("entities", "seeds", f"{kind}_unlisted", unlisted[kind], total[kind], None, True)
    yield Row("entities", "seeds", "places_forbidden", forbidden, len(golden), 0, True)
    yield Row("entities", "seeds", "outlet", outlets / len(golden), len(golden), 1.0)


def _is(entity: Entity, record: dict[str, Any]) -> bool:
    return any(_meet(m.text, form) for m in entity.mentions for form in record["forms_in_text"])


def _meet(one: str, other: str) -> bool:
    a, b = match_key(one), match_key(other)
    return a in b or b in a


def _of_a_state(text: str) -> bool:
    """Say whether a mention is the head of a body that every state has, and a nationality."""
    tokens = tokenize(text)
    for i in range(1, len(tokens)):
        nation = nationality_at(tokens, i)
        if nation and nation[1] == len(tokens) and " ".join(tokens.keys[:i]) in _heads():
            return True
    return False


@cache
def _heads() -> frozenset[str]:
    return frozenset(match_key(head) for row in data.rows("generic_orgs") for head in row[3].split("|"))


def _sentences(shared: Path) -> Iterable[Row]:
    lexicon = parse_lexicon({})[0]
    rows = load_jsonl(shared / "data" / "dev" / "ner_person.jsonl")
    right, printed = dict.fromkeys(KINDS, 0), dict.fromkeys(KINDS, 0)
    found, total = dict.fromkeys(KINDS, 0), dict.fromkeys(KINDS, 0)
    named = [0, 0]  # right, printed
    for row in rows:
        text = row["sentence"]
        block = Block("body", (Span(1, 0, len(text), text),))
        article = Article(row["id"], "", True, "ar", "news", "", None, (), (block,))
        for kind, entities in zip(KINDS, find_entities(article, lexicon, (text,)), strict=True):
            got = [mention.text for entity in entities for mention in entity.mentions]
            right[kind] += sum(any(_meet(text, want) for want in row[kind]) for text in got)
            printed[kind] += len(got)
            found[kind] += sum(any(_meet(text, want) for text in got) for want in row[kind])
            total[kind] += len(row[kind])
            if kind == "orgs":
                listed = [m.text for e in entities if lexicon.get("org", e.id) for m in e.mentions]
                listed = [text for text in listed if not _of_a_state(text)]
                named[0] += sum(any(_meet(text, want) for want in row[kind]) for text in listed)
                named[1] += len(listed)
    for kind in KINDS:
        yield Row(
            "entities", "ner_person.jsonl", f"{kind}_precision", right[kind] / printed[kind], printed[kind]
        )
        yield Row("entities", "ner_person.jsonl", f"{kind}_recall", found[kind] / total[kind], total[kind])
    yield Row("entities", "ner_person.jsonl", "orgs_named_precision", named[0] / named[1], named[1])
