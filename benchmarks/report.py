"""The table of results, with ratios to the first row."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

#: What the ratio to Hugo's full build is meant to stay under.
GOALS = {
    "nothing changed": 0.06, "one body edited": 0.08, "one title edited": 0.12,
    "one person's name edited": 0.12, "full render, reading remembered": 0.9, "from cold": 6.0,
}  # fmt: skip
_MARK = "<!-- written by python -m benchmarks; the words below the table are ours -->"


class Row(NamedTuple):
    """One measured line; zeros are not shown."""

    what: str
    seconds: float
    megabytes: float
    pages: int
    size: int  # bytes


def write(path: Path, rows: list[Row], machine: str, command: str) -> None:
    """Write the report; what stands below the table in an earlier one is kept."""
    first = rows[0]
    lines = [
        "# Speed", "", f"Measured on {date.today()}: {machine}.", "", f"    {command}", "", _MARK, "",
        f"| work | s | ratio to {first.what.split(',')[0]} | goal | memory, MB | ratio | HTML pages | MB written |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]  # fmt: skip
    for row in rows:
        goal = GOALS.get(row.what.removeprefix("sitegen, "))
        lines.append(
            f"| {row.what} | {row.seconds:.2f} | {row.seconds / first.seconds:.3f} | "
            f"{f'≤ {goal}' if goal else ''} | {_some(row.megabytes)} | "
            f"{f'{row.megabytes / first.megabytes:.2f}' if row.megabytes else ''} | "
            f"{_some(row.pages)} | {_some(row.size / 1e6)} |"
        )
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    below = old.partition("\n## ")[2]
    text = "\n".join(lines) + "\n" + (f"\n## {below}" if below else "")
    path.write_text(text, encoding="utf-8")
    print(text)


def _some(value: float) -> str:
    return f"{value:,.0f}" if value else ""
