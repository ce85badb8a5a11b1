"""The whole of `sitegen review`: read all articles, gather what to look at, sort it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from sitegen.desk.config import PATH
from sitegen.desk.sources import ARTICLES, ENGLISH, LEXICON
from sitegen.errors import Where, isolate
from sitegen.pipeline import Compiled
from sitegen.shell.desk import open_desk
from sitegen.shell.review.articles import review_article
from sitegen.shell.review.finding import Finding
from sitegen.shell.review.names import People
from sitegen.text.fold import squeeze

Progress = Callable[[str, int, int], None]

_TOLD_ELSEWHERE = ("no publication date", "the Arabic has changed")


def review(project: Path, progress: Progress) -> list[Finding]:
    """Return everything in `project` that deserves a look, the worst first."""
    with open_desk(project, progress) as desk:
        found = [*_problems(desk.compiled), *_articles(desk.compiled, progress)]
    return sorted(dict.fromkeys(found), key=lambda finding: finding.order)


def _problems(compiled: Compiled) -> Iterator[Finding]:
    """Yield the errors of the build, and its warnings about articles that have no kind of their own here."""
    for problem in compiled.problems:
        where = problem.where or Where(PATH)
        if problem.severity == "error":
            yield Finding("problem", where, problem.what, problem.hint)
        elif where.path.startswith((ARTICLES, ENGLISH)) and not problem.what.startswith(_TOLD_ELSEWHERE):
            yield Finding("problem", where, problem.what, problem.hint, weight=0)


def _articles(compiled: Compiled, progress: Progress) -> Iterator[Finding]:
    library = compiled.library
    people = People(library.lexicon)
    outlets: dict[str, list[str]] = {}  # name of one that no lexicon knows -> articles
    for number, (id, _) in enumerate(compiled.articles, 1):
        entry, fixes = library.entry(id), library.fixes(id)
        people.add(entry, fixes)
        stated = entry.reading.meta.outlet
        if stated and not entry.reading.outlet and "outlet-unknown" not in fixes.settled:
            outlets.setdefault(squeeze(stated), []).append(entry.raw.path)
        edited = entry.english.engine == "editor"
        yield from review_article(entry, fixes, library.lexicon, edited=edited)
        progress("review", number, len(compiled.articles))
    yield from people.findings()
    yield from map(_unknown_outlet, outlets, outlets.values())


def _unknown_outlet(name: str, paths: list[str]) -> Finding:
    more = f", in {len(paths)} articles" if len(paths) > 1 else ""
    settle = f'[its-id] with  ar = "{name}"  and  en = "…"'
    what = f"{isolate(name)} is not in the lexicon{more}"
    return Finding("outlet-unknown", Where(paths[0]), what, settle, f"{LEXICON}outlets.toml", len(paths))
