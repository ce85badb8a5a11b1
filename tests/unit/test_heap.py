"""What a process holds: memory of large freed blocks goes back, and garbage is looked for seldom."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import gc
from sitegen.shell.heap import lasting

def resident():
    try:
        return int(open("/proc/self/statm").read().split()[1]) * 4096
    except OSError:
        return 0  # no Linux: nothing is known of memory

with lasting():
    assert not gc.isenabled()
assert gc.isenabled() and gc.get_freeze_count() and gc.get_threshold()[0] == 500_000
bytearray(2_000_000)  # once freed, glibc by itself keeps blocks up to this size
before, large, last = resident(), [], []
for _ in range(50):
    large.append(bytearray(1_000_000))
    last.append(bytearray(1_000))  # lies between them
large.clear()
assert resident() - before < 10_000_000, resident() - before
"""

SHORT = SCRIPT.replace("with lasting():", "with lasting(LARGE_IN_SHORT):").replace("lasting\n", "*\n", 1)


def test_a_process_that_ends_soon_keeps_blocks_until_told_otherwise() -> None:
    for told, goes_back in (("", False), ("give_back()\n", True)):
        code = SHORT.replace("bytearray(2_000_000)", f"{told}bytearray(2_000_000)")
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        assert (ran.returncode == 0) == goes_back or not sys.platform.startswith("linux"), ran.stderr


LEAVING = """
import atexit
from sitegen.shell.heap import leave

class Held:
    def __del__(self):
        print("freed")

held = Held()
atexit.register(print, "told before the end")
print("said")
leave("what went wrong" if {words} else 3)
"""


def left(words: str) -> tuple[int, str]:
    ran = subprocess.run(
        [sys.executable, "-c", LEAVING.replace("{words}", words)], capture_output=True, text=True, check=False
    )
    return ran.returncode, ran.stdout


def test_a_process_leaves_without_freeing_what_it_holds() -> None:
    assert left("False") == (3, "said\ntold before the end\n")
    assert left("True") == (0, "said\ntold before the end\nfreed\n")


def test_output_that_cannot_be_written_is_an_error_as_ever(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sitegen", "--help"]
    with (tmp_path / "read only").open("w+b") as place, open(place.name, "rb") as closed:  # noqa: PTH123
        ran = subprocess.run(command, stdout=closed, stderr=subprocess.PIPE, check=False)
    assert ran.returncode


def test_large_blocks_go_back_and_what_stays_is_frozen(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=tmp_path, stderr=subprocess.PIPE, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
