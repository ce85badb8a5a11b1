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


def test_large_blocks_go_back_and_what_stays_is_frozen(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=tmp_path, stderr=subprocess.PIPE, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
