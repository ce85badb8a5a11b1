"""One page of every kind: the largest, for it shows most."""

from __future__ import annotations

import re
from pathlib import Path


def sample(output: Path) -> list[str]:
    """Return the output paths of the largest page of each kind in each language."""
    largest: dict[str, tuple[int, str]] = {}
    for page in sorted(output.rglob("*.html")):
        path = page.relative_to(output).as_posix()
        kind, found = kind_of(path), (page.stat().st_size, path)
        largest[kind] = max(largest.get(kind, found), found)
    return [path for _, path in sorted(largest.values(), key=lambda found: found[1])]


def kind_of(path: str) -> str:
    """Return what a page is, read off its address; terms other than people look alike.

    >>> kind_of("ar/people/salma/index.html") == kind_of("ar/people/zaid/index.html")
    True
    >>> kind_of("ar/dates/2021/07/index.html") == kind_of("ar/dates/2021/07/26/index.html")
    False
    """
    path = re.sub(r"/(topics|places|organisations|outlets)/", "/terms/", path)
    parts = re.sub(r"page-\d+/", "", path).removesuffix("index.html").split("/")
    return "/".join(part if i < 2 or part == "undated" else "*" for i, part in enumerate(parts))
