"""What a build imports before it knows that something must be read."""

from __future__ import annotations

import subprocess
import sys

_LISTED = "import sys, sitegen.shell.rebuild; print(*sys.modules)"


def test_an_edit_that_reads_nothing_imports_no_reading_of_pages() -> None:
    done = subprocess.run([sys.executable, "-c", _LISTED], capture_output=True, text=True, check=True)
    assert "sitegen.pipeline" in done.stdout.split()
    assert "sitegen.reading.page.clean" not in done.stdout.split()
