"""`sitegen read`."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.shell.commands.options import project_option, terminal_of


@click.command(short_help="Show how articles are read.")
@project_option
@click.argument(
    "paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(exists=True, path_type=Path)
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each article, one a line.")
@click.pass_context
def read(ctx: click.Context, /, project: Path, paths: tuple[Path, ...], as_json: bool) -> None:
    """Show each line of the articles with its role and the rule that decided, then what was found.

    PATH is an article or a folder of articles, in the project or anywhere else.
    All are read together, with the lexicon and settings of the project: a date
    may follow from another article.
    """
    from sitegen.shell.tables import at_hand

    ctx.with_resource(at_hand(project))
    from sitegen.shell import read as reading
    from sitegen.shell.listing import listing
    from sitegen.site.record import encode, record

    terminal = terminal_of(ctx)
    with terminal.progress() as bars:
        found = reading.read(paths, project, bars)
    for name, entry in found.entries():
        if as_json:
            terminal.data(encode({**record(entry), "path": name}))
            continue
        for line in listing(name, entry):
            terminal.out.print(line)
    problems = [p for p in found.problems if p.severity == "error" or not as_json]
    terminal.problems(problems)
    ctx.exit(1 if any(p.severity == "error" for p in problems) else 0)
