"""What is noted of the last build is believed only as far as the disk bears it out."""

from __future__ import annotations

import os
from pathlib import Path

from sitegen.shell.inputs import DiskFiles
from sitegen.shell.state import State, read_state, write_state

LATER = 10**19  # ns: any file was changed long before


def test_a_state_survives_its_file_and_a_broken_file_is_an_empty_state(tmp_path: Path) -> None:
    place = tmp_path / "cache" / "state"
    write_state(place, State(code="c", noted=7))
    assert read_state(place) == State(code="c", noted=7)
    whole = place.read_bytes()
    for broken in (whole[:-1], whole[:20], b"", b"x" + whole[1:], whole + b"x"):
        place.write_bytes(broken)
        assert read_state(place) == State()
    assert read_state(tmp_path / "none") == State()


def test_a_file_is_believed_only_while_it_looks_as_it_did(tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    place.write_bytes(b"one")
    first = DiskFiles({"a.txt": place})
    notes = first.notes()
    again = DiskFiles({"a.txt": place})
    again.believe(notes, LATER)
    assert again.as_noted()
    assert again.digest_of("a.txt") == notes["a.txt"].digest
    found = place.stat()
    place.write_bytes(b"two")
    os.utime(place, ns=(found.st_atime_ns, found.st_mtime_ns))  # same size, same time of change
    changed = DiskFiles({"a.txt": place})
    changed.believe(notes, LATER)
    assert not changed.as_noted()
    assert changed.digest_of("a.txt") != notes["a.txt"].digest


def test_a_file_changed_while_it_was_noted_is_read_again(tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    place.write_bytes(b"one")
    notes = DiskFiles({"a.txt": place}).notes()
    files = DiskFiles({"a.txt": place})
    files.believe(notes, place.stat().st_mtime_ns)
    assert not files.as_noted()
