"""A small project on disk, built as a command builds it."""

from __future__ import annotations

from pathlib import Path

from sitegen.shell.build import build
from sitegen.shell.new import new
from sitegen.shell.report import Report, Request
from tests.worlds import ARTICLES, quiet


def small_project(home: Path) -> Path:
    """Make the skeleton of a new site below `home`, with two articles of our own beside its sample."""
    folder = home / "digest"
    new(folder)
    for name, text in ARTICLES.items():
        (folder / f"content/articles/{name}.txt").write_text(text, encoding="utf-8")
    return folder


def run(project: Path, **options: object) -> Report:
    """Build a project into its `build/`."""
    # Options of mixed types, which no checker can follow.
    return build(Request(project, project / "build", **options), quiet)  # type: ignore[arg-type]


def stamps(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Return inode, time and bytes of everything below a folder."""
    places = [folder, *sorted(folder.rglob("*"))]
    return {
        str(p): (p.stat().st_ino, p.stat().st_mtime_ns, p.read_bytes() if p.is_file() else b"")
        for p in places
    }


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of everything below a folder."""
    return {path: data for path, (_, _, data) in stamps(folder).items()}
