"""`sitegen build`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from sitegen.shell.commands.options import output_option, project_option, terminal_of


@click.command(short_help="Build the site.")
@project_option
@output_option
@click.option(
    "--base-url", metavar="URL", help="Where the site will be published, instead of site.toml's address."
)
@click.option("--strict", is_flag=True, help="Let warnings stop the build too.")
@click.option(
    "--keep-going", is_flag=True, help="Publish without the articles that have errors (still exits with 1)."
)
@click.option("--explain", is_flag=True, help="Print why each file was written or removed.")
@click.option(
    "--workers",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Processes that read and render (default: one for each core).",
)
@click.option(
    "--cluster", metavar="ADDRESS", default="", help="Use a Dask cluster instead; ADDRESS is its scheduler's."
)
@click.option("--json", "as_json", is_flag=True, help="Print the report as one JSON object.")
@click.pass_context
def build(ctx: click.Context, /, project: Path, output: Path | None, as_json: bool, **options: Any) -> None:
    """Read content/ and write the site to build/.

    Nothing in build/ changes until every page has been made and checked.  Files
    whose bytes stay the same are not touched, files that an earlier build wrote
    and nobody needs any more are removed, and files of yours are left alone.
    """
    from sitegen.shell import terminal as printing
    from sitegen.shell.build import build as run
    from sitegen.shell.report import Request

    terminal, folder = terminal_of(ctx), output or project / "build"
    request = Request(project, folder, **options)
    with terminal.progress() as bars:
        report = run(request, bars)
    if as_json:
        terminal.data(printing.report_line(report, str(folder)))
    else:
        printing.show_report(terminal, report, folder.name, explain=request.explain)
    ctx.exit(0 if report.ok else 1)
