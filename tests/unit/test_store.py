"""The memo on disk may be lost, garbled or locked; that costs time and nothing else."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.shell.store import Store


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / ".cache/sitegen/memo.sqlite3"


def fill(place: Path, values: dict[bytes, bytes]) -> None:
    with Store(place) as store:
        store.update(values)


def test_values_survive_the_process(place: Path) -> None:
    fill(place, {b"a": b"1", b"b": b""})
    with Store(place) as store:
        assert dict(store) == {b"a": b"1", b"b": b""}
        del store[b"a"]
        assert b"a" not in store
    with Store(place) as store:
        assert list(store) == [b"b"]


def test_many_values_are_written_in_batches(place: Path) -> None:
    values = {str(n).encode(): bytes([n % 256]) * 50 for n in range(1300)}
    fill(place, values)
    with Store(place) as store:
        assert len(store) == 1300
        assert all(store[key] == value for key, value in values.items())


@pytest.mark.parametrize("garbage", [b"", b"not a database" * 100, b"SQLite format 3\x00" + b"\xff" * 4000])
def test_a_garbled_file_is_an_empty_store(place: Path, garbage: bytes) -> None:
    fill(place, {b"a": b"1"})
    place.write_bytes(garbage)
    for extra in ("-wal", "-shm"):
        Path(f"{place}{extra}").unlink(missing_ok=True)
    with Store(place) as store:
        assert store.get(b"a") is None
        store[b"b"] = b"2"
    with Store(place) as store:
        assert dict(store) == {b"b": b"2"}


def test_a_value_that_was_changed_on_disk_is_a_miss(place: Path) -> None:
    fill(place, {b"a": b"1", b"b": b"1"})
    db = sqlite3.connect(place)
    db.execute("UPDATE memo SET value = ? WHERE key = ?", (b"????????1", b"a"))
    db.commit()
    db.close()
    with Store(place) as store:
        assert store.get(b"a") is None
        assert store[b"b"] == b"1"


def test_a_key_that_was_changed_on_disk_gives_no_value_of_another(place: Path) -> None:
    fill(place, {b"a": b"1", b"b": b"2"})
    db = sqlite3.connect(place)
    db.execute("DELETE FROM memo WHERE key = ?", (b"b",))
    db.execute("UPDATE memo SET key = ? WHERE key = ?", (b"b", b"a"))
    db.commit()
    db.close()
    with Store(place) as store:
        assert store.get(b"a") is None
        assert store.get(b"b") is None


@given(st.integers(0, 8191), st.integers(0, 255))
def test_one_wrong_byte_never_gives_a_wrong_value(
    tmp_path_factory: pytest.TempPathFactory, at: int, byte: int
) -> None:
    place = tmp_path_factory.mktemp("store") / "memo.sqlite3"
    values = {b"key-%d" % n: b"value %d" % n for n in range(20)}
    fill(place, values)
    data = bytearray(place.read_bytes())
    data[at % len(data)] = byte
    place.write_bytes(data)
    with Store(place) as store:
        assert all(store.get(key) in (value, None) for key, value in values.items())


def test_another_version_is_an_empty_store(place: Path) -> None:
    fill(place, {b"a": b"1"})
    db = sqlite3.connect(place)
    db.execute("PRAGMA user_version = 99")
    db.close()
    with Store(place) as store:
        assert len(store) == 0


def test_without_a_place_on_disk_it_remembers_for_this_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with Store(tmp_path / "file" / "memo.sqlite3") as store:
        store[b"a"] = b"1"
        assert store[b"a"] == b"1"
        assert dict(store) == {b"a": b"1"}


def test_while_another_process_writes_it_remembers_for_this_run(place: Path) -> None:
    fill(place, {b"a": b"1"})
    other = sqlite3.connect(place)
    other.execute("BEGIN EXCLUSIVE")
    with Store(place) as store:
        store[b"b"] = b"2"
        assert store[b"b"] == b"2"
    other.rollback()
    other.close()
    with Store(place) as store:
        assert store.get(b"a") == b"1"


def test_what_is_large_is_written_as_it_is_and_checked(place: Path) -> None:
    large = b"words " * 300_000
    fill(place, {b"large": large, b"small": large[:100_000]})
    assert len(large) < place.stat().st_size < len(large) + 50_000
    with Store(place) as store:
        assert (store[b"large"], store[b"small"]) == (large, large[:100_000])
    place.write_bytes(place.read_bytes().replace(b"words " * 5, b"sword " * 5, 1))
    with Store(place) as store:
        assert store.get(b"large") is None


def test_answers_nobody_asks_for_are_dropped_in_time(place: Path) -> None:
    fill(place, {str(n).encode(): b"x" for n in range(10)})
    with Store(place) as store:
        assert store[b"1"] == b"x"
    with Store(place) as store:
        assert dict(store) == {b"1": b"x"}


def test_answers_are_counted_only_when_there_may_be_too_many(place: Path) -> None:
    fill(place, {str(n).encode(): b"x" for n in range(10)})
    asked: list[int] = []

    def needed() -> list[bytes]:
        asked.append(1)
        return [b"0", b"1", b"2", b"3"]

    for n in range(3):
        with Store(place) as store:
            store[b"new %d" % n] = b"y"
            store.need(6, needed)  # twelve at most, thirteen for the last
    assert asked == [1]
    with Store(place) as store:
        assert sorted(store) == [b"0", b"1", b"2", b"3", b"new 2"]


def test_an_answer_written_over_and_over_drops_no_other(place: Path) -> None:
    fill(place, {str(n).encode(): b"x" for n in range(10)})
    for n in range(50):
        with Store(place) as store:
            store[b"0"] = b"%d" % n
            store.need(10, lambda: [b"%d" % n for n in range(10)])
    with Store(place) as store:
        assert len(store) == 10
