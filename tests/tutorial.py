"""docs/tutorial.md, followed step by step: `python -m tests.tutorial` writes the outputs into it anew.

A fence `console` holds commands after `$ ` and what they print; a fence with a path
after its language is a file that the reader writes.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.local_web import Page, local_web
from tests.worlds import ROOT

PATH = ROOT / "docs/tutorial.md"
SERVED = ROOT / "docs/tutorial"
_FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PORT = "http://127.0.0.1:8099"
#: How many files a site has changes with every page we add; the words around the numbers are compared.
_COUNTS = re.compile(r"\b\d+(?= (?:pages?|other files?|files?|lists?|new|changed|removed)\b)")
_SECONDS = re.compile(r"\(\d+\.\d s\)")
#: Shown only where the work takes a while: on a slow machine.
_PROGRESS = re.compile(r"^\w+: \d+/\d+\n", re.MULTILINE)


def followed(folder: Path) -> str:
    """Return the page with the outputs that its commands print when they are run in `folder`."""
    text = PATH.read_text(encoding="utf-8")
    kinds = {".xml": "application/rss+xml", ".html": "text/html; charset=utf-8"}
    pages: dict[str, Page | list[Page]] = {
        f"/{place.name}": Page(place.read_bytes(), kinds[place.suffix]) for place in SERVED.iterdir()
    }
    with local_web(pages) as web:
        reader = Reader(folder, web.root)
        return _FENCE.sub(reader.follow, text)


class Reader:
    """Follows the page in one folder; addresses lead to `root`."""

    def __init__(self, folder: Path, root: str) -> None:
        self.folder, self._root = folder, root

    def follow(self, fence: re.Match[str]) -> str:
        """Do what one fence says; return it with what was printed."""
        language, path, body = fence.groups()
        if path:
            place = self.folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(body.replace(_PORT, self._root), encoding="utf-8")
        if language != "console":
            return fence.group()
        return f"```console\n{''.join(self._run(body))}```"

    def _run(self, body: str) -> Iterator[str]:
        for line in body.splitlines():
            if not line.startswith("$ "):
                continue
            yield f"{line}\n"
            words = shlex.split(line[2:].replace(_PORT, self._root))
            if words[0] == "cd":
                self.folder /= words[1]
            elif words[0] == "sitegen":
                yield self._printed(words[1:])

    def _printed(self, arguments: list[str]) -> str:
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "200", "NO_COLOR": "1"}
        done = subprocess.run(
            [sys.executable, "-m", "sitegen", *arguments], cwd=self.folder, env=environment,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
        )  # fmt: skip
        said = done.stdout.decode().replace("\u2068", "").replace("\u2069", "").replace(self._root, _PORT)
        return _PROGRESS.sub("", _SECONDS.sub("(0.9 s)", said))


def uncounted(text: str) -> str:
    """Return a page without the numbers of files."""
    return _COUNTS.sub("N", text)


def main() -> None:
    """Write the outputs into the page."""
    with tempfile.TemporaryDirectory() as folder:
        PATH.write_text(followed(Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
