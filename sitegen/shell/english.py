"""`sitegen english`: run an engine over the leads that have no English of an editor, and keep what it says.

One article is asked for at a time and its file written at once, so that a run
that is stopped, by hand or by a server, goes on where it was.
"""

from __future__ import annotations

import difflib
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from sitegen.desk.engines import EngineSettings
from sitegen.desk.sources import CACHE, ENGLISH
from sitegen.english.cache import Translation, write_cache
from sitegen.english.lead import Passage, lead
from sitegen.errors import EngineError, SourceError, Where, isolate
from sitegen.library import Library
from sitegen.model import Entry
from sitegen.shell.engines.base import Engine, ask

Progress = Callable[[str, int, int], None]

#: Letters of Arabic and of English for one token, and tokens of the instruction: on the high side.
_LETTERS_IN, _LETTERS_OUT, _OVERHEAD = 2.2, 3.5, 140


class Work(NamedTuple):
    """One article to be put into English: its sentences that this engine has not seen."""

    id: str
    kept: tuple[Translation, ...]
    missing: tuple[Passage, ...]


class Estimate(NamedTuple):
    """How much there is to do; `cost` in the currency of the prices, 0 without prices."""

    articles: int
    sentences: int
    letters: int
    tokens_in: int
    tokens_out: int
    cost: float


class Done(NamedTuple):
    """What a run did; `problem` says why it ended early."""

    articles: int
    sentences: int
    empty: int
    left: int
    problem: EngineError | None = None
    interrupted: bool = False


def work(library: Library, settings: EngineSettings, identity: tuple[str, str, str] | None) -> Iterator[Work]:
    """Yield every article that lacks translations of this engine (None: of any engine of that name)."""
    for id in library.paths:
        entry = library.entry(id)
        if entry.english.engine == "editor":
            continue
        kept = library.translations(id)
        known = {t.key for t in kept if (t.identity == identity if identity else t.engine == settings.engine)}
        missing = tuple(p for p in lead(entry.reading.article, settings.sentences) if p.key not in known)
        if missing:
            yield Work(id, kept, missing)


def estimate(found: list[Work], settings: EngineSettings) -> Estimate:
    """Count sentences and letters, and guess tokens and cost."""
    letters = sum(len(p.text) for each in found for p in each.missing)
    tokens_in = round(letters / _LETTERS_IN) + _OVERHEAD * len(found)
    tokens_out = round(letters * 1.2 / _LETTERS_OUT)
    cost = (tokens_in * settings.price_in + tokens_out * settings.price_out) / 1e6
    return Estimate(len(found), sum(len(w.missing) for w in found), letters, tokens_in, tokens_out, cost)


def run(project: Path, found: list[Work], engine: Engine, progress: Progress) -> Done:
    """Translate article by article; what is done stays done whatever happens next."""
    sentences = empty = 0
    for number, each in enumerate(found):
        try:
            answers = ask(engine, [p.text for p in each.missing])
        except EngineError as error:
            return Done(number, sentences, empty, len(found) - number, error)
        except KeyboardInterrupt:
            return Done(number, sentences, empty, len(found) - number, interrupted=True)
        new = tuple(
            Translation(p.key, engine.name, engine.model, engine.model_hash, engine.prompt, p.text, answer)
            for p, answer in zip(each.missing, answers, strict=True)
        )
        keys = {p.key for p in each.missing}
        older = tuple(t for t in each.kept if t.engine != engine.name or t.key not in keys)
        _write(project / f"{CACHE}{each.id}.jsonl", write_cache((*older, *new)))
        sentences += len(new)
        empty += sum(not t.en for t in new)
        progress("translate", number + 1, len(found))
    return Done(len(found), sentences, empty, 0)


def _write(path: Path, content: bytes) -> None:
    """Put `content` in place in one step: a run that is killed leaves whole files."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_new(project: Path, library: Library, id: str, write: Callable[[Entry], str]) -> str:
    """Write the draft of one article's English and return its path; one that is there is never replaced."""
    if id not in library.paths:
        close = difflib.get_close_matches(id, library.paths, n=1)
        hint = f"did you mean {close[0]}?" if close else "`sitegen read` prints the ids"
        raise SourceError(f"no article has the id {isolate(id)}", hint=hint)
    path = f"{ENGLISH}{id}.md"
    if (project / path).exists():
        raise SourceError("this English is there already", Where(path), hint="edit it, or delete it first")
    _write(project / path, write(library.entry(id)).encode())
    return path
