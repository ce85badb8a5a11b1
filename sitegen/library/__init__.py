"""The articles of a site by id: read, dated among each other, put into English, remembered.

What the whole site needs of an article is small and stands on the `Shelf`; a
whole `Entry` is brought from the memo, or made again, when its page is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

import msgspec
from msgspec.structs import replace

from sitegen.desk.lexicon import Lexicon
from sitegen.desk.sidecar import sidecar_of
from sitegen.desk.sources import ArticleSource, Sources
from sitegen.english.cache import Translation, parse_cache
from sitegen.errors import Problem, Where, isolate
from sitegen.memo import Memo, content_digest, digest
from sitegen.model import Corrections, Dating, Entry, File, Files
from sitegen.reading.page.standing import standing_lines
from sitegen.shelf import Shelf
from sitegen.shelf.answers import Answers, answer_keys
from sitegen.site.article_words import ArticleWords
from sitegen.site.cards import Card
from sitegen.site.chronology import infer
from sitegen.site.deferred import Held, encoded
from sitegen.site.word_index import Words
from sitegen.work import (
    Abstract,
    Desk,
    Finished,
    FinishJob,
    Job,
    Spread,
    finish_one,
    lexicon_of,
    parse,
    read_one,
    unfinished,
)

Progress = Callable[[str, int, int], None]


class Library:
    """All articles of one project under one lexicon."""

    def __init__(  # noqa: PLR0913, PLR0917 - all that an article depends on
        self, inputs: Files, sources: Sources, desk: Desk, authority: bytes, memo: Memo, before: Shelf
    ) -> None:
        self._inputs, self._sources, self._desk, self._answers = inputs, sources, desk, Answers(memo)
        self._settings = encoded((desk.publish, desk.engine, desk.sentences))
        self._authority = authority  # digest of the code: part of every key
        #: What the last build had on its shelf, as far as the lexicon of this one leaves it there.
        self._before = before.under(desk.lexicon, self._answers)
        self._sidecars = {source.path: source for source in sources.articles}
        self._articles: dict[str, Abstract] = {}  # by id
        self._others: dict[str, Abstract] = {}  # pages that are no articles
        self._datings: dict[str, Dating] = {}
        self._finished: dict[str, Finished] = {}
        self._alone: dict[str, Abstract] = {}  # by path: as read without knowing of other pages
        self._standing: dict[str, tuple[int, ...]] = {}  # by path: lines of every page of its outlet
        self._held: Held[Entry] | None = None  # the last that was asked for
        self.shelf, self.problems = Shelf(desk.lexicon, before), list[Problem]()
        self.skipped: list[tuple[str, str]] = []  # (path, why)

    # -- first pass ------------------------------------------------------------

    def read(self, spread: Spread, progress: Progress) -> None:
        """Read every article; note what is no article; date all of them together."""
        sources = self._sources.articles
        keys = [self._reading_key(source) for source in sources]
        abstracts = self._abstracts(keys, sources, spread, progress)
        self._alone = {abstract.path: abstract for abstract in abstracts}
        self._standing = standing_lines((a.path, a.outlet, a.weak) for a in abstracts if a.clue)
        again = [(n, source) for n, source in enumerate(sources) if source.path in self._standing]
        if again:  # read once more without what stands on every page of their outlet
            keys = [digest("again", keys[n], *map(str, self._standing[s.path])) for n, s in again]
            read = self._abstracts(keys, [source for _, source in again], spread, progress)
            for (n, _), abstract in zip(again, read, strict=True):
                abstracts[n] = abstract
        for abstract in abstracts:
            self._admit(abstract)
        self._datings = infer(a.clue for a in self._articles.values() if a.clue)
        for id, abstract in self._articles.items():
            if self._datings[id].precision == "none" and "no-date" not in abstract.settled:
                hint = f'write date = YYYY-MM-DD or settled = ["no-date"] in {sidecar_of(abstract.path)}'
                problem = Problem("no publication date found", Where(abstract.path), hint, "warning")
                self.problems.append(problem)

    def _abstracts(
        self, keys: Sequence[bytes], sources: Sequence[ArticleSource], spread: Spread, progress: Progress
    ) -> list[Abstract]:
        """Return the abstracts of `sources` in order, read where they are not remembered."""
        held = self._before.abstracts
        todo = [(key, source) for key, source in zip(keys, sources, strict=True) if key not in held]
        total, done = len(keys), len(keys) - len(todo)
        fresh: dict[bytes, Abstract] = {}
        jobs = (self._job(key, source) for key, source in todo)
        for number, read in enumerate(spread(partial(read_one, self._desk), jobs), done + 1):
            fresh[read.abstract.source] = read.abstract
            self._answers.keep_read(read)
            progress("read", number, total)
        progress("read", total, total)
        self.shelf.abstracts.update((key, fresh.get(key) or held[key]) for key in keys)
        return [self.shelf.abstracts[key] for key in keys]

    def _reading_key(self, source: ArticleSource) -> bytes:
        path, sidecar, inputs = source.path, source.sidecar, self._inputs
        corrected = (sidecar, content_digest(inputs, sidecar)) if sidecar else ()
        return digest("reading", self._authority, path, content_digest(inputs, path), *corrected)

    def _job(self, key: bytes, source: ArticleSource) -> Job:
        sidecar = self._file(source.sidecar) if source.sidecar else None
        return Job(key, self._file(source.path), sidecar, self._standing.get(source.path, ()))

    def _file(self, path: str) -> File:
        return path, self._inputs[path]

    def _admit(self, abstract: Abstract) -> None:
        """Take an article in, or say why it is left out; the first of an id has it."""
        self.problems.extend(abstract.problems)
        other = self._articles.get(abstract.id)
        if other and abstract.id:
            what = f"two articles have the id {isolate(abstract.id)}: this one and {other.path}"
            hint = f'give one of them  id = "…"  in {sidecar_of(abstract.path)}'
            self._leave_out(abstract.path, Problem(what, Where(abstract.path, 1), hint))
        elif abstract.refused:
            self._leave_out(abstract.path, abstract.refused)
            if abstract.id:
                self._others.setdefault(abstract.id, abstract)
        else:
            self._articles[abstract.id] = abstract

    def _leave_out(self, path: str, problem: Problem) -> None:
        if problem.severity != "note":
            self.problems.append(problem)
        self.skipped.append((path, problem.what))

    # -- second pass -----------------------------------------------------------

    def cards(self, spread: Spread, progress: Progress) -> list[Card]:
        """Return the card of every article, finished where it is not remembered."""
        self._note_strays()
        keys = {id: self._entry_key(id) for id in self._articles}
        todo = [id for id, key in keys.items() if key not in self._before.finished]
        total, done = len(self._articles), len(self._articles) - len(todo)
        fresh: dict[bytes, Finished] = {}
        made = spread(partial(finish_one, self._desk), map(self._finish_job, todo))
        for number, (finished, entry, words) in enumerate(made, done + 1):
            fresh[finished.source] = finished
            self._answers.keep_finished(finished, entry, words)
            progress("english", number, total)
        for id, key in keys.items():
            finished = self._finished[id] = self.shelf.put(key, fresh, self._before)
            self.problems.extend(finished.problems)
        self._answers.note()
        progress("english", total, total)
        return [finished.card for finished in self.shelf.finished.values()]

    def _entry_key(self, id: str) -> bytes:
        paths = (self._sources.english.get(id), self._sources.cache.get(id))
        files = [part for path in paths if path for part in (path, content_digest(self._inputs, path))]
        key = self._articles[id].key
        return digest("entry", key, self._settings, encoded(self._datings[id]), *files)

    def _finish_job(self, id: str) -> FinishJob:
        abstract = self._articles[id]
        job = self._job(abstract.source, self._sidecars[abstract.path])
        editor, said = self._file_of(self._sources.english, id), self._file_of(self._sources.cache, id)
        key = self._entry_key(id)
        return FinishJob(key, job, self._reading_bytes(abstract), self._datings[id], editor, said)

    def _file_of(self, named: Mapping[str, str], id: str) -> File | None:
        path = named.get(id)
        return self._file(path) if path else None

    def translations(self, id: str) -> tuple[Translation, ...]:
        """Return what engines said about the article `id`, as far as it is kept."""
        said = self._file_of(self._sources.cache, id)
        return parse_cache(*said)[0] if said else ()

    def _reading_bytes(self, abstract: Abstract) -> bytes:
        """Return the encoded reading of one article, made again if it was forgotten or is garbled."""
        found = self._answers.reading(abstract)
        if found is None:
            read = read_one(self._desk, self._job(abstract.source, self._sidecars[abstract.path]))
            self._answers.keep_read(read)
            found = read.reading
        return found

    def _note_strays(self) -> None:
        for id, path in self._sources.english.items():
            if id not in self._articles and id not in self._others:
                hint = "name it like the article's id, as `sitegen read` prints it"
                what = f"this English belongs to no article {isolate(id)}"
                self.problems.append(Problem(what, Where(path), hint))

    # -- one article -----------------------------------------------------------

    def held(self, id: str) -> Held[Entry]:
        """Return the finished article `id`, to be loaded when needed; asked again, the same one."""
        key, last = self._finished[id].key, self._held
        self._held = last if last and last.digest == key else Held(key, Entry, partial(self._entry_bytes, id))
        return self._held

    def entry(self, id: str) -> Entry:
        """Return the finished article `id`, or the bare reading of a page that is no article."""
        if id in self._articles:
            return msgspec.msgpack.decode(self._entry_bytes(id), type=Entry)
        other = self._others[id]
        job = self._job(other.source, self._sidecars[other.path])
        return unfinished(self._desk, job, self._reading_bytes(other))

    def _entry_bytes(self, id: str) -> bytes:
        """Return the encoded entry, made again if it was forgotten or is garbled."""
        found = self._answers.entry(self._finished[id].key)
        return self._finish(id)[0] if found is None else found

    def _finish(self, id: str) -> tuple[bytes, bytes]:
        finished, entry, words = finish_one(self._desk, self._finish_job(id))
        self._answers.keep_finished(finished, entry, words)
        return entry, words

    def owner(self, path: str) -> str:
        """Return the id of the article that `path` is a file of, '' for none."""
        for id, a in self._articles.items():
            files = (a.path, self._sidecars[a.path].sidecar, self._sources.english.get(id))
            if path in files or path == self._sources.cache.get(id):
                return id
        return ""

    def again(self, id: str, *, alone: bool) -> tuple[Card, Held[Entry]] | None:
        """Return the article `id` as its files are now; None where that may change what others show.

        `alone` says that no other article has been edited since this library was read.
        """
        before = self._articles[id]
        job = self._job(b"", self._sidecars[before.path])
        read = read_one(self._desk, job)
        first = read_one(self._desk, replace(job, standing=())) if job.standing else read
        if not (read.abstract.like(before) and first.abstract.like(self._alone[before.path])):
            return None
        datings = self._datings
        if read.abstract.clue != before.clue:
            clues = [(read.abstract if a is before else a).clue for a in self._articles.values()]
            datings = infer(c for c in clues if c)
            if not alone or any(datings[other] != self._datings[other] for other in datings if other != id):
                return None
        editor, said = self._file_of(self._sources.english, id), self._file_of(self._sources.cache, id)
        done = FinishJob(b"", job, read.reading, datings[id], editor, said)
        finished, entry, _ = finish_one(self._desk, done)
        if (finished.problems, datings[id].precision) != (
            self._finished[id].problems, self._datings[id].precision
        ):  # fmt: skip
            return None
        return finished.card, Held(finished.key, Entry, lambda: entry)

    def needs(self) -> Iterator[bytes]:
        """Yield the keys of all answers that a change to one article may ask for again."""
        for id, abstract in self._articles.items():
            yield from answer_keys(abstract, self._finished[id])

    @property
    def words(self) -> Words:
        """Return where the words come from that articles can be found by."""

        def now(id: str) -> ArticleWords:
            found = self._answers.words(self._finished[id].key)
            return found or msgspec.msgpack.decode(self._finish(id)[1], type=ArticleWords)

        return Words(lambda id: self._finished[id].key, now, self._answers.words)

    def fixes(self, id: str) -> Corrections:
        """Return an editor's corrections for the article `id`."""
        abstract = self._articles[id]
        return parse(self._job(abstract.source, self._sidecars[abstract.path]))[1]

    @property
    def lexicon(self) -> Lexicon:
        """Return the lexicon that all articles are read under."""
        return lexicon_of(self._desk.lexicon)[0]

    @property
    def others(self) -> Mapping[str, str]:
        """Return the source path of every page that was read but is no article, by id."""
        return {id: a.path for id, a in self._others.items() if id not in self._articles}

    @property
    def paths(self) -> Mapping[str, str]:
        """Return the source path of every article by id."""
        return {id: a.path for id, a in self._articles.items()}
