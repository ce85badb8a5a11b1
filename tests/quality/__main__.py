"""Print the quality table and hold the floors: `python -m tests.quality [--update] [--markdown FILE]`.

`--update` raises floors to what was measured; it never lowers one.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
import tomllib
from pathlib import Path

from tests import quality
from tests.quality import Row, shared_folder

FLOORS = Path(__file__).with_name("floors.toml")
_ROUNDED = 1e-4  # floors are written with four digits


def measure_all(shared: Path) -> list[Row]:
    """Return the rows of every part, in the order of their modules."""
    rows: list[Row] = []
    for module in sorted(m.name for m in pkgutil.iter_modules(quality.__path__)):
        part = importlib.import_module(f"tests.quality.{module}")
        if hasattr(part, "measure"):
            rows.extend(part.measure(shared))
    return rows


def read_floors() -> dict[str, float]:
    """Return the floor of each metric by its key."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def below(rows: list[Row], floors: dict[str, float]) -> list[str]:
    """Return a line for every metric that fell under its floor or is no longer measured."""
    measured = {row.key: row for row in rows}
    lines = []
    for key, floor in floors.items():
        row = measured.get(key)
        if row is None:
            lines.append(f"{key}: no longer measured")
        elif (row.value > floor + _ROUNDED) if row.lower_is_better else (row.value < floor - _ROUNDED):
            lines.append(f"{key}: {row.value:.4f}, floor {floor:.4f}")
    return lines


def table(rows: list[Row]) -> str:
    """Return the figures as a Markdown table, bad ones included."""
    lines = ["| part | source | metric | value | n | goal | |", "|---|---|---|--:|--:|--:|---|"]
    for row in rows:
        goal, verdict = "", ""
        if row.goal is not None:
            met = row.value <= row.goal + 1e-9 if row.lower_is_better else row.value >= row.goal - 1e-9
            goal, verdict = (
                f"{'≤' if row.lower_is_better else '≥'} {row.goal:g}",
                "met" if met else "**missed**",
            )
        lines.append(
            f"| {row.part} | {row.source} | {row.metric} | {row.value:.4g} | {row.n} | {goal} | {verdict} |"
        )
    return "\n".join(lines)


def update(rows: list[Row], floors: dict[str, float]) -> None:
    """Write floors that are never worse than before; rounded so that noise in the last digit is none."""
    for row in rows:
        if row.metric.startswith("ms ") or row.metric == "speed":
            continue  # speed is for the benchmarks: a timed test would fail on a busy machine
        if row.part == "english" and row.source != "seeds":
            continue  # to tell less is always allowed
        best = min if row.lower_is_better else max
        value = round(row.value, 4)
        floors[row.key] = best(floors.get(row.key, value), value)
    head = "# The lowest (for errors: highest) value each metric may have; `--update` raises them.\n"
    body = "".join(f'"{key}" = {float(value)}\n' for key, value in sorted(floors.items()))
    FLOORS.write_text(head + body, encoding="utf-8")


def main() -> int:
    """Measure, print, compare; 1 when a floor does not hold."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality")
    parser.add_argument("--update", action="store_true", help="raise the floors to what was measured")
    parser.add_argument("--markdown", type=Path, help="also write the table into this file")
    options = parser.parse_args()
    shared = shared_folder()
    if shared is None:
        print("no labelled data found: set SITEGEN_SHARED to the folder with gold/, seeds/ and data/dev/")
        return 1
    rows = measure_all(shared)
    print(table(rows))
    floors = read_floors()
    fallen = below(rows, floors)
    for line in fallen:
        print(f"below its floor: {line}", file=sys.stderr)
    if options.update:
        update(rows, floors)
    if options.markdown:
        options.markdown.write_text(table(rows) + "\n", encoding="utf-8")
    return 1 if fallen else 0


if __name__ == "__main__":
    raise SystemExit(main())
