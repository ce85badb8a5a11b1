"""The tables that ship with the package (names, words, rules), each loaded once.

They are constants like code: they change only with a release, and their bytes
are part of `code_digest`.  TOML tables begin with a comment that says what they
hold and where each entry was seen; long word lists are plain text, one entry a
line, `#` opens a comment, fields are separated by tabs.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import tomli


@cache
def table(name: str) -> dict[str, Any]:
    """Return the parsed `sitegen/data/<name>.toml`; callers must not change it."""
    return tomli.loads(raw(f"{name}.toml"))


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the lines of `sitegen/data/<name>.txt` as tuples of their tab-separated fields."""
    lines = (line.split("#", 1)[0].rstrip() for line in raw(f"{name}.txt").splitlines())
    return tuple(tuple(line.split("\t")) for line in lines if line)


def raw(name: str) -> str:
    """Return the text of one data file."""
    return files("sitegen.data").joinpath(name).read_text(encoding="utf-8")
