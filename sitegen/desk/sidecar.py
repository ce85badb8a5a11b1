"""An editor's corrections for one article, `content/articles/<name>.toml`, to `Corrections`.

date = 2021-07-26
drop = [12]
people = { add = ["fuad-hussein"], remove = ["ayad-allawi"] }

[reasons]
date = "printed on the outlet's own page"
drop = "a read-also line"
"""

from __future__ import annotations

from sitegen.desk.tables import Table, parse_toml
from sitegen.errors import Problem
from sitegen.model import Corrections, Meta

FIELDS = ("id", "title", "date", "url", "outlet", "drop", "keep", "people", "topics")


def parse_corrections(path: str, data: bytes) -> tuple[Corrections, tuple[Problem, ...]]:
    """Parse one sidecar; unknown keys, bad dates and clashing lines are problems with their line.

    >>> fixes, problems = parse_corrections("a.toml", b'date = "2021-13-45"')
    >>> fixes.meta.date, str(problems[0].where)
    (None, 'a.toml:1')
    """
    problems: list[Problem] = []
    root = parse_toml(path, data, problems)
    people, topics = root.table("people"), root.table("topics")
    reasons = root.table("reasons")
    common = root.text("reason")
    drop, keep = root.numbers("drop"), root.numbers("keep")
    fixes = Corrections(
        path=path,
        meta=Meta(
            id=root.text("id") or None,
            title=root.text("title") or None,
            date=root.day("date"),
            url=root.text("url") or None,
            outlet=root.text("outlet") or None,
        ),
        drop=drop,
        keep=keep,
        people_add=people.texts("add"),
        people_remove=people.texts("remove"),
        topics_add=topics.texts("add"),
        topics_remove=topics.texts("remove"),
        reasons=_reasons(reasons, root, common),
    )
    if both := sorted(set(drop) & set(keep)):
        root.bad("keep", f"line {both[0]} is both dropped and kept", "name it in one of the two lists")
    for table in (people, topics, reasons, root):
        table.finish()
    return fixes, tuple(problems)


def _reasons(reasons: Table, root: Table, common: str) -> tuple[tuple[str, str], ...]:
    """Pair each corrected field with its own reason, or with the common one."""
    out = []
    for field in FIELDS:
        why = reasons.text(field) or common
        if why and field in root.values:
            out.append((field, why))
    return tuple(out)
