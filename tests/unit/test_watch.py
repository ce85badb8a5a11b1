"""The preview notices changes of the project, not of the site, and outlives a bug in one build."""

from __future__ import annotations

import queue
from pathlib import Path

import pytest

from sitegen.shell.watch import Watcher


@pytest.mark.parametrize("poll", [False, True])
def test_a_change_is_noticed_and_a_look_is_not(tmp_path: Path, poll: bool) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "build").mkdir()
    calls: queue.Queue[str] = queue.Queue()
    watcher = Watcher(tmp_path, lambda changed: calls.put("built"), poll=poll)
    watcher.start()
    try:
        assert calls.get(timeout=10) == "built"  # the first build
        (tmp_path / "build/index.html").write_text("x")
        (tmp_path / "content").iterdir()
        with pytest.raises(queue.Empty):
            calls.get(timeout=0.3)
        (tmp_path / "content/site.toml").write_text("x")
        assert calls.get(timeout=10) == "built"
    finally:
        watcher.stop()


def test_a_folder_made_later_is_watched_too(tmp_path: Path) -> None:
    calls: queue.Queue[str] = queue.Queue()
    watcher = Watcher(tmp_path, lambda changed: calls.put("built"))
    watcher.start()
    try:
        calls.get(timeout=10)
        for _ in range(2):
            (tmp_path / "templates").mkdir()
            calls.get(timeout=10)
            (tmp_path / "templates/base.html").write_text("x")
            assert calls.get(timeout=10) == "built"
            (tmp_path / "templates/base.html").unlink()
            calls.get(timeout=10)
            (tmp_path / "templates").rmdir()
            calls.get(timeout=10)
    finally:
        watcher.stop()


def test_a_bug_in_one_build_does_not_end_the_preview(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "content").mkdir()
    calls: queue.Queue[str] = queue.Queue()

    def build(changed: frozenset[str]) -> None:
        calls.put("built")
        raise RuntimeError("a bug")

    watcher = Watcher(tmp_path, build)
    watcher.start()
    try:
        calls.get(timeout=10)
        (tmp_path / "content/x.txt").write_text("x")
        assert calls.get(timeout=10) == "built"
    finally:
        watcher.stop()
    assert "RuntimeError: a bug" in capsys.readouterr().err
