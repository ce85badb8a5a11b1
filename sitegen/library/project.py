"""A project with every article read, dated and put into English: what pages are made of.

Nothing here knows of pages, templates or fonts: `sitegen read` needs none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from typing import NamedTuple, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from sitegen.desk.config import PATH as CONFIG
from sitegen.desk.config import Config, normal_base_url, parse_config
from sitegen.desk.sources import Sources, find_sources
from sitegen.errors import ConfigError, Problem, isolate
from sitegen.library import Library, Progress
from sitegen.memo import Memo, digest
from sitegen.model import Files
from sitegen.shelf import Shelf
from sitegen.site.cards import Card
from sitegen.work import Desk, Read, Spread, lexicon_of

A = TypeVar("A")
B = TypeVar("B")

_SOME = 8  # articles that are soon read


class Options(Struct, frozen=True):
    """What the command line adds to the inputs."""

    base_url: str | None = None  # instead of the one in site.toml
    code: str = ""  # digest of the program, so that a new version forgets old answers


class Project(NamedTuple):
    """The settings of a project, its sources, its articles and the card of each."""

    config: Config
    sources: Sources
    library: Library
    cards: list[Card]


def read_project(  # noqa: PLR0913 - all that a reading is made from
    inputs: Files,
    options: Options,
    memo: Memo,
    progress: Progress,
    *,
    shelf: Shelf | None = None,
    spread: Spread = map,
) -> Project:
    """Read and finish every article that `inputs` hold; the library has what is wrong with them.

    `shelf` is that of an earlier build; `spread` applies the per-article work, perhaps elsewhere.
    """
    config, problems = _config(inputs, options)
    sources = find_sources(inputs)
    desk = _desk(inputs, config, sources)
    library = Library(inputs, sources, desk, digest(options.code), memo, shelf or Shelf())
    library.problems.extend((*problems, *sources.problems, *lexicon_of(desk.lexicon)[1]))
    library.read(spread, progress)
    return Project(config, sources, library, library.cards(spread, progress))


def read_some(inputs: Files, options: Options, paths: Set[str]) -> tuple[Desk, dict[bytes, Read]]:
    """Read the articles that `paths` are files of; return under what, and by key what a library would read.

    Nothing is read where they are many.
    """
    config, sources = _config(inputs, options)[0], find_sources(inputs)
    desk = _desk(inputs, config, sources)
    some = tuple(s for s in sources.articles if s.path in paths or s.sidecar in paths)
    found: dict[bytes, Read] = {}

    def noting(work: Callable[[A], B], values: Iterable[A], /) -> Iterator[B]:
        for read in map(work, values):
            if isinstance(read, Read):
                found[read.abstract.source] = read
            yield read

    if len(some) <= _SOME:
        sources = replace(sources, articles=some)
        Library(inputs, sources, desk, digest(options.code), {}, Shelf()).read(noting, lambda *_: None)
    return desk, found


def _desk(inputs: Files, config: Config, sources: Sources) -> Desk:
    """Return what every article is read under."""
    lexicon = tuple((path, inputs[path]) for path in sources.lexicon)
    return Desk(lexicon, config.publish, config.english.engine, config.english.sentences)


def _config(inputs: Files, options: Options) -> tuple[Config, tuple[Problem, ...]]:
    config, problems = parse_config(inputs.get(CONFIG))
    if options.base_url is not None:
        url = normal_base_url(options.base_url)
        if url is None:
            what = f"--base-url cannot be {isolate(options.base_url)}"
            raise ConfigError(what, hint="write https://name.github.io/repository/ or /repository/")
        config = replace(config, base_url=url)
    return config, problems
