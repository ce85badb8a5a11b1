"""What of the last build may stay as it lies: bundle by bundle, file by file, nothing that was touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.errors import OutputError
from sitegen.shell.keeping import Keeper
from sitegen.shell.manifest import Manifest
from sitegen.shell.output import Staging
from sitegen.shell.state import Bundled, State
from sitegen.web.outputs import Bundle, Output

Contents = dict[str, dict[str, bytes]]  # bundle -> path -> bytes

SITE: Contents = {"one": {"a/x": b"1", "a/y": b"2"}, "two": {"b": b"3"}}


def bundle(name: str, files: dict[str, bytes]) -> Bundle:
    outputs = [Output(path, data, lambda data=data: data, ()) for path, data in files.items()]
    return Bundle(name, lambda: b"".join(files.values()), lambda: outputs)


def built(output: Path, site: Contents, before: State) -> tuple[State, list[str], bool]:
    """Build a site of flat bundles; return what it noted, what was made, whether anything was touched."""
    return built_of(output, [bundle(name, files) for name, files in site.items()], before)


def built_of(output: Path, bundles: list[Bundle], before: State) -> tuple[State, list[str], bool]:
    made, noted = list[str](), list[Bundled]()
    with Staging(output) as staging:
        keeper = Keeper(staging, before)
        for each in bundles:
            for one in keeper.unkept(each, lambda _: None):
                if isinstance(one, Bundled):
                    noted.append(one)
                else:
                    made.append(one.path)
                    staging.add(one.path, one.data)
        written = keeper.finished()
        staging.publish(Manifest(outputs=tuple(sorted(staging.wanted))))
    return State(outputs=written, bundles=tuple(noted)), made, keeper.touched


def test_what_is_as_it_was_stays_and_a_bundle_is_opened_only_where_it_differs(tmp_path: Path) -> None:
    output = tmp_path / "build"
    state, made, _ = built(output, SITE, State())
    assert made == ["a/x", "a/y", "b"]
    again, made, touched = built(output, SITE, state)
    assert (again, made, touched) == (state, [], False)
    edited = {**SITE, "one": {"a/x": b"1", "a/y": b"new"}}
    after, made, touched = built(output, edited, state)
    assert (made, touched) == (["a/y"], False)
    assert built(output, edited, after)[1] == []


def test_a_file_that_somebody_touched_is_made_again(tmp_path: Path) -> None:
    output = tmp_path / "build"
    state = built(output, SITE, State())[0]
    (output / "a/y").write_bytes(b"mine")
    assert built(output, SITE, state)[1:] == (["a/y"], False)  # it says again what it said
    assert (output / "a/y").read_bytes() == b"2"
    (output / "b").unlink()
    assert "b" in built(output, SITE, state)[1]


def test_what_is_known_to_have_moved_is_not_looked_at_again(tmp_path: Path) -> None:
    output = tmp_path / "build"
    state = built(output, SITE, State())[0]
    (output / "b").write_bytes(b"mine")
    with Staging(output) as staging:
        keeper = Keeper(staging, state, {"a/x"})
        assert (keeper.intact(("a/x", "a/y")), keeper.intact(("a/y", "b"))) == (False, True)
        assert not Keeper(staging, state).intact(("b",))


def test_what_a_file_said_that_was_touched_and_is_to_change_cannot_be_looked_up(tmp_path: Path) -> None:
    output = tmp_path / "build"
    state = built(output, SITE, State())[0]
    (output / "b").write_bytes(b"mine")
    assert built(output, {**SITE, "two": {"b": b"4"}}, state)[1:] == (["b"], True)


def test_of_bundles_in_a_bundle_only_the_new_one_is_opened(tmp_path: Path) -> None:
    output = tmp_path / "build"

    def day(*contents: bytes) -> list[Bundle]:
        parts = [bundle(f"article {n}", {f"{n}/x": data}) for n, data in enumerate(contents)]
        return [Bundle("day", lambda: b"".join(contents), parts=lambda: parts)]

    state = built_of(output, day(b"1", b"2"), State())[0]
    after, made, _ = built_of(output, day(b"1", b"3"), state)
    assert made == ["1/x"]
    assert [part.name for part in after.bundles[0].parts] == ["article 0", "article 1"]
    assert built_of(output, day(b"1", b"3"), after)[1] == []


@pytest.mark.parametrize("first", ["one", "two"])
def test_a_path_that_one_bundle_keeps_and_another_makes_is_refused(tmp_path: Path, first: str) -> None:
    output = tmp_path / "build"
    state = built(output, SITE, State())[0]
    stolen = {**SITE, "two": {"a/x": b"4"}}
    order = sorted(stolen, reverse=first == "two")
    with pytest.raises(OutputError, match="two sources want one path"):
        built(output, {name: stolen[name] for name in order}, state)
