"""JSON Lines, JSON and CSV to articles, one a row."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import msgspec

from sitegen import data
from sitegen.errors import Where
from sitegen.shell.intake import feeds
from sitegen.shell.intake.item import Asked, Item, Refused, day_of, refused
from sitegen.shell.intake.pages import fragment
from sitegen.text.repair import Repair, decode

_NAME = re.compile(r"[\s_\-:.]+")
_WIDEST = 4_000_000  # characters of one field


def table(where: Where, raw: bytes, suffix: str, asked: Asked) -> Iterator[Item | Refused]:
    """Yield the articles of a `.jsonl`, `.json` or `.csv` file."""
    text, repairs = decode(raw)
    if suffix in (".csv", ".tsv"):
        yield from _csv(where, text, repairs, asked)
    elif suffix == ".json":
        for found in _json(where, text, asked):
            yield _noted(found, repairs)
    else:
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                here = tuple(Repair(r.what) for r in repairs if not r.lines or number in r.lines)
                yield _noted(_line(Where(where.path, number), line, asked), here)


def _line(where: Where, line: str, asked: Asked) -> Item | Refused:
    try:
        value = msgspec.json.decode(line)
    except msgspec.DecodeError as error:
        return refused(where, f"not valid JSON: {error}", "JSON Lines has one object on each line")
    return _row(where, value, asked)


def _json(where: Where, text: str, asked: Asked) -> Iterator[Item | Refused]:
    try:
        value = msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        yield refused(where, f"not valid JSON: {error}", "one object, a list of objects, or a JSON Feed")
        return
    if feeds.is_json_feed(value):
        yield from feeds.json_feed(where, value, asked)
        return
    for number, each in enumerate(value if isinstance(value, list) else [value], 1):
        yield _row(Where(where.path, number), each, asked)


def _csv(where: Where, text: str, repairs: tuple[Repair, ...], asked: Asked) -> Iterator[Item | Refused]:
    csv.field_size_limit(_WIDEST)
    try:
        dialect: Any = csv.Sniffer().sniff(text[:20_000], ",;\t|")
    except csv.Error:
        dialect = csv.excel
    reader = csv.DictReader(io.StringIO(text, newline=""), dialect=dialect)
    try:
        for row in reader:
            yield _noted(_row(Where(where.path, reader.line_num), row, asked), repairs)
    except csv.Error as error:
        hint = "a field in quotes that is never closed makes one row of many"
        yield refused(Where(where.path, reader.line_num), f"not valid CSV: {error}", hint)


def _row(where: Where, row: object, asked: Asked) -> Item | Refused:
    """Return one row as an article; without a text it is refused, naming its columns."""
    if not isinstance(row, dict):
        return refused(where, "not an object", "each row is an object with at least a text")
    values = named(row, dict(asked.field))
    repairs: list[Repair] = []
    text = values.pop("text", "")
    if "json" in where.path.rsplit(".", 1)[-1]:  # escapes in JSON hide what the file's bytes do not show
        text, repairs = _mended(text)
    lines = fragment(text)
    if not any(lines):
        hint = f"name the column: --field text={next((str(k) for k in row if k), 'COLUMN')}"
        return refused(where, "the row has no text", hint)
    return Item(
        where, lines, msgspec.json.encode({str(k): str(v or "") for k, v in row.items()}), ".json",
        url=values.get("url", ""), title=values.get("title", ""),
        date=day_of(values.get("date", ""), asked.zone), outlet=values.get("outlet", ""),
        repairs=tuple(repairs),
    )  # fmt: skip


def _noted(found: Item | Refused, repairs: tuple[Repair, ...]) -> Item | Refused:
    """Add the repairs made on the file to those made on the row."""
    return found._replace(repairs=(*repairs, *found.repairs)) if isinstance(found, Item) else found


def named(row: Mapping[Any, Any], given: Mapping[str, str]) -> dict[str, str]:
    """Return the values of a row by what they are; columns that a user names go first.

    >>> named({"Headline": "عنوان", "Pub Date": "2021", "views": 3}, {})
    {'title': 'عنوان', 'date': '2021'}
    """
    out: dict[str, str] = {}
    columns = {_NAME.sub("", str(key)).casefold(): key for key in row}
    for field, names in _fields().items():
        wanted = given.get(field)
        keys = [wanted] if wanted in row else [columns[name] for name in names if name in columns]
        value = next((row[key] for key in keys if isinstance(row[key], str | int) and row[key]), None)
        if value is not None:
            out[field] = str(value)
    return out


def _mended(text: str) -> tuple[str, list[Repair]]:
    decoded = decode(text.encode("utf-8", "replace"))
    return decoded.text, list(decoded.repairs)


@cache
def _fields() -> dict[str, tuple[str, ...]]:
    return {field: tuple(names) for field, names in data.table("import")["fields"].items()}
