"""`sitegen check`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from sitegen.shell.commands.options import json_option, output_option, project_option, terminal_of


@click.command(short_help="Check the built site.")
@project_option
@output_option
@click.option(
    "--pages", is_flag=False, flag_value="auto", default=None, metavar="[actions|branch]",
    type=click.Choice(["auto", "actions", "branch"]),
    help="Look at what GitHub Pages does too; it is published by a workflow (actions) or from a branch.",
)  # fmt: skip
@json_option("Print the problems as one JSON object.")
@click.pass_context
def check(
    ctx: click.Context, /, project: Path, output: Path | None, pages: str | None, as_json: bool
) -> None:
    """Look for dead links and fragments, wrong languages, broken feeds and files that cannot be published.

    --pages says as well what GitHub Pages would stumble over: the size, links on
    the page for missing addresses, names that are left out, CNAME, the workflow.
    """
    import msgspec

    from sitegen.shell.check import check as look
    from sitegen.shell.terminal import problem_values

    terminal, folder = terminal_of(ctx), output or project / "build"
    with terminal.progress() as bars:
        checked = look(folder, bars)
    if pages:
        from sitegen.shell.pages_doctor import examine, publishing_mode

        found_there = examine(project, folder, publishing_mode(project) if pages == "auto" else pages)
        checked = checked._replace(problems=(*checked.problems, *found_there))
    ok = not any(p.severity == "error" for p in checked.problems)
    if as_json:
        values: dict[str, Any] = {
            "ok": ok,
            "files": checked.files,
            "pages": checked.pages,
            "bytes": checked.size,
        }
        values["problems"] = [problem_values(p) for p in checked.problems]
        terminal.data(msgspec.json.encode(values))
    else:
        terminal.problems(checked.problems)
        count = sum(p.severity != "note" for p in checked.problems)
        found = f"{count} problem{'s' if count > 1 else ''}" if count else "no problems"
        terminal.say(f"{checked.pages:,} pages and {checked.files - checked.pages:,} other files: {found}")
    ctx.exit(0 if ok else 1)
