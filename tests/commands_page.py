"""docs/commands.md, made from the help of every command: `python -m tests.commands_page` writes it."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.shell.cli import main

PATH = Path(__file__).resolve().parents[1] / "docs" / "commands.md"

HEAD = """# Commands

<!-- Made from the commands' own help by `python -m tests.commands_page`; do not edit. -->

Every command works on the project in the current folder unless `--project` names another. Answers go to
standard output, problems and progress to standard error. Exit codes: 0 all is well, 1 there are problems in
the site, 2 the command was used wrongly.

Completion of commands and options: `sitegen completion bash` (or `zsh`, `fish`) prints a script to install.
Without installing anything, `eval "$(_SITEGEN_COMPLETE=bash_source sitegen)"` switches it on for one session.
"""


def page() -> str:
    """Return the page as it should be."""
    parts = [HEAD, _section(main, "sitegen")]
    parts += [_section(command, f"sitegen {name}") for name, command in main.commands.items()]
    return "\n".join(parts)


def _section(command: click.Command, name: str) -> str:
    context = click.Context(command, info_name=name, terminal_width=100, **main.context_settings)
    shown = "\n".join(f"    {line}".rstrip() for line in command.get_help(context).splitlines())
    return f"## `{name}`\n\n{shown}\n"


if __name__ == "__main__":
    PATH.write_text(page(), encoding="utf-8")
