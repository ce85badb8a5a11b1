"""What publishing promises: nothing by halves, nothing foreign touched, nothing written twice."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.errors import OutputError
from sitegen.shell.maker import made_there
from sitegen.shell.manifest import NAME, Manifest, read_manifest
from sitegen.shell.output import Plan, Staging
from sitegen.shell.writing import sign

World = dict[str, bytes]

#: Files above and below each other on purpose: a folder of one site is a file of the next.
PATHS = st.sampled_from(["index.html", "a", "a/b", "a/b/c.html", "d/e.css", "d/f.css", "g.txt"])
DATA = st.sampled_from([b"", b"one", b"two"])


def consistent(files: World) -> bool:
    """Say whether no file of a world lies below another."""
    return not any(b.startswith(a + "/") for a in files for b in files)


WORLDS = st.dictionaries(PATHS, DATA, max_size=6).filter(consistent)


@contextmanager
def scratch() -> Iterator[Path]:
    """A fresh folder for each example of a property test."""
    folder = Path(tempfile.mkdtemp())
    try:
        yield folder / "build"
    finally:
        shutil.rmtree(folder)


def publish(output: Path, files: World, replace=os.replace, *, away: bool = False) -> Plan:
    """Publish a world; `away`: have a worker write what need not be compared."""
    with Staging(output) as staging:
        for path, data in files.items():
            if away:
                place = staging.reserve(path, f"from {path}")
                staging.fill(path, made_there((path, partial(bytes, data), False, place))[0])
            else:
                staging.add(path, data, f"from {path}")
        return staging.publish(Manifest(outputs=tuple(sorted(files))), replace)


def lying(output: Path) -> World:
    """Return everything in the output folder but the manifest."""
    found = {p.relative_to(output).as_posix(): p for p in output.rglob("*") if p.is_file() and p.name != NAME}
    return {path: place.read_bytes() for path, place in found.items()}


def stamps(output: Path) -> dict[str, tuple[int, int]]:
    return {p.as_posix(): (p.stat().st_mtime_ns, p.stat().st_ino) for p in [output, *output.rglob("*")]}


def staging_folders(output: Path) -> list[str]:
    return [p.name for p in output.parent.iterdir() if p.name != output.name]


@given(st.lists(WORLDS, min_size=1, max_size=5), st.sampled_from([b"mine", b"one"]), st.booleans())
@settings(deadline=None)
def test_output_equals_the_last_site_and_foreign_files_stay(
    worlds: list[World], mine: bytes, away: bool
) -> None:
    with scratch() as output:
        (output / "docs").mkdir(parents=True)
        (output / "docs/CNAME").write_bytes(mine)
        for world in worlds:
            publish(output, world, away=away)
            assert lying(output) == {**world, "docs/CNAME": mine}
            assert staging_folders(output) == []
        before = stamps(output)
        assert publish(output, worlds[-1]).empty
        assert stamps(output) == before


def test_what_a_dead_worker_wrote_is_written_again(tmp_path: Path) -> None:
    with Staging(tmp_path / "build") as staging:
        place = staging.reserve("a/b.html")
        Path(place).write_bytes(b"ha")  # it was killed halfway
        made, _ = made_there(("a/b.html", partial(bytes, b"half"), False, place))
        staging.fill("a/b.html", made)
        staging.publish(Manifest(outputs=("a/b.html",)))
    assert lying(tmp_path / "build") == {"a/b.html": b"half"}
    assert staging.signs["a/b.html"] == sign(tmp_path / "build/a/b.html")


def test_a_path_is_reserved_once(tmp_path: Path) -> None:
    with (
        Staging(tmp_path / "build") as staging,
        pytest.raises(OutputError, match="two sources want one path"),
    ):
        staging.reserve("a/b.html", "one.txt")
        staging.reserve("a/B.html", "two.txt")


class Dying:
    """A replace that fails at its `last` call, as a full disk or a kill would."""

    def __init__(self, last: int) -> None:
        self.left = last

    def __call__(self, source: str, target: str) -> None:
        self.left -= 1
        if self.left < 0:
            raise OSError(28, "No space left on device", target)
        Path(source).replace(target)


@given(WORLDS, WORLDS, WORLDS, st.integers(0, 9))
@settings(deadline=None)
def test_a_build_that_dies_leaves_whole_files_and_the_next_one_heals(
    old: World, new: World, later: World, step: int
) -> None:
    with scratch() as output:
        publish(output, old)
        try:
            publish(output, new, Dying(step))
        except OSError:
            for path, data in lying(output).items():
                assert data in (old.get(path), new.get(path))
        assert staging_folders(output) == []
        publish(output, later)
        assert lying(output) == later
        manifest = read_manifest(output)
        assert manifest is not None and manifest.whole


@pytest.mark.parametrize("step", range(12))
def test_wherever_a_build_dies_no_page_links_to_a_missing_one(tmp_path: Path, step: int) -> None:
    output = tmp_path / "build"
    old = {"index.html": b"old.html keep.html", "old.html": b"keep.html", "keep.html": b"index.html old.html"}
    new = {"index.html": b"new.html keep.html", "new.html": b"keep.html", "keep.html": b"index.html new.html"}
    publish(output, old)
    with suppress(OSError):
        publish(output, new, Dying(step))
    files = lying(output)
    assert all(link in files for data in files.values() for link in data.decode().split())


def test_a_killed_build_leaves_its_staging_to_the_next(tmp_path: Path) -> None:
    output = tmp_path / "build"
    (tmp_path / ".build.staging/ar").mkdir(parents=True)
    (tmp_path / ".build.staging/ar/half.html").write_bytes(b"half")
    (tmp_path / ".build.staging/en").write_bytes(b"half")
    publish(output, {"ar": b"whole", "en/index.html": b"whole"})
    assert lying(output) == {"ar": b"whole", "en/index.html": b"whole"}
    assert staging_folders(output) == []


def test_two_builds_at_once_are_kept_apart(tmp_path: Path) -> None:
    with Staging(tmp_path / "build"), pytest.raises(OutputError, match="another sitegen"):
        publish(tmp_path / "build", {"a": b"1"})
    publish(tmp_path / "build", {"a": b"1"})


def test_an_error_before_publishing_leaves_the_output_as_it_was(tmp_path: Path) -> None:
    output = tmp_path / "build"
    publish(output, {"a": b"1", "b": b"1"})
    before = stamps(output)
    with pytest.raises(OutputError), Staging(output) as staging:
        staging.add("a", b"2")
        staging.add("../b", b"2")
    assert stamps(output) == before
    assert staging_folders(output) == []


def test_a_foreign_file_is_never_overwritten(tmp_path: Path) -> None:
    output = tmp_path / "build"
    output.mkdir()
    (output / "index.html").write_bytes(b"by hand")
    with pytest.raises(OutputError, match="did not write") as caught:
        publish(output, {"index.html": b"ours"})
    assert str(caught.value.problem.where) == "build/index.html"
    assert "delete the folder" in caught.value.problem.hint
    assert (output / "index.html").read_bytes() == b"by hand"


def test_an_empty_folder_gives_way_to_a_file(tmp_path: Path) -> None:
    (tmp_path / "build/ar/deep/er").mkdir(parents=True)
    publish(tmp_path / "build", {"ar": b"x"})
    assert lying(tmp_path / "build") == {"ar": b"x"}


def test_a_foreign_file_of_the_same_bytes_is_taken_over(tmp_path: Path) -> None:
    output = tmp_path / "build"
    output.mkdir()
    (output / "index.html").write_bytes(b"same")
    publish(output, {"index.html": b"same"})
    publish(output, {"index.html": b"new"})
    assert lying(output) == {"index.html": b"new"}


@pytest.mark.parametrize(("foreign", "wanted"), [("ar", "ar/index.html"), ("ar/index.html", "ar")])
def test_a_foreign_file_in_the_way_of_a_folder_is_named(tmp_path: Path, foreign: str, wanted: str) -> None:
    output = tmp_path / "build"
    (output / foreign).parent.mkdir(parents=True)
    (output / foreign).write_bytes(b"mine")
    with pytest.raises(OutputError, match="in the way") as caught:
        publish(output, {wanted: b"x"})
    assert str(caught.value.problem.where) == f"build/{foreign}"


@pytest.mark.parametrize(
    "path",
    ["../x", "/x", "a//b", "a/./b", "a\\b", "a:b", "a\nb", " a", "a.", "e\u0301", "a/" + "b" * 256, NAME],
)
def test_paths_that_are_not_safe_everywhere_are_refused(tmp_path: Path, path: str) -> None:
    with Staging(tmp_path / "build") as staging, pytest.raises(OutputError, match="cannot be written"):
        staging.add(path, b"x", "content/articles/x.txt")


@pytest.mark.parametrize(
    ("first", "second"), [("a/b", "a/b"), ("a/b", "A/B"), ("a", "a/b"), ("a/b/c", "a/b")]
)
def test_two_sources_of_one_path_are_both_named(tmp_path: Path, first: str, second: str) -> None:
    with Staging(tmp_path / "build") as staging:
        staging.add(first, b"x", "content/articles/one.txt")
        with pytest.raises(OutputError) as caught:
            staging.add(second, b"x", "content/articles/two.txt")
    assert "content/articles/one.txt" in str(caught.value)
    assert "content/articles/two.txt" in str(caught.value)


def test_nothing_is_written_through_a_symbolic_link(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    output = tmp_path / "build"
    output.mkdir()
    (output / "ar").symlink_to(outside)
    with pytest.raises(OutputError, match="symbolic link"):
        publish(output, {"ar/index.html": b"x"})
    assert list(outside.iterdir()) == []


def test_nothing_is_removed_through_a_symbolic_link(tmp_path: Path) -> None:
    output = tmp_path / "build"
    publish(output, {"ar/index.html": b"x", "index.html": b"x"})
    (output / "ar").rename(tmp_path / "outside")
    (output / "ar").symlink_to(tmp_path / "outside")
    publish(output, {"index.html": b"x"})
    assert (tmp_path / "outside/index.html").read_bytes() == b"x"


def test_a_manifest_that_points_out_of_the_output_is_not_believed(tmp_path: Path) -> None:
    output = tmp_path / "build"
    publish(output, {"a": b"1"})
    (tmp_path / "precious").write_bytes(b"x")
    (output / NAME).write_text((output / NAME).read_text().replace('"a"', '"../precious"'))
    publish(output, {"a": b"1"})
    assert (tmp_path / "precious").read_bytes() == b"x"


def test_an_edited_file_is_made_whole_again(tmp_path: Path) -> None:
    output = tmp_path / "build"
    publish(output, {"a": b"1", "b": b"1"})
    (output / "a").write_bytes(b"edited")
    (output / "b").unlink()
    done = publish(output, {"a": b"1", "b": b"1"})
    assert done == Plan(create=("b",), replace=("a",))
    assert lying(output) == {"a": b"1", "b": b"1"}
