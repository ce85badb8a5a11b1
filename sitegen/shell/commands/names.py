"""`sitegen people` and `sitegen topics`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.shell.commands.options import json_option, project_option, terminal_of

if TYPE_CHECKING:
    from sitegen.shell.desk import Desk
    from sitegen.shell.terminal import Terminal

_ADD = "Write a record for NAME, or with --to another spelling of one."
_WIDTH = 70  # letters of a line that are shown


def _shared(command: Any) -> Any:
    """Add what both commands take."""
    options = (
        click.argument("name", required=False),
        click.option("--add", metavar="NAME", default="", help=_ADD),
        click.option("--to", metavar="ID", default="", help="With --add: the record that NAME belongs to."),
        click.option("--id", metavar="ID", default="", help="With --add: the new record's id."),
        click.option("--en", metavar="NAME", default="", help="With --add: the English name."),
        click.option("--alias", "aliases", metavar="FORM", multiple=True, help="With --add: another form."),
        click.option("--near", is_flag=True, help="List spellings that may be one name."),
        json_option("Print one JSON object a line."),
        click.pass_context,
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


@click.command(short_help="List people, show where they occur, add records.")
@project_option
@_shared
def people(ctx: click.Context, /, project: Path, **asked: Any) -> None:
    """List the people of all articles; with NAME (an id or a name) show where and why.

    --add writes a record into content/lexicon/people.toml and prints the
    change as a diff; the English name is suggested by rule. Nothing else in the
    file changes, so version control can undo it.
    """
    _run(ctx, project, "person", **asked)


@click.command(short_help="List topics, show where they occur, add records.")
@project_option
@_shared
def topics(ctx: click.Context, /, project: Path, **asked: Any) -> None:
    """List the topics of all articles; with NAME (an id or a name) show where and why.

    --add writes a record into content/lexicon/topics.toml and prints the
    change as a diff. Nothing else in the file changes, so version control can
    undo it.
    """
    _run(ctx, project, "topic", **asked)


def _run(ctx: click.Context, project: Path, kind: str, *, name: str | None, add: str, **asked: Any) -> None:
    from sitegen.shell.tables import at_hand

    ctx.with_resource(at_hand(project))
    from sitegen.shell.desk import open_desk

    terminal, as_json, near = terminal_of(ctx), asked.pop("as_json"), asked.pop("near")
    with terminal.progress() as bars, open_desk(project, bars) as desk:
        if add:
            _add(terminal, project, desk, kind, add, asked)
        elif near:
            _near(terminal, desk, kind, as_json=as_json)
        elif name:
            _where(terminal, desk, kind, name, as_json=as_json)
        else:
            _list(terminal, desk, kind, as_json=as_json)


def _add(terminal: Terminal, project: Path, desk: Desk, kind: str, name: str, asked: dict[str, Any]) -> None:
    try:
        from sitegen.shell import records
    except ModuleNotFoundError as error:
        from sitegen.errors import SitegenError

        raise SitegenError(
            f"this needs the package {error.name}", hint="pip install 'sitegen[import]'"
        ) from error
    wanted = records.Wanted(kind, " ".join(name.split()), **asked)
    change = records.add(project, desk.compiled.library.lexicon, wanted)
    for line in change.diff():
        terminal.say(line)
    terminal.say(f"{change.id} in {change.path}; now:  sitegen review")


def _list(terminal: Terminal, desk: Desk, kind: str, *, as_json: bool) -> None:
    import msgspec

    from sitegen.errors import isolate
    from sitegen.shell.occurrences import names

    found = names(desk.compiled, kind, lambda *_: None)
    for each in found:
        if as_json:
            terminal.data(msgspec.json.encode(each._asdict()))
        else:
            note = "" if each.known else "  (not in the lexicon)"
            terminal.say(f"{each.articles:5}  {each.id}  {each.en}  {isolate(each.ar)}{note}")
    if not as_json:
        unknown = sum(not each.known for each in found)
        terminal.say(f"{len(found)} in all" + (f", {unknown} not in the lexicon" if unknown else ""))


def _where(terminal: Terminal, desk: Desk, kind: str, name: str, *, as_json: bool) -> None:
    import msgspec

    from sitegen.errors import LexiconError, isolate
    from sitegen.shell.occurrences import names, occurrences
    from sitegen.text.fold import match_key

    record = desk.compiled.library.lexicon.named(kind, name)
    key = match_key(name)
    others = (
        n.id
        for n in names(desk.compiled, kind, lambda *_: None)
        if key in (n.id, match_key(n.ar), match_key(n.en))
    )
    id = record.id if record else next(others, None)
    if id is None:
        raise LexiconError(f"no article names {isolate(name)}", hint="without a name the command lists all")
    found = list(occurrences(desk.compiled, kind, id))
    for each in found:
        if as_json:
            terminal.data(msgspec.json.encode(each._asdict()))
        else:
            text = each.text if len(each.text) <= _WIDTH else each.text[:_WIDTH] + "…"
            terminal.say(f"{each.path}{f':{each.line}' if each.line else ''}: {isolate(each.why)}")
            terminal.say(f"    {isolate(text)}" if text else "")
    if not as_json:
        terminal.say(f"{id}: {len(found)} line{'s' if len(found) != 1 else ''}")


def _near(terminal: Terminal, desk: Desk, kind: str, *, as_json: bool) -> None:
    import msgspec

    from sitegen.errors import isolate
    from sitegen.shell.occurrences import names
    from sitegen.text.near import code_points, near_pairs

    found = {n.ar: n for n in names(desk.compiled, kind, lambda *_: None)}
    pairs = [(a, b) for a, b in near_pairs(found) if found[a].id != found[b].id]
    for one, other in pairs:
        a, b = sorted((found[one], found[other]), key=lambda n: (not n.known, -n.articles))
        differ = code_points(a.ar, b.ar)
        command = "people" if kind == "person" else "topics"
        settle = (
            f'sitegen {command} --add "{b.ar}" --to {a.id}'
            if a.known
            else (f'sitegen {command} --add "{a.ar}" --alias "{b.ar}"')
        )
        if as_json:
            terminal.data(
                msgspec.json.encode({"one": a.id, "other": b.id, "differ": differ, "settle": settle})
            )
        else:
            terminal.say(f"{isolate(a.ar)} ({a.id}) and {isolate(b.ar)} ({b.id}): {differ}")
            terminal.say(f"    {settle}")
    if not as_json:
        terminal.say(f"{len(pairs)} pair{'s' if len(pairs) != 1 else ''}" if pairs else "no near spellings")
