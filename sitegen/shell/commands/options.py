"""What every command shares: where the project lies, how much is said, and where it is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from sitegen.shell.terminal import Terminal

F = TypeVar("F", bound=Callable[..., Any])

FOLDER = click.Path(file_okay=False, path_type=Path)
_VERBOSITY = "sitegen.verbosity"


def terminal_of(ctx: click.Context) -> Terminal:
    """Return the terminal with the verbosity that was asked for."""
    from sitegen.shell.terminal import Terminal

    return Terminal(ctx.meta.get(_VERBOSITY, 0))


def _louder(ctx: click.Context, option: click.Parameter, given: bool) -> None:
    if given:
        ctx.meta[_VERBOSITY] = 1 if option.name == "verbose" else -1


def voice(command: Any) -> Any:
    """Add -v and -q, which may stand before or after the name of a command."""
    for short, name, text in (
        ("-q", "--quiet", "Say only what is wrong."),
        ("-v", "--verbose", "Say more: timings, what was left out, every problem."),
    ):
        command = click.option(short, name, is_flag=True, expose_value=False, callback=_louder, help=text)(
            command
        )
    return command


def project_option(command: Any) -> Any:
    """Add --project, -v and -q."""
    there = click.Path(file_okay=False, exists=True, path_type=Path)
    text = "The project's folder; the current one unless given."
    return voice(click.option("--project", type=there, default=".", metavar="DIR", help=text)(command))


def output_option(command: Any) -> Any:
    """Add --output."""
    text = "Where the site lies; build/ in the project unless given."
    return click.option("--output", type=FOLDER, metavar="DIR", help=text)(command)


def json_option(text: str) -> Callable[[F], F]:
    """Add --json, which prints values for programs; `text` says which."""
    return click.option("--json", "as_json", is_flag=True, help=text)
