"""`sitegen diff`."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.shell.commands.options import json_option, output_option, project_option, terminal_of


@click.command(short_help="Say what publishing would change.")
@project_option
@output_option
@click.option("--base-url", metavar="URL", help="The address to build for; the last build's unless given.")
@json_option("Print the changes as one JSON object.")
@click.pass_context
def diff(
    ctx: click.Context, /, project: Path, output: Path | None, base_url: str | None, as_json: bool
) -> None:
    """Compare the site as it would be built now with the last build, in words.

    Tells articles and pages that are new, gone or changed, and for a changed
    article the facts that changed in it. Writes nothing.
    """
    import msgspec

    from sitegen.shell.tables import at_hand

    ctx.with_resource(at_hand(project))
    from sitegen.errors import isolate
    from sitegen.shell.desk import open_desk
    from sitegen.shell.difference.site import difference, in_words, last_build, titles

    terminal, folder = terminal_of(ctx), output or project / "build"
    before = last_build(folder)
    if base_url is None and before.settings:
        base_url = before.base_url
    with terminal.progress() as bars, open_desk(project, bars, base_url) as desk:
        found = difference(desk.compiled, folder, before, bars)
        named = {} if as_json else {id: isolate(title) for id, title in titles(desk.compiled).items()}
        errors = [problem for problem in desk.problems if problem.severity == "error"]
    if as_json:
        values = {"same": found.same, "moved": found.moved, "changes": [c._asdict() for c in found.changes]}
        terminal.data(msgspec.json.encode(values))
    else:
        for line in in_words(found, named, everything=terminal.verbosity > 0):
            terminal.say(line)
    terminal.problems(errors)
    ctx.exit(1 if errors else 0)
