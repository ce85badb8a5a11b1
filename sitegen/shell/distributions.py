"""Which distributions are installed, by the names of the folders that hold their metadata.

`importlib.metadata` says the same; to import it takes as long as all else that a build without news does.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

_METADATA = re.compile(r"([^-]+)-([^-]+)(?:-py[\d.]+)?\.(?:dist|egg)-info")


class Distribution(NamedTuple):
    """One installed distribution: its version, the folder of its metadata."""

    version: str
    folder: str


def installed(name: str) -> Distribution | None:
    """Return the distribution `name`, None where no folder is named after it.

    >>> installed("MsgSpec").version == installed("msgspec").version, installed("no-such-thing")
    (True, None)
    """
    return _found(tuple(sys.path)).get(_normal(name))


@cache
def _found(path: tuple[str, ...]) -> dict[str, Distribution]:
    """Return what is found in these folders by name; of two the first counts, as for an import."""
    found: dict[str, Distribution] = {}
    for place in path:
        try:
            names = sorted(each.name for each in Path(place).iterdir())
        except OSError:
            continue
        for match in filter(None, map(_METADATA.fullmatch, names)):
            found.setdefault(_normal(match[1]), Distribution(match[2], str(Path(place, match[0]))))
    return found


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "_", name).lower()
