"""`sitegen check`: the whole-site check over a folder on disk, and what GitHub Pages would stumble over."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from sitegen.errors import OutputError, Problem, Where
from sitegen.shell.manifest import NAME, read_manifest
from sitegen.shell.paths import fault_in
from sitegen.site.urls import Links
from sitegen.web.facts import inspect
from sitegen.web.ledger import whole_check
from sitegen.web.page_facts import PageFacts

#: What GitHub Pages publishes at most; see docs/howto/publish.md.
LARGEST_SITE = 1_000_000_000


class Checked(NamedTuple):
    """What was looked at and what is wrong with it."""

    files: int
    pages: int
    size: int
    problems: tuple[Problem, ...]


def check(output: Path, progress: Callable[[str, int, int], None]) -> Checked:
    """Check the site that lies in `output`."""
    manifest = read_manifest(output)
    if manifest is None:
        raise OutputError(f"{output.name}/ holds no site", hint="run  sitegen build  first")
    problems: list[Problem] = []
    facts: dict[str, PageFacts] = {}
    known: set[str] = set()
    ours = frozenset(manifest.outputs)
    size = 0
    paths = files_in(output, problems)
    for number, path in enumerate(paths, 1):
        data = (output / path).read_bytes()
        size += len(data)
        known.add(path)
        if path in ours:  # what others put there is not ours to judge
            facts[path] = inspect(path, data)
        progress("check", number, len(paths))
    problems += [Problem("a file of the site is missing", Where(path)) for path in sorted(ours - known)]
    problems += whole_check(facts, known, Links(manifest.base_url))[0]
    problems += _for_pages(known, size)
    if not manifest.whole:
        problems.append(Problem("the last build was cut short", hint="run  sitegen build  again"))
    return Checked(len(known), sum(p.endswith(".html") for p in known), size, _placed(problems, output.name))


def files_in(output: Path, problems: list[Problem]) -> list[str]:
    """List the files below `output`; a symbolic link is a problem, for no host follows it."""
    paths: list[str] = []
    for parent, folders, names in os.walk(output):
        for name in [*folders, *names]:
            place = Path(parent, name)
            path = place.relative_to(output).as_posix()
            if place.is_symlink():
                problems.append(
                    Problem("a symbolic link cannot be published", Where(path), "put the file itself there")
                )
            elif name in names and path != NAME:
                paths.append(path)
    return sorted(paths)


def _for_pages(known: set[str], size: int) -> list[Problem]:
    """Return what keeps the site from being published as it is."""
    problems = []
    folded: dict[str, str] = {}
    for path in sorted(known):
        if fault := fault_in(path):
            problems.append(Problem(f"the name is not portable: {fault}", Where(path), "rename it"))
        other = folded.setdefault(path.casefold(), path)
        if other != path:
            what = f"only capitals tell this file from {other}"
            problems.append(Problem(what, Where(path), "rename one: some systems take both for one file"))
    if size > LARGEST_SITE:
        hint = 'publish less of each article: publish = "excerpt" in content/site.toml'
        problems.append(Problem(f"the site has {size:,} bytes; GitHub Pages takes 1 GB", hint=hint))
    return problems


def _placed(problems: list[Problem], name: str) -> tuple[Problem, ...]:
    return tuple(
        p._replace(where=Where(f"{name}/{p.where.path}", p.where.line)) if p.where else p for p in problems
    )
