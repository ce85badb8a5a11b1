"""Quality of the reading, measured on labelled data: `python -m tests.quality`.

Each module beside this one measures one part and has

    def measure(shared: Path) -> list[Row]

`shared` is the folder with `gold/`, `seeds/` and `data/dev/` (default `../shared`,
or the environment variable SITEGEN_SHARED).  Nothing of it is copied into the
project.  `floors.toml` holds the lowest value each metric may have; floors rise,
they never fall.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]


class Row(NamedTuple):
    """One measured figure.  `goal` is what we aim for, None where there is none."""

    part: str  # dates, people, quotes, ...
    source: str  # seeds, dates.jsonl, ...
    metric: str  # precision, recall, exact, wrong, ...
    value: float
    n: int  # how many cases it rests on
    goal: float | None = None
    lower_is_better: bool = False

    @property
    def key(self) -> str:
        return f"{self.part}.{self.source}.{self.metric}"


def shared_folder() -> Path | None:
    """Return the folder of labelled data, None where it is not at hand."""
    folder = Path(os.environ.get("SITEGEN_SHARED", ROOT.parent / "shared"))
    return folder if (folder / "gold" / "seeds.json").exists() else None


def load_jsonl(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def gold(shared: Path) -> dict[str, dict[str, Any]]:
    """Return the gold reading of each seed by its file name."""
    seeds: dict[str, dict[str, Any]] = json.loads(
        (shared / "gold" / "seeds.json").read_text(encoding="utf-8")
    )["seeds"]
    return seeds
