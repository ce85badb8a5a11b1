"""What is made of the shipped tables may be kept for the next process; losing it costs time, no more."""

from __future__ import annotations

import inspect
import json
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import get_type_hints

import msgspec
import pytest

import sitegen
from sitegen import LADDER, data
from sitegen.shell.program import code_digest
from sitegen.shell.report import TABLES
from sitegen.shell.tables import Tables

PURE = [name for row in LADDER for name in row if not name.startswith("shell.") and name != "data"]


def is_kept(thing: object) -> bool:
    return getattr(getattr(thing, "__wrapped__", None), "__code__", None) is RECALLED


RECALLED = vars(data.kept(dict))["__wrapped__"].__code__
KEPT = {
    thing.__module__ + "." + thing.__name__: inspect.unwrap(thing)
    for name in PURE
    for thing in vars(import_module(f"sitegen.{name}")).values()
    if is_kept(thing)
}


def exact(value: object) -> object:
    """Return `value` so that two values are equal only if they are alike to the last type."""
    if isinstance(value, frozenset):
        return "set", sorted(map(repr, value))
    if isinstance(value, dict):
        return [(key, exact(each)) for key, each in value.items()]
    if isinstance(value, tuple | list):
        return type(value), [exact(each) for each in value]
    if isinstance(value, msgspec.Struct):
        return type(value), [exact(getattr(value, field)) for field in value.__struct_fields__]
    return type(value), repr(value)


@pytest.mark.parametrize("name", KEPT)
def test_a_kept_table_comes_back_as_it_was_made(name: str) -> None:
    make = KEPT[name]
    made, type_ = make(), get_type_hints(make)["return"]
    assert exact(msgspec.msgpack.decode(msgspec.msgpack.encode(made), type=type_)) == exact(made)


def test_a_table_of_toml_comes_back_as_it_was_read() -> None:
    folder = Path(data.__file__).parent
    for path in folder.rglob("*.toml"):
        table = data.table(path.relative_to(folder).with_suffix("").as_posix())
        back = msgspec.msgpack.decode(msgspec.msgpack.encode(table))
        assert json.dumps(back) == json.dumps(table), path


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "cache/tables"


def test_tables_of_several_processes_come_together(place: Path) -> None:
    one, other = Tables(place, "code"), Tables(place, "code")
    one[b"a"], other[b"b"] = b"1", b"2"
    one.save()
    other.save()
    assert Tables(place, "code") == {b"a": b"1", b"b": b"2"}


def test_tables_of_another_program_or_a_garbled_file_are_not_believed(place: Path) -> None:
    tables = Tables(place, "code")
    tables[b"a"] = b"1"
    tables.save()
    assert Tables(place, "other code") == {}
    whole = place.read_bytes()
    for broken in (whole[:-1], whole[:-1] + b"2", b""):
        place.write_bytes(broken)
        assert Tables(place, "code") == {}


ASK = """
import sys
from pathlib import Path
from sitegen.shell.program import code_digest
from sitegen.shell.report import TABLES
from sitegen.shell.tables import Tables
tables = Tables(Path(sys.argv[1]), "code").use()
if sys.argv[2:]:
    tables.update(dict.fromkeys(tables, b"\\xc1"))
from sitegen.text.romanise import romanise
from sitegen.text.search import keys
print(romanise("مصطفى الكاظمي"), keys("للحكومات"))
tables.save()
"""


def run(program: str, *arguments: str) -> str:
    """Return what a process of its own prints: tables are made once a process."""
    environment = {**os.environ, "PYTHONPATH": str(Path(sitegen.__file__).parent.parent)}
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout


def test_answers_are_those_of_a_first_process_whatever_is_kept(place: Path) -> None:
    first = run(ASK, str(place))
    assert first == "Mustafa al-Kadhimi ('حكوم',)\n"
    assert b"sitegen.text.search.known" in Tables(place, "code")
    assert run(ASK, str(place)) == run(ASK, str(place), "garbled") == first


COMMAND = """
import sys
from pathlib import Path
from sitegen.shell.tables import at_hand
with at_hand(Path(sys.argv[1])):
    from sitegen.text.search import keys
    print(keys("للحكومات"))
"""


def test_a_command_keeps_tables_only_where_builds_keep_theirs(tmp_path: Path) -> None:
    first, place = run(COMMAND, str(tmp_path)), tmp_path / TABLES
    assert list(tmp_path.iterdir()) == []
    place.parent.mkdir(parents=True)
    assert run(COMMAND, str(tmp_path)) == first
    assert b"sitegen.text.search.known" in Tables(place, code_digest())
    assert run(COMMAND, str(tmp_path)) == first
