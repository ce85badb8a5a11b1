"""What is read ahead is what would be read; many articles, or another desk, are left to the build."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from sitegen.library.project import Options, read_project, read_some
from sitegen.shell.report import Request
from sitegen.shell.scouting import Scout
from sitegen.shell.untouched import begin
from sitegen.work import Desk, Job, Read, read_one
from tests.small_site import run, small_project
from tests.worlds import project, quiet

SEED = "content/articles/003_241afc1964625dbc.txt"


def jobs_of(inputs: dict[str, bytes]) -> tuple[Desk, dict[str, Job]]:
    """What a build reads: under what, and each article by its path."""
    desks, jobs = list[Desk](), dict[str, Job]()

    def noting(work: Callable[[Any], Any], values: Iterable[Any], /) -> Iterator[Any]:
        for value in values:
            if isinstance(work, partial) and work.func is read_one:
                desks.append(work.args[0])
                jobs[value.source[0]] = value
            yield work(value)

    read_project(inputs, Options(), {}, quiet, spread=noting)
    return desks[0], jobs


def test_an_article_read_ahead_is_read_as_in_a_build() -> None:
    inputs = project()
    sidecar = SEED.replace(".txt", ".toml")
    inputs[sidecar] = b'date = 2021-07-27\nreason = "seen"\n'
    desk, jobs = jobs_of(inputs)
    for paths in ({SEED}, {sidecar, "content/lexicon/people.toml"}):
        assert read_some(inputs, Options(), paths) == (desk, {jobs[SEED].key: read_one(desk, jobs[SEED])})
    inputs[SEED] += "\nوتستمر الأعمال.\n".encode()
    assert jobs[SEED].key not in read_some(inputs, Options(), {SEED})[1]


def test_many_articles_are_not_read_ahead() -> None:
    inputs = project()
    inputs |= {f"content/articles/more-{n}.txt": inputs[SEED] for n in range(9)}
    assert read_some(inputs, Options(), set(inputs))[1] == {}


def test_what_was_read_under_another_desk_is_read_again(tmp_path: Path) -> None:
    folder = small_project(tmp_path)
    assert run(folder).published
    request = Request(folder, folder / "build")
    article = next((folder / "content/articles").glob("*.txt"))
    article.write_text(article.read_text(encoding="utf-8") + "\nوتستمر الأعمال.\n", encoding="utf-8")
    begun = begin(request)
    desk, found = read_some(begun.files, Options(code=begun.state.code), begun.files.changed())
    (key, read), job = next(iter(found.items())), Job(b"other", ("content/articles/a.txt", b""), None)
    with Scout(request, begun) as scout:
        scout._ahead = scout._ahead or FakeAhead((desk, found))  # type: ignore[assignment]
        asked: list[bytes] = []

        def spread(work: Callable[[Any], Any], values: Iterable[Any], /) -> Iterator[Any]:
            for value in values:
                asked.append(value.key)
                yield Read(read.abstract, b"", b"again")

        own = Job(key, ("content/articles/b.txt", b""), None)
        reading = scout.reading(spread)
        assert [r.words for r in reading(partial(read_one, desk), [job, own])] == [b"again", read.words]
        assert list(reading(partial(read_one, desk), [])) == []
        other = Desk((), "full")
        assert [r.words for r in reading(partial(read_one, other), [own])] == [b"again"]
        assert asked == [b"other", key]


class FakeAhead:
    """Stands in for a copy: test runners have threads and are not copied."""

    def __init__(self, *answers: object) -> None:
        self.answer = answers.__getitem__

    def __exit__(self, *error: object) -> None:
        pass
