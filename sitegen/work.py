"""What is done with one article alone: read it, then finish it once its date is known.

Both steps are pure functions of values that can be sent to another process or
machine, and both give back bytes for the memo beside the little that the rest
of the site needs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from typing import NamedTuple, Protocol, TypeVar
from urllib.parse import urlsplit

import msgspec
from msgspec.structs import replace

from sitegen.complaints import idle, several, unknown_names, why_refused
from sitegen.desk.formats import parse_source
from sitegen.desk.formats.source import check_id
from sitegen.desk.lexicon import Lexicon, parse_lexicon
from sitegen.desk.sidecar import parse_corrections, place_of
from sitegen.english.cache import parse_cache
from sitegen.english.editor import EditorText, parse_editor
from sitegen.english.machine import chosen, machine_english
from sitegen.english.stub import write_english
from sitegen.errors import Problem, SitegenError, Where
from sitegen.memo import digest
from sitegen.model import Corrections, Dating, English, Entry, File, RawArticle, Reading, Sentence, Value
from sitegen.reading.dates.resolve import resolve_all
from sitegen.reading.names.people import with_names, with_roles
from sitegen.reading.page.standing import Weak, outlet_of, weak_lines
from sitegen.reading.traces import ANYTHING, Noting, nameless, words_of
from sitegen.site.article_words import article_words
from sitegen.site.cards import Card, make_card
from sitegen.site.chronology import Clue, clue
from sitegen.site.views import Named
from sitegen.text.fold import match_key
from sitegen.text.slug import slug

A = TypeVar("A")
B = TypeVar("B")


class Spread(Protocol):
    """Applies a function to many values, in order, perhaps elsewhere: `map` is one."""

    def __call__(self, work: Callable[[A], B], values: Iterable[A], /) -> Iterable[B]:
        """Yield `work(value)` for each value in turn."""


class Desk(Value, frozen=True):
    """What every article is read under."""

    lexicon: tuple[File, ...]
    publish: str
    engine: str = ""  # whose translations count: '' anybody's
    sentences: int = 0  # of the lead, besides the title


class Job(Value, frozen=True):
    """One article to read: its file and its sidecar; `key` is the digest of both."""

    key: bytes
    source: File
    sidecar: File | None
    standing: tuple[int, ...] = ()  # lines that the outlet's other pages show to be furniture


class FinishJob(Value, frozen=True):
    """One article to finish: what was read, when it was published, what an editor and an engine wrote."""

    key: bytes  # digest of all of it
    job: Job
    reading: bytes
    dating: Dating
    editor: File | None
    said: File | None = None


class Abstract(Value, frozen=True):
    """What the site needs to know of one reading before dates are settled."""

    source: bytes  # digest of the files it was read from
    path: str
    key: bytes = b""  # digest of these and of what was read
    asked: bytes = b""  # what the lexicon was asked
    id: str = ""
    digest: str = ""  # of the raw text
    clue: Clue | None = None  # None: no article, or not readable
    refused: Problem | None = None  # why it is left out
    problems: tuple[Problem, ...] = ()
    outlet: str = ""
    weak: Weak | None = None  # lines that would be furniture if they stood on more pages of the outlet
    settled: tuple[str, ...] = ()  # kinds of findings that its editor has settled

    def like(self, other: Abstract) -> bool:
        """Say whether both are the same to the rest of the site, but for the dates told."""
        return self._seen == other._seen

    @property
    def _seen(self) -> tuple[object, ...]:
        return self.id, self.refused, self.problems, self.outlet, self.weak, self.settled, self.clue is None


class Finished(Value, frozen=True):
    """What the site needs of one finished article."""

    source: bytes  # digest of what it was made from
    key: bytes  # digest of the article as it came out, and of its words
    card: Card
    asked: bytes = b""  # what the lexicon was asked
    problems: tuple[Problem, ...] = ()


class Read(NamedTuple):
    """One article read: its `Reading` as bytes (none when the file cannot be read), marks of its words."""

    abstract: Abstract
    reading: bytes = b""
    words: bytes = b""


@lru_cache(maxsize=4)
def lexicon_of(files: tuple[File, ...]) -> tuple[Lexicon, tuple[Problem, ...]]:
    """Return the lexicon that the editor's files and the shipped ones make; parsed once a process."""
    return parse_lexicon(dict(files))


def read_one(desk: Desk, job: Job) -> Read:
    """Read one article; what known persons are called in English is left for `finish_one` to say."""
    from sitegen.reading.analyze import analyze  # noqa: PLC0415 - edits of names and templates read nothing

    lexicon, path = Noting(nameless(lexicon_of(desk.lexicon)[0])), job.source[0]
    try:
        raw, fixes, problems = parse(job)
        reading = analyze(raw, fixes, lexicon, job.standing)
    except SitegenError as error:
        return Read(Abstract(job.key, path, job.key, refused=error.problem))
    article, found = reading.article, msgspec.msgpack.encode(reading)
    refused = None if article.is_article else why_refused(article, path)
    if fixes.hide and job.sidecar:
        refused = Problem("hidden by its sidecar", place_of(*job.sidecar, "hide", "true"), severity="note")
    if refused is None:
        if job.sidecar:
            again = partial(analyze, raw, lexicon=lexicon, standing=job.standing)
            problems += tuple(unknown_names(fixes, job.sidecar, lexicon))
            problems += tuple(idle(fixes, job.sidecar, reading, again))
        problems += tuple(several(reading, path))
    abstract = Abstract(
        job.key, path, digest(job.key, found), lexicon.asked, raw.id, raw.digest,
        None if refused else clue(reading), refused, problems,
        "" if refused else outlet_of(reading.outlet, reading.meta),
        None if refused else weak_lines(article, raw.lines), fixes.settled,
    )  # fmt: skip
    return Read(abstract, found, words_of(raw, article))


def parse(job: Job) -> tuple[RawArticle, Corrections, tuple[Problem, ...]]:
    """Return the lines of an article and an editor's corrections to how they are read."""
    raw = parse_source(*job.source)
    if job.sidecar is None:
        return raw, Corrections(), ()
    fixes, problems = parse_corrections(*job.sidecar)
    for field in ("drop", "keep"):
        for n in getattr(fixes, field):
            if not 1 <= n <= len(raw.lines):
                what = f"{field} names line {n}; the article has {len(raw.lines)} lines"
                problems += (Problem(what, place_of(*job.sidecar, field, str(n)), "lines count from 1"),)
    if fixes.meta.id:
        raw = replace(raw, id=check_id(fixes.meta.id, place_of(*job.sidecar, "id", fixes.meta.id)))
    return raw, fixes, problems


def finish_one(desk: Desk, job: FinishJob) -> tuple[Finished, bytes, bytes]:
    """Resolve dates and roles, write the English; the bytes are the `Entry` and the words to find it by."""
    lexicon = Noting(lexicon_of(desk.lexicon)[0])
    raw, _, _ = parse(job.job)
    reading = msgspec.msgpack.decode(job.reading, type=Reading)
    editor, problems = _editor(job.editor, len(raw.lines))
    said, unread = parse_cache(*job.said) if job.said else ((), ())
    said = () if editor else chosen(said, desk.engine)
    machine = machine_english(reading.article, said, desk.sentences, lexicon)
    dates = resolve_all(reading, job.dating)
    people = with_names(reading.people, lexicon)
    reading = replace(reading, people=with_roles(people, lexicon, job.dating))
    english = write_english(reading, job.dating, dates, lexicon, editor, machine=machine, digest=raw.digest)
    entry = Entry(raw, reading, job.dating, dates, english)
    if english.stale and job.editor:
        what = "the Arabic has changed since this English was written"
        hint = f'read it again, then write  source = "{raw.digest}"'
        problems += (Problem(what, Where(job.editor[0]), hint, "warning"),)
    card = make_card(entry, _outlet(reading, lexicon), desk.publish)
    words = msgspec.msgpack.encode(article_words(entry, card, desk.publish))
    asked = ANYTHING if said else lexicon.asked  # the gate looks for every known name
    found = msgspec.msgpack.encode(entry)
    key = digest(found, words, card.digest)
    return Finished(job.key, key, card, asked, (*problems, *unread)), found, words


def unfinished(desk: Desk, job: Job, reading: bytes) -> Entry:
    """Return what was read of a page that is no article, as an entry without date and English."""
    found = msgspec.msgpack.decode(reading, type=Reading)
    found = replace(found, people=with_names(found.people, lexicon_of(desk.lexicon)[0]))
    return Entry(parse(job)[0], found, Dating(), (), English(Sentence("", (), "card"), (), "none"))


def _editor(file: File | None, lines: int) -> tuple[EditorText | None, tuple[Problem, ...]]:
    """Return an editor's English for an article of `lines` lines; one that names others is not used."""
    if file is None:
        return None, ()
    try:
        text = parse_editor(*file)
    except SitegenError as error:
        return None, (error.problem,)
    if beyond := {n for said in (text.headline, *text.sentences) for n in said.lines if n > lines}:
        what = f"{min(beyond)} is no line of the article, which has {lines}"
        where = _names_line(*file, min(beyond))
        return None, (Problem(what, where, "`sitegen read` prints the lines with their numbers"),)
    return (None if text.untouched else text), ()


def _names_line(path: str, data: bytes, n: int) -> Where:
    """Return where an editor's English names the Arabic line `n`."""
    named = re.compile(rf"\[[\d\s,]*\b{n}\b[\d\s,]*\]\s*$")
    lines = data.decode(errors="replace").splitlines()
    return Where(path, next((at for at, line in enumerate(lines, 1) if named.search(line)), None))


def _outlet(reading: Reading, lexicon: Lexicon) -> Named | None:
    """Return who published an article; one that no lexicon knows, by the name and host its source states."""
    if record := lexicon.get("outlet", reading.outlet) if reading.outlet else None:
        return Named("outlet", record.id, record.ar, record.en)
    if not (stated := reading.meta.outlet):
        return None
    host = (urlsplit(reading.meta.url or "").hostname or "").removeprefix("www.")
    english = stated if stated.isascii() else host or stated
    return Named("outlet", f"o-{slug(match_key(stated))}", stated, english)
