"""`sitegen new`: copy the skeleton of a site into an empty folder; it builds at once."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from sitegen.errors import SitegenError, Where

#: In the package a hidden name is written `dot-name`: version control and packers treat real ones specially.
_HIDDEN = "dot-"


def new(folder: Path) -> list[str]:
    """Write the skeleton into `folder`, which must be missing or empty; return the paths written."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise SitegenError(
            "the folder is not empty", Where(str(folder)), hint="name a new folder: sitegen new digest"
        )
    written = []
    for path, source in sorted(_skeleton(), key=lambda pair: pair[0]):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
        written.append(path)
    return written


def _skeleton() -> Iterator[tuple[str, Traversable]]:
    yield from _walk(files("sitegen") / "skeleton", "")


def _walk(folder: Traversable, above: str) -> Iterator[tuple[str, Traversable]]:
    for each in folder.iterdir():
        name = "." + each.name.removeprefix(_HIDDEN) if each.name.startswith(_HIDDEN) else each.name
        if each.is_dir():
            yield from _walk(each, f"{above}{name}/")
        else:
            yield above + name, each
