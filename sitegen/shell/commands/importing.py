"""`sitegen import`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.shell.commands.options import json_option, project_option, terminal_of

if TYPE_CHECKING:
    from sitegen.shell.intake.run import Imported
    from sitegen.shell.terminal import Terminal

_FIELDS = ("text", "title", "url", "date", "outlet")


def _columns(
    ctx: click.Context, option: click.Parameter, given: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    pairs = [each.partition("=") for each in given]
    if bad := next((field for field, _, column in pairs if field not in _FIELDS or not column), ""):
        raise click.BadParameter(f"write FIELD=COLUMN with a FIELD of {', '.join(_FIELDS)}, not {bad}")
    return tuple((field, column) for field, _, column in pairs)


@click.command("import", short_help="Bring articles in.")
@project_option
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--follow", is_flag=True, help="Fetch the page of each feed entry that brings only a summary.")
@click.option("--outlet", default="", metavar="NAME", help="The outlet of articles that do not name theirs.")
@click.option(
    "--field", multiple=True, metavar="FIELD=COLUMN", callback=_columns,
    help="Which column or key holds the text, title, url, date or outlet.",
)  # fmt: skip
@json_option("Print the report as one JSON object.")
@click.pass_context
def import_(
    ctx: click.Context, /, project: Path, sources: tuple[str, ...], as_json: bool, **options: Any
) -> None:
    """Bring articles into content/articles, each with a sidecar of what its source states.

    SOURCE is a saved page (.html), a text (.txt, .md), a feed (RSS, Atom, JSON
    Feed), a table (.jsonl, .json, .csv), a folder of these, an address
    (https://...) of a page or feed, or - for text pasted on standard input.

    Wrong encodings are repaired, and the sidecar says so; what came is kept
    under originals/. An article that is there already is reported and not
    written again, so an import may be run again at any time.
    """
    try:
        from sitegen.shell.intake.run import Importer
    except ModuleNotFoundError as error:
        from sitegen.errors import SitegenError

        hint = "run  pip install 'sitegen[import]'  (in a checkout: pip install -e '.[import]')"
        raise SitegenError(f"importing needs the package {error.name}", hint=hint) from error
    from sitegen.shell.intake.fetch import Client
    from sitegen.shell.intake.item import Asked
    from sitegen.shell.intake.sources import STDIN

    terminal, client = terminal_of(ctx), Client()
    pasted = sys.stdin.buffer.read() if STDIN in sources else b""
    asked = Asked(zone=_zone_of(project), **options)
    with terminal.progress() as bars:
        done = Importer(project, asked, client, pasted).bring_in(sources, bars)
    client.close()
    if as_json:
        _report(terminal, done)
    else:
        _show(terminal, done)
    ctx.exit(1 if done.problems else 0)


def _zone_of(project: Path) -> str:
    """Return the time zone that `content/site.toml` states, or the default."""
    from sitegen.desk.config import PATH, parse_config

    place = project / PATH
    return parse_config(place.read_bytes() if place.is_file() else None)[0].timezone


def _show(terminal: Terminal, done: Imported) -> None:
    for each in done.brought:
        terminal.say(f"new      {each.path}  from {each.source}")
        for repair in each.repairs:
            terminal.say(f"         repaired: {repair}")
    for again in done.again:
        terminal.say(f"again    {again.source}: {again.twin.why} as {again.twin.path}")
    terminal.problems(done.problems)
    counts = (
        (len(done.brought), "new"),
        (len(done.again), "there already"),
        (len(done.problems), "not imported"),
    )
    terminal.say(", ".join(f"{number} {what}" for number, what in counts if number) or "nothing found")


def _report(terminal: Terminal, done: Imported) -> None:
    import msgspec

    from sitegen.shell.terminal import problem_values

    values = {
        "ok": not done.problems,
        "new": [each._asdict() for each in done.brought],
        "again": [{"source": a.source, "path": a.twin.path, "why": a.twin.why} for a in done.again],
        "problems": [problem_values(problem) for problem in done.problems],
    }
    terminal.data(msgspec.json.encode(values))
