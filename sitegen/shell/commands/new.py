"""`sitegen new`."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.shell.commands.options import FOLDER, project_option, terminal_of


@click.command(short_help="Start a new site.")
@project_option
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.pass_context
def new(ctx: click.Context, /, project: Path, folder: Path) -> None:
    """Write a small site that builds at once into DIR, a new or empty folder."""
    from sitegen.shell.new import new as write

    target = project / folder
    written = write(target)
    terminal = terminal_of(ctx)
    for path in written:
        terminal.detail(path)
    terminal.say(f"{len(written)} files in {target}/; now:  cd {target} && sitegen serve")
