"""The journey of docs/tutorial.md, as it is printed there: from an empty folder to a site that is ready."""

from __future__ import annotations

import difflib
from pathlib import Path

from sitegen.shell.manifest import read_manifest
from tests import tutorial


def test_every_step_of_the_tutorial_prints_what_it_says(tmp_path: Path) -> None:
    written = tutorial.uncounted(tutorial.PATH.read_text(encoding="utf-8"))
    found = tutorial.uncounted(tutorial.followed(tmp_path))
    changed = "\n".join(difflib.unified_diff(written.splitlines(), found.splitlines(), lineterm="", n=1))
    assert not changed, f"run  python -m tests.tutorial\n{changed}"
    manifest = read_manifest(tmp_path / "digest/build")
    assert manifest is not None and manifest.whole
    for path in ("en/articles/market", "ar/people/haitham-barghouti", "en/dates/2024/03/06"):
        assert f"{path}/index.html" in manifest.outputs
    page = (tmp_path / "digest/build/en/articles/market/index.html").read_text(encoding="utf-8")
    assert "120 traders had asked for it" in page
