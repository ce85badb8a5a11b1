"""Remember slow pure answers under the hash of everything they depend on.

A memo is any mutable mapping from keys to bytes; losing it, or an answer in it
that cannot be decoded, costs time and never changes a result.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, MutableMapping
from typing import TypeVar

import msgspec

T = TypeVar("T")

Memo = MutableMapping[bytes, bytes]
CHECK = 16  # bytes of checksum
_ENCODER = msgspec.msgpack.Encoder()


def digest(*parts: str | bytes) -> bytes:
    """Return one key for all parts; where one ends and the next begins counts.

    >>> digest("ab", "c") == digest("a", "bc")
    False
    """
    return hashlib.sha256(_ENCODER.encode(parts)).digest()


def content_digest(files: Mapping[str, bytes], path: str) -> bytes:
    """Return the digest of one file's bytes; files on disk may know it without reading.

    >>> content_digest({"a": b"1"}, "a") == content_digest({"a": b"2"}, "a")
    False
    """
    known = getattr(files, "digest_of", None)
    return known(path) if known else hashlib.blake2b(files[path], digest_size=16).digest()


def remember(memo: Memo, key: bytes, type_: type[T], compute: Callable[[], T]) -> T:
    """Return the remembered value of `key`, or compute and remember it."""
    held = memo.get(key)
    if held is not None:
        try:
            return msgspec.msgpack.decode(held, type=type_)
        except (msgspec.DecodeError, UnicodeDecodeError):
            pass  # garbled: as good as not there
    value = compute()
    memo[key] = msgspec.msgpack.encode(value)
    return value


def seal(kind: str, data: bytes) -> bytes:
    """Return `data` behind a checksum of it; `kind` is what it is, with its version.

    >>> unseal("a 1", seal("a 1", b"x")), unseal("a 2", seal("a 1", b"x")), unseal("a 1", b"")
    (b'x', None, None)
    """
    return _checksum(kind, data) + data


def unseal(kind: str, sealed: bytes) -> bytes | None:
    """Return what was sealed, None when a byte of it is not as it was."""
    data = unsealed(kind, sealed)
    return None if data is None else bytes(data)


def unsealed(kind: str, sealed: bytes) -> memoryview | None:
    """Return what was sealed as it lies there, for who decodes it at once: what is large is not copied."""
    data = memoryview(sealed)[CHECK:]
    return data if sealed[:CHECK] == _checksum(kind, data) else None


def _checksum(kind: str, data: bytes | memoryview) -> bytes:
    checksum = hashlib.sha256(kind.encode() + b"\0")  # processors know it: half the time of BLAKE2
    checksum.update(data)
    return checksum.digest()[:CHECK]
