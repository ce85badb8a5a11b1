"""Which articles an edit of the lexicon can touch: those that it gives another answer to what they asked.

Reading and English are functions of an article and of what the lexicon answers.
It is asked in two ways.  Records are asked for by kind, id or name: `Noting`
marks each question.  Known forms are looked for in lines: a form can be found
only where each of its words stands on the page, clitics off.  While no record
that changed answers a mark and has a form of such words, every answer, and so
the reading, is what it was (docs/decisions/0031).

Marks and words are kept as numbers of four bytes; two that fall together cost a
reading that was not needed, never one that was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from zlib import crc32

from msgspec.structs import replace

from sitegen.desk.lexicon import Lexicon
from sitegen.model import Article, RawArticle, Record
from sitegen.reading.kept import kept_spans, story_spans
from sitegen.text.fold import match_key
from sitegen.text.tokens import glued, tokenize

#: Parts of the alias of a topic: each is looked for by itself.
_PARTS = re.compile(r"[/+&]")

Key = tuple[str, str]  # kind and id

#: The mark of a question that every record may answer.
ANYTHING = b"any\0"


class Noting(Lexicon):
    """A view of a lexicon that notes what it is asked; tables made from either serve both."""

    def __init__(self, whole: Lexicon) -> None:
        self.records, self.indexes, self._whole = whole.records, whole.indexes, whole
        self._asked: set[Key] = set()

    def __eq__(self, other: object) -> bool:
        return self._whole is (other._whole if isinstance(other, Noting) else other)

    def __hash__(self) -> int:
        return hash(self._whole)

    def of(self, kind: str) -> list[Record]:
        """Return the records of one kind in the order of their files."""
        self._asked.add((kind, "*"))
        return super().of(kind)

    def get(self, kind: str, id: str) -> Record | None:
        """Return one record or None."""
        key = kind, id
        self._asked.add(key)
        return self.records.get(key)

    def named(self, kind: str, name: str) -> Record | None:
        """Return the record of `kind` with this id, Arabic form or English label."""
        self._asked.update(((kind, name), (kind, match_key(name))))
        return self._whole.named(kind, name)

    @property
    def asked(self) -> bytes:
        """Return the marks of all questions so far."""
        return b"".join(sorted({_mark(*key) for key in self._asked}))


def words_of(raw: RawArticle, article: Article) -> bytes:
    """Return the marks of all words that known forms are looked for in, as printed."""
    lines = {article.title, *map(str.strip, raw.lines)}
    for mark in article.marks:  # what is left of a title's line may name the outlet
        if mark.n == article.title_line and article.title:
            lines.update(raw.lines[mark.n - 1].split(article.title))
    lines.update(span.text for span in (*kept_spans(article, raw.lines), *story_spans(article, raw.lines)))
    keys = set().union(*[tokenize(line).keys for line in lines])
    return b"".join(sorted(map(_word_mark, keys)))


@lru_cache(maxsize=65536)
def _word_mark(key: str) -> bytes:
    return _mark("", key)


class Nameless(Lexicon):
    """A lexicon as readings see it: persons can be asked for by their English names, which it does not tell.

    So no reading can rest on such a name, and an edit of one leaves all readings as they are.
    """

    def __init__(self, whole: Lexicon) -> None:
        people = {key: replace(r, en="") for key, r in whole.records.items() if r.kind == "person"}
        super().__init__({**whole.records, **people})
        self._whole = whole

    def named(self, kind: str, name: str) -> Record | None:
        """Return the record of `kind` with this id, Arabic form or English label."""
        found = self._whole.named(kind, name)
        return found and self.get(kind, found.id)


@lru_cache(maxsize=4)
def nameless(lexicon: Lexicon) -> Nameless:
    """Return `lexicon` as readings see it, the same each time."""
    return Nameless(lexicon)


class Difference:
    """The records in which two lexicons differ, as both had them; those `renamed` answer to their English."""

    def __init__(
        self, old: Mapping[Key, Record], new: Mapping[Key, Record], renamed: Iterable[Record] = ()
    ) -> None:
        changed = {key for key in old.keys() | new.keys() if _differ(old.get(key), new.get(key))}
        order = [key for key in old if key not in changed]
        #: Records stand in another order: which of two comes first may matter anywhere.
        self.everything = order != [key for key in new if key not in changed]
        records = [found for key in sorted(changed) for found in (old.get(key), new.get(key)) if found]
        english = {_mark(record.kind, match_key(record.en)) for record in renamed}
        self._marks = sorted({ANYTHING, *english, *(mark for record in records for mark in _marks(record))})
        #: Printed forms that may stand in a line, each as the marks of its words.
        self.forms = sorted({form for record in records for form in _forms(record)})

    def answers(self, asked: bytes) -> bool:
        """Say whether a record that changed answers one of these questions."""
        return any(mark in asked for mark in self._marks)

    def stands_in(self, words: bytes) -> bool:
        """Say whether a form of a record that changed may stand among these words."""
        return any(all(any(mark in words for mark in word) for word in form) for form in self.forms)


def difference_to_readings(old: Lexicon, new: Lexicon) -> Difference:
    """Return how two lexicons differ to readings, which do not know what persons are called in English."""
    one, other = old.records, new.records
    renamed = [
        record
        for key in sorted(one.keys() | other.keys())
        for record in (one.get(key), other.get(key))
        if record and record.kind == "person" and _differ(one.get(key), other.get(key))
    ]
    return Difference(nameless(old).records, nameless(new).records, renamed)


def _differ(one: Record | None, other: Record | None) -> bool:
    return one is not other and one != other  # most are the very same object


def _marks(record: Record) -> Iterator[bytes]:
    yield _mark(record.kind, record.id)
    yield _mark(record.kind, "*")
    for name in _names(record):
        yield _mark(record.kind, match_key(name))
        for place in re.findall(r"@([a-z0-9-]+)", name):
            yield _mark("place", place)


def _forms(record: Record) -> Iterator[tuple[tuple[bytes, ...], ...]]:
    """Yield the words of each form, each as the marks of what may be printed for it, clitics and all."""
    parts: Iterable[str] = (part for name in _names(record) for part in _PARTS.split(name))
    for tokens in map(tokenize, parts):
        if tokens:
            yield tuple(tuple(map(_word_mark, sorted(glued(token.key)))) for token in tokens)


def _names(record: Record) -> tuple[str, ...]:
    return record.ar, record.en, *record.aliases, *record.latin


def _mark(kind: str, what: str) -> bytes:
    return crc32(f"{kind}\0{what}".encode()).to_bytes(4, "big")
