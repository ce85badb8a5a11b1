"""`sitegen review`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.shell.commands.options import json_option, project_option, terminal_of

if TYPE_CHECKING:
    from sitegen.shell.review.finding import Finding
    from sitegen.shell.terminal import Terminal

_MOST = 5  # findings of one kind that are shown without -v


@click.command(short_help="List what deserves a look.")
@project_option
@json_option("Print one JSON object for each finding, one a line.")
@click.pass_context
def review(ctx: click.Context, /, project: Path, as_json: bool) -> None:
    """List what deserves a human look, the worst first, each with what settles it.

    What settles a finding is a command, or a line for a file: usually the
    article's sidecar. What is right as it is need not be shown again: name its
    kind in the sidecar, as in  settled = ["english-card"].
    """
    import msgspec

    from sitegen.shell.tables import at_hand

    ctx.with_resource(at_hand(project))
    from sitegen.shell.review.run import review as look

    terminal = terminal_of(ctx)
    with terminal.progress() as bars:
        found = look(project, bars)
    if as_json:
        for finding in found:
            terminal.data(msgspec.json.encode(finding.values()))
    else:
        _show(terminal, found)
    ctx.exit(1 if any(finding.kind == "problem" and finding.weight for finding in found) else 0)


def _show(terminal: Terminal, found: list[Finding]) -> None:
    from sitegen.desk.sidecar import SETTLED

    for kind, title in SETTLED.items():
        here = [finding for finding in found if finding.kind == kind]
        if not here:
            continue
        terminal.say(f"{kind} ({len(here)}): {title}", style="bold")
        for finding in here if terminal.verbosity > 0 else here[:_MOST]:
            terminal.say(f"  {finding.where}: {finding.what}")
            into = f"{finding.into}:  " if finding.into else ""
            if finding.settle:
                terminal.say(f"    {into}{finding.settle}", style="cyan")
        if len(here) > _MOST and terminal.verbosity == 0:
            terminal.say(f"  ... and {len(here) - _MOST} more; see all of them with -v")
    terminal.say(f"{len(found)} to look at" if found else "nothing to look at")
