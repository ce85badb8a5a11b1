"""Write records into `content/lexicon/*.toml`, leaving everything else in the file as it stands."""

from __future__ import annotations

import datetime
import difflib
from pathlib import Path
from typing import Any, NamedTuple

import tomlkit
from tomlkit.items import Table
from tomlkit.toml_document import TOMLDocument

from sitegen.desk.lexicon import KINDS, Lexicon, parse_lexicon
from sitegen.desk.sources import LEXICON
from sitegen.errors import LexiconError, Where, isolate
from sitegen.model import Record
from sitegen.text.fold import match_key
from sitegen.text.romanise import romanise
from sitegen.text.slug import slug

_FILES = {kind: f"{LEXICON}{name}.toml" for name, kind in KINDS.items()}


class Wanted(NamedTuple):
    """What a user wants written: a new record, or (`to`) another spelling of one that is there."""

    kind: str  # person | topic
    name: str
    en: str = ""
    id: str = ""
    to: str = ""
    aliases: tuple[str, ...] = ()


class Change(NamedTuple):
    """A change of one file: its path and its lines before and after."""

    path: str
    id: str
    before: str
    after: str

    def diff(self) -> list[str]:
        """Return the change as a plain diff."""
        lines = (self.before.splitlines(), self.after.splitlines())
        return list(difflib.unified_diff(*lines, self.path, self.path, lineterm="", n=2))


def add(project: Path, lexicon: Lexicon, wanted: Wanted) -> Change:
    """Write what is wanted; `LexiconError`, and nothing changed, when it would be wrong or double."""
    known = lexicon.named(wanted.kind, wanted.name)
    if known and (not wanted.to or known.id == wanted.to):
        hint = f"sitegen {_command(wanted.kind)} {known.id}  shows where it stands"
        raise LexiconError(f"{isolate(wanted.name)} is in the lexicon as {known.id}", hint=hint)
    change = _spelling(project, lexicon, wanted) if wanted.to else _record(project, lexicon, wanted)
    _, problems = parse_lexicon({change.path: change.after.encode()})
    if problems:
        raise LexiconError(problems[0].what, problems[0].where, hint=problems[0].hint)
    place = project / change.path
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name}.tmp")
    beside.write_text(change.after, encoding="utf-8")
    beside.replace(place)
    return change


def _record(project: Path, lexicon: Lexicon, wanted: Wanted) -> Change:
    """Add a new record at the end of the file of its kind."""
    suggested = romanise(wanted.name) if wanted.kind == "person" and not wanted.en else ""
    en = wanted.en or suggested
    if not en:
        raise LexiconError(f"{isolate(wanted.name)} needs an English name", hint='add  --en "Its Name"')
    id = wanted.id or slug(en)
    if held := lexicon.get(wanted.kind, id):
        what = f"the id {id} belongs to {isolate(held.ar)}"
        hint = f"the same: add  --to {id}   somebody else: add  --id and another id"
        raise LexiconError(what, hint=hint)
    path = _FILES[wanted.kind]
    document, before = _open(project, path)
    table = tomlkit.table()
    table.add("ar", wanted.name)
    table.add("en", en)
    if suggested:
        table["en"].comment("romanised by rule; correct it where the press writes otherwise")
    if wanted.aliases:
        table.add("aliases", list(wanted.aliases))
    _append(document, id, table, before)
    return Change(path, id, before, _dumped(document, before))


def _spelling(project: Path, lexicon: Lexicon, wanted: Wanted) -> Change:
    """Add a spelling to a record; a shipped one is copied into the site's own file first."""
    record = lexicon.get(wanted.kind, wanted.to)
    if record is None:
        close = difflib.get_close_matches(wanted.to, [r.id for r in lexicon.of(wanted.kind)], n=1)
        hint = f"did you mean {close[0]}?" if close else f"sitegen {_command(wanted.kind)}  lists them"
        raise LexiconError(f"no {wanted.kind} {isolate(wanted.to)} in the lexicon", hint=hint)
    aliases = [*record.aliases, *(a for a in (wanted.name, *wanted.aliases) if not _held(record, a))]
    for path in _files(project, wanted.kind):
        document, before = _open(project, path)
        if record.id in document:
            held = document[record.id]
            assert isinstance(held, Table)
            held["aliases"] = aliases
            return Change(path, record.id, before, _dumped(document, before))
    path = _FILES[wanted.kind]
    document, before = _open(project, path)
    table = tomlkit.table()
    for key, value in _values(record, aliases).items():
        table.add(key, value)
    _append(document, record.id, table, before)
    return Change(path, record.id, before, _dumped(document, before))


def _held(record: Record, form: str) -> bool:
    return match_key(form) in map(match_key, (record.ar, *record.aliases))


def _values(record: Record, aliases: list[str]) -> dict[str, Any]:
    """Return the fields of a shipped record as its TOML would have them."""
    values: dict[str, Any] = {"ar": record.ar, "en": record.en, "aliases": aliases}
    for key in ("latin", "sort_ar", "sort_en", "country", "parent", "url", "note"):
        if value := getattr(record, key):
            values[key] = list(value) if isinstance(value, tuple) else value
    if record.general:
        values["general"] = True
    if record.roles:
        roles = tomlkit.array().multiline(True)
        for role in record.roles:
            told = {
                "ar": role.ar, "en": role.en, "short": role.short,
                "from": _day(role.start), "to": _day(role.end) if role.ended else None,
            }  # fmt: skip
            table = tomlkit.inline_table()
            table.update({key: value for key, value in told.items() if value})
            roles.append(table)
        values["roles"] = roles
    return values


def _day(iso: str | None) -> datetime.date | str | None:
    return datetime.date.fromisoformat(iso) if iso and len(iso) == 10 else iso


def _append(document: TOMLDocument, id: str, table: Table, before: str) -> None:
    if before.strip() and not before.endswith("\n\n"):
        document.add(tomlkit.nl())
    document.add(id, table)


def _dumped(document: TOMLDocument, before: str) -> str:
    """Return the document as text, lines that did not change to the letter (tomlkit drops some spaces)."""
    after = tomlkit.dumps(document).splitlines(keepends=True)
    dumped = tomlkit.dumps(tomlkit.parse(before)).splitlines(keepends=True)
    held = before.splitlines(keepends=True)
    if len(dumped) != len(held):
        return "".join(after)
    steps = difflib.SequenceMatcher(None, dumped, after, autojunk=False).get_opcodes()
    parts = (held[i:j] if step == "equal" else after[k:n] for step, i, j, k, n in steps)
    return "".join(line for part in parts for line in part)


def _files(project: Path, kind: str) -> list[str]:
    stem = Path(_FILES[kind]).stem
    found = (project / LEXICON).glob(f"{stem}*.toml")
    return sorted(p.relative_to(project).as_posix() for p in found)


def _open(project: Path, path: str) -> tuple[TOMLDocument, str]:
    place = project / path
    before = place.read_text(encoding="utf-8") if place.is_file() else ""
    try:
        return tomlkit.parse(before), before
    except tomlkit.exceptions.ParseError as error:
        raise LexiconError(
            f"not valid TOML: {error}", Where(path, error.line), hint="mend it first"
        ) from error


def _command(kind: str) -> str:
    return "people" if kind == "person" else "topics"
