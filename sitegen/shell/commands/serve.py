"""`sitegen serve`."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.shell.commands.options import output_option, project_option, terminal_of


@click.command(short_help="Preview the site; rebuild and reload on every change.")
@project_option
@output_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 picks a free one."
)
@click.option("--open", "browse", is_flag=True, help="Open the site in a browser.")
@click.option(
    "--poll", is_flag=True, help="Look at the files every second (network folders, some containers)."
)
@click.pass_context
def serve(
    ctx: click.Context, /, project: Path, output: Path | None, host: str, port: int, browse: bool, poll: bool
) -> None:
    """Build the site and show it under its real base path at http://127.0.0.1:8000.

    Watches content/, templates/ and static/.  A page that is open reloads by
    itself; when the site cannot be built, it shows why and keeps the last good
    version.  At the foot of an article page a panel shows how it was read.  The
    files in build/ stay as they will be published.
    """
    from sitegen.shell.report import Request
    from sitegen.shell.serve import Address
    from sitegen.shell.serve import serve as run

    request = Request(project, output or project / "build")
    run(request, Address(host, port), terminal_of(ctx), poll=poll, browse=browse)
