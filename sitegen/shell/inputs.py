"""The files of a project as one lazy mapping: `content/`, `templates/`, `static/`.

Where a project has no template or static file of a name, the shipped theme's is
seen under the same path; `fonts/` holds what installed packages ship.  Values
are read when asked for and not kept; what is kept is their digest, for the
manifest.
"""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

import sitegen
from sitegen.errors import Problem, SourceError, Where

FOLDERS = ("content", "templates", "static")

_LITTER = ("~", ".swp", ".swx", ".tmp", ".bak", ".orig")  # left behind by editors
_HIDDEN_BUT_WANTED = (".nojekyll", ".well-known")


def theme_folder() -> Path:
    """Return the folder of the shipped theme: in the package, or beside it in a checkout."""
    package = Path(sitegen.__file__).resolve().parent
    return package / "theme" if (package / "theme").is_dir() else package.parent


class DiskFiles(Mapping[str, bytes]):
    """Files that lie somewhere on disk under the paths by which the site knows them."""

    def __init__(self, places: Mapping[str, Path]) -> None:
        self.digests: dict[str, str] = {}
        self._places = dict(sorted(places.items()))

    def __getitem__(self, path: str) -> bytes:
        place = self._places[path]
        try:
            data = place.read_bytes()
        except OSError as error:
            raise SourceError(f"cannot be read: {error.strerror}", Where(path)) from error
        self.digests[path] = hashlib.blake2b(data, digest_size=16).hexdigest()
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
        return self._places

    def all_digests(self) -> dict[str, str]:
        """Return the digest of every file, reading those that nobody has asked for."""
        for path in self._places:
            if path not in self.digests:
                self[path]
        return self.digests


class ProjectFiles(DiskFiles):
    """The files of one project, over those of the shipped theme."""

    def __init__(self, project: Path, theme: Path | None = None, fonts: Mapping[str, Path] = {}) -> None:
        self.problems: list[Problem] = []
        self._found: dict[str, Path] = dict(fonts)
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
        for parent, folders, names in os.walk(top):
            above = Path(parent).relative_to(root).as_posix()
            folders[:] = sorted(f for f in folders if self._wanted(root, Path(parent, f), f"{above}/{f}"))
            for name in sorted(names):
                place, path = Path(parent, name), f"{above}/{name}"
                if self._wanted(root, place, path):
                    self._found[unicodedata.normalize("NFC", path)] = place

    def _wanted(self, root: Path, place: Path, path: str) -> bool:
        name = place.name
        if name.endswith(_LITTER) or name.startswith("#"):
            return False
        if name.startswith(".") and not (path.startswith("static/") and name in _HIDDEN_BUT_WANTED):
            return False
        try:
            name.encode()
        except UnicodeEncodeError:
            shown = path.encode("utf-8", "backslashreplace").decode()
            self.problems.append(Problem("the file's name is not UTF-8", Where(shown), "rename the file"))
            return False
        return not place.is_symlink() or self._inside(root, place, path)

    def _inside(self, root: Path, place: Path, path: str) -> bool:
        """Say whether a symbolic link stays inside its tree; report it when it does not."""
        target = place.resolve()
        if target.is_relative_to(root) and target.is_file():
            return True
        what = "a symbolic link that leads out of the project or to a folder is not followed"
        self.problems.append(Problem(what, Where(path), "put the file itself there"))
        return False
