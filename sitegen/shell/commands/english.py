"""`sitegen english`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.shell.commands.options import project_option, terminal_of

if TYPE_CHECKING:
    from sitegen.desk.engines import EngineSettings
    from sitegen.shell.desk import Desk
    from sitegen.shell.english import Done, Work
    from sitegen.shell.terminal import Terminal


@click.command(short_help="Put articles into English with an engine.")
@project_option
@click.option("--engine", metavar="NAME", help="fxtranslate, ctranslate2 or openai, instead of site.toml's.")
@click.option(
    "--model", metavar="MODEL", help="A folder or file, or a server's model, instead of site.toml's."
)
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Stop after N articles.")
@click.option("--dry-run", is_flag=True, help="Count sentences and estimate the cost; ask nobody.")
@click.option("--draft", metavar="ID", help="Write content/english/ID.md for you to edit, and nothing else.")
@click.pass_context
def english(
    ctx: click.Context, /, project: Path, limit: int | None, dry_run: bool, draft: str | None, **named: Any
) -> None:
    """Translate the lead of every article that has no English of yours.

    What the engine says is kept in content/english/cache/ and checked against
    the Arabic at every build; builds need no engine. Stop it when you like:
    the next run goes on where this one ended.
    """
    from sitegen.shell.tables import at_hand

    ctx.with_resource(at_hand(project))
    from sitegen.shell.desk import open_desk

    terminal = terminal_of(ctx)
    with terminal.progress() as bars, open_desk(project, bars) as desk:
        errors = [p for p in desk.problems if p.severity == "error"]
        terminal.problems(errors)
        if draft is not None:
            _draft(terminal, project, desk, draft)
            ok = True
        else:
            ok = _translate(terminal, project, desk, limit=limit, dry_run=dry_run, named=named, bars=bars)
    ctx.exit(0 if ok and not errors else 1)


def _translate(
    terminal: Terminal,
    project: Path,
    desk: Desk,
    *,
    limit: int | None,
    dry_run: bool,
    named: dict[str, Any],
    bars: Any,
) -> bool:
    import os
    from itertools import islice

    from msgspec.structs import replace

    from sitegen.shell import english as translating
    from sitegen.shell.engines.choose import open_engine

    configured = desk.compiled.config.english
    settings = replace(configured, **{key: value for key, value in named.items() if value})
    if dry_run:
        _estimate(
            terminal, list(islice(translating.work(desk.compiled.library, settings, None), limit)), settings
        )
        return True
    engine = open_engine(settings, project, os.environ)
    identity = (engine.name, engine.model_hash, engine.prompt)
    found = list(islice(translating.work(desk.compiled.library, settings, identity), limit))
    done = translating.run(project, found, engine, bars)
    _tell(terminal, done, f"{engine.name} {engine.model}")
    if configured.engine not in ("", engine.name):
        terminal.say(f'site.toml says engine = "{configured.engine}": builds leave these translations aside')
    if done.problem:
        terminal.problems([done.problem.problem])
    return not done.problem and not done.interrupted


def _tell(terminal: Terminal, done: Done, by: str) -> None:
    """Say how much was translated, and how much is left."""
    terminal.say(f"{done.sentences:,} sentences of {done.articles:,} articles by {by}")
    if done.empty:
        terminal.say(f"{done.empty:,} of them it left empty: facts stand there")
    if done.left:
        terminal.say(f"{done.left:,} articles are left; run it again to go on")


def _estimate(terminal: Terminal, found: list[Work], settings: EngineSettings) -> None:
    from sitegen.shell.english import estimate

    told = estimate(found, settings)
    terminal.say(
        f"{told.sentences:,} sentences of {told.articles:,} articles, {told.letters:,} letters of Arabic"
    )
    if settings.engine == "openai":
        cost = f": about {told.cost:.2f} at your prices" if told.cost else ""
        terminal.say(f"about {told.tokens_in:,} tokens in and {told.tokens_out:,} out{cost}")
    terminal.say("nothing was asked and nothing was written")


def _draft(terminal: Terminal, project: Path, desk: Desk, id: str) -> None:
    from sitegen.english.draft import draft
    from sitegen.shell.english import write_new

    path = write_new(project, desk.compiled.library, id, draft)
    terminal.say(f"{path}: change what you like; untouched, it changes nothing")
