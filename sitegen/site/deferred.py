"""Views that are made only when their page must be rendered.

A page is rendered again when its fingerprint differs, never because somebody
guessed that an edit might have touched it.  So the fingerprint must cover all
that a view can depend on, and be cheap: a `Deferred` view is a pure function
and the values it will be given, and its fingerprint is that of the function's
name and of every value.  The function must be a module's own (no closure) and
read nothing but its arguments; then equal fingerprints mean equal views.

Large values are known by the digest they carry: `Card.digest`, a `Deck` of
cards, a `Run` of other values, a `Held` article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from types import GenericAlias
from typing import Any, Generic, Protocol, TypeVar

import msgspec
from msgspec import Struct

from sitegen.memo import digest


class Digested(Protocol):
    """Anything that carries a digest of all of itself."""

    @property
    def digest(self) -> bytes:
        """Return the digest."""


T = TypeVar("T")
D = TypeVar("D", bound=Digested)


class Held(Generic[T]):
    """A value kept as bytes elsewhere, known by the digest of all it depends on.

    `raw` brings the bytes; sent to another process, a held value takes them with it.
    """

    __slots__ = ("digest", "raw", "type_")

    def __init__(self, digest: bytes, type_: type[T], raw: Callable[[], bytes]) -> None:
        self.digest, self.type_, self.raw = digest, type_, raw

    def load(self) -> T:
        """Return the value."""
        return msgspec.msgpack.decode(self.raw(), type=self.type_)

    def __reduce__(self) -> tuple[Any, ...]:
        return _held, (self.digest, self.type_, self.raw())


class _Sent(Held[T]):
    """A value that came from another process; pages and record of one article share it."""

    @cached_property
    def _value(self) -> T:
        return super().load()

    def load(self) -> T:
        """Return the value, decoded once."""
        return self._value


def _held(digest: bytes, type_: type[T], data: bytes) -> Held[T]:
    return _Sent(digest, type_, lambda: data)


class Run(Generic[T]):
    """A run of small values of one type, known by what they hold."""

    __slots__ = ("_digest", "values")

    def __init__(self, values: Iterable[T]) -> None:
        self.values = tuple(values)
        self._digest: bytes | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        kind = type(self.values[0]) if self.values else object
        # All at once: to pickle value by value takes ten times as long.
        return _again, (self._sent_as(), kind, msgspec.msgpack.encode(self.values))

    @classmethod
    def _sent_as(cls) -> type[Run[Any]]:
        return Run

    def __iter__(self) -> Iterator[T]:
        return iter(self.values)

    def __len__(self) -> int:
        return len(self.values)

    @property
    def digest(self) -> bytes:
        """Return the digest of all values in their order."""
        if self._digest is None:
            self._digest = digest(self._content())
        return self._digest

    def _content(self) -> bytes:
        return encoded(self.values)


class Deck(Run[D]):
    """A run of cards, known by the digests of the cards in it."""

    __slots__ = ()

    @classmethod
    def _sent_as(cls) -> type[Run[Any]]:
        return Deck

    def _content(self) -> bytes:
        return b"".join([card.digest for card in self.values])


class Late(Deck[D]):
    """A deck of which only the digests are at hand; its cards are made when asked for."""

    __slots__ = ("_digests", "_make")

    def __init__(self, digests: Iterable[bytes], make: Callable[[], Iterable[D]]) -> None:
        self._digests, self._make = tuple(digests), make
        self._digest = digest(b"".join(self._digests))

    def __getattr__(self, name: str) -> Any:
        """Make the cards, once."""
        if name != "values":
            raise AttributeError(name)
        self.values = tuple(self._make())
        return self.values

    def __len__(self) -> int:
        return len(self._digests)

    def __reduce__(self) -> tuple[Any, ...]:
        if not _sent.keys() >= set(self._digests):
            if len(_sent) > _SHARED:
                _sent.clear()
            for card in self.values:
                _sent.setdefault(card.digest, (type(card), msgspec.Raw(msgspec.msgpack.encode(card))))
        cards = [(known, *_sent[known]) for known in self._digests]
        kind = cards[0][1] if cards else object
        return _late, (kind, msgspec.msgpack.encode([(known, raw) for known, _, raw in cards]))


_sent: dict[bytes, tuple[type, msgspec.Raw]] = {}  # cards of lists as other processes get them, by digest
_shared: dict[tuple[type, bytes], Any] = {}  # cards of lists that came from another process, by digest
_SHARED = 1 << 15


def _late(kind: type, data: bytes) -> Deck[Any]:
    """Return a deck that was sent; a card that has come before, as most have, is that very card."""
    if len(_shared) > _SHARED:
        _shared.clear()
    values: list[Any] = []
    for known, raw in _PAIRS.decode(data):
        card = _shared.get((kind, known))
        if card is None:
            card = _shared[kind, known] = msgspec.msgpack.decode(raw, type=kind)
        values.append(card)
    return Deck(values)


def _again(made: type[Run[Any]], kind: type, data: bytes) -> Run[Any]:
    return made(msgspec.msgpack.decode(data, type=GenericAlias(tuple, (kind, ...))))


class Whole(Generic[T]):
    """A value that many views are given, known by a digest worked out once."""

    __slots__ = ("digest", "value")

    def __init__(self, value: T) -> None:
        self.value, self.digest = value, digest(encoded(value))


class Deferred:
    """A view to be made by `build(*parts)`."""

    def __init__(self, build: Callable[..., Struct], *parts: object) -> None:
        self._build, self._parts = build, parts

    @classmethod
    def of(cls, view: Struct) -> Deferred:
        """Return a view that is there already."""
        return cls(_itself, view)

    def __reduce__(self) -> tuple[Any, ...]:
        return Deferred, (self._build, *self._parts)

    @cached_property
    def fingerprint(self) -> bytes:
        """Return the digest of the builder's name and of all parts."""
        return digest(f"{self._build.__module__}.{self._build.__qualname__}", encoded(self._parts))

    @cached_property
    def view(self) -> Struct:
        """Return the view, made once."""
        return self._build(*self._parts)


def encoded(value: object) -> bytes:
    """Return bytes that differ when anything in `value` does.

    >>> encoded(("a", 1)) == encoded(("a", 2))
    False
    """
    return _ENCODER.encode(value)


def _itself(view: Struct) -> Struct:
    return view


def _known(value: Any) -> bytes:
    """Return the digest that a large value carries; a value without one cannot be part of a view."""
    if isinstance(value, (Held, Run, Whole)):
        return value.digest
    raise TypeError(f"{type(value).__name__} has no digest")


_ENCODER = msgspec.msgpack.Encoder(enc_hook=_known)
_PAIRS = msgspec.msgpack.Decoder(list[tuple[bytes, msgspec.Raw]])
