"""Say that nothing changed since the last build, from what it noted and how the files look now.

Light on purpose: nothing here imports what reads articles or renders pages.
"""

from __future__ import annotations

from sitegen.shell.inputs import ProjectFiles, theme_folder
from sitegen.shell.manifest import NAME
from sitegen.shell.program import code_digest
from sitegen.shell.report import Report, Request, Stopwatch, stops
from sitegen.shell.state import State
from sitegen.shell.typefaces import installed
from sitegen.shell.writing import sign


def inputs_of(request: Request, state: State) -> ProjectFiles:
    """Return the files of a project, of which is believed what `state` says."""
    files = ProjectFiles(request.project, theme_folder(), installed())
    files.believe(state.inputs, state.noted)
    return files


def untouched(request: Request, state: State, files: ProjectFiles, watch: Stopwatch) -> Report | None:
    """Return the report of a build with nothing to do since `state`; None when there may be something."""
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
    output = f"{request.output}/"
    return all(
        sign(output + path) == (written.size, written.changed) for path, written in state.outputs.items()
    )
