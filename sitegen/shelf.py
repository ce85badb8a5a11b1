"""What the whole site needs of every article, kept from one build to the next in one piece.

Ten thousand small answers are recalled many times faster together than one by
one.  A shelf that is lost or cannot be decoded is an empty one: everything on
it can be made again.  Names are held once however many cards bear them.
"""

from __future__ import annotations

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from sitegen.memo import seal, unseal
from sitegen.site.views import Named
from sitegen.work import Abstract, Finished

_KIND = "shelf 1"


class Shelf:
    """Abstracts and finished articles by the digest of all they depend on."""

    def __init__(self) -> None:
        self.abstracts: dict[bytes, Abstract] = {}
        self.finished: dict[bytes, Finished] = {}
        self._names: dict[Named, Named] = {}

    def add(self, key: bytes, finished: Finished) -> None:
        """Put a finished article on the shelf; its names become those that others bear too."""
        share = self._names.setdefault
        card = finished.card
        terms = tuple([share(name, name) for name in card.terms])
        self.finished[key] = replace(finished, card=replace(card, terms=terms))

    def same_as(self, other: Shelf) -> bool:
        """Say whether both hold the same answers."""
        return (
            self.abstracts.keys() == other.abstracts.keys() and self.finished.keys() == other.finished.keys()
        )

    def encode(self) -> bytes:
        """Return the shelf as bytes."""
        places = {id(name): n for n, name in enumerate(self._names.values())}
        finished = [
            (replace(f, card=replace(f.card, terms=())), tuple([places[id(name)] for name in f.card.terms]))
            for f in self.finished.values()
        ]
        held = _Held(tuple(self._names.values()), tuple(self.abstracts.values()), tuple(finished))
        return seal(_KIND, msgspec.msgpack.encode(held))


class _Held(Struct, frozen=True, array_like=True):
    """A shelf in transit: each name once, cards with the places of theirs."""

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
            f.key: replace(f, card=replace(f.card, terms=tuple([held.names[n] for n in places])))
            for f, places in held.finished
        }
    except (msgspec.DecodeError, UnicodeDecodeError, IndexError):
        return shelf  # sealed by a program whose values had another shape
    shelf.abstracts = {a.key: a for a in held.abstracts}
    shelf.finished = finished
    return shelf
