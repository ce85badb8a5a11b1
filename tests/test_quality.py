"""The figures of `python -m tests.quality` may rise, never fall."""

from __future__ import annotations

from tests.quality import shared_folder
from tests.quality.__main__ import below, measure_all, read_floors


def test_no_figure_falls_under_its_floor() -> None:
    shared = shared_folder()
    if shared is None:  # a clone without the labelled sets: said aloud, the seeds' own tests still run
        print("labelled data not at hand: quality floors not measured (see docs/quality.md)")
        return
    floors = read_floors()
    assert floors, "run python -m tests.quality --update once"
    assert below(measure_all(shared), floors) == []
