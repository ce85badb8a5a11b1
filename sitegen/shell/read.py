"""`sitegen read`: how articles are read, as a listing for people or as JSON Lines for programs.

All paths of one call are read as one site, so that a date that follows only
from another article is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from sitegen.desk.config import PATH as CONFIG
from sitegen.desk.formats import FORMATS
from sitegen.desk.sidecar import sidecar_of
from sitegen.desk.sources import ARTICLES, CACHE, ENGLISH, LEXICON
from sitegen.errors import Problem, Where
from sitegen.library import Library
from sitegen.library.project import Options, read_project
from sitegen.model import Entry
from sitegen.shell.inputs import DiskFiles, ProjectFiles
from sitegen.shell.program import code_digest
from sitegen.shell.report import Progress


class Asked(NamedTuple):
    """The files to read under the paths of a project, and the names by which their user knows them."""

    places: dict[str, Path]
    names: dict[str, str]
    problems: tuple[Problem, ...]


def gather(paths: Sequence[Path], project: Path) -> Asked:
    """Find the articles among `paths`: files, and folders with everything below them.

    A sidecar beside an article belongs to it.  Articles from elsewhere are put
    under `content/articles/`, in a folder of their own when their name is taken.
    """
    places: dict[str, Path] = {}
    names: dict[str, str] = {}
    problems: list[Problem] = []
    home = (project / ARTICLES).resolve()
    for path in paths:
        found = list(_articles(path))
        if not found:
            known = ", ".join(FORMATS)
            problems.append(Problem("no articles here", Where(str(path)), f"articles end in {known}"))
        for place in found:
            key = _key(place, home, places)
            if key in places:
                continue  # named twice
            places[key], names[key] = place, str(place)
            sidecar = place.with_suffix(".toml")
            if sidecar.is_file():
                side = sidecar_of(key)
                places[side], names[side] = sidecar, str(sidecar)
    return Asked(places, names, tuple(problems))


def _articles(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(p for p in path.rglob("*") if p.suffix.lower() in FORMATS and p.is_file())
    else:
        yield path


def _key(place: Path, home: Path, taken: Mapping[str, Path]) -> str:
    """Return the project path under which the file at `place` is read."""
    whole = place.resolve()
    if whole.is_relative_to(home):
        return ARTICLES + whole.relative_to(home).as_posix()
    number, key = 1, ARTICLES + place.name
    while key in taken and taken[key].resolve() != whole:
        number += 1
        key = f"{ARTICLES}{number}/{place.name}"
    return key


class Read(NamedTuple):
    """Files read together: everything asked for, in order, and what was wrong."""

    library: Library
    ids: tuple[str, ...]  # of everything that could be read, in the order asked for
    names: Mapping[str, str]
    problems: tuple[Problem, ...]

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Yield each entry with the name its user gave it."""
        for id in self.ids:
            entry = self.library.entry(id)
            yield self.names[entry.raw.path], entry


def read(paths: Sequence[Path], project: Path, progress: Progress) -> Read:
    """Read `paths` with the lexicon and settings of `project`."""
    asked = gather(paths, project)
    desk = ProjectFiles(project)
    stems = {key.rsplit("/", 1)[-1].rsplit(".", 1)[0] for key in asked.places}
    settings = {path: place for path, place in desk.places.items() if _decides(path, stems)}
    files = DiskFiles({**settings, **asked.places})
    library = read_project(files, Options(code=code_digest()), {}, progress).library
    ids = {path: id for id, path in (*library.others.items(), *library.paths.items())}
    problems = (*asked.problems, *(_renamed(p, asked.names) for p in dict.fromkeys(library.problems)))
    in_order = tuple(ids[key] for key in asked.places if key in ids)
    return Read(library, in_order, asked.names, problems)


def _decides(path: str, stems: Iterable[str]) -> bool:
    """Say whether a file of the project has a say in how the articles named by `stems` are read."""
    if path.startswith(ENGLISH):
        return path.removeprefix(CACHE).removeprefix(ENGLISH).rsplit(".", 1)[0] in stems
    return path == CONFIG or path.startswith(LEXICON)


def _renamed(problem: Problem, names: Mapping[str, str]) -> Problem:
    """Return a problem whose file has the name that the user gave it."""
    where = problem.where
    if where is None or where.path not in names:
        return problem
    return problem._replace(where=Where(names[where.path], where.line))
