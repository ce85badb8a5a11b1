"""What the whole site needs of every article, kept from one build to the next in parts.

Some hundred small answers are recalled many times faster together than one by
one; an edit of one article writes one part of many.  The head of a shelf names
its parts by their checksums, so a part is what the head means or it is lost.
What is lost or cannot be decoded can be made again.  Names are held once
however many cards bear them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from operator import is_not
from typing import NamedTuple
from zlib import crc32

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from sitegen.memo import CHECK, seal, unsealed
from sitegen.model import File
from sitegen.reading.traces import Difference, difference_to_readings
from sitegen.shelf.answers import Answers
from sitegen.site.views import Named
from sitegen.work import Abstract, Finished, lexicon_of

#: Name of the piece that names the others.
HEAD = "head"

_HEAD, _PART = "shelf 4", "part of a shelf 4"
_IN_A_PART = 64  # articles at most, on average
_MOST = 1024  # parts


class Shelf:
    """Abstracts and finished articles by the digest of all they depend on besides the lexicon."""

    def __init__(self, lexicon: tuple[File, ...] = (), beside: Shelf | None = None) -> None:
        """Begin an empty shelf; its names are those of the one `beside` it."""
        self.lexicon = lexicon
        self.abstracts: dict[bytes, Abstract] = {}
        self.finished: dict[bytes, Finished] = {}
        self._names: dict[Named, Named] = dict(beside._names) if beside else {}
        self._stored: dict[int, _Stored] = {}  # parts as they lie, by number
        self._count = 0  # of parts

    def add(self, key: bytes, finished: Finished) -> None:
        """Put a finished article on the shelf; its names become those that others bear too."""
        share = self._names.setdefault
        card = finished.card
        terms = tuple([share(name, name) for name in card.terms])
        if any(map(is_not, terms, card.terms)):
            finished = replace(finished, card=replace(card, terms=terms))
        self.finished[key] = finished

    def put(self, key: bytes, fresh: Mapping[bytes, Finished], other: Shelf) -> Finished:
        """Put a finished article here that is `fresh` or stands on the `other`, whose names are shared."""
        if key in fresh:
            self.add(key, fresh[key])
        else:
            self.finished[key] = other.finished[key]
        return self.finished[key]

    def under(self, lexicon: tuple[File, ...], answers: Answers) -> Shelf:
        """Return what of this shelf holds under another lexicon, of whose articles are `answers`.

        Nothing, where these are lost: pages would ask for article after article to be read, one by one.
        """
        other = Shelf(lexicon, self)
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
                other.finished[source] = finished  # its names are shared already
        return other

    def same_as(self, other: Shelf) -> bool:
        """Say whether both hold the same answers."""
        return (
            self.lexicon == other.lexicon
            and self.abstracts.keys() == other.abstracts.keys()
            and self.finished.keys() == other.finished.keys()
        )

    def newer(self, before: Shelf) -> int:
        """Count the articles that were finished since `before`."""
        held = before.finished.get
        return sum(held(key) is not finished for key, finished in self.finished.items())

    def pieces(self, before: Shelf) -> Iterator[tuple[str, bytes]]:
        """Yield what is to be written by name, the head last; parts that lie there since `before` are not."""
        self._count = min(_MOST, 1 << (len(self.finished) // _IN_A_PART).bit_length())
        lying = before._stored if before._count == self._count else {}
        for number, (abstracts, finished) in sorted(self._parts().items()):
            known = lying.get(number)
            if known is None or known.differs(abstracts, finished):
                data = seal(_PART, _encoded(abstracts, finished))
                known = _Stored(data[:CHECK].hex(), abstracts, finished)
                yield known.name, data
            self._stored[number] = known
        parts = {number: stored.name for number, stored in self._stored.items()}
        yield HEAD, seal(_HEAD, msgspec.msgpack.encode(_Head(self.lexicon, self._count, parts)))

    @property
    def names(self) -> frozenset[str]:
        """Return the names of all pieces, once they have been written."""
        return frozenset((HEAD, *(stored.name for stored in self._stored.values())))

    def _parts(self) -> dict[int, tuple[list[Abstract], list[Finished]]]:
        """Return what belongs into each part: what was made of one file lies in one."""
        parts: dict[int, tuple[list[Abstract], list[Finished]]] = {}

        def part(path: str) -> tuple[list[Abstract], list[Finished]]:
            return parts.setdefault(crc32(path.encode()) % self._count, ([], []))

        for abstract in self.abstracts.values():
            part(abstract.path)[0].append(abstract)
        for finished in self.finished.values():
            part(finished.card.source)[1].append(finished)
        return parts

    def _take(self, number: int, name: str, part: _Part) -> None:
        """Put what a part holds on the shelf."""
        share = self._names.setdefault
        names = [share(each, each) for each in part.names]
        finished = [
            replace(f, card=replace(f.card, terms=tuple([names[n] for n in places])))
            for f, places in part.finished
        ]
        self.abstracts.update((a.source, a) for a in part.abstracts)
        self.finished.update((f.source, f) for f in finished)
        self._stored[number] = _Stored(name, part.abstracts, finished)


class _Stored(NamedTuple):
    """A part as it lies: the name of the piece and the very objects in it."""

    name: str
    abstracts: list[Abstract]
    finished: list[Finished]

    def differs(self, abstracts: list[Abstract], finished: list[Finished]) -> bool:
        """Say whether a part with these objects in it would be another."""
        if (len(abstracts), len(finished)) != (len(self.abstracts), len(self.finished)):
            return True
        return any(map(is_not, abstracts, self.abstracts)) or any(map(is_not, finished, self.finished))


class _Head(Struct, frozen=True, array_like=True):
    lexicon: tuple[File, ...]
    count: int  # of parts
    parts: dict[int, str]  # names of those that hold anything


class _Part(Struct, frozen=True, array_like=True):
    """A part in transit: each name once, cards with the places of theirs."""

    names: tuple[Named, ...]
    abstracts: list[Abstract]
    finished: tuple[tuple[Finished, tuple[int, ...]], ...]


def _encoded(abstracts: list[Abstract], finished: list[Finished]) -> bytes:
    names = dict.fromkeys(name for f in finished for name in f.card.terms)
    places = {name: n for n, name in enumerate(names)}
    held = tuple(
        (replace(f, card=replace(f.card, terms=())), tuple([places[name] for name in f.card.terms]))
        for f in finished
    )
    return msgspec.msgpack.encode(_Part(tuple(names), abstracts, held))


def decode_shelf(piece: Callable[[str], bytes]) -> Shelf:
    """Return the shelf of which `piece` gives the pieces by name (b"" for none), without what is lost."""
    shelf = Shelf()
    try:
        head = msgspec.msgpack.decode(unsealed(_HEAD, piece(HEAD)) or b"", type=_Head)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return shelf  # none, or sealed by a program whose values had another shape
    shelf.lexicon, shelf._count = head.lexicon, head.count
    for number, name in head.parts.items():
        data = piece(name)
        body = unsealed(_PART, data) if data[:CHECK].hex() == name else None
        if body is None:
            continue
        try:
            shelf._take(number, name, msgspec.msgpack.decode(body, type=_Part))
        except (msgspec.DecodeError, UnicodeDecodeError, IndexError):
            continue
    return shelf
