"""Quotations with speakers on the seeds' gold.

The article is built from the gold's line labels and the people and organisations
from the gold's printed forms, so that only this stage is measured.  `exact`: share
of gold quotations found with exactly the gold's words on its line and its speaker
(by English name; «White House (statement)» is the White House).  `spans` the same
without the speaker.  `invented`: quotations that the gold does not have, a term or
a name in marks among them.  `names`: the same share when the gold's forms that are
offices (رئيس الوزراء) are withheld and offices must be understood from the text.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sitegen.model import Quote
from sitegen.reading.speech.quotes import find_quotes
from tests.quality import Row, gold
from tests.unit.quote_cases import article, entities

_OFFICES = ("رئيس", "وزير", "مستشار", "الرئيس", "بدولة")
_LEFT_OUT = ("drop", "title")


def measure(shared: Path) -> list[Row]:
    """Return the figures for the five seeds."""
    right = spans = invented = total = named = 0
    for name, labels in gold(shared).items():
        lines = (shared / "seeds" / name).read_text(encoding="utf-8").split("\n")
        want = {(q["line"], q["text"]): q["speaker"].replace(" (statement)", "") for q in labels["quotes"]}
        got = _found(labels, lines, offices=True)
        total += len(want)
        spans += len(got.keys() & want.keys())
        right += sum(got.get(key) == speaker for key, speaker in want.items())
        invented += len(got.keys() - want.keys())
        less = _found(labels, lines, offices=False)
        named += sum(less.get(key) == speaker for key, speaker in want.items())
    return [
        Row("quotes", "seeds", "exact", right / total, total, 1.0),
        Row("quotes", "seeds", "spans", spans / total, total, 1.0),
        Row("quotes", "seeds", "names", named / total, total, 1.0),
        Row("quotes", "seeds", "invented", invented, total, 0.0, lower_is_better=True),
    ]


def _found(labels: dict[str, Any], lines: list[str], *, offices: bool) -> dict[tuple[int, str], str | None]:
    kept = {label["line"]: label["label"] for label in labels["line_labels"] if label["label"] != "drop"}
    roles = {n: _role(label) for n, label in kept.items() if label not in _LEFT_OUT}
    people = {
        p["en"]: [f for f in p["aliases_in_text"] if offices or not f.startswith(_OFFICES)]
        for p in labels["persons"]
    }
    orgs = {o["en"]: o["forms_in_text"] for o in labels["orgs"]}
    found: tuple[Quote, ...]
    found, _ = find_quotes(
        article(lines, roles), entities("person", people, lines, kept), entities("org", orgs, lines, kept)
    )
    return {(q.line, q.text): q.speaker for q in found}


def _role(label: str) -> str:
    return "lede" if "lede" in label else label
