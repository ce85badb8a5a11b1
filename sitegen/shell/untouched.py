"""Say that nothing changed since the last build, from what it noted and how the files look now.

Light on purpose: nothing here imports what reads articles or renders pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.shell.inputs import ProjectFiles, installed, theme_folder
from sitegen.shell.manifest import NAME
from sitegen.shell.program import code_digest
from sitegen.shell.report import STATE, Report, Request, Stopwatch, stops
from sitegen.shell.state import State, read_state
from sitegen.shell.writing import Sign, sign


class Begun(NamedTuple):
    """What has been looked at when it is asked whether there is anything to do."""

    state: State
    sign: Sign  # of the file it was read from
    files: ProjectFiles


def begin(request: Request) -> Begun:
    """Read what the last build noted and list the files of the project."""
    place = request.project / STATE
    found, state = sign(place), read_state(place)
    return Begun(state, found, inputs_of(request, state))


def inputs_of(request: Request, state: State) -> ProjectFiles:
    """Return the files of a project, of which is believed what `state` says."""
    files = ProjectFiles(request.project, theme_folder(), installed())
    files.believe(state.inputs, state.noted)
    return files


def untouched(request: Request, begun: Begun, watch: Stopwatch) -> Report | None:
    """Return the report of a build with nothing to do since the last; None when there may be something."""
    state, files = begun.state, begun.files
    if (
        state.settings != request.settings
        or state.output != str(request.output.resolve())
        or state.code != code_digest()
        or stops(state.summary.problems, request, forgiving=False)
    ):
        return None
    if files.problems or not files.as_noted() or not _intact(request, state):
        return None
    watch("check", 1, 1)
    summary = state.summary
    return Report(
        ok=True, published=True, base_url=state.base_url, problems=summary.problems,
        articles=summary.articles, pages=summary.pages, files=len(state.outputs), size=summary.size,
        skipped=summary.skipped, seconds=watch.seconds,
    )  # fmt: skip


def _intact(request: Request, state: State) -> bool:
    """Say whether every file of the site lies as it was published."""
    if sign(request.output / NAME) != state.manifest:
        return False
    return next(_touched(request, state), None) is None


def _touched(request: Request, state: State) -> Iterator[str]:
    """Yield each file of the site that does not lie as it was published."""
    output = f"{request.output}/"
    for path, written in state.outputs.items():
        if sign(output + path) != (written.size, written.changed):
            yield path


def touched(request: Request, state: State) -> frozenset[str]:
    """Return the files of the site that do not lie as they were published."""
    return frozenset(_touched(request, state))
