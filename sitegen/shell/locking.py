"""One builder at a time: a folder that is locked for as long as its process lives."""

from __future__ import annotations

import os
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: no advisory locks on folders; two builds at once are not kept apart there
    # A module's name takes None nowhere else; `acquire` asks for it before every use.
    fcntl = None  # type: ignore[assignment]


class FolderLock:
    """An advisory lock on `folder`, made if missing; the system lets go of it when the process dies."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._handle: int | None = None

    def acquire(self) -> bool:
        """Take the lock; False when another process holds it."""
        while True:
            self._folder.mkdir(exist_ok=True)
            if fcntl is None:
                return True
            try:
                handle = os.open(self._folder, os.O_RDONLY)
            except FileNotFoundError:
                continue  # its last owner has just removed it
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                os.close(handle)
                return False
            if self._is_still(handle):
                self._handle = handle
                return True
            os.close(handle)

    def _is_still(self, handle: int) -> bool:
        """Say whether the locked folder is the one that the name stands for now."""
        try:
            return os.path.samestat(os.fstat(handle), self._folder.stat())
        except FileNotFoundError:
            return False

    def release(self) -> None:
        """Let go of the lock."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
