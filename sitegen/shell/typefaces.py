"""Fonts that installed packages ship, as inputs of the site: where each lies on this disk."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path

from sitegen import data
from sitegen.shell import distributions
from sitegen.web.fonts import Font, face


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
