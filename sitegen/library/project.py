"""A project with every article read, dated and put into English: what pages are made of.

Nothing here knows of pages, templates or fonts: `sitegen read` needs none.
"""

from __future__ import annotations

from typing import NamedTuple

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
from sitegen.work import Desk, Spread, lexicon_of


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
    desk = Desk(
        tuple((path, inputs[path]) for path in sources.lexicon),
        config.publish,
        config.english.engine,
        config.english.sentences,
    )
    library = Library(inputs, sources, desk, digest(options.code), memo, shelf or Shelf())
    library.problems.extend((*problems, *sources.problems, *lexicon_of(desk.lexicon)[1]))
    library.read(spread, progress)
    return Project(config, sources, library, library.cards(spread, progress))


def _config(inputs: Files, options: Options) -> tuple[Config, tuple[Problem, ...]]:
    config, problems = parse_config(inputs.get(CONFIG))
    if options.base_url is not None:
        url = normal_base_url(options.base_url)
        if url is None:
            what = f"--base-url cannot be {isolate(options.base_url)}"
            raise ConfigError(what, hint="write https://name.github.io/repository/ or /repository/")
        config = replace(config, base_url=url)
    return config, problems
