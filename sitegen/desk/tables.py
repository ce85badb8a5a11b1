"""Read TOML as an editor writes it: every mistake becomes a problem with its line and a hint.

A `Table` hands out checked values and remembers which keys were asked for;
`finish` reports the rest as unknown, with the nearest known name.
"""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

import tomli

from sitegen.errors import Problem, SourceError, Where, isolate, utf8

_HEADER = re.compile(r"^\s*\[\[?\s*([^\[\]]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"""^\s*("[^"]*"|'[^']*'|[A-Za-z0-9_-]+)(\s*\.\s*[A-Za-z0-9_-]+)*\s*=""")
_AT_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)$")
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


class Table:
    """One TOML table being read.  Ask for every known key, then call `finish`."""

    def __init__(
        self, values: dict[str, Any], path: str, lines: list[str], name: str, problems: list[Problem]
    ) -> None:
        self.values, self.path, self.lines, self.name = values, path, lines, name
        self.problems = problems
        self._asked: set[str] = set()

    def where(self, key: str = "") -> Where:
        """Return the place of `key` in this table (of the table itself when empty)."""
        line = _line_of(self.lines, self.name, key)
        if line is None:  # a table in braces
            line = _line_of(self.lines, *self.name.rpartition(".")[::2])
        return Where(self.path, line)

    def bad(self, key: str, what: str, hint: str = "") -> None:
        """Note a problem at `key`."""
        self.problems.append(Problem(what, self.where(key), hint))

    def _get(self, key: str, kind: type | tuple[type, ...], expected: str) -> Any:
        self._asked.add(key)
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self.bad(key, f"{key} must be {expected}", f"write {key} = {_EXAMPLES[expected]}")
            return None
        return value

    def text(self, key: str, default: str = "") -> str:
        """Return a string, `default` when absent."""
        value = self._get(key, str, "a string")
        return default if value is None else str(value)

    def address(self, key: str) -> str:
        """Return an address of the web as it is written, '' when absent or not to be read."""
        value = self.text(key)
        if is_address(value):
            return value
        self.bad(key, f"{isolate(value)} is not an address", f'write {key} = "https://example.org/news"')
        return ""

    def flag(self, key: str, default: bool) -> bool:
        """Return a boolean, `default` when absent."""
        value = self._get(key, bool, "true or false")
        return default if value is None else bool(value)

    def number(self, key: str, default: int) -> int:
        """Return a whole number, `default` when absent."""
        value = self._get(key, int, "a whole number")
        return default if value is None else int(value)

    def amount(self, key: str) -> float:
        """Return a number of 0 or more, 0 when absent."""
        value = self._get(key, (int, float), "an amount")
        if value is not None and value < 0:
            self.bad(key, f"{key} must not be below 0", f"write {key} = {_EXAMPLES['an amount']}")
            return 0.0
        return float(value or 0)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of strings, empty when absent."""
        return tuple(self._list(key, str, "a list of strings"))

    def numbers(self, key: str) -> tuple[int, ...]:
        """Return a list of whole numbers, empty when absent."""
        return tuple(self._list(key, int, "a list of numbers"))

    def choice(self, key: str, options: Iterable[str], default: str) -> str:
        """Return one of `options`."""
        value = self.text(key, default)
        known = list(options)
        if value not in known:
            self.bad(
                key, f"{key} must be one of {', '.join(known)}, not {isolate(value)}", _mean(value, known)
            )
            return default
        return value

    def day(self, key: str) -> str | None:
        """Return an ISO date of a day, month or year (TOML date or string), None when absent or bad."""
        value = self._get(key, (str, datetime.date, datetime.datetime), "a date")
        if value is None:
            return None
        if isinstance(value, datetime.datetime):
            value = value.date()
        iso = str(value).strip()
        if not is_iso_day(iso):
            self.bad(
                key,
                f"{isolate(iso)} is not a date in the calendar",
                f'write {key} = 2021-07-26, or "2021-07" for a month',
            )
            return None
        return iso

    def table(self, key: str) -> Table:
        """Return the sub-table `key`, empty when absent."""
        value = self._get(key, dict, "a table") or {}
        return Table(value, self.path, self.lines, f"{self.name}.{key}".strip("."), self.problems)

    def tables(self, key: str) -> tuple[Table, ...]:
        """Return a list of inline tables."""
        name = f"{self.name}.{key}".strip(".")
        held = self._list(key, dict, "a list of tables")
        return tuple(Table(item, self.path, self.lines, name, self.problems) for item in held)

    def _list(self, key: str, kind: type, expected: str) -> list[Any]:
        """Return a list of `kind`, empty when absent or when something else stands in it."""
        value = self._get(key, list, expected) or []
        if not all(isinstance(item, kind) and not isinstance(item, bool) for item in value):
            self.bad(key, f"{key} must be {expected}", f"write {key} = {_EXAMPLES[expected]}")
            return []
        return list(value)

    def finish(self) -> None:
        """Report every key that nobody asked for."""
        for key in self.values.keys() - self._asked:
            self.problems.append(
                Problem(f"unknown key {isolate(key)}", self.where(key), _mean(key, sorted(self._asked)))
            )
        self.problems.sort(
            key=lambda p: (
                (p.where is not None and p.where.path) or "",
                (p.where is not None and p.where.line) or 0,
            )
        )


_EXAMPLES = {
    "a string": '"…"',
    "true or false": "true",
    "a whole number": "1",
    "an amount": "0.15",
    "a list of strings": '["…", "…"]',
    "a list of numbers": "[1, 2]",
    "a date": "2021-07-26",
    "a table": "{ … }",
    "a list of tables": "[{ … }]",
}


def is_address(text: str) -> bool:
    """Say whether `text` can be read as an address, whatever it leads to.

    >>> is_address("https://example.org/a"), is_address("http://[bad/x")
    (True, False)
    """
    try:
        urlsplit(text)
    except ValueError:
        return False
    return True


def is_iso_day(text: str) -> bool:
    """Say whether `text` is a real year, month or day in ISO form.

    >>> [is_iso_day(t) for t in ("2021", "2021-07", "2021-07-26", "2021-13-45", "26-7-2021")]
    [True, True, True, False, False]
    """
    found = _ISO.match(text)
    if not found or len(text) != found.end():
        return False
    year, month, day = (int(part) if part else 1 for part in found.groups())
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


def parse_toml(path: str, data: bytes, problems: list[Problem]) -> Table:
    """Parse one TOML file; a syntax error is one problem and gives an empty table."""
    try:
        text = utf8(path, data)
        values = tomli.loads(text)
    except SourceError as error:
        problems.append(error.problem)
        return Table({}, path, [], "", problems)
    except tomli.TOMLDecodeError as error:
        what = str(error)
        at = _AT_LINE.search(what)
        line = int(at.group(1)) if at else max(1, text.count("\n"))
        what = _AT_LINE.sub("", what).removesuffix(" (at end of document)")
        hint = "strings go in quotes, dates are written 2021-07-26"
        problems.append(Problem(f"not valid TOML: {what[:1].lower()}{what[1:]}", Where(path, line), hint))
        return Table({}, path, [], "", problems)
    return Table(values, path, text.splitlines(), "", problems)


def _mean(word: str, known: list[str]) -> str:
    """Return a hint that names the nearest known word, or all of them."""
    close = difflib.get_close_matches(word, known, n=1)
    return f"did you mean {close[0]}?" if close else f"known here: {', '.join(known)}"


def _line_of(lines: list[str], name: str, key: str) -> int | None:
    """Return the line on which `key` of table `name` stands; the table's own line as second best."""
    header = ""
    found = None
    for number, line in enumerate(lines, 1):
        opened = _HEADER.match(line)
        if opened:
            header = opened.group(1).replace('"', "").replace("'", "")
            if header == name or (key and header == f"{name}.{key}".strip(".")):
                found = number
                if not key or header != name:
                    return number
        elif header == name or (name and _KEY.match(line)):
            written = _KEY.match(line)
            if written and key and header == name and written.group(1).strip("\"'") == key:
                return number
            opened_here = written is not None and written.group(1).strip("\"'")
            if opened_here and not header and name and opened_here == name.split(".", maxsplit=1)[0]:
                found = number
    return found
