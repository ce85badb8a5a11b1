"""What the tests of imports share: a project that articles are brought into, a folder they come from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return an empty project."""
    return Desk(tmp_path / "digest")


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """Return an empty folder outside of it."""
    folder = tmp_path / "given"
    folder.mkdir()
    return folder
