"""People, places, organisations, topics and outlets: TOML records to one frozen lexicon.

A file's name begins with what it holds: `people.toml`, `places-iraq.toml`.  One
table is one record and its header is the stable id:

    [mustafa-al-kadhimi]
    ar = "مصطفى الكاظمي"
    en = "Mustafa al-Kadhimi"
    roles = [{ ar = "رئيس الوزراء العراقي", en = "Prime Minister of Iraq", from = 2020-05-07 }]

Records that ship with the package are read first; a record of the site replaces
the shipped one of its kind with the same id or the same Arabic label.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from sitegen import data
from sitegen.desk.tables import Table, parse_toml
from sitegen.errors import Problem, isolate
from sitegen.model import Record, RoleTerm
from sitegen.text.fold import match_key
from sitegen.text.phrases import PhraseIndex

#: File-name prefix -> kind.
KINDS = {
    "people": "person",
    "places": "place",
    "organisations": "org",
    "topics": "topic",
    "outlets": "outlet",
}
#: In sitegen/data/lexicon; rows (.txt) where there are many, because TOML is slow to read.
SHIPPED = ("people.txt", "places.txt", "organisations.txt", "topics.toml", "topics.txt", "outlets.txt")

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*$")
_COUNTRY = re.compile(r"[A-Z]{2}$")


class Lexicon:
    """All records by kind and id, and one phrase index per kind.  Read-only once built."""

    def __init__(self, records: Mapping[tuple[str, str], Record]) -> None:
        self.records = dict(records)
        self.indexes: Mapping[str, PhraseIndex[Record]] = _Indexes(self.records.values())

    def of(self, kind: str) -> list[Record]:
        """Return the records of one kind in the order of their files."""
        return [r for r in self.records.values() if r.kind == kind]

    def get(self, kind: str, id: str) -> Record | None:
        """Return one record or None."""
        return self.records.get((kind, id))

    def named(self, kind: str, name: str) -> Record | None:
        """Return the record of `kind` with this id, Arabic form or English label."""
        if found := self.get(kind, name):
            return found
        key = match_key(name)
        for record in self.of(kind):
            if key in map(match_key, (record.ar, record.en, *record.aliases, *record.latin)):
                return record
        return None


class _Indexes(dict[str, PhraseIndex[Record]]):
    """The phrase index of each kind, built when it is first asked for."""

    def __init__(self, records: Iterable[Record]) -> None:
        super().__init__()
        self._records = records

    def __missing__(self, kind: str) -> PhraseIndex[Record]:
        records = (r for r in self._records if r.kind == kind)
        self[kind] = PhraseIndex((form, r) for r in records for form in (r.ar, *r.aliases))
        return self[kind]


def role_at(record: Record, day: str | None) -> RoleTerm | None:
    """Return the office that `record` held on the ISO `day` (a month or year counts from its first day).

    Unknown day: only a single open-ended office can be meant, else none.
    """
    if day is None:
        return record.roles[0] if len(record.roles) == 1 else None
    day = (day + "-01-01")[:10] if len(day) < 10 else day
    for role in record.roles:
        if (role.start is None or role.start <= day) and (role.end is None or day < role.end):
            return role
    return None


def parse_lexicon(sources: Mapping[str, bytes]) -> tuple[Lexicon, tuple[Problem, ...]]:
    """Parse `path -> TOML bytes` on top of the shipped records; the same bytes give the same object."""
    return _parse(tuple(sorted(sources.items())))


@lru_cache(maxsize=4)
def _parse(sources: tuple[tuple[str, bytes], ...]) -> tuple[Lexicon, tuple[Problem, ...]]:
    problems: list[Problem] = []
    records: dict[tuple[str, str], Record] = {}
    for record in _shipped():
        records[record.kind, record.id] = record
    labels = {(kind, match_key(r.ar)): (kind, id) for (kind, id), r in records.items()} if sources else {}
    seen: dict[tuple[str, str], Table] = {}
    for path, source in sources:
        for record, table in _read(path, source, problems):
            key = (record.kind, record.id)
            records.pop(labels.get((record.kind, match_key(record.ar)), key), None)
            if key in seen:
                what = f"{record.kind} {record.id} stands twice: here and in {seen[key].path}"
                table.bad("", what, "give one of them another id, or remove it")
            seen[key] = table
            records[key] = record
    for key, table in seen.items():
        if key in records:  # else another record of the site has its name
            _check_parent(records, records[key], table)
    return Lexicon(records), tuple(problems)


def _check_parent(records: Mapping[tuple[str, str], Record], record: Record, table: Table) -> None:
    """Report a wider place or topic that is not there or lies within the record itself."""
    within, above = [record.id], record.parent
    while above and above not in within:
        if (record.kind, above) not in records:
            what = f"no {record.kind} {isolate(above)} in the lexicon"
            table.bad("parent", what, "write the id of a record, or leave parent out")
            return
        within.append(above)
        above = records[record.kind, above].parent
    if above:
        table.bad(
            "parent", f"{record.id} lies within itself: {' in '.join((*within, above))}", "leave one out"
        )


@data.kept
def _shipped() -> tuple[Record, ...]:
    found: list[Record] = []
    for path in (f"lexicon/{name}" for name in SHIPPED):
        if path.endswith(".txt"):
            found.extend(_rows(path))
        else:
            found.extend(record for record, _ in _read(path, data.raw(path).encode(), []))
    return tuple(found)


def _rows(path: str) -> Iterator[Record]:
    """Read shipped records as rows: id, ar, en, country, parent, aliases and offices parted by "|"."""
    kind = KINDS[path.removeprefix("lexicon/").removesuffix(".txt")]
    for row in data.rows(path.removesuffix(".txt")):
        id, ar, en, country, parent, aliases, held = (*row, "", "", "", "")[:7]
        forms = aliases.split("|") if aliases else []
        yield Record(
            kind=kind, id=id, ar=ar, en=en, country=country, parent=parent, builtin=True,
            aliases=tuple(form for form in forms if not form.isascii()),
            latin=tuple(form for form in forms if form.isascii()),
            roles=tuple(_held(office) for office in held.split("|")) if held else (),
        )  # fmt: skip


def _held(office: str) -> RoleTerm:
    """Read "key from to" of an office in lexicon/offices.txt; the days may be absent.

    "2026-01-01?" says that nothing is known from that day on, not that the office ended.

    >>> _held("p-us 2009-01-20 2017-01-20").short
    'US President'
    """
    key, start, end = (*office.split(), None, None)[:3]
    ar, en, short = _offices()[str(key)]
    return RoleTerm(ar, en, short, start, end and end.removesuffix("?"), not (end or "").endswith("?"))


@cache
def _offices() -> dict[str, tuple[str, str, str]]:
    return {key: (ar, en, short) for key, ar, en, short in data.rows("lexicon/offices")}


def _read(path: str, source: bytes, problems: list[Problem]) -> list[tuple[Record, Table]]:
    stem = path.rsplit("/", 1)[-1].removesuffix(".toml")
    kind = next((KINDS[name] for name in KINDS if stem == name or stem.startswith(name + "-")), "")
    root = parse_toml(path, source, problems)
    if not kind:
        root.bad(
            "",
            f"the name {isolate(stem)} does not say what the file holds",
            f"begin it with one of: {', '.join(KINDS)}",
        )
        return []
    shipped = path.startswith("lexicon/")
    tables = {id: root.table(id) for id in root.values}
    return [(r, table) for id, table in tables.items() if (r := _record(table, id, kind, shipped))]


def _record(table: Table, id: str, kind: str, shipped: bool) -> Record | None:
    before = len(table.problems)
    if not _ID.match(id):
        table.bad("", f"{isolate(id)} is not an id", "use small Latin letters, digits and single hyphens")
    ar, en = table.text("ar"), table.text("en")
    for key, value in (("ar", ar), ("en", en)):
        if not value:
            table.bad("", f"record {id} has no {key} label", f'add {key} = "…"')
    roles = tuple(_role(role) for role in table.tables("roles")) if kind == "person" else ()
    record = Record(
        kind=kind, id=id, ar=ar, en=en, roles=roles, builtin=shipped,
        aliases=table.texts("aliases"), latin=table.texts("latin"),
        sort_ar=table.text("sort_ar"), sort_en=table.text("sort_en"),
        country=table.text("country"), parent=table.text("parent"), url=table.address("url"),
        note=table.text("note"), general=table.flag("general", False) if kind == "topic" else False,
    )  # fmt: skip
    if record.country and not _COUNTRY.match(record.country):
        table.bad("country", f"{isolate(record.country)} is no code of a country", 'write country = "IQ"')
    table.finish()
    return record if len(table.problems) == before else None


def _role(table: Table) -> RoleTerm:
    role = RoleTerm(
        table.text("ar"), table.text("en"), table.text("short"), table.day("from"), table.day("to")
    )
    if not role.ar or not role.en:
        table.bad("", "an office needs both names", 'write { ar = "…", en = "…" }')
    if role.start and role.end and role.end <= role.start:
        table.bad("to", f"an office ends on {role.end}, before it began", "to is the first day no longer")
    table.finish()
    return role
