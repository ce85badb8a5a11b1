"""Make `build/` equal to the wanted files: stage beside it, decide (`plan`), then do (`publish`).

Files that differ are collected in a staging folder on the same file system.
Only when all are there and checked does `publish` touch `build/`, file by file,
each replaced in one step: first new files, then changed ones, then the
removal of files that an earlier build wrote.  Killed at any moment it leaves a
site whose every page is whole and whose old links still lead somewhere.
A folder that the output lacks comes in one step with all that is in it.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable, Iterable, Mapping, Set
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from msgspec.structs import replace as with_fields

from sitegen.errors import OutputError, Where
from sitegen.shell.locking import FolderLock
from sitegen.shell.manifest import NAME, Manifest, encode, read_manifest
from sitegen.shell.paths import Claims, fault_in, folder_names
from sitegen.shell.writing import Sign, clear, drop_empty, sign, write_new

Replace = Callable[[str, str], None]


class Plan(NamedTuple):
    """What `publish` does, in this order."""

    clear: tuple[str, ...] = ()  # ours and in the way: a file where a folder must be, or the reverse
    create: tuple[str, ...] = ()
    replace: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Say whether there is nothing to do."""
        return not any(self)


def plan(wanted: Set[str], staged: Mapping[str, bool], ours: Set[str]) -> Plan:
    """Decide how the folder becomes the wanted site.

    `staged` holds the paths whose bytes differ: True where no file lies yet.
    `ours` is what earlier builds wrote; nothing else is ever removed.

    >>> plan({"a", "b", "d/e"}, {"b": False, "d/e": True}, {"a", "b", "c", "d"})
    Plan(clear=('d',), create=('d/e',), replace=('b',), remove=('c',))
    """
    gone = sorted(path for path in ours - wanted if not fault_in(path))
    folders = {folder for path in staged for folder in folder_names(path)} if gone else ()
    clear = {
        path for path in gone if path in folders or any(folder in staged for folder in folder_names(path))
    }
    return Plan(
        clear=tuple(sorted(clear)),
        create=tuple(path for path, new in staged.items() if new),
        replace=tuple(path for path, new in staged.items() if not new),
        remove=tuple(path for path in gone if path not in clear),
    )


class Staging:
    """The folder beside the output in which a build collects what will change.

    Use it as a context: leaving it removes the folder, whatever has happened.
    """

    def __init__(self, output: Path) -> None:
        self.output = output.resolve()
        beside = self.output if self.output.is_mount() else self.output.parent
        self.folder = beside / f".{self.output.name}.staging"
        #: Of this build alone: a worker that outlives a killed one writes where nobody looks.
        self._root = f"{self.folder}/{os.getpid()}"
        self.before: Manifest | None = None
        self.ours: frozenset[str] = frozenset()
        self.wanted: set[str] = set()
        self.staged: dict[str, bool] = {}  # path -> no file lies there yet
        self.signs: dict[str, Sign] = {}  # of files added
        self._kept: list[str] = []
        self._lock = FolderLock(self.folder)
        self._claims = Claims(NAME)
        self._lacking: dict[
            str, bool
        ] = {}  # folder of the output -> nothing is there; none of them is a link
        self._made: set[str] = set()  # folders of the staging area
        self._single: dict[str, str] = {}  # path -> where it is staged, if the output has its folder

    def __enter__(self) -> Staging:
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        if not self._lock.acquire():
            hint = "wait until it has finished, or stop the preview"
            raise OutputError(f"another sitegen is writing {self.output.name}/ just now", hint=hint)
        clear(self.folder)  # left behind by a killed build
        os.mkdir(self._root)  # noqa: PTH102
        self.before = read_manifest(self.output)
        self.ours = frozenset(self.before.outputs if self.before else ())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self._lock.release()

    def add(self, path: str, data: bytes, source: str = "") -> bool:
        """Take one wanted file and say whether it differs from what lies in the output."""
        self.reserve(path, source)
        return self.fill(path, data)

    def reserve(self, path: str, source: str = "") -> str:
        """Claim the path of a wanted file; return where it may be written, '' where something may lie."""
        self._claims.claim(path, source)
        if path in self.wanted:  # kept as it lies for another source
            raise self._claims.twice(path, source)
        self.wanted.add(path)
        folder = path.rpartition("/")[0]
        if not self._lacks(folder):
            return ""
        self._make(folder)  # to be put in place with it
        self.staged[path] = True
        return self._place(path)

    def fill(self, path: str, made: bytes | Sign) -> bool:
        """Take what a reserved path will hold, or the sign of what was written; say whether it differs."""
        if isinstance(made, tuple) or path in self.staged:
            self.signs[path] = made if isinstance(made, tuple) else write_new(self._place(path), made)
            return True
        held = self._lying(path)
        if held == made:
            self.signs[path] = sign(self.output / path)
            return False
        if held is not None and path not in self.ours:
            raise self._foreign(path, path)
        self._single[path] = f"{self._root}/{NAME}-{len(self._single)}"
        self.signs[path] = write_new(self._place(path), made)
        self.staged[path] = held is None
        return True

    def _place(self, path: str) -> str:
        """Return where a staged file lies."""
        return self._single.get(path) or f"{self._root}/{path}"

    def _make(self, folder: str) -> None:
        """Make a folder of the staging area."""
        if folder and folder not in self._made:
            self._make(folder.rpartition("/")[0])
            os.mkdir(f"{self._root}/{folder}")  # noqa: PTH102
            self._made.add(folder)

    def keep(self, paths: Iterable[str]) -> None:
        """Take intact files as they lie in the output."""
        paths = tuple(paths)
        for path in self.wanted.intersection(paths):
            raise self._claims.twice(path)
        self.wanted.update(paths)
        self._kept.extend(paths)

    def lying(self, path: str) -> bytes | None:
        """Return the bytes that a file has in the output before anything is published."""
        return _read(self.output / path)

    def made(self, path: str) -> bytes | None:
        """Return the bytes that a wanted file will have."""
        return _read(Path(self._place(path)) if path in self.staged else self.output / path)

    def _lacks(self, folder: str) -> bool:
        """Say whether nothing is at `folder` in the output; a link there is an error."""
        known = self._lacking.get(folder)
        if known is None:
            above = folder.rpartition("/")[0]
            known = bool(folder) and self._lacks(above)
            if not known:
                try:
                    mode = os.lstat(f"{self.output}/{folder}").st_mode
                except FileNotFoundError:
                    known = True
                except NotADirectoryError:
                    mode = 0
                if folder and not known and stat.S_ISLNK(mode):
                    where = Where(f"{self.output.name}/{folder}")
                    raise OutputError(
                        "a symbolic link leads out of the output folder", where, hint="remove the link"
                    )
            self._lacking[folder] = known
        return known

    def _outermost(self, folder: str) -> str:
        """Return the outermost folder that the output lacks on the way to `folder`, '' if it has that."""
        if not self._lacks(folder):
            return ""
        while self._lacks(above := folder.rpartition("/")[0]):
            folder = above
        return folder

    def _lying(self, path: str) -> bytes | None:
        """Return the bytes at `path` in the output, None when no file is there."""
        try:
            return (self.output / path).read_bytes()
        except FileNotFoundError:
            return None
        except (NotADirectoryError, IsADirectoryError, PermissionError):
            self._refuse_foreign(path)
            return None

    def _refuse_foreign(self, path: str) -> None:
        """A file lies where a folder must be, or a folder where a file must be: fine if all of it is ours."""
        place = self.output / path
        if place.is_dir():
            found = [
                each.relative_to(self.output).as_posix() for each in place.rglob("*") if not each.is_dir()
            ]
        else:
            found = [name for name in (*folder_names(path), path) if (self.output / name).is_file()]
        for name in found:
            if name not in self.ours:
                raise self._foreign(path, name)

    def _foreign(self, path: str, name: str) -> OutputError:
        what = f"a file that sitegen did not write is in the way of {path}"
        hint = "move it away; if nothing in the output folder is yours, delete the folder and build again"
        return OutputError(what, Where(f"{self.output.name}/{name}"), hint=hint)

    def plan(self) -> Plan:
        """Return what publishing would do."""
        if self._kept and (
            new := self.wanted - self.ours
        ):  # a new path may be at odds with one that was kept
            self._claims.beside(sorted(new), self._kept)
        return plan(self.wanted, self.staged, self.ours)

    def in_order(self, paths: Set[str]) -> tuple[str, ...]:
        """Return paths sorted; nearly all stand in the manifest of before, which is sorted."""
        known = self.before.outputs if self.before else ()
        return tuple(sorted(dict.fromkeys([*filter(paths.__contains__, known), *(paths - self.ours)])))

    def publish(self, after: Manifest, replace: Replace = os.replace) -> Plan:
        """Make the output equal to what was added; `after` is the manifest of the finished build."""
        todo, text = self.plan(), encode(after)
        if todo.empty and _read(self.output / NAME) == text:
            return todo
        self.output.mkdir(parents=True, exist_ok=True)
        if not todo.empty:  # should this build be killed, the next must know what was and what was to come
            both = self.in_order(self.ours | self.wanted)
            self._note(encode(with_fields(self.before or Manifest(), whole=False, outputs=both)), replace)
        self._remove(todo.clear)
        self._lacking.clear()
        moved: set[str] = set()
        for path in (*todo.create, *todo.replace):
            new = self._outermost(path.rpartition("/")[0])
            if new and path in self._single:  # what lay in its folder is gone
                (self.output / path).parent.mkdir(parents=True, exist_ok=True)
                self._lacking.update(dict.fromkeys(folder_names(path), False))
            if not new or path in self._single:
                drop_empty(self.output / path)
                replace(self._place(path), f"{self.output}/{path}")
            elif new not in moved:  # the rest comes with its folder
                replace(f"{self._root}/{new}", f"{self.output}/{new}")
                moved.add(new)
        self._remove(todo.remove)
        self._note(text, replace)
        return todo

    def _note(self, text: bytes, replace: Replace) -> None:
        """Put a manifest into the output."""
        (self.folder / NAME).write_bytes(text)
        replace(str(self.folder / NAME), str(self.output / NAME))

    def _remove(self, paths: Iterable[str]) -> None:
        """Remove files, and folders that are left empty by it; never through a symbolic link."""
        for path in paths:
            place = self.output / path
            if any((self.output / folder).is_symlink() for folder in folder_names(path)):
                continue
            if place.is_file() or place.is_symlink():
                place.unlink()
            for folder in reversed(list(folder_names(path))):
                try:
                    (self.output / folder).rmdir()
                except OSError:
                    break  # something is still in it


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
