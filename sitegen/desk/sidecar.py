"""An editor's corrections for one article, `content/articles/<name>.toml`, to `Corrections`.

date = 2021-07-26
drop = [12]
hide = true
settled = ["english-card"]
people = { add = ["fuad-hussein"], remove = ["ayad-allawi"] }

[reasons]
date = "printed on the outlet's own page"
drop = "a read-also line"
"""

from __future__ import annotations

import difflib
import re

from sitegen.desk.tables import Table, parse_toml
from sitegen.errors import Problem, Where, isolate
from sitegen.model import Corrections, Meta

#: What `sitegen review` looks for, worst first, and how it is called in a heading.
SETTLED = {
    "problem": "the build stumbles over it",
    "two-people": "one name for two people",
    "claim": "a claim that may only be attributed",
    "english-stale": "English older than its Arabic",
    "weak-drop": "a line dropped on weak evidence",
    "date-inferred": "a date that was inferred",
    "no-date": "no date",
    "no-title": "no title",
    "spelling": "two spellings that may be one name",
    "outlet-unknown": "an outlet that the lexicon does not know",
    "person-unknown": "a person whom the lexicon does not know",
    "machine-dropped": "a machine's sentence that was not trusted",
    "english-card": "English that only lists what the article covers",
}
#: Tables of names that were read wrongly, and the kind of record that each holds.
NAMES = {"people": "person", "places": "place", "organisations": "org", "topics": "topic"}
FIELDS = ("id", "title", "date", "url", "outlet", "hide", "drop", "keep", *NAMES)


def sidecar_of(path: str) -> str:
    """Return the path of an article's corrections.

    >>> sidecar_of("content/articles/a.b.txt")
    'content/articles/a.b.toml'
    """
    return path.rsplit(".", 1)[0] + ".toml"


def parse_corrections(path: str, data: bytes) -> tuple[Corrections, tuple[Problem, ...]]:
    """Parse one sidecar; unknown keys, bad dates and clashing lines are problems with their line.

    >>> fixes, problems = parse_corrections("a.toml", b'date = "2021-13-45"')
    >>> fixes.meta.date, str(problems[0].where)
    (None, 'a.toml:1')
    """
    problems: list[Problem] = []
    root = parse_toml(path, data, problems)
    names = {kind: root.table(key) for key, kind in NAMES.items()}
    reasons = root.table("reasons")
    common = root.text("reason")
    drop, keep = root.numbers("drop"), root.numbers("keep")
    fixes = Corrections(
        path=path,
        meta=Meta(
            id=root.text("id") or None,
            title=root.text("title") or None,
            date=root.day("date"),
            url=root.address("url") or None,
            outlet=root.text("outlet") or None,
        ),
        hide=root.flag("hide", False),
        drop=drop,
        keep=keep,
        add=tuple((kind, name) for kind, table in names.items() for name in table.texts("add")),
        remove=tuple((kind, name) for kind, table in names.items() for name in table.texts("remove")),
        reasons=_reasons(reasons, root, common),
        settled=_settled(root),
    )
    if both := sorted(set(drop) & set(keep)):
        root.bad("keep", f"line {both[0]} is both dropped and kept", "name it in one of the two lists")
    for table in (*names.values(), reasons, root):
        table.finish()
    return fixes, tuple(problems)


def _settled(root: Table) -> tuple[str, ...]:
    kinds = root.texts("settled")
    for kind in kinds:
        if kind not in SETTLED:
            close = difflib.get_close_matches(kind, SETTLED, n=1)
            hint = f"did you mean {close[0]}?" if close else f"known here: {', '.join(SETTLED)}"
            root.bad("settled", f"{isolate(kind)} is nothing that can be settled", hint)
    return kinds


def place_of(path: str, data: bytes, field: str, value: str) -> Where:
    """Return where a sidecar names `value` under `field`: the value's own line, else the field's.

    >>> place_of("a.toml", b'url = "x"\\ndrop = [\\n  3,\\n  40,\\n]', "drop", "40").line
    4
    >>> place_of("a.toml", b'[people]\\nadd = ["x"]', "people.add", "x").line
    2
    """
    root = parse_toml(path, data, [])
    table, _, key = field.rpartition(".")
    where = (root.table(table) if table else root).where(key)
    if where.line is None:
        return where
    word = re.compile(rf"(?<![\w-]){re.escape(value)}(?![\w-])")
    for number, line in enumerate(root.lines[where.line - 1 :], where.line):
        if word.search(line):
            return Where(path, number)
        if "]" in line:
            break
    return where


def _reasons(reasons: Table, root: Table, common: str) -> tuple[tuple[str, str], ...]:
    """Pair each corrected field with its own reason, or with the common one."""
    out = []
    for field in FIELDS:
        why = reasons.text(field) or common
        if why and field in root.values:
            out.append((field, why))
    return tuple(out)
