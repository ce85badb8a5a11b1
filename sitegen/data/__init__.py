"""The tables that ship with the package (names, words, rules), each loaded once.

They are constants like code: they change only with a release, and their bytes
are part of `code_digest`.  TOML tables begin with a comment that says what they
hold and where each entry was seen; long word lists are plain text, one entry a
line, `#` opens a comment, fields are separated by tabs.

Folding and indexing all of them takes a second, so what is made of them may be
kept where the next process finds it (`keep_in`); without that it is made anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, wraps
from typing import Any, TypeVar, get_type_hints

import tomli

from sitegen.memo import Memo, remember

T = TypeVar("T")
_COMMENT = re.compile(r"(?:^|\s)#")

_memo: list[Memo] = []  # the one to keep tables in, if any


def keep_in(memo: Memo) -> None:
    """Recall what was made of the tables from `memo`, and keep there what is made from now on.

    `memo` must hold answers of this very program and no others.
    """
    _memo[:] = [memo]


def kept(make: Callable[[], T]) -> Callable[[], T]:
    """Make a table once a process, or recall what an earlier one made.

    The function's annotation says what it returns: values that MessagePack can hold.
    """

    @cache
    @wraps(make)
    def recalled() -> T:
        if not _memo:
            return make()
        name = f"{make.__module__}.{make.__qualname__}"
        type_: type[T] = get_type_hints(make)["return"]
        return remember(_memo[0], name.encode(), type_, make)

    return recalled


@cache
def table(name: str) -> dict[str, Any]:
    """Return the parsed `sitegen/data/<name>.toml`; callers must not change it."""
    file = f"{name}.toml"
    if not _memo:
        return tomli.loads(raw(file))
    return remember(_memo[0], file.encode(), dict[str, Any], lambda: tomli.loads(raw(file)))


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the lines of `sitegen/data/<name>.txt` as tuples of their tab-separated fields.

    A comment begins a line or stands behind a blank: «in:#sport» is none.
    """
    lines = (_COMMENT.split(line, 1)[0].rstrip() for line in raw(f"{name}.txt").splitlines())
    return tuple(tuple(line.split("\t")) for line in lines if line)


def raw(name: str) -> str:
    """Return the text of one data file."""
    from importlib.resources import files  # noqa: PLC0415 - with kept tables, few builds need it

    return files("sitegen.data").joinpath(name).read_text(encoding="utf-8")
