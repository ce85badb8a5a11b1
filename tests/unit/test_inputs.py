"""Which files of a project are its inputs, and which are refused or passed over."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from sitegen.errors import SourceError
from sitegen.shell.inputs import ProjectFiles, theme_folder


def write(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(f"{root.name}:{path}")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write(
        tmp_path / "site", "content/site.toml", "content/articles/a.txt", "templates/home.html", "notes.txt"
    )
    return tmp_path / "site"


def test_only_the_three_folders_are_inputs(project: Path) -> None:
    assert list(ProjectFiles(project)) == [
        "content/articles/a.txt",
        "content/site.toml",
        "templates/home.html",
    ]


def test_a_file_of_the_project_goes_before_the_themes(project: Path, tmp_path: Path) -> None:
    write(
        tmp_path / "theme", "templates/home.html", "templates/base.html", "static/site.css", "content/no.txt"
    )
    files = ProjectFiles(project, tmp_path / "theme")
    assert files["templates/home.html"] == b"site:templates/home.html"
    assert files["templates/base.html"] == b"theme:templates/base.html"
    assert "static/site.css" in files and "content/no.txt" not in files


def test_the_shipped_theme_is_there() -> None:
    files = ProjectFiles(Path("/nowhere"), theme_folder())
    assert {"templates/base.html", "static/site.css"} <= set(files)


def test_what_editors_of_text_leave_behind_is_passed_over(project: Path) -> None:
    write(
        project,
        "content/articles/.a.txt.swp",
        "content/articles/a.txt~",
        "content/.DS_Store",
        "static/.nojekyll",
    )
    files = ProjectFiles(project)
    assert [path for path in files if "a.txt" in path] == ["content/articles/a.txt"]
    assert "static/.nojekyll" in files
    assert files.problems == []


def test_links_are_followed_inside_the_project_only(project: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (project / "content/articles/inside.txt").symlink_to(project / "content/articles/a.txt")
    (project / "content/articles/outside.txt").symlink_to(tmp_path / "secret.txt")
    (project / "content/loop").symlink_to(project / "content")
    files = ProjectFiles(project)
    assert "content/articles/inside.txt" in files
    assert sorted(str(p.where) for p in files.problems) == ["content/articles/outside.txt", "content/loop"]
    assert not any(path.startswith("content/loop") or "outside" in path for path in files)


def test_what_is_no_file_is_told_and_never_opened(project: Path) -> None:
    (project / "content/articles/round.txt").symlink_to("round.txt")
    os.mkfifo(project / "content/articles/pipe.txt")
    (project / "content/articles/two\nlines.txt").write_text("x")
    files = ProjectFiles(project)
    assert [str(p.where) for p in files.problems] == [
        "content/articles/pipe.txt",
        "content/articles/round.txt",
        "content/articles/two\\nlines.txt",
    ]
    assert [path for path in files if path.startswith("content/articles/")] == ["content/articles/a.txt"]


def test_names_are_known_in_one_unicode_form(project: Path) -> None:
    name = unicodedata.normalize("NFD", "content/articles/أخبار.txt")
    write(project, name)
    files = ProjectFiles(project)
    assert unicodedata.normalize("NFC", name) in files
    assert files[unicodedata.normalize("NFC", name)]


def test_a_name_that_is_not_utf8_is_reported(project: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(project) + b"/content/articles/\xff.txt")).write_text("x")
    except OSError:
        return  # this file system stores no such name
    files = ProjectFiles(project)
    assert [p.what for p in files.problems] == ["the file's name is not UTF-8"]
    assert str(files.problems[0]).isprintable() or "\n" in str(files.problems[0])


def test_a_file_that_vanishes_is_an_error_with_its_path(project: Path) -> None:
    files = ProjectFiles(project)
    (project / "content/articles/a.txt").unlink()
    with pytest.raises(SourceError, match="cannot be read") as caught:
        files["content/articles/a.txt"]
    assert str(caught.value.problem.where) == "content/articles/a.txt"


def test_every_input_has_a_digest_that_follows_its_bytes(project: Path) -> None:
    before = ProjectFiles(project).all_digests()
    (project / "content/articles/a.txt").write_text("other")
    after = ProjectFiles(project).all_digests()
    assert before.keys() == after.keys()
    assert [path for path in before if before[path] != after[path]] == ["content/articles/a.txt"]
