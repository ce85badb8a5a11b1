"""The command line: arguments in, exit code out.  0 well, 1 problems in the site, 2 wrong usage."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import get_completion_class

from sitegen import __version__
from sitegen.errors import SitegenError

if TYPE_CHECKING:
    from sitegen.shell.terminal import Terminal

_FOLDER = click.Path(file_okay=False, path_type=Path)
_THERE = click.Path(exists=True, path_type=Path)
_VERBOSITY = "sitegen.verbosity"
_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class _Group(click.Group):
    """Lists commands in the order of an editor's day, and shows problems instead of tracebacks."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except SitegenError as error:
            _terminal(ctx).problems([error.problem])
            raise click.exceptions.Exit(1) from error


def _terminal(ctx: click.Context) -> Terminal:
    from sitegen.shell.terminal import Terminal

    return Terminal(ctx.meta.get(_VERBOSITY, 0))


def _louder(ctx: click.Context, option: click.Parameter, given: bool) -> None:
    if given:
        ctx.meta[_VERBOSITY] = 1 if option.name == "verbose" else -1


def _voice(command: Any) -> Any:
    """Add -v and -q, which may stand before or after the name of a command."""
    for short, name, text in (
        ("-q", "--quiet", "Say only what is wrong."),
        ("-v", "--verbose", "Say more: timings, what was left out, every problem."),
    ):
        command = click.option(short, name, is_flag=True, expose_value=False, callback=_louder, help=text)(
            command
        )
    return command


def _project(command: Any) -> Any:
    there = click.Path(file_okay=False, exists=True, path_type=Path)
    text = "The project's folder; the current one unless given."
    return _voice(click.option("--project", type=there, default=".", metavar="DIR", help=text)(command))


def _output(command: Any) -> Any:
    text = "Where the site lies; build/ in the project unless given."
    return click.option("--output", type=_FOLDER, metavar="DIR", help=text)(command)


@click.group(cls=_Group, context_settings=_CONTEXT)
@click.version_option(__version__, prog_name="sitegen", message="%(prog)s %(version)s")
@_voice
def main() -> None:
    """Make a bilingual news digest from a folder of scraped Arabic articles."""


@main.command(short_help="Build the site.")
@_project
@_output
@click.option(
    "--base-url", metavar="URL", help="Where the site will be published, instead of site.toml's address."
)
@click.option("--strict", is_flag=True, help="Let warnings stop the build too.")
@click.option(
    "--keep-going", is_flag=True, help="Publish without the articles that have errors (still exits with 1)."
)
@click.option("--explain", is_flag=True, help="Print why each file was written or removed.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as one JSON object.")
@click.pass_context
def build(ctx: click.Context, /, project: Path, output: Path | None, as_json: bool, **options: Any) -> None:
    """Read content/ and write the site to build/.

    Nothing in build/ changes until every page has been made and checked.  Files
    whose bytes stay the same are not touched, files that an earlier build wrote
    and nobody needs any more are removed, and files of yours are left alone.
    """
    from sitegen.shell import build as building
    from sitegen.shell import terminal as printing

    terminal, folder = _terminal(ctx), output or project / "build"
    request = building.Request(project, folder, **options)
    with terminal.progress() as bars:
        report = building.build(request, bars)
    if as_json:
        terminal.data(printing.report_line(report, str(folder)))
    else:
        printing.show_report(terminal, report, folder.name, explain=request.explain)
    ctx.exit(0 if report.ok else 1)


@main.command(short_help="Preview the site; rebuild and reload on every change.")
@_project
@_output
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
    version.  The files in build/ stay as they will be published.
    """
    from sitegen.shell.build import Request
    from sitegen.shell.serve import Address
    from sitegen.shell.serve import serve as run

    request = Request(project, output or project / "build")
    run(request, Address(host, port), _terminal(ctx), poll=poll, browse=browse)


@main.command(short_help="Show how articles are read.")
@_project
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
    from sitegen.shell import read as reading
    from sitegen.shell.listing import listing
    from sitegen.site.record import encode, record

    terminal = _terminal(ctx)
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


@main.command(short_help="Check the built site.")
@_project
@_output
@click.option("--json", "as_json", is_flag=True, help="Print the problems as one JSON object.")
@click.pass_context
def check(ctx: click.Context, /, project: Path, output: Path | None, as_json: bool) -> None:
    """Look for dead links and fragments, wrong languages, broken feeds and files that cannot be published."""
    import msgspec

    from sitegen.shell.check import check as look
    from sitegen.shell.terminal import problem_values

    terminal = _terminal(ctx)
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


@main.command(short_help="Start a new site.")
@_project
@click.argument("folder", metavar="DIR", type=_FOLDER)
@click.pass_context
def new(ctx: click.Context, /, project: Path, folder: Path) -> None:
    """Write a small site that builds at once into DIR, a new or empty folder."""
    from sitegen.shell.new import new as write

    target = project / folder
    written = write(target)
    terminal = _terminal(ctx)
    for path in written:
        terminal.detail(path)
    terminal.say(f"{len(written)} files in {target}/; now:  cd {target} && sitegen serve")


@main.command(short_help="Print the script that completes commands in a shell.")
@_project
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(project: Path, shell: str) -> None:
    """Print the completion script of SHELL.

    \b
    bash:  sitegen completion bash > ~/.local/share/bash-completion/completions/sitegen
    zsh:   sitegen completion zsh > "${fpath[1]}/_sitegen"
    fish:  sitegen completion fish > ~/.config/fish/completions/sitegen.fish
    """
    found = get_completion_class(shell)
    if found is None:  # pragma: no cover: the choices are click's own
        raise SitegenError(f"no completion for {shell}")
    click.echo(found(main, {}, "sitegen", "_SITEGEN_COMPLETE").source())
