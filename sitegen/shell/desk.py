"""A project read as a build reads it: what `review`, `people`, `topics` and `diff` look at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from sitegen.errors import Problem
from sitegen.library.project import Options
from sitegen.memo import Memo
from sitegen.pipeline import Compiled, compile_site
from sitegen.shell.inputs import ProjectFiles, installed, theme_folder
from sitegen.shell.program import code_digest
from sitegen.shell.report import MEMO, STATE, Progress
from sitegen.shell.shelving import load_shelf, save_shelf
from sitegen.shell.state import read_state
from sitegen.shell.store import Store


class Desk(NamedTuple):
    """A site read and arranged, its inputs, and the memory that made it quick."""

    compiled: Compiled
    files: ProjectFiles
    memo: Memo

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with the inputs."""
        return (*self.files.problems, *self.compiled.problems)


@contextmanager
def open_desk(project: Path, progress: Progress, base_url: str | None = None) -> Iterator[Desk]:
    """Read `project` with the memory of its builds; what is read here the next build need not read."""
    with Store(project / MEMO) as memo:
        state = read_state(project / STATE)
        files = ProjectFiles(project, theme_folder(), installed())
        files.believe(state.inputs, state.noted)
        shelf = load_shelf(project)
        options = Options(base_url=base_url, code=code_digest())
        compiled = compile_site(files, options, memo, progress, shelf=shelf)
        save_shelf(project, compiled.library.shelf, shelf)
        yield Desk(compiled, files, memo)
