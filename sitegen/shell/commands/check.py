"""`sitegen check`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from sitegen.shell.commands.options import output_option, project_option, terminal_of


@click.command(short_help="Check the built site.")
@project_option
@output_option
@click.option("--json", "as_json", is_flag=True, help="Print the problems as one JSON object.")
@click.pass_context
def check(ctx: click.Context, /, project: Path, output: Path | None, as_json: bool) -> None:
    """Look for dead links and fragments, wrong languages, broken feeds and files that cannot be published."""
    import msgspec

    from sitegen.shell.check import check as look
    from sitegen.shell.terminal import problem_values

    terminal = terminal_of(ctx)
    with terminal.progress() as bars:
        checked = look(output or project / "build", bars)
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
        count = len(checked.problems)
        found = f"{count} problem{'s' if count > 1 else ''}" if count else "no problems"
        terminal.say(f"{checked.pages:,} pages and {checked.files - checked.pages:,} other files: {found}")
    ctx.exit(0 if ok else 1)
