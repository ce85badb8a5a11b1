"""Markdown: the file's own lines, with metadata in a front matter of YAML (---) or TOML (+++).

    ---
    title: بايدن يعلن انتهاء المهمة القتالية
    date: 2021-07-26
    source: https://example.org/a
    ---

Line numbers are those of the file, front matter included, so that an editor
finds them; `front_matter_end` tells the cleaner which lines to leave out.  In
the body only two marks are read, and only by the cleaner: `#` before a heading
and `>` before a quoted paragraph.  Emphasis, links and lists stay as written:
in scraped text a star or a dash is more often text than markup.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from sitegen.desk.formats.source import article_id, check_id, decode, digest, split_lines
from sitegen.desk.tables import is_address, is_iso_day, parse_toml
from sitegen.errors import ArticleError, FormatError, Problem, Where, isolate
from sitegen.model import Meta, RawArticle

#: What a front matter may state -> the field of `Meta` it fills.
KEYS = {
    "id": "id", "title": "title", "date": "date", "url": "url", "source": "url", "source_url": "url",
    "outlet": "outlet", "author": "author", "lang": "lang",
}  # fmt: skip
#: A front matter is a handful of lines; a fence further down is no front matter.
MAX_LINES = 100
_FENCES = ("---", "+++")
_CLOCK = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}.*")
_TOML_DATE = re.compile(r"\s*date\s*=\s*([\d-]+)\s*$")
_LANG = re.compile(r"([A-Za-z]{2,3})([-_][A-Za-z0-9-]+)?")

Stated = dict[str, tuple[str, int]]  # key as written -> value and its line


def front_matter_end(lines: Sequence[str]) -> int:
    """Return how many lines the front matter takes, fences included; 0 without one.

    >>> front_matter_end(["---", "id: x", "---", "متن"]), front_matter_end(["متن", "---"])
    (3, 0)
    """
    fence = lines[0].rstrip() if lines else ""
    if fence not in _FENCES:
        return 0
    return next((n for n, line in enumerate(lines[1:MAX_LINES], 2) if line.rstrip() == fence), 0)


def parse(path: str, data: bytes) -> RawArticle:
    """Read a `.md` file; an unknown key, a bad date or an open front matter is an error with its line.

    >>> parse("x.md", "---\\nid: abc\\ndate: 2021-07\\n---\\nمتن".encode()).meta.date
    '2021-07'
    """
    lines = split_lines(decode(path, data))
    end = front_matter_end(lines)
    fence = lines[0].rstrip()
    if fence in _FENCES and not end:
        hint = f"close it with a line {fence}"
        raise FormatError("the front matter is not closed", Where(path, 1), hint=hint)
    if not any(line.strip() for line in lines[end:]):
        raise ArticleError("there is no text below the front matter", Where(path, end), hint="add the text")
    read = _toml if fence == "+++" else _yaml
    meta = _meta(path, read(path, lines[1 : end - 1])) if end else Meta()
    return RawArticle(article_id(path, meta.id), path, lines, meta, digest(data))


def _yaml(path: str, lines: Sequence[str]) -> Stated:
    """Read a flat YAML mapping with the line of each key; nothing is constructed but text."""
    import yaml  # noqa: PLC0415 - takes long to load, and few articles begin with YAML

    try:
        node = yaml.compose("\n".join(lines), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        hint = "write one  key: value  on each line, the value in quotes when it holds a colon"
        raise FormatError("the front matter is not valid YAML", Where(path, line), hint=hint) from error
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        raise FormatError("the front matter is not a list of keys", Where(path, 2), hint="write  title: …")
    stated: Stated = {}
    for key, value in node.value:
        line = key.start_mark.line + 2
        if not isinstance(key, yaml.ScalarNode) or not isinstance(value, yaml.ScalarNode):
            name = key.value if isinstance(key, yaml.ScalarNode) else "a key"
            what = f"{isolate(name)} must be one plain value"
            raise FormatError(what, Where(path, line), hint="write it in quotes")
        if key.value in stated:
            what = f"{isolate(key.value)} is stated twice"
            raise FormatError(what, Where(path, line), hint=f"keep one of them (line {stated[key.value][1]})")
        empty = value.tag == "tag:yaml.org,2002:null"
        stated[key.value] = ("" if empty else value.value, line)
    return stated


def _toml(path: str, lines: Sequence[str]) -> Stated:
    """Read the same keys from TOML; the fence above counts as line 1."""
    problems: list[Problem] = []
    table = parse_toml(path, "\n".join(["", *lines]).encode(), problems)
    if problems:
        what, where, hint, _ = problems[0]
        dated = _TOML_DATE.match(lines[where.line - 2]) if where and where.line else None
        if where and dated:
            _checked("date", dated.group(1), where)
        raise FormatError(what, where, hint=hint)
    stated: Stated = {}
    for key, value in table.values.items():
        where = table.where(key)
        if isinstance(value, (dict, list, bool)):
            raise FormatError(f"{isolate(key)} must be one plain value", where, hint="write it in quotes")
        stated[key] = (str(value), where.line or 1)
    return stated


def _meta(path: str, stated: Stated) -> Meta:
    """Check every stated value; a name nobody knows is an error with the nearest one."""
    values: dict[str, str] = {}
    for key, (text, line) in stated.items():
        where, value = Where(path, line), text.strip()
        field = KEYS.get(key)
        if field is None:
            close = difflib.get_close_matches(key.lower(), KEYS, n=1)
            hint = f"did you mean {close[0]}?" if close else f"known here: {', '.join(KEYS)}"
            raise FormatError(f"unknown key {isolate(key)}", where, hint=hint)
        if field in values:
            raise FormatError(f"{field} is stated twice", where, hint=f"keep one of them ({key})")
        if value:
            values[field] = _checked(field, value, where)
    return Meta(**values)


def _checked(field: str, value: str, where: Where) -> str:
    if field == "id":
        return check_id(value, where)
    if field == "date":
        clock = _CLOCK.fullmatch(value)
        day = clock.group(1) if clock else value
        if not is_iso_day(day):
            hint = "write date: 2021-07-26, or 2021-07 for a month"
            raise ArticleError(f"{isolate(value)} is not a date in the calendar", where, hint=hint)
        return day
    if field == "url" and not is_address(value):
        raise ArticleError(f"{isolate(value)} is not an address", where, hint="write url: https://…")
    if field == "lang":
        tag = _LANG.fullmatch(value)
        if not tag:
            raise ArticleError(f"{isolate(value)} is not a language", where, hint="write lang: ar")
        return tag.group(1).lower()
    return value
