"""Figures on the seeds' gold.

`recall`: share of gold figures found on their line with the gold's value; `unit`: the
same with the gold's English unit too.  `wrong`: figures found whose value and line the
gold does not have; ordinals of rounds are counted apart by the gold and left out here.
"""

from __future__ import annotations

from pathlib import Path

from sitegen.reading.numbers.find import ORDINAL_UNITS, find_numbers
from tests.quality import Row, gold


def measure(shared: Path) -> list[Row]:
    """Return the figures for the five seeds."""
    found = units = wrong = total = 0
    for name, labels in gold(shared).items():
        lines = (shared / "seeds" / name).read_text(encoding="utf-8").split("\n")
        kept = [label["line"] for label in labels["line_labels"] if label["label"] != "drop"]
        got = [number for n in kept for number in find_numbers(n, lines[n - 1])]
        want = {(n["line"], n["value"]): n["unit"] for n in labels["numbers"]}
        told = {(n.line, n.value, n.unit) for n in got}
        total += len(want)
        found += sum(any(n.line == line and n.value == value for n in got) for line, value in want)
        units += sum((line, value, unit) in told for (line, value), unit in want.items())
        wrong += sum((n.line, n.value) not in want for n in got if n.unit not in ORDINAL_UNITS)
    return [
        Row("numbers", "seeds", "recall", found / total, total, 1.0),
        Row("numbers", "seeds", "unit", units / total, total, 1.0),
        Row("numbers", "seeds", "wrong", wrong, total, 0.0, lower_is_better=True),
    ]
