"""The articles of a site by id: read, dated among each other, put into English, remembered.

Only clues and cards of all articles are held at once; a whole `Entry` is made
or recalled when its page is written.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping

import msgspec
from msgspec.structs import replace

from sitegen.desk.formats import parse_source
from sitegen.desk.lexicon import Lexicon
from sitegen.desk.sidecar import parse_corrections, place_of
from sitegen.desk.sources import ArticleSource, Sources
from sitegen.english.editor import EditorText, parse_editor
from sitegen.english.stub import write_english
from sitegen.errors import Problem, SitegenError, Where, isolate
from sitegen.memo import Memo, digest, remember
from sitegen.model import Corrections, Dating, English, Entry, Files, RawArticle, Reading, Sentence
from sitegen.reading.analyze import analyze
from sitegen.reading.dates.resolve import resolve_all
from sitegen.reading.names.people import with_roles
from sitegen.site.cards import Card, make_card
from sitegen.site.chronology import Clue, clue, infer
from sitegen.site.views import Named

Progress = Callable[[str, int, int], None]

_NOT_ARTICLES = {
    "fa": "the page is in Persian", "ur": "the page is in Urdu", "ckb": "the page is in Kurdish",
    "en": "the page is in English",
}  # fmt: skip


class Library:
    """All articles of one project under one lexicon."""

    def __init__(
        self, inputs: Files, sources: Sources, lexicon: Lexicon, authority: bytes, memo: Memo
    ) -> None:
        self._inputs, self._sources, self.lexicon, self._memo = inputs, sources, lexicon, memo
        self._authority = authority  # digest of code and lexicon: part of every key
        self._by_id: dict[str, ArticleSource] = {}
        self._others: dict[str, ArticleSource] = {}  # pages that are no articles
        self._datings: dict[str, Dating] = {}
        self._editors: dict[str, EditorText] = {}
        self.problems: list[Problem] = []
        self.skipped: list[tuple[str, str]] = []  # (path, why)

    def read(self, progress: Progress) -> None:
        """Read every article; note what is no article; date all of them together."""
        clues: list[Clue] = []
        total = len(self._sources.articles)
        for number, source in enumerate(self._sources.articles, 1):
            try:
                self._read_one(source, clues)
            except SitegenError as error:
                self._leave_out(source.path, error.problem)
            progress("read", number, total)
        self._datings = infer(clues)
        self._parse_editors()
        for id, source in self._by_id.items():
            if self._datings[id].precision == "none":
                self.problems.append(
                    Problem(
                        "no publication date found",
                        Where(source.path),
                        f"write {_sidecar_name(source.path)} with  date = 2021-07-26  and a reason",
                        "warning",
                    )
                )

    def _read_one(self, source: ArticleSource, clues: list[Clue]) -> None:
        raw, fixes, problems = self._parse(source)
        self.problems.extend(problems)
        if raw.id in self._by_id:
            other = self._by_id[raw.id].path
            what = f"two articles have the id {isolate(raw.id)}: this one and {other}"
            self._leave_out(
                source.path,
                Problem(
                    what,
                    Where(source.path, 1),
                    f'give one of them  id = "…"  in {_sidecar_name(source.path)}',
                ),
            )
            return
        reading = self._reading(raw, fixes)
        article = reading.article
        if not article.is_article:
            line = next((m.n for m in article.marks if m.role != "blank"), 1)
            what = _NOT_ARTICLES.get(article.lang, "no article found on the page")
            hint = "sitegen reads Arabic articles; move the file out of content/articles"
            self._leave_out(source.path, Problem(what, Where(source.path, line), hint))
            self._others.setdefault(raw.id, source)
            return
        self.problems.extend(self._unknown_names(fixes))
        self._by_id[raw.id] = source
        clues.append(clue(reading))

    def _leave_out(self, path: str, problem: Problem) -> None:
        self.problems.append(problem)
        self.skipped.append((path, problem.what))

    def _parse(self, source: ArticleSource) -> tuple[RawArticle, Corrections, tuple[Problem, ...]]:
        raw = parse_source(source.path, self._inputs[source.path])
        fixes = Corrections()
        problems: tuple[Problem, ...] = ()
        if source.sidecar:
            fixes, problems = parse_corrections(source.sidecar, self._inputs[source.sidecar])
            for field in ("drop", "keep"):
                for n in getattr(fixes, field):
                    if not 1 <= n <= len(raw.lines):
                        what = f"{field} names line {n}; the article has {len(raw.lines)} lines"
                        where = place_of(source.sidecar, self._inputs[source.sidecar], field, str(n))
                        problems += (Problem(what, where, "lines count from 1"),)
            if fixes.meta.id:
                raw = replace(raw, id=fixes.meta.id)
        return raw, fixes, problems

    def _unknown_names(self, fixes: Corrections) -> list[Problem]:
        """Report people and topics in a sidecar that no lexicon knows."""
        problems = []
        named = (("person", "people.add", fixes.people_add), ("topic", "topics.add", fixes.topics_add))
        for kind, field, ids in named:
            for id in ids:
                if self.lexicon.named(kind, id) is None:
                    close = difflib.get_close_matches(id, [r.id for r in self.lexicon.of(kind)], n=1)
                    hint = f"did you mean {close[0]}?" if close else "add the record under content/lexicon"
                    where = place_of(fixes.path, self._inputs[fixes.path], field, id)
                    problems.append(Problem(f"no {kind} {isolate(id)} in the lexicon", where, hint))
        return problems

    def _reading(self, raw: RawArticle, fixes: Corrections) -> Reading:
        key = digest("reading", self._authority, raw.path, raw.id, raw.digest, msgspec.msgpack.encode(fixes))
        return remember(self._memo, key, Reading, lambda: analyze(raw, fixes, self.lexicon))

    # -- second pass -----------------------------------------------------------

    def entry(self, id: str) -> Entry:
        """Return the finished article `id`."""
        raw, fixes, _ = self._parse(self._by_id.get(id) or self._others[id])
        reading = self._reading(raw, fixes)
        if id not in self._by_id:  # no article: its lines and nothing more
            return Entry(raw, reading, Dating(), (), English(Sentence("", (), "card"), (), "none"))
        dating, editor = self._datings[id], self._editors.get(id)
        parts = (msgspec.msgpack.encode(part) for part in (fixes, dating, editor))
        key = digest("entry", self._authority, raw.path, raw.id, raw.digest, *parts)
        return remember(self._memo, key, Entry, lambda: self._finish(raw, reading, dating, editor))

    def _finish(self, raw: RawArticle, reading: Reading, dating: Dating, editor: EditorText | None) -> Entry:
        dates = resolve_all(reading, dating)
        reading = replace(reading, people=with_roles(reading.people, self.lexicon, dating.value))
        english = write_english(reading, dating, dates, self.lexicon, editor, digest=raw.digest)
        return Entry(raw, reading, dating, dates, english)

    def cards(self, publish: str, progress: Progress) -> list[Card]:
        """Return the card of every article; names that many cards share are one object."""
        shared: dict[Named, Named] = {}
        cards = []
        for number, id in enumerate(self._by_id, 1):
            entry = self.entry(id)
            if entry.english.stale:
                self.problems.append(
                    Problem(
                        "the Arabic has changed since this English was written",
                        Where(self._sources.english[id]),
                        f'read it again, then write  source = "{entry.raw.digest}"',
                        "warning",
                    )
                )
            card = make_card(entry, self._outlet(entry.reading), publish)
            cards.append(replace(card, terms=tuple(shared.setdefault(name, name) for name in card.terms)))
            progress("english", number, len(self._by_id))
        return cards

    def _outlet(self, reading: Reading) -> Named | None:
        record = self.lexicon.get("outlet", reading.outlet) if reading.outlet else None
        return Named("outlet", record.id, record.ar, record.en) if record else None

    def _parse_editors(self) -> None:
        for id, path in self._sources.english.items():
            if id not in self._by_id:
                hint = "name it like the article's id, as `sitegen read` prints it"
                self.problems.append(
                    Problem(f"this English belongs to no article {isolate(id)}", Where(path), hint)
                )
                continue
            try:
                self._editors[id] = parse_editor(path, self._inputs[path])
            except SitegenError as error:
                self.problems.append(error.problem)

    def fixes(self, id: str) -> Corrections:
        """Return an editor's corrections for the article `id`."""
        return self._parse(self._by_id[id])[1]

    @property
    def others(self) -> Mapping[str, str]:
        """Return the source path of every page that was read but is no article, by id."""
        return {id: source.path for id, source in self._others.items() if id not in self._by_id}

    @property
    def paths(self) -> Mapping[str, str]:
        """Return the source path of every article by id."""
        return {id: source.path for id, source in self._by_id.items()}


def _sidecar_name(path: str) -> str:
    return path.rsplit(".", 1)[0] + ".toml"
