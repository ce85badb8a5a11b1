"""What is printed: errors first, never too many, progress only when it is worth it."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from sitegen.errors import Problem, Where
from sitegen.shell.terminal import Terminal


def speaking(verbosity: int = 0, *, is_terminal: bool = False) -> tuple[Terminal, io.StringIO]:
    said = io.StringIO()
    console = Console(file=said, force_terminal=is_terminal, highlight=False, soft_wrap=True, width=200)
    return Terminal(verbosity, console, console), said


ERROR = Problem("wrong [bold]x[/]", Where("content/a.txt", 3), "mend it")
WARNING = Problem("doubtful", severity="warning")


def test_errors_stand_before_warnings_with_place_and_hint() -> None:
    terminal, said = speaking()
    terminal.problems([WARNING, ERROR])
    assert said.getvalue().splitlines() == [
        "error: content/a.txt:3: wrong [bold]x[/]",
        "  hint: mend it",
        "warning: doubtful",
    ]


def test_quiet_keeps_errors_only() -> None:
    terminal, said = speaking(-1)
    terminal.problems([WARNING, ERROR])
    terminal.say("done")
    assert "error" in said.getvalue() and "warning" not in said.getvalue() and "done" not in said.getvalue()


def test_very_many_problems_are_counted() -> None:
    terminal, said = speaking()
    terminal.problems([WARNING] * 100)
    assert "... and 60 more" in said.getvalue()
    terminal, said = speaking(1)
    terminal.problems([WARNING] * 100)
    assert said.getvalue().count("doubtful") == 100


@pytest.mark.parametrize(
    ("is_terminal", "expected"), [(True, "reading articles"), (False, "reading articles: 2/2")]
)
def test_progress_is_shown_once_a_stage_takes_long(is_terminal: bool, expected: str) -> None:
    moments = iter([0.0, 0.5, 3.0])
    terminal, said = speaking(is_terminal=is_terminal)
    with terminal.progress(clock=lambda: next(moments)) as bars:
        bars("read", 0, 2)
        bars("read", 1, 2)
        assert said.getvalue() == ""
        bars("read", 2, 2)
    assert expected in said.getvalue()


def test_progress_towards_an_unknown_end_is_told_now_and_then() -> None:
    moments = iter([0.0, 2.0, 5.5, 6.0, 11.0])
    terminal, said = speaking()
    with terminal.progress(clock=lambda: next(moments)) as bars:
        for done in range(1, 6):
            bars("pages", done, 0)
    assert said.getvalue().splitlines() == ["rendering pages: 3", "rendering pages: 5"]
