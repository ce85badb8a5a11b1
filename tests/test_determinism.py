"""L3: the same bytes whatever the hash seed, the time zone, the locale, the folder or the order of files."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.worlds import ROOT, files, project

PROGRAM = """
import hashlib, random, sys
sys.path.insert(0, sys.argv[1])
from tests.worlds import files, project
inputs = list(project().items())
random.Random(int(sys.argv[2])).shuffle(inputs)
total = hashlib.sha256()
for path, data in sorted(files(dict(inputs)).items()):
    total.update(path.encode() + b"\\0" + data)
print(total.hexdigest())
"""

WORLDS = [
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Baghdad", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "77", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "ar_SA.UTF-8", "LANG": "ar_SA.UTF-8"},
]


@pytest.mark.parametrize("number", range(len(WORLDS)))
def test_l3_same_bytes_in_every_world(number: int, tmp_path: Path) -> None:
    here = hashlib.sha256()
    for path, data in sorted(files(project()).items()):
        here.update(path.encode() + b"\0" + data)
    answer = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(ROOT), str(number)],
        cwd=tmp_path, env={**os.environ, **WORLDS[number]}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert answer.stdout.strip() == here.hexdigest()
