"""Persons: exact spans in sentences, and the persons of whole articles.

Method.  *anercorp*, *wojood*, *ner_person.jsonl*: the tokens of a sentence are joined
by spaces, the line is read with no lexicon at all, and each span is mapped back to the
tokens it touches, clitics and all.  A span is right when first and last token are the
gold's; precision, recall and F1 over all spans.

*seeds*: each seed is cleaned and read with the site's lexicon; a person is right when
the English name is one of the gold's.  `recall` and `precision` over article-person
pairs, `forbidden` counts names of `persons_must_not`, `role` is the share of right
persons whose English office on the gold's day is the gold's.  *seeds, empty lexicon*:
the same with nobody known; names must then be found by the words around them and
romanised as in the gold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sitegen.desk.lexicon import Lexicon
from sitegen.model import Corrections, Dating
from sitegen.reading.names.people import find_people, with_roles
from sitegen.reading.names.spans import find_name_spans
from sitegen.reading.page.clean import clean
from tests.quality import Row, gold, load_jsonl
from tests.quality.entities import seed, site_lexicon

_SOURCES = {"anercorp-train": "anercorp", "wojood-sample-train": "wojood"}


def measure(shared: Path) -> list[Row]:
    """Measure persons in sentences and in the seeds."""
    return [
        *_sentences(shared),
        *_seeds(shared, site_lexicon(), "seeds"),
        *_seeds(shared, _nobody(), "seeds-empty"),
    ]


def _sentences(shared: Path) -> Iterator[Row]:
    counts: dict[str, list[int]] = {"ner_person.jsonl": [0, 0, 0]}  # right, found, wanted
    for row in load_jsonl(shared / "data" / "dev" / "ner_person.jsonl"):
        found = spans(row["tokens"])
        wanted = {tuple(span) for span in row["person_spans"]}
        for source in ("ner_person.jsonl", _SOURCES.get(row["source"], row["source"])):
            count = counts.setdefault(source, [0, 0, 0])
            for i, number in enumerate((len(found & wanted), len(found), len(wanted))):
                count[i] += number
    for source, (right, found_, wanted_) in counts.items():
        goals = (0.93, None, 0.75) if source == "ner_person.jsonl" else (None, None, None)
        precision, recall = right / max(1, found_), right / max(1, wanted_)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        for name, value, n, goal in zip(
            ("precision", "recall", "f1"),
            (precision, recall, f1),
            (found_, wanted_, wanted_),
            goals,
            strict=True,
        ):
            yield Row("people", source, name, value, n, goal)


def spans(tokens: list[str]) -> set[tuple[int, int]]:
    """Return the token spans of the persons found in a sentence."""
    line = " ".join(tokens)
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token) + 1)
    found = set()
    for span in find_name_spans(line):
        first = max(i for i in range(len(tokens)) if starts[i] <= span.start)
        last = max(i for i in range(len(tokens)) if starts[i] < span.end)
        found.add((first, last + 1))
    return found


def _nobody() -> Lexicon:
    return Lexicon({key: record for key, record in site_lexicon().records.items() if record.kind != "person"})


def _seeds(shared: Path, lexicon: Lexicon, source: str) -> Iterable[Row]:
    right = found = wanted = forbidden = roles = 0
    golden = gold(shared)
    for name, want in golden.items():
        raw = seed(shared, name)
        people = find_people(clean(raw, Corrections()), lexicon, raw.lines)
        offices = {
            p.en: p.role_en
            for p in with_roles(people, lexicon, Dating(earliest=_day(want), latest=_day(want)))
        }
        expected = {p["en"]: p["role_en"] for p in want["persons"]}
        right += len(offices.keys() & expected.keys())
        found += len(people)
        wanted += len(expected)
        forbidden += len(offices.keys() & set(want["persons_must_not"]))
        roles += sum(offices.get(en) == role for en, role in expected.items())
    yield Row("people", source, "precision", right / max(1, found), found, 1.0 if source == "seeds" else None)
    yield Row("people", source, "recall", right / wanted, wanted, 1.0 if source == "seeds" else None)
    yield Row("people", source, "forbidden", forbidden, len(golden), 0, lower_is_better=True)
    yield Row("people", source, "role", roles / wanted, wanted)


def _day(want: dict[str, Any]) -> str:
    return str(want["date"]["value"])
