"""Remembered answers on disk: a mapping from bytes to bytes that may be lost at any time.

Whatever is wrong with the file (garbled, of another version, on a read-only
disk, held by another process) only costs time: the store is then empty or
lives in memory.  Values are compressed and carry a checksum, so a torn page is a miss.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, MutableMapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

VERSION = 4
_BATCH = 500  # values written in one transaction
_CHECK = 8  # bytes of checksum before each value
#: Bytes of a value of the whole site, which each build writes: to pack it takes longer than to write it.
_WHOLE = 1 << 20


class Store(MutableMapping[bytes, bytes]):
    """A memo in one SQLite file; use it as a context so that the last batch is written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._fresh: dict[bytes, bytes] = {}  # not yet written
        self._used: set[bytes] = set()
        self._needed: tuple[int, Callable[[], Iterable[bytes]]] = (0, tuple)
        self._db = _open(path)
        self._left: sqlite3.Connection | None = None

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close(sweep=kind is None)

    def __getitem__(self, key: bytes) -> bytes:
        self._used.add(key)
        if key in self._fresh:
            return self._fresh[key]
        found = self._ask("SELECT value FROM memo WHERE key = ?", (key,))
        value = _unpack(key, found[0][0]) if found else None
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key: bytes, value: bytes) -> None:
        self._used.add(key)
        self._fresh[key] = value
        if self._db is not None and len(self._fresh) >= _BATCH:
            self._flush()

    def __delitem__(self, key: bytes) -> None:
        self._fresh.pop(key, None)
        self._ask("DELETE FROM memo WHERE key = ?", (key,))

    def apart(self) -> None:
        """Go on in a copy of this process: SQLite allows no two of them one connection."""
        self._left, self._db = self._db, _open(self._path)  # never closed here: it is the other's

    def need(self, count: int, keys: Callable[[], Iterable[bytes]]) -> None:
        """Note that `count` answers, listed by `keys`, are of use even if nobody asks for them now."""
        self._needed = count, keys

    def __iter__(self) -> Iterator[bytes]:
        self._flush()
        return iter([row[0] for row in self._ask("SELECT key FROM memo ORDER BY key")] or list(self._fresh))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def close(self, *, sweep: bool = True) -> None:
        """Write what is left; drop answers that this run did not need once they are the greater part."""
        self._flush()
        if self._db is None:
            return
        most = self._ask("SELECT max(most) FROM held")
        if sweep and most and (most[0][0] or 0) > 2 * max(len(self._used), self._needed[0]):
            self._sweep()
        if self._db is not None:
            self._db.close()

    def _sweep(self) -> None:
        """Drop what was not needed if that is the greater part; take note of how much is left."""
        self._used.update(self._needed[1]())
        held = [row[0] for row in self._ask("SELECT key FROM memo")]
        dead = [(key,) for key in held if key not in self._used]
        if 2 * len(dead) <= len(held):
            dead.clear()
        if self._change("DELETE FROM memo WHERE key = ?", dead):
            self._change("UPDATE held SET most = ?", [(len(held) - len(dead),)])

    def _flush(self) -> None:
        rows = [(key, _pack(key, value)) for key, value in self._fresh.items()]
        if self._change("INSERT OR REPLACE INTO memo VALUES (?, ?)", rows) and rows:
            self._fresh.clear()
            self._change("UPDATE held SET most = most + ?", [(len(rows),)])

    def _ask(self, query: str, values: tuple[bytes, ...] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a query; a broken file answers nothing and is given up."""
        if self._db is None:
            return []
        try:
            return self._db.execute(query, values).fetchall()
        except sqlite3.OperationalError:  # held by another process for too long: a miss
            return []
        except (sqlite3.Error, UnicodeDecodeError):  # a garbled file may spoil its own messages
            self._give_up()
            return []

    def _change(self, query: str, rows: Sequence[tuple[bytes | int, ...]]) -> bool:
        if self._db is None:
            return False
        try:
            with self._db:
                self._db.executemany(query, rows)
        except sqlite3.OperationalError:  # locked, full or read-only: remember in memory for this run
            return False
        except (sqlite3.Error, UnicodeDecodeError):  # a garbled file may spoil its own messages
            self._give_up()
            return False
        return True

    def _give_up(self) -> None:
        """Go on in memory; remove the file so that the next run begins with an empty one."""
        if self._db is not None:
            self._db.close()
            self._db = None
            _remove(self._path)


def _pack(key: bytes, value: bytes) -> bytes:
    """Compress a value and put a checksum before it: readings of 100,000 articles must fit on a disk."""
    packed = zlib.compress(value, 1 if len(value) < _WHOLE else 0)
    return _check(key, packed) + packed


def _unpack(key: bytes, held: object) -> bytes | None:
    """Return the value that was packed, None when it is not as it was written, or not under this key."""
    if not isinstance(held, bytes):
        return None
    packed = held[_CHECK:]
    return zlib.decompress(packed) if _check(key, packed) == held[:_CHECK] else None


def _check(key: bytes, packed: bytes) -> bytes:
    """Return the checksum of a value under its key: one wrong byte may make the key another's."""
    sums = hashlib.blake2b(len(key).to_bytes(8, "big") + key, digest_size=_CHECK)
    sums.update(packed)
    return sums.digest()


def _open(path: Path) -> sqlite3.Connection | None:
    """Open the file, anew if it is broken or of another version; None if there can be no file."""
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            db = sqlite3.connect(path, timeout=0.2)
            if _ready(db):
                return db
            db.close()
        except (sqlite3.DatabaseError, UnicodeDecodeError, OSError) as error:
            if isinstance(error, (sqlite3.OperationalError, OSError)):
                return None
        _remove(path)
    return None


def _ready(db: sqlite3.Connection) -> bool:
    """Make the table if the file is new; False when it is of another version."""
    version = db.execute("PRAGMA user_version").fetchone()[0]
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = OFF")
    if version == 0:
        db.execute(
            "CREATE TABLE IF NOT EXISTS memo (key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID"
        )
        # No fewer answers than there are: to count them takes as long as to read the file.
        db.execute("CREATE TABLE IF NOT EXISTS held (most INTEGER NOT NULL)")
        with db:
            db.execute("INSERT INTO held SELECT count(*) FROM memo")
        db.execute(f"PRAGMA user_version = {VERSION}")
        return True
    tables = db.execute("SELECT count(*) FROM sqlite_master WHERE name IN ('memo', 'held')").fetchone()[0]
    return bool(version == VERSION and tables == 2)


def _remove(path: Path) -> None:
    for each in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        try:
            each.unlink(missing_ok=True)
        except OSError:
            return
