"""The whole of `sitegen review`: read all articles, gather what to look at, sort it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from sitegen.errors import Problem, Where
from sitegen.pipeline import Compiled
from sitegen.shell.desk import open_desk
from sitegen.shell.review.articles import review_article
from sitegen.shell.review.finding import Finding
from sitegen.shell.review.names import People

Progress = Callable[[str, int, int], None]


def review(project: Path, progress: Progress) -> list[Finding]:
    """Return everything in `project` that deserves a look, the worst first."""
    with open_desk(project, progress) as desk:
        found = [*_problems(desk.compiled), *_articles(desk.compiled, progress)]
    return sorted(dict.fromkeys(found), key=lambda finding: finding.order)


def _problems(compiled: Compiled) -> Iterator[Finding]:
    """Yield what the build says, but what has a kind of its own here."""
    for problem in compiled.problems:
        if problem.severity == "error" or not _told_elsewhere(problem):
            where = problem.where or Where("content/site.toml")
            yield Finding(
                "problem", where, problem.what, problem.hint, weight=int(problem.severity == "error")
            )


def _told_elsewhere(problem: Problem) -> bool:
    return problem.what.startswith(("no publication date", "the Arabic has changed"))


def _articles(compiled: Compiled, progress: Progress) -> Iterator[Finding]:
    library = compiled.library
    people = People(library.lexicon)
    for number, (id, _) in enumerate(compiled.articles, 1):
        entry, fixes = library.entry(id), library.fixes(id)
        people.add(entry, fixes)
        edited = entry.english.engine == "editor"
        yield from review_article(entry, fixes, library.lexicon, edited=edited)
        progress("review", number, len(compiled.articles))
    yield from people.findings()
