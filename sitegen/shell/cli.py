"""The command line: arguments in, exit code out.  0 well, 1 problems in the site, 2 wrong usage."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from click.shell_completion import get_completion_class

from sitegen import __version__
from sitegen.errors import SitegenError
from sitegen.shell.commands.build import build
from sitegen.shell.commands.check import check
from sitegen.shell.commands.diff import diff
from sitegen.shell.commands.english import english
from sitegen.shell.commands.importing import import_
from sitegen.shell.commands.names import people, topics
from sitegen.shell.commands.new import new
from sitegen.shell.commands.options import project_option, terminal_of, voice
from sitegen.shell.commands.read import read
from sitegen.shell.commands.review import review
from sitegen.shell.commands.serve import serve
from sitegen.shell.heap import leave

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class _Group(click.Group):
    """Lists commands in the order of an editor's day, and shows problems instead of tracebacks."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Run as a program; there is nothing to go on with after it."""
        try:
            return super().__call__(*args, **kwargs)
        except SystemExit as end:
            leave(end.code)
            raise

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except SitegenError as error:
            terminal_of(ctx).problems([error.problem])
            raise click.exceptions.Exit(1) from error


@click.group(cls=_Group, context_settings=_CONTEXT)
@click.version_option(__version__, prog_name="sitegen", message="%(prog)s %(version)s")
@voice
def main() -> None:
    """Make a bilingual news digest from a folder of scraped Arabic articles."""


for each in (new, import_, read, review, people, topics, english, build, serve, diff, check):
    main.add_command(each)


@main.command(short_help="Print the script that completes commands in a shell.")
@project_option
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(project: Path, shell: str) -> None:
    """Print the completion script of SHELL.

    \b
    bash:  sitegen completion bash > ~/.local/share/bash-completion/completions/sitegen
    zsh:   sitegen completion zsh > "${fpath[1]}/_sitegen"
    fish:  sitegen completion fish > ~/.config/fish/completions/sitegen.fish
    """
    found = get_completion_class(shell)
    if found is None:  # pragma: no cover: the choices are click's own
        raise SitegenError(f"no completion for {shell}")
    click.echo(found(main, {}, "sitegen", "_SITEGEN_COMPLETE").source())
