"""What the whole site needs of every article, kept from one build to the next in one piece.

Ten thousand small answers are recalled many times faster together than one by
one.  A shelf that is lost or cannot be decoded is an empty one: everything on
it can be made again.  Names are held once however many cards bear them.
"""

from __future__ import annotations

from operator import is_not

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from sitegen.memo import Memo, seal, unseal
from sitegen.reading.traces import Difference, difference_to_readings
from sitegen.site.article_words import ArticleWords
from sitegen.site.views import Named
from sitegen.work import Abstract, File, Finished, Read, lexicon_of

_KIND, _MARKS = "shelf 2", "marks 2"
_READING, _ENTRY, _WORDS = "reading 1", "entry 1", "words 1"
_NOTED = b"whole"  # key in a memo


class Shelf:
    """Abstracts and finished articles by the digest of all they depend on besides the lexicon."""

    def __init__(self, lexicon: tuple[File, ...] = ()) -> None:
        self.lexicon = lexicon
        self.abstracts: dict[bytes, Abstract] = {}
        self.finished: dict[bytes, Finished] = {}
        self._names: dict[Named, Named] = {}

    def add(self, key: bytes, finished: Finished) -> None:
        """Put a finished article on the shelf; its names become those that others bear too."""
        share = self._names.setdefault
        card = finished.card
        terms = tuple([share(name, name) for name in card.terms])
        if any(map(is_not, terms, card.terms)):
            finished = replace(finished, card=replace(card, terms=terms))
        self.finished[key] = finished

    def under(self, lexicon: tuple[File, ...], answers: Answers) -> Shelf:
        """Return what of this shelf holds under another lexicon, of whose articles are `answers`.

        Nothing, where these are lost: pages would ask for article after article to be read, one by one.
        """
        other = Shelf(lexicon)
        if answers.lost:
            return other
        if lexicon == self.lexicon:
            return self
        old, new = lexicon_of(self.lexicon)[0], lexicon_of(lexicon)[0]
        change, to_readings = Difference(old.records, new.records), difference_to_readings(old, new)
        if change.everything:
            return other
        for source, abstract in self.abstracts.items():
            if not to_readings.answers(abstract.asked):
                found = answers.marks(source) if to_readings.forms else b""
                if found is not None and not to_readings.stands_in(found):
                    other.abstracts[source] = abstract
        for source, finished in self.finished.items():
            if not change.answers(finished.asked):
                other.add(source, finished)
        return other

    def same_as(self, other: Shelf) -> bool:
        """Say whether both hold the same answers."""
        return (
            self.lexicon == other.lexicon
            and self.abstracts.keys() == other.abstracts.keys()
            and self.finished.keys() == other.finished.keys()
        )

    def encode(self) -> bytes:
        """Return the shelf as bytes."""
        places = {id(name): n for n, name in enumerate(self._names.values())}
        finished = [
            (replace(f, card=replace(f.card, terms=())), tuple([places[id(name)] for name in f.card.terms]))
            for f in self.finished.values()
        ]
        held = _Held(
            self.lexicon, tuple(self._names.values()), tuple(self.abstracts.values()), tuple(finished)
        )
        return seal(_KIND, msgspec.msgpack.encode(held))


class Answers:
    """What a memo holds of single articles: readings, entries, words to find them by, words they hold."""

    def __init__(self, memo: Memo) -> None:
        self._memo = memo

    @property
    def lost(self) -> bool:
        """Say whether the memo is a new one: what a shelf of before speaks of is not in it."""
        return self._memo.get(_NOTED) is None

    def note(self) -> None:
        """Note that the memo holds the answers of a whole build."""
        self._memo[_NOTED] = b"1"

    def keep_read(self, read: Read) -> None:
        """Remember what was read."""
        if read.reading:
            self._memo[b"r" + read.abstract.key] = seal(_READING, read.reading)
        self._memo[b"m" + read.abstract.source] = seal(_MARKS, read.words)

    def keep_finished(self, finished: Finished, entry: bytes, words: bytes) -> None:
        """Remember what was finished."""
        self._memo[finished.key] = seal(_ENTRY, entry)
        self._memo[b"w" + finished.key] = seal(_WORDS, words)

    def reading(self, abstract: Abstract) -> bytes | None:
        """Return an encoded reading; None when it was forgotten or is garbled."""
        return self._sound(_READING, b"r" + abstract.key)

    def entry(self, key: bytes) -> bytes | None:
        """Return an encoded entry."""
        return self._sound(_ENTRY, key)

    def words(self, key: bytes) -> ArticleWords | None:
        """Return the words of the entry under `key`."""
        found = self._sound(_WORDS, b"w" + key)
        return msgspec.msgpack.decode(found, type=ArticleWords) if found else None

    def marks(self, source: bytes) -> bytes | None:
        """Return the marks of the words of an article by the digest of its files."""
        return self._sound(_MARKS, b"m" + source)

    def _sound(self, kind: str, key: bytes) -> bytes | None:
        """Return what was kept; to decode it here, only to see whether it can be, takes ten times as long."""
        return unseal(kind, self._memo.get(key, b""))


def answer_keys(abstract: Abstract, finished: Finished) -> tuple[bytes, ...]:
    """Return the keys of all that `Answers` holds of one article."""
    return b"r" + abstract.key, b"m" + abstract.source, finished.key, b"w" + finished.key


class _Held(Struct, frozen=True, array_like=True):
    """A shelf in transit: each name once, cards with the places of theirs."""

    lexicon: tuple[File, ...]
    names: tuple[Named, ...]
    abstracts: tuple[Abstract, ...]
    finished: tuple[tuple[Finished, tuple[int, ...]], ...]


def decode_shelf(data: bytes) -> Shelf:
    """Return the shelf that `encode` wrote; an empty one when the bytes are anything else."""
    shelf, body = Shelf(), unseal(_KIND, data)
    if body is None:
        return shelf
    try:
        held = msgspec.msgpack.decode(body, type=_Held)
        finished = {
            f.source: replace(f, card=replace(f.card, terms=tuple([held.names[n] for n in places])))
            for f, places in held.finished
        }
    except (msgspec.DecodeError, UnicodeDecodeError, IndexError):
        return shelf  # sealed by a program whose values had another shape
    shelf.lexicon = held.lexicon
    shelf.abstracts = {a.source: a for a in held.abstracts}
    shelf.finished = finished
    return shelf
