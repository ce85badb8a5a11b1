"""A new site is written into an empty folder only, builds at once and has nothing to complain about."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.errors import SitegenError
from sitegen.shell.build import build
from sitegen.shell.new import new
from sitegen.shell.report import Request
from tests.worlds import quiet


def test_a_new_site_builds_at_once_and_strictly(tmp_path: Path) -> None:
    new(tmp_path / "digest")
    report = build(Request(tmp_path / "digest", tmp_path / "digest/build", strict=True), quiet)
    assert (report.ok, report.published, report.problems) == (True, True, ())
    for page in (
        "ar/articles/sample-library",
        "en/articles/sample-library",
        "ar/about",
        "en/method",
        "en/dates/2024/03/03",
    ):
        assert (tmp_path / f"digest/build/{page}/index.html").is_file(), page


def test_both_people_of_the_sample_have_their_pages(tmp_path: Path) -> None:
    new(tmp_path)
    build(Request(tmp_path, tmp_path / "build"), quiet)
    people = {p.name for p in (tmp_path / "build/en/people").iterdir() if p.is_dir()}
    assert people == {"layla-al-zahrawi", "nadir-al-khalidi"}
    mayor = (tmp_path / "build/en/people/layla-al-zahrawi/index.html").read_text(encoding="utf-8")
    assert "Mayor of Wahat al-Rayhan" in mayor


def test_hidden_files_get_their_dot(tmp_path: Path) -> None:
    written = new(tmp_path / "digest")
    assert {".gitignore", ".github/workflows/pages.yml", "content/site.toml", "README.md"} <= set(written)
    assert not any("dot-" in path for path in written)


def test_a_folder_that_is_not_empty_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(SitegenError, match="not empty"):
        new(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


def test_the_command_says_how_to_go_on(tmp_path: Path) -> None:
    from sitegen.shell.cli import main

    result = CliRunner().invoke(main, ["new", "--project", str(tmp_path), "digest"])
    assert result.exit_code == 0
    assert f"cd {tmp_path / 'digest'}" in result.output
