"""The files of a project as one lazy mapping, and the fonts that installed packages ship.

Where a project has no template or static file of a name, the shipped theme's is seen under the same path.
Values are read when asked for and not kept; what is kept is their digest, for the manifest.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import time
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

import sitegen
from sitegen import data
from sitegen.errors import Problem, SourceError, Where
from sitegen.shell import distributions
from sitegen.shell.state import Seen, sign_of, trusted
from sitegen.web.fonts import Font, face

FOLDERS = ("content", "templates", "static")

_LITTER = ("~", ".swp", ".swx", ".tmp", ".bak", ".orig")  # left behind by editors
_HIDDEN_BUT_WANTED = (".nojekyll", ".well-known")


def theme_folder() -> Path:
    """Return the folder of the shipped theme: in the package, or beside it in a checkout."""
    package = Path(sitegen.__file__).resolve().parent
    return package / "theme" if (package / "theme").is_dir() else package.parent


class DiskFiles(Mapping[str, bytes]):
    """Files that lie somewhere on disk under the paths by which the site knows them.

    What `notes` say of a file is believed as long as the file looks as it did (`sitegen.shell.state`).
    """

    def __init__(self, places: Mapping[str, Path | str]) -> None:
        self._places: dict[str, str] = {path: str(place) for path, place in sorted(places.items())}
        self._before, self._noted = dict[str, Seen](), 0
        self.since = time.time_ns()  # none of them was looked at before
        self._seen: dict[str, Seen] = {}

    def believe(self, notes: Mapping[str, Seen], noted: int) -> None:
        """Take over the digests of files that are as `notes`, made at `noted` (ns), describe them."""
        self._before, self._noted = dict(notes), noted

    def __getitem__(self, path: str) -> bytes:
        place = self._places[path]
        try:
            with open(place, "rb") as file:  # noqa: PTH123 - a Path for each of 100,000 files takes long
                sign = sign_of(os.fstat(file.fileno()))
                data = file.read()
        except OSError as error:
            raise SourceError(f"cannot be read: {error.strerror}", Where(path)) from error
        self._seen[path] = Seen(sign, hashlib.blake2b(data, digest_size=16).digest())
        return data

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, path: object) -> bool:
        return path in self._places

    @property
    def places(self) -> Mapping[str, Path]:
        """Return where each file lies."""
        return {path: Path(place) for path, place in self._places.items()}

    def digest_of(self, path: str) -> bytes:
        """Return the digest of a file's bytes, read only if it may have changed."""
        return self._look(path).digest

    def _look(self, path: str) -> Seen:
        seen = self._seen.get(path) or self._recalled(path)
        if seen is None:
            self[path]
            seen = self._seen[path]
        return seen

    def _recalled(self, path: str) -> Seen | None:
        """Return what was noted of a file that is as it was."""
        seen = self._before.get(path)
        if seen is None:
            return None
        try:
            sign = sign_of(os.stat(self._places[path]))  # noqa: PTH116 - as above
        except OSError:
            return None
        if not trusted(seen, sign, self._noted):
            return None
        self._seen[path] = seen
        return seen

    def notes(self) -> dict[str, Seen]:
        """Return what is to be noted of every file."""
        return {path: self._look(path) for path in self._places}

    def as_noted(self) -> bool:
        """Say whether these are the very files that were noted, none of them changed."""
        return self._places.keys() == self._before.keys() and all(map(self._recalled, self._places))

    def changed(self) -> frozenset[str]:
        """Return the files that are not as they were noted."""
        return frozenset(path for path in self._places if self._recalled(path) is None)

    def all_digests(self) -> dict[str, str]:
        """Return the digest of every file in hexadecimal."""
        return {path: self.digest_of(path).hex() for path in self._places}


class ProjectFiles(DiskFiles):
    """The files of one project, over those of the shipped theme."""

    def __init__(self, project: Path, theme: Path | None = None, fonts: Mapping[str, Path] = {}) -> None:
        self.problems: list[Problem] = []
        self._found: dict[str, Path | str] = dict(fonts)
        project = project.resolve()
        if theme is not None and theme.resolve() != project:
            for folder in ("templates", "static"):
                self._list(theme.resolve(), folder)
        for folder in FOLDERS:
            self._list(project, folder)
        super().__init__(self._found)

    def _list(self, root: Path, folder: str) -> None:
        """Note every file below `root/folder`, the names in Unicode normal form C."""
        top = root / folder
        if top.is_symlink() and not self._inside(root, top, folder):
            return
        folders = [(str(top), folder)]
        while folders:
            parent, above = folders.pop()
            try:
                found = sorted(os.scandir(parent), key=lambda entry: entry.name)
            except OSError:
                continue
            for entry in found:
                path = f"{above}/{entry.name}"
                if not self._wanted(root, entry, path):
                    continue
                if entry.is_dir():
                    folders.append((entry.path, path))
                else:
                    self._found[unicodedata.normalize("NFC", path)] = entry.path

    def _wanted(self, root: Path, entry: os.DirEntry[str], path: str) -> bool:
        name = entry.name
        if name.endswith(_LITTER) or name.startswith("#"):
            return False
        if name.startswith(".") and not (path.startswith("static/") and name in _HIDDEN_BUT_WANTED):
            return False
        if not name.isascii() and any("\ud800" <= c <= "\udfff" for c in name):
            shown = path.encode("utf-8", "backslashreplace").decode()
            self.problems.append(Problem("the file's name is not UTF-8", Where(shown), "rename the file"))
            return False
        if any(c < " " for c in name):
            what = "the file's name holds a line break or another control character"
            self.problems.append(
                Problem(
                    what, Where("".join(c if c >= " " else ascii(c)[1:-1] for c in path)), "rename the file"
                )
            )
            return False
        if entry.is_symlink():
            return self._inside(root, Path(entry.path), path)
        if not entry.is_file() and not entry.is_dir():
            what = "neither a file nor a folder, but a pipe, a socket or a device"
            self.problems.append(Problem(what, Where(path), "move it out of the project"))
            return False
        return True

    def _inside(self, root: Path, place: Path, path: str) -> bool:
        """Say whether a symbolic link stays inside its tree; report it when it does not."""
        target = Path(os.path.realpath(place))  # Path.resolve fails where links go round in a circle
        if target.is_relative_to(root) and target.is_file():
            return True
        what = "a symbolic link that leads out of the project or to a folder is not followed"
        self.problems.append(Problem(what, Where(path), "put the file itself there"))
        return False


def installed() -> dict[str, Path]:
    """Return input path -> place of each font and licence that is installed; none is imported or read."""
    places: dict[str, Path] = {}
    for name in data.table("fonts"):
        for font in face(name):
            places.update(_places(font))
    return places


def _places(font: Font) -> Iterator[tuple[str, Path]]:
    found = importlib.util.find_spec(font.module)
    for folder in (found.submodule_search_locations or ()) if found else ():
        if (place := Path(folder, font.source)).is_file():
            yield font.input, place
    package = distributions.installed(font.distribution)
    for file in sorted(Path(package.folder, "licenses").rglob("*")) if package else ():
        if file.name.startswith(("LICENSE", "OFL")):
            yield font.licence, file
